import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { AppError } from '../../src-shared/errors/app-error';
import { flashSizeToBytes } from '../../src-shared/flash-parts/flash-parts';
import type { Clock } from '../engine/transport/transport';
import { parseTrouble } from '../virtual/troubles';
import { VirtualBoard, type VirtualBoardOptions } from '../virtual/virtual-board';

/** A virtual board as it is asked for in words. */
export interface VirtualBoardRequest {
  readonly chip: ChipId;
  readonly clock: Clock;
  readonly flashFile: string | null;
  readonly flashSize: string | null;
  readonly troubles: readonly string[];
  readonly pace?: boolean;
  readonly seed?: number;
  readonly wiring?: 'uartBridge' | 'usbSerialJtag' | 'none';
}

/** The file that keeps a virtual board's flash between runs. */
export class FlashFile {
  constructor(readonly path: string) {}

  /** Contents of the last run; null where there was none. */
  load(): Uint8Array | null {
    if (!existsSync(this.path)) return null;
    try {
      return readFileSync(this.path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AppError('file.unreadable', { name: this.path, reason }, { cause: error });
    }
  }

  /** Whole or not at all: a run that is killed while saving leaves the file as it was. */
  save(flash: Uint8Array): void {
    writeFileSync(`${this.path}.new`, flash);
    renameSync(`${this.path}.new`, this.path);
  }
}

/** Makes the board, with its flash from the file where there is one. */
export function makeVirtualBoard(request: VirtualBoardRequest): {
  readonly board: VirtualBoard;
  readonly file: FlashFile | null;
} {
  const { chip, clock, flashSize, pace, seed, wiring } = request;
  const file = request.flashFile === null ? null : new FlashFile(request.flashFile);
  const flash = file?.load() ?? null;
  const options: VirtualBoardOptions = {
    chip,
    clock,
    troubles: request.troubles.map(parseTrouble),
    ...(flash === null ? {} : { flash }),
    ...sizeOf(flash, flashSize),
    ...(pace === undefined ? {} : { pace }),
    ...(seed === undefined ? {} : { seed }),
    ...(wiring === undefined ? {} : { wiring }),
  };
  return { board: new VirtualBoard(options), file };
}

/** The size that was asked for, else that of the file, else what this chip usually has. */
function sizeOf(flash: Uint8Array | null, text: string | null): { readonly flashSizeBytes?: number } {
  if (text === null) return flash === null ? {} : { flashSizeBytes: flash.length };
  const flashSizeBytes = flashSizeToBytes(text);
  if (flashSizeBytes === null) {
    throw new AppError('input.badChoice', {
      text,
      what: 'flash size',
      choices: '256KB, 512KB, 1MB, 2MB, 4MB, … 128MB',
    });
  }
  return { flashSizeBytes };
}
