import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';

/** What people are told about a span of addresses; the keys of `memory.types` in the locale files. */
export type MemoryWord =
  | 'DRAM'
  | 'IRAM'
  | 'DIRAM'
  | 'DROM'
  | 'IROM'
  | 'DROM_MASK'
  | 'IROM_MASK'
  | 'RTC'
  | 'EXTRAM_DATA'
  | 'CACHE'
  | 'INTERNAL'
  | 'DPORT'
  | 'EFUSE';

/** A span that has a name, end exclusive. */
export interface NamedRange {
  readonly word: MemoryWord;
  readonly start: number;
  readonly end: number;
}

/** Registers of the eFuse controller: its blocks lie in the first of them. */
const efuseBytes = 0x200;

/**
 * Names of the chips' memory maps by what they mean. What is no memory but a property of one (byte access) and
 * fillers are left out.
 */
const words: Readonly<Record<string, MemoryWord>> = {
  DRAM: 'DRAM',
  IRAM: 'IRAM',
  DIRAM_DRAM: 'DIRAM',
  DIRAM_IRAM: 'DIRAM',
  DROM: 'DROM',
  IROM: 'IROM',
  DROM_MASK: 'DROM_MASK',
  IROM_MASK: 'IROM_MASK',
  RTC_DRAM: 'RTC',
  RTC_IRAM: 'RTC',
  RTC_DATA: 'RTC',
  EXTRAM_DATA: 'EXTRAM_DATA',
  CACHE_PRO: 'CACHE',
  CACHE_APP: 'CACHE',
  MEM_INTERNAL: 'INTERNAL',
  MEM_INTERNAL2: 'INTERNAL',
  DPORT: 'DPORT',
};

/** The memory of a chip, by address; one span that has two names of the same meaning is told once. */
export function memoryRanges({ memoryMap, efuseBase }: Pick<ChipDescriptor, 'memoryMap' | 'efuseBase'>): NamedRange[] {
  const named = memoryMap.flatMap(([start, end, name]): NamedRange[] => {
    const word = words[name];
    return word === undefined ? [] : [{ word, start, end }];
  });
  const efuses: NamedRange[] =
    efuseBase === null ? [] : [{ word: 'EFUSE', start: efuseBase, end: efuseBase + efuseBytes }];
  return [...named, ...efuses]
    .filter((range, index, all) => all.findIndex((other) => isSame(range, other)) === index)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function isSame(a: NamedRange, b: NamedRange): boolean {
  return a.word === b.word && a.start === b.start && a.end === b.end;
}

/** What is at an address: the narrowest span that holds it; null where nothing is known to be. */
export function rangeAt(ranges: readonly NamedRange[], address: number): NamedRange | null {
  const holding = ranges.filter(({ start, end }) => address >= start && address < end);
  const [narrowest] = holding.sort((a, b) => a.end - a.start - (b.end - b.start));
  return narrowest ?? null;
}
