/**
 * Seconds since 1970 in 4 or 8 bytes as milliseconds; null for another length, for 0, which is what a board notes that was
 * never told the time, and for what is beyond all dates.
 */
export function secondsAsMs(bytes: Uint8Array | undefined): number | null {
  if (!bytes || !isTimeLength(bytes.length)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const seconds = view.getUint32(0, true) + (bytes.length === 8 ? view.getUint32(4, true) * 2 ** 32 : 0);
  return seconds === 0 || seconds > 8.64e12 ? null : seconds * 1000;
}

/** The other way round. */
export function secondsBytes(ms: number, length: 4 | 8): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const seconds = Math.floor(ms / 1000);
  view.setUint32(0, seconds % 2 ** 32, true);
  if (length === 8) view.setUint32(4, Math.floor(seconds / 2 ** 32), true);
  return bytes;
}

export const isTimeLength = (length: number | undefined): length is 4 | 8 => length === 4 || length === 8;
