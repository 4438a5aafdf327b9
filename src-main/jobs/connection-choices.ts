import { findChip } from '../../src-shared/chips';
import { AppError } from '../../src-shared/errors/app-error';
import {
  defaultConnectionSettings,
  type AppSettings,
  type BoardCard,
  type ConnectionSettings,
} from '../../src-shared/ipc/contract';
import { parseSpiConnection } from '../engine/operations/spi-connection';
import { parseCustomSequence } from '../engine/reset/custom-sequence';
import { boardKey, type KeyedBoard } from './board-key';
import type { ConnectPreferences } from './dependencies';
import type { SettingsStore } from './services';

/** Boards of years would make the settings a long read; the oldest choice goes first. */
const mostBoards = 100;

type Card = KeyedBoard & Pick<BoardCard, 'identity'>;

/**
 * How each board is reached, as somebody chose it in the window. A choice belongs to the port together with the
 * adapter there: another board at the same port is reached in the usual way.
 */
export class ConnectionChoices {
  constructor(
    private readonly settings: SettingsStore,
    private readonly cardOf: (path: string) => Card | null,
  ) {}

  get(path: string): ConnectionSettings {
    return this.settings.get().connections[this.keyOf(path)] ?? defaultConnectionSettings;
  }

  /** `input.badChoice` for a chip, a reset sequence or pins that are none; nothing is changed then. */
  async set(path: string, choice: ConnectionSettings): Promise<ConnectionSettings> {
    this.check(path, choice);
    const key = this.keyOf(path);
    const others = Object.entries(this.settings.get().connections).filter(([other]) => other !== key);
    const isUsual = Object.entries(defaultConnectionSettings).every(([name, value]) =>
      Object.entries(choice).some(([own, chosen]) => own === name && chosen === value),
    );
    const kept: AppSettings['connections'] = Object.fromEntries(
      isUsual ? others : [...others, [key, choice] as const].slice(-mostBoards),
    );
    await this.settings.set({ connections: kept });
    return choice;
  }

  /** What a job at this port does differently from `base`. */
  preferences(base: ConnectPreferences, path: string): ConnectPreferences {
    const { chip, attempts, openAttempts, resetSequence, spiConnection, vddSdio } = this.get(path);
    const known = this.cardOf(path)?.identity?.chip;
    // Only ESP32 has that regulator, and a choice must not stand in the way of another chip.
    const isEsp32 = known === undefined ? chip === 'esp32' : known === 'esp32';
    return {
      ...base,
      attempts,
      openAttempts,
      expectedChip: findChip(chip)?.id ?? null,
      customResetSequence: resetSequence === '' ? null : resetSequence,
      spiConnection: spiConnection === 'SPI' ? null : spiConnection,
      vddSdio: vddSdio === 'usual' || !isEsp32 ? null : vddSdio,
    };
  }

  private keyOf(path: string): string {
    return boardKey(path, this.cardOf(path));
  }

  private check(path: string, { chip, resetSequence, spiConnection }: ConnectionSettings): void {
    const wanted = chip === 'automatic' ? null : findChip(chip)?.id;
    if (wanted === undefined) {
      throw new AppError('input.badChoice', { text: chip, what: 'chip', choices: 'automatic, esp32, esp32c3, …' });
    }
    if (resetSequence !== '') parseCustomSequence(resetSequence);
    // Most chips take any pins; ESP32 has some that it does not lead out.
    parseSpiConnection(spiConnection, { id: this.cardOf(path)?.identity?.chip ?? wanted ?? 'esp32c3' });
  }
}
