import type { BitField, SplitField } from '../../../src-shared/chips/chip-descriptor';
import type { Abortable, Loader } from '../loader/loader';

/** Reads fields of registers; a word that several fields share crosses the wire once. */
export interface RegisterReader {
  word(address: number): Promise<number>;
  field(field: BitField): Promise<number>;
  /** A value spread over several fields, least significant part first. */
  split(field: SplitField): Promise<number>;
}

/** For words that do not change while a chip is asked about itself: eFuses and settings. */
export function createRegisterReader(loader: Pick<Loader, 'readRegister'>, options: Abortable): RegisterReader {
  const known = new Map<number, number>();
  const word = async (address: number): Promise<number> => {
    const cached = known.get(address);
    if (cached !== undefined) return cached;
    const value = (await loader.readRegister(address, options)) >>> 0;
    known.set(address, value);
    return value;
  };
  const field = async ({ address, shift, bits }: BitField): Promise<number> =>
    Math.floor((await word(address)) / 2 ** shift) % 2 ** bits;
  const split = async (parts: SplitField): Promise<number> => {
    let value = 0;
    let weight = 1;
    for (const part of parts) {
      value += (await field(part)) * weight;
      weight *= 2 ** part.bits;
    }
    return value;
  };
  return { word, field, split };
}
