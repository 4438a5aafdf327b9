import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { ElfPart } from '../../../src-shared/formats/elf';
import { memoryTypes } from '../../../src-shared/chips/memory-types';

/** Bytes for one address, a whole number of words. */
export interface LoadSegment {
  /** Of the first section in it. */
  readonly name: string;
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly isExecutable: boolean;
}

const wordSize = 4;

/** One past the last address. */
export function endOf({ address, bytes }: Pick<LoadSegment, 'address' | 'bytes'>): number {
  return address + bytes.length;
}

/** The same bytes with zeros behind them, up to a multiple of `align`. */
export function padded(bytes: Uint8Array, align: number): Uint8Array {
  const rest = bytes.length % align;
  if (rest === 0) return bytes;
  const whole = new Uint8Array(bytes.length + align - rest);
  whole.set(bytes);
  return whole;
}

/**
 * Segments of an image from sections or segments of a program, in their order, filled up with zeros to whole words,
 * which is what ROM loads. Two that follow one another in the list and in memory become one, unless one holds
 * instructions and the other does not, or they lie in different kinds of memory: code and constants of chips with
 * one bus for both must stay apart to be mapped apart.
 */
export function loadSegments(parts: readonly ElfPart[], chip: ChipDescriptor): LoadSegment[] {
  const groups: ElfPart[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group !== undefined && previous !== undefined && belongTogether(previous, part, chip)) group.push(part);
    else groups.push([part]);
  }
  return groups.map(joinGroup);
}

function belongTogether(first: ElfPart, next: ElfPart, chip: ChipDescriptor): boolean {
  const endOfWord = first.address + Math.ceil(first.bytes.length / wordSize) * wordSize;
  const isBehind =
    next.address === endOfWord ||
    (isMappedFlash(chip, first.address) && next.address >= endOf(first) && next.address < endOfWord);
  return (
    isBehind &&
    first.isExecutable === next.isExecutable &&
    memoryTypes(chip, first.address).join() === memoryTypes(chip, next.address).join()
  );
}

function joinGroup(group: readonly ElfPart[]): LoadSegment {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('an empty group');
  if (group.length === 1) return { ...first, bytes: padded(first.bytes, wordSize) };
  const bytes = new Uint8Array(Math.ceil((endOf(last) - first.address) / wordSize) * wordSize);
  for (const part of group) bytes.set(part.bytes, part.address - first.address);
  return { ...first, bytes };
}

/** Ascending by address; a copy. */
export function sortedByAddress<T extends { readonly address: number }>(segments: readonly T[]): T[] {
  return [...segments].sort((a, b) => a.address - b.address);
}

/** Whether the CPU reads this address from flash through the cache. */
export function isMappedFlash(chip: ChipDescriptor, address: number): boolean {
  return chip.mappedFlash.some(([start, end]) => address >= start && address < end);
}
