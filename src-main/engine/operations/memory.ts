import { AppError } from '../../../src-shared/errors/app-error';
import type { Abortable, Loader } from '../loader/loader';

const wordBytes = 4;

/** Reads the CPU's address space word by word; the ends may lie inside a word. */
export async function readMemory(
  loader: Loader,
  address: number,
  sizeBytes: number,
  options: Abortable & { readonly onBytes?: (doneBytes: number) => void } = {},
): Promise<Uint8Array> {
  const { signal, onBytes } = options;
  const abortable: Abortable = signal === undefined ? {} : { signal };
  const first = address - (address % wordBytes);
  const end = address + sizeBytes;
  const words = new DataView(new ArrayBuffer(Math.ceil((end - first) / wordBytes) * wordBytes));
  for (let at = first; at < end; at += wordBytes) {
    words.setUint32(at - first, await loader.readRegister(at, abortable), true);
    onBytes?.(Math.min(sizeBytes, at + wordBytes - address));
  }
  return new Uint8Array(words.buffer).slice(address - first, end - first);
}

/** Reads the aligned word at an address; `plan.unaligned` for one that is not a word's. */
export async function readWord(loader: Loader, address: number, options: Abortable = {}): Promise<number> {
  checkWord(address);
  return (await loader.readRegister(address, options)) >>> 0;
}

/** Writes `value` into the bits of `mask`; `plan.unaligned` for an address that is not a word's. */
export async function writeWord(
  loader: Loader,
  address: number,
  value: number,
  mask: number,
  options: Abortable = {},
): Promise<void> {
  checkWord(address);
  await loader.writeRegister(address, value, { ...options, mask });
}

function checkWord(address: number): void {
  if (address % wordBytes !== 0)
    throw new AppError('plan.unaligned', { name: 'word', offset: address, align: wordBytes });
}
