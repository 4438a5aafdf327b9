/** Reads `48 65 6c`, `0x48,0x65` or `48656c`; null where that is no whole number of bytes. */
export function parseHexBytes(text: string): Uint8Array | null {
  const digits = text
    .replaceAll(/0x/gi, ' ')
    .split(/[\s,;:-]+/)
    .filter((part) => part !== '');
  const bytes: number[] = [];
  for (const part of digits) {
    // One digit is a byte by itself; several have to be whole bytes.
    const padded = part.length === 1 ? `0${part}` : part;
    if (padded.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(padded)) return null;
    for (let at = 0; at < padded.length; at += 2) bytes.push(Number.parseInt(padded.slice(at, at + 2), 16));
  }
  return bytes.length === 0 ? null : Uint8Array.from(bytes);
}
