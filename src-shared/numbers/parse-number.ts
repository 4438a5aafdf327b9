import { AppError } from '../errors/app-error';

const KIB = 1024;
const MIB = 1024 * 1024;

/** One past the last address of a 32-bit flash or memory space: the largest number that makes sense here. */
const LIMIT = 2 ** 32;

/**
 * Reads an address or a size as people write them: `0x1000`, `4096`, `4k`, `4KB`, `2M`, `2MB` (1k = 1024).
 * Underscores between digits are ignored. `what` names the value in the message, e.g. `Address`.
 *
 * @throws AppError `input.notANumber` for anything else, for fractions, and outside 0..2^32.
 */
export function parseSize(text: string, what: string): number {
  const match = /^(?:0x([0-9a-f][0-9a-f_]*)|([0-9][0-9_]*)(?:([km])i?b?)?)$/i.exec(text.trim());
  const digits = match?.[1] ?? match?.[2];
  if (!match || digits === undefined) throw new AppError('input.notANumber', { text, what });
  const unit = match[3]?.toLowerCase();
  const factor = unit === 'k' ? KIB : unit === 'm' ? MIB : 1;
  const value = Number.parseInt(digits.replaceAll('_', ''), match[1] === undefined ? 10 : 16) * factor;
  if (!(value <= LIMIT)) throw new AppError('input.notANumber', { text, what });
  return value;
}

/** `0x1000`; with `digits` the number is padded: `formatHex(0x42, 8)` → `0x00000042`. Bit patterns below zero are read as unsigned. */
export function formatHex(value: number, digits = 0): string {
  return `0x${(value < 0 ? value >>> 0 : value).toString(16).padStart(digits, '0')}`;
}

/** A size for people: `17 bytes`, `3 KB`, `1.5 MB`, in units of 1024 and with at most one decimal. */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < KIB) return sizeBytes === 1 ? '1 byte' : `${sizeBytes} bytes`;
  const [amount, unit] = sizeBytes < MIB ? [sizeBytes / KIB, 'KB'] : [sizeBytes / MIB, 'MB'];
  return `${Math.round(amount * 10) / 10} ${unit}`;
}
