/** One after the other, `sizeBytes` in all: what is beyond is cut off, what is missing stays 0. */
export function joinBytes(parts: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const joined = new Uint8Array(sizeBytes);
  let at = 0;
  for (const part of parts) {
    if (at >= sizeBytes) break;
    joined.set(part.subarray(0, sizeBytes - at), at);
    at += part.length;
  }
  return joined;
}
