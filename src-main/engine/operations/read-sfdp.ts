import { sfdpExtent, sfdpHeaderBytes, sfdpHeadersEnd } from '../../../src-shared/formats/sfdp';
import type { Abortable, Loader } from '../loader/loader';

/** JEDEC JESD216: 24-bit address, eight idle bits. */
const readSfdpCommand = 0x5a;
const addressBits = 24;
const dummyBits = 8;
const wordBytes = 4;
/** More than the tables of any part; what a header places beyond it is left out. */
const mostBytes = 2048;

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

/** Options of `readAllSfdp`. */
export interface ReadAllSfdpOptions extends Abortable {
  /** How many bytes are there, of how many. */
  readonly onBytes?: (doneBytes: number, totalBytes: number) => void;
}

/**
 * All the parameters from their beginning up to the end of the last table, as the headers say; null for a part that has
 * none. No more than `mostBytes`, whatever the headers say.
 */
export async function readAllSfdp(loader: Loader, options: ReadAllSfdpOptions = {}): Promise<Uint8Array | null> {
  const { onBytes, ...abortable } = options;
  let bytes = await readSfdp(loader, 0, sfdpHeaderBytes, abortable);
  const headersEnd = sfdpHeadersEnd(bytes);
  if (headersEnd === null) return null;
  const readUpTo = async (end: number): Promise<void> => {
    const pieceBytes = 32;
    while (bytes.length < end) {
      const count = Math.min(pieceBytes, end - bytes.length);
      const piece = await readSfdp(loader, bytes.length, count, abortable);
      bytes = Uint8Array.from([...bytes, ...piece]);
      onBytes?.(bytes.length, end);
    }
  };
  await readUpTo(Math.min(mostBytes, headersEnd));
  await readUpTo(sfdpExtent(bytes, mostBytes) ?? bytes.length);
  return bytes;
}
