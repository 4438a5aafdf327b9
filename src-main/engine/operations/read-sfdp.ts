import type { Abortable, Loader } from '../loader/loader';

/** JEDEC JESD216: 24-bit address, eight idle bits. */
const readSfdpCommand = 0x5a;
const addressBits = 24;
const dummyBits = 8;
const wordBytes = 4;

/** Reads the parameters that a flash part tells about itself, from a byte offset into them. */
export async function readSfdp(
  loader: Loader,
  address: number,
  sizeBytes: number,
  options: Abortable = {},
): Promise<Uint8Array> {
  const bytes = new Uint8Array(sizeBytes);
  for (let done = 0; done < sizeBytes; done += wordBytes) {
    const count = Math.min(wordBytes, sizeBytes - done);
    const word = await loader.runSpiFlashCommand(readSfdpCommand, {
      ...options,
      address: address + done,
      addressBits,
      dummyBits,
      readBits: count * 8,
    });
    for (let index = 0; index < count; index += 1) bytes[done + index] = (word / 2 ** (8 * index)) & 0xff;
  }
  return bytes;
}

/** Size of the part as its basic parameter table tells it; null where there is no such table. */
export async function readSfdpSize(loader: Loader, options: Abortable = {}): Promise<number | null> {
  const header = await readSfdp(loader, 0, 16, options);
  if (String.fromCharCode(...header.subarray(0, 4)) !== 'SFDP') return null;
  const table = (header[12] ?? 0) | ((header[13] ?? 0) << 8) | ((header[14] ?? 0) << 16);
  const density = new DataView((await readSfdp(loader, table + 4, 4, options)).buffer).getUint32(0, true);
  // Up to 2 Gbit the number of bits less one; above that its logarithm.
  const bits = density < 0x8000_0000 ? density + 1 : 2 ** (density - 0x8000_0000);
  return bits / 8;
}
