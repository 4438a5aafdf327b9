/**
 * Seconds since 1970 in 4 or 8 bytes as milliseconds; null for another length, for 0, which is what a board notes that was
 * never told the time, and for what is beyond all dates.
 */
export function secondsAsMs(bytes: Uint8Array | undefined): number | null {
  if (bytes?.length !== 4 && bytes?.length !== 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const seconds = view.getUint32(0, true) + (bytes.length === 8 ? view.getUint32(4, true) * 2 ** 32 : 0);
  return seconds === 0 || seconds > 8.64e12 ? null : seconds * 1000;
}
