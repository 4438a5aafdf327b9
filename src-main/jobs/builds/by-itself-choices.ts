import { createHash } from 'node:crypto';
import type { BoardCard } from '../../../src-shared/ipc/contract';
import { boardKey, type KeyedBoard } from '../board-key';
import type { FirmwareFiles } from '../firmware-store';
import type { SettingsStore } from '../services';

/** The oldest choice goes first. */
const mostChoices = 200;

export interface ByItselfParts {
  readonly settings: SettingsStore;
  readonly firmware: Pick<FirmwareFiles, 'has' | 'pathOf'>;
  readonly cardOf: (path: BoardCard['path']) => KeyedBoard | null;
  /** Where the setup on the table lies; null without one. */
  readonly setupPath: () => string | null;
}

/**
 * What is flashed by itself when a build changes it. A choice belongs to the setup, or else to the files and folders on
 * the table, together with the board: other files, or another board, are never written unasked. Remembered as a digest,
 * so that settings tell nobody where somebody's projects lie.
 */
export class ByItselfChoices {
  constructor(private readonly parts: ByItselfParts) {}

  get(tokens: readonly string[], path: string): boolean {
    const key = this.keyOf(tokens, path);
    return key !== null && this.parts.settings.get().flashesByItself.includes(key);
  }

  /** Answers what is in force then: false where there is nothing on the table. */
  async set(tokens: readonly string[], path: string, isOn: boolean): Promise<boolean> {
    const key = this.keyOf(tokens, path);
    if (key === null) return false;
    const { settings } = this.parts;
    const others = settings.get().flashesByItself.filter((other) => other !== key);
    await settings.set({ flashesByItself: isOn ? [...others, key].slice(-mostChoices) : others });
    return isOn;
  }

  private keyOf(tokens: readonly string[], path: string): string | null {
    const { firmware, cardOf, setupPath } = this.parts;
    const paths = tokens.filter((token) => firmware.has(token)).map((token) => firmware.pathOf(token));
    if (paths.length === 0) return null;
    const setup = setupPath();
    const files = setup === null ? [...new Set(paths)].sort() : [setup];
    return createHash('sha256')
      .update(JSON.stringify([files, boardKey(path, cardOf(path))]))
      .digest('hex')
      .slice(0, 32);
  }
}
