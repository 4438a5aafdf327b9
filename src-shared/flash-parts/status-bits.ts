/**
 * What the bits of a flash part's status registers stand for.
 *
 * Sources: data sheets of W25Q (Winbond), GD25Q (GigaDevice), XM25QH (XMC), BY25Q (Boya), ZB25VQ (Zbit), MX25L
 * (Macronix) and IS25LP (ISSI). Bits 0 to 4 are the same nearly everywhere; what lies above is a custom of makers, not
 * a standard, and anything shown from this list has to say so.
 */

/** What a bit is for; `maker`: nothing that could be said without the part's data sheet. */
export type StatusBitName =
  | 'wip'
  | 'wel'
  | 'bp0'
  | 'bp1'
  | 'bp2'
  | 'bp3'
  | 'tb'
  | 'sec'
  | 'srp0'
  | 'srp1'
  | 'qe'
  | 'lb'
  | 'cmp'
  | 'sus'
  | 'maker';

/** One bit of the registers taken as one number: bit 8 is the lowest of register 2. */
export interface StatusBit {
  readonly bit: number;
  readonly name: StatusBitName;
  /** The part sets and clears it by itself; what is written there is ignored. */
  readonly isOwn: boolean;
}

/** Macronix and ISSI keep a fourth protect bit and the quad bit in the first register, and have other second ones. */
const quadInFirst: readonly number[] = [0xc2, 0x9d, 0xd5];

const usual: readonly StatusBitName[] = [
  ...(['wip', 'wel', 'bp0', 'bp1', 'bp2', 'tb', 'sec', 'srp0'] as const),
  ...(['srp1', 'qe', 'maker', 'lb', 'lb', 'lb', 'cmp', 'sus'] as const),
];
const ofQuadInFirst: readonly StatusBitName[] = ['wip', 'wel', 'bp0', 'bp1', 'bp2', 'bp3', 'qe', 'srp0'];
const ownBits: readonly StatusBitName[] = ['wip', 'wel', 'sus'];

/** The bits that the part sets by itself: writing them makes no sense. */
export const ownStatusBits = 0b11;
/** BP0 to BP2. */
export const protectStatusBits = 0b1_1100;

/** The bits of the first `bytes` registers, lowest first, as this maker (JEP106 number; null: unknown) uses them. */
export function statusBits(bytes: 1 | 2 | 3, manufacturerId: number | null): readonly StatusBit[] {
  const names = manufacturerId !== null && quadInFirst.includes(manufacturerId) ? ofQuadInFirst : usual;
  return Array.from({ length: bytes * 8 }, (_, bit) => {
    const name = names[bit] ?? 'maker';
    return { bit, name, isOwn: ownBits.includes(name) };
  });
}

/** The bits in which two values differ, lowest first. */
export function differingBits(bytes: 1 | 2 | 3, one: number, other: number): readonly number[] {
  return Array.from({ length: bytes * 8 }, (_, bit) => bit).filter((bit) => (((one ^ other) >>> bit) & 1) === 1);
}
