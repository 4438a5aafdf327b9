/**
 * What the bits of a flash part's status registers stand for.
 *
 * Sources: data sheets of W25Q (Winbond), GD25Q (GigaDevice), XM25QH (XMC), BY25Q (Boya), ZB25VQ (Zbit), MX25L
 * (Macronix), IS25LP (ISSI) and MT25Q (Micron). Bits 0 to 4 are the same nearly everywhere; what lies above is a custom
 * of makers, not a standard, and anything shown from this list has to say so.
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

/** Which part, as its JEDEC id tells. */
export interface PartId {
  readonly manufacturerId: number;
  /** Type in the upper byte, capacity in the lower. */
  readonly deviceId: number;
}

/** How many status registers are meant: 1, 2 or 3. */
export type StatusCount = 1 | 2 | 3;

type Layout = readonly StatusBitName[];
const usual: Layout = [
  ...(['wip', 'wel', 'bp0', 'bp1', 'bp2', 'tb', 'sec', 'srp0'] as const),
  ...(['srp1', 'qe', 'maker', 'lb', 'lb', 'lb', 'cmp', 'sus'] as const),
];
const macronix: Layout = ['wip', 'wel', 'bp0', 'bp1', 'bp2', 'bp3', 'qe', 'srp0'];
const micron: Layout = ['wip', 'wel', 'bp0', 'bp1', 'bp2', 'tb', 'bp3', 'srp0'];
const ownBits: readonly StatusBitName[] = ['wip', 'wel', 'sus'];

/** The bits of register 1 that every part sets by itself: writing them makes no sense. */
export const ownStatusBits = 0b11;

/**
 * How many registers can be asked for. To parts of Macronix, ISSI and Micron the command that reads the second one (35h)
 * means "take commands on four wires from now on": they would not understand anything else until the power goes.
 */
export function mostStatusBytes(part: PartId): 1 | 3 {
  return layoutOf(part) === usual ? 3 : 1;
}

/** The bits of the first `bytes` registers, lowest first, as this part's maker uses them. */
export function statusBits(bytes: StatusCount, part: PartId): readonly StatusBit[] {
  const layout = layoutOf(part);
  return Array.from({ length: bytes * 8 }, (_, bit) => {
    const name = layout[bit] ?? 'maker';
    return { bit, name, isOwn: ownBits.includes(name) };
  });
}

const protectBits: readonly StatusBitName[] = ['bp0', 'bp1', 'bp2', 'bp3'];

/** The bits of these registers that have to be 0 for all of the part to be writable, as a mask. */
export function protectMask(bytes: StatusCount, part: PartId): number {
  return maskOf(bytes, part, [...protectBits, 'cmp']);
}

/** Whether some or all of the part is protected, as far as these registers tell: CMP turns the others around. */
export function isWriteProtected(bytes: StatusCount, part: PartId, value: number): boolean {
  const mask = maskOf(bytes, part, protectBits);
  const isTurned = (value & maskOf(bytes, part, ['cmp'])) !== 0;
  return (value & mask) !== (isTurned ? mask : 0);
}

function maskOf(bytes: StatusCount, part: PartId, names: readonly StatusBitName[]): number {
  return statusBits(bytes, part).reduce((mask, { bit, name }) => (names.includes(name) ? mask | (1 << bit) : mask), 0);
}

/** The bits in which two values differ, lowest first. */
export function differingBits(bytes: StatusCount, one: number, other: number): readonly number[] {
  return Array.from({ length: bytes * 8 }, (_, bit) => bit).filter((bit) => (((one ^ other) >>> bit) & 1) === 1);
}

function layoutOf({ manufacturerId, deviceId }: PartId): Layout {
  switch (manufacturerId) {
    case 0xc2:
    case 0x9d:
    case 0xd5:
      return macronix;
    case 0x2c:
      return micron;
    case 0x20:
      // XMC has the same number and other types.
      return deviceId >>> 8 === 0xba || deviceId >>> 8 === 0xbb ? micron : usual;
    default:
      return usual;
  }
}
