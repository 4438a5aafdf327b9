/** The Basic Flash Parameter Table of JEDEC JESD216, revisions A to F, as far as people and programs ask for it. */

/** A way to erase a part of the flash. */
export interface SfdpErase {
  readonly sizeBytes: number;
  readonly opcode: number;
  /** Milliseconds that it usually takes; null where the table does not tell (before JESD216A). */
  readonly typicalMs: number | null;
}

/** A way to read faster than with 03h; `lines`: wires for the command, the address and the data. */
export interface SfdpFastRead {
  readonly lines: '1-1-2' | '1-2-2' | '1-1-4' | '1-4-4' | '2-2-2' | '4-4-4';
  readonly opcode: number;
  /** Idle clocks between address and data, mode clocks not counted. */
  readonly waitClocks: number;
  readonly modeClocks: number;
}

/** Where the bit is that gives two more pins over to data. */
export interface SfdpQuadEnable {
  /** Of the status registers, counted from 1. */
  readonly register: 1 | 2;
  readonly bit: number;
}

/** What the table says. Null: it does not tell. */
export interface SfdpBasics {
  readonly sizeBytes: number | null;
  /** Smallest first. */
  readonly erases: readonly SfdpErase[];
  readonly pageBytes: number | null;
  readonly addressBytes: '3' | '3or4' | '4' | null;
  readonly fastReads: readonly SfdpFastRead[];
  /** Data on both edges of the clock. */
  readonly hasDoubleRate: boolean;
  readonly quadEnable: SfdpQuadEnable | 'none' | null;
}

/** JESD216 has 9 words; revision A made it 16. */
const wordsWithTimes = 10;
const wordsWithPage = 11;
const wordsWithQuadEnable = 15;
const bitsPerByte = 8;
/** Of erase times, in milliseconds. */
const eraseUnitsMs = [1, 16, 128, 1000] as const;
/** No part has more, and 2 to the power of a byte is no size. */
const largestLog2 = 40;

/** Understands the words of the table, the first of them DWORD 1. Takes any words and throws nothing. */
export function decodeBasicTable(words: readonly number[]): SfdpBasics {
  const bits = (dword: number, low: number, count: number): number =>
    Math.floor((words[dword - 1] ?? 0) / 2 ** low) % 2 ** count;
  const has = (dword: number): boolean => words.length >= dword;
  return {
    sizeBytes: has(2) ? sizeOf(words[1] ?? 0) : null,
    erases: eraseTypes(bits, has),
    pageBytes: has(wordsWithPage) ? 2 ** bits(11, 4, 4) : null,
    addressBytes: has(1) ? ((['3', '3or4', '4', null] as const)[bits(1, 17, 2)] ?? null) : null,
    fastReads: fastReads(bits, has),
    hasDoubleRate: bits(1, 19, 1) === 1,
    quadEnable: has(wordsWithQuadEnable) ? quadEnableOf(bits(15, 20, 3)) : null,
  };
}

type Bits = (dword: number, low: number, count: number) => number;
type Has = (dword: number) => boolean;

/** Up to 2 Gbit the number of bits less one; above that its logarithm. */
function sizeOf(density: number): number | null {
  if (density < 0x8000_0000) {
    const sizeBytes = (density + 1) / bitsPerByte;
    return Number.isInteger(sizeBytes) ? sizeBytes : null;
  }
  const log2 = density - 0x8000_0000;
  return log2 <= largestLog2 ? 2 ** log2 / bitsPerByte : null;
}

/** Words 8 and 9 hold a logarithm and an opcode for each of four types; 0 as the logarithm: there is no such type. */
function eraseTypes(bits: Bits, has: Has): readonly SfdpErase[] {
  const types: SfdpErase[] = [];
  for (const [index, { dword, low }] of [
    { dword: 8, low: 0 },
    { dword: 8, low: 16 },
    { dword: 9, low: 0 },
    { dword: 9, low: 16 },
  ].entries()) {
    const log2 = has(dword) ? bits(dword, low, 8) : 0;
    if (log2 === 0 || log2 > largestLog2) continue;
    // Five bits of count (less one) and two of unit for each type, after the four of the multiplier.
    const timeAt = 4 + 7 * index;
    const typicalMs = has(wordsWithTimes)
      ? (bits(10, timeAt, 5) + 1) * (eraseUnitsMs[bits(10, timeAt + 5, 2)] ?? 0)
      : null;
    types.push({ sizeBytes: 2 ** log2, opcode: bits(dword, low + 8, 8), typicalMs });
  }
  return types.sort((a, b) => a.sizeBytes - b.sizeBytes);
}

/** Each mode: the bit that says it is there, and where its clocks and its opcode are. */
const fastReadPlaces = [
  { lines: '1-1-2', there: [1, 16], at: [4, 0] },
  { lines: '1-2-2', there: [1, 20], at: [4, 16] },
  { lines: '1-1-4', there: [1, 22], at: [3, 16] },
  { lines: '1-4-4', there: [1, 21], at: [3, 0] },
  { lines: '2-2-2', there: [5, 0], at: [6, 16] },
  { lines: '4-4-4', there: [5, 4], at: [7, 16] },
] as const;

function fastReads(bits: Bits, has: Has): readonly SfdpFastRead[] {
  return fastReadPlaces.flatMap(({ lines, there: [flagWord, flag], at: [dword, low] }) => {
    if (!has(flagWord) || !has(dword) || bits(flagWord, flag, 1) === 0) return [];
    return [
      { lines, waitClocks: bits(dword, low, 5), modeClocks: bits(dword, low + 5, 3), opcode: bits(dword, low + 8, 8) },
    ];
  });
}

/** "Quad Enable Requirements": several numbers mean the same bit and differ in how it is written. */
function quadEnableOf(code: number): SfdpQuadEnable | 'none' | null {
  switch (code) {
    case 0:
      return 'none';
    case 2:
      return { register: 1, bit: 6 };
    case 3:
      return { register: 2, bit: 7 };
    case 1:
    case 4:
    case 5:
    case 6:
      return { register: 2, bit: 1 };
    default:
      return null;
  }
}
