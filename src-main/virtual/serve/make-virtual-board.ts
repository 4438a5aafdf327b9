import { statSync } from 'node:fs';
import { chipById } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { flashSizeToBytes } from '../../../src-shared/flash-parts/flash-parts';
import type { Clock } from '../../engine/transport/transport';
import { factoryFlash } from '../applications/factory-flash';
import type { ApplicationName } from '../applications/start-application';
import { openFlashFile } from './flash-file';
import type { StatedPersonality } from './personality-words';
import { parseTrouble } from '../troubles';
import { VirtualBoard } from '../virtual-board';

/** A virtual board as it is asked for in words. */
export interface VirtualBoardRequest extends Partial<StatedPersonality> {
  readonly chip: ChipId;
  readonly clock: Clock;
  /** File that holds the flash at every moment; null = blank flash, forgotten at the end. */
  readonly flashFile: string | null;
  readonly flashSize: string | null;
  readonly troubles: readonly string[];
  /** Goes into a flash that is blank. */
  readonly application?: ApplicationName | null;
  readonly pace?: boolean;
  readonly seed?: number;
  readonly wiring?: 'uartBridge' | 'usbSerialJtag' | 'none';
}

const usualFlashSizeBytes = 4 * 1024 * 1024;

/** Makes the board, with its flash from the file where there is one; `file.unreadable`, `input.badChoice`. */
export function makeVirtualBoard(request: VirtualBoardRequest): VirtualBoard {
  const { chip, clock, flashFile, application = null, pace, seed, wiring } = request;
  const flashSizeBytes = flashSizeOf(request);
  const troubles = request.troubles.map(parseTrouble);
  // The file comes last: whatever is refused has not made one.
  const file = flashFile === null ? null : openFlashFile(flashFile, flashSizeBytes);
  const isBlank = file === null || file.contents.every((byte) => byte === 0xff);
  const factory = application === null || !isBlank ? null : factoryFlash(chipById(chip), application);
  file?.contents.set(factory ?? []);
  const board = new VirtualBoard({
    ...statedPersonality(request),
    chip,
    clock,
    flashSizeBytes,
    troubles,
    ...(file === null ? (factory === null ? {} : { flash: factory }) : { flash: file.contents }),
    ...(pace === undefined ? {} : { pace }),
    ...(seed === undefined ? {} : { seed }),
    ...(wiring === undefined ? {} : { wiring }),
  });
  file?.follow(board.flashPart);
  if (factory !== null) board.flashPart.onChange?.(0, factory.length);
  return board;
}

function statedPersonality(request: VirtualBoardRequest): Partial<StatedPersonality> {
  const { revision, mac, flashId, efuse, security } = request;
  return {
    ...(revision === undefined ? {} : { revision }),
    ...(mac === undefined ? {} : { mac }),
    ...(flashId === undefined ? {} : { flashId }),
    ...(efuse === undefined ? {} : { efuse }),
    ...(security === undefined ? {} : { security }),
  };
}

/** The size that was asked for, else that of the file. */
function flashSizeOf({ flashSize: text, flashFile }: VirtualBoardRequest): number {
  if (text === null) return (flashFile === null ? null : sizeOfFile(flashFile)) ?? usualFlashSizeBytes;
  const sizeBytes = flashSizeToBytes(text);
  if (sizeBytes !== null && isPartSize(sizeBytes)) return sizeBytes;
  throw new AppError('input.badChoice', { text, what: 'flash size', choices: '256KB, 512KB, 1MB, 2MB, 4MB, … 128MB' });
}

/** Flash parts come in powers of two. */
const isPartSize = (sizeBytes: number): boolean =>
  sizeBytes >= 256 * 1024 && sizeBytes <= 256 * 1024 * 1024 && (sizeBytes & (sizeBytes - 1)) === 0;

/** Null for a file that is empty or not there yet; a firmware file chosen by mistake is not mistaken for a flash. */
function sizeOfFile(path: string): number | null {
  const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (sizeBytes === 0) return null;
  if (isPartSize(sizeBytes)) return sizeBytes;
  const reason = `it holds ${sizeBytes} bytes, and there is no flash of that size`;
  throw new AppError('file.unreadable', { name: path, reason });
}
