import { putWord } from './little-endian';

/** Erase units of every NOR part modelled here. */
export const SECTOR_BYTES = 0x1000;
export const BLOCK_BYTES = 0x1_0000;

/**
 * The parameters that a part tells about itself (JEDEC JESD216): header, one parameter header, and the basic table of
 * a usual part with erase sizes of 4, 32 and 64 KiB.
 */
function sfdpTable(sizeBytes: number): Uint8Array {
  const words = [
    0xfff1_20e5,
    sizeBytes * 8 - 1,
    0x6b08_eb44,
    0xbb42_3b08,
    0xffff_fffe,
    0x0000_ffff,
    0xeb40_ffff,
    0x520f_200c,
    0x0000_d810,
    0x00a6_0236,
    0xc914_ea82,
    0x3376_63e9,
    0x757a_757a,
    0x5cd5_a2f7,
    0xff4d_f719,
    0x80f8_30e9,
  ];
  const table = new Uint8Array(SFDP_BASIC_TABLE + words.length * 4).fill(0xff);
  table.set(new TextEncoder().encode('SFDP'), 0);
  table.set([0x06, 0x01, 0x00, 0xff], 4);
  table.set([0x00, 0x06, 0x01, words.length, SFDP_BASIC_TABLE, 0x00, 0x00, 0xff], 8);
  for (const [index, word] of words.entries()) putWord(table, SFDP_BASIC_TABLE + 4 * index, word);
  return table;
}

/** Eight idle bits belong to the command; without them the first byte is lost in the turn-around. */
function readSfdp(table: Uint8Array, address: number, answerBytes: number, dummyBits: number): Uint8Array {
  const lateBytes = Math.floor((8 - dummyBits) / 8);
  return Uint8Array.from({ length: answerBytes }, (_, index) =>
    index < lateBytes ? 0xff : (table[address + index - lateBytes] ?? 0xff),
  );
}

/** What a flash part is made of. */
export interface NorFlashOptions {
  readonly sizeBytes: number;
  /** JEDEC id as read: manufacturer | type << 8 | capacity << 16. */
  readonly jedecId: number;
  /** False for a part that tells nothing about itself. Default: true. */
  readonly hasSfdp?: boolean;
  /** Bits of status registers 1 to 3 that the part has; the others stay 0 whatever is written. Default: all. */
  readonly statusMask?: number;
  /** Contents to start with; shorter contents are followed by 0xFF. */
  readonly contents?: Uint8Array;
}

const SFDP_BASIC_TABLE = 0x30;
const BUSY_BIT = 0x01;
const WRITE_ENABLE_BIT = 0x02;
/** BP0…BP2: any of them set protects the whole part here (real parts protect a fraction). */
const BLOCK_PROTECT_BITS = 0x1c;

/**
 * A serial NOR flash part: programming only clears bits, erasing sets whole sectors, and the part is
 * spoken to either by the chip's ROM (`program`, `erase…`) or byte by byte over SPI (`command`).
 */
export class NorFlash {
  readonly bytes: Uint8Array;
  readonly jedecId: number;
  private readonly sfdp: Uint8Array | null;
  private readonly statusMask: number;
  /** Offsets of bytes with a worn-out cell. */
  private readonly weakOffsets = new Set<number>();
  /** Status registers 1 to 3 as commands 05h, 35h and 15h read them. */
  private readonly status = new Uint8Array(3);
  /** What the three come back with after a loss of power. */
  private readonly keptStatus = new Uint8Array(3);
  private isWriteEnabled = false;
  /** Enabled by 50h: the next write of a status register does not outlive the power. */
  private isVolatileEnabled = false;
  /** Called after every change with the span it touched. */
  onChange: ((offset: number, lengthBytes: number) => void) | null = null;

  constructor(options: NorFlashOptions) {
    this.bytes = new Uint8Array(options.sizeBytes).fill(0xff);
    if (options.contents !== undefined) this.bytes.set(options.contents.subarray(0, options.sizeBytes));
    this.jedecId = options.jedecId;
    this.statusMask = options.statusMask ?? 0xff_ffff;
    this.sfdp = (options.hasSfdp ?? true) ? sfdpTable(options.sizeBytes) : null;
  }

  get sizeBytes(): number {
    return this.bytes.length;
  }

  /** True while protect bits keep the part from being changed. */
  get isProtected(): boolean {
    return ((this.status[0] ?? 0) & BLOCK_PROTECT_BITS) !== 0;
  }

  /** Power goes and comes back. */
  powerCycle(): void {
    this.status.set(this.keptStatus);
    this.isWriteEnabled = false;
    this.isVolatileEnabled = false;
  }

  /** From now on one bit of the byte at `offset` will not hold a 0. */
  weaken(offset: number): void {
    this.weakOffsets.add(offset);
  }

  /** Clears bits; addresses wrap at the end of the part as they do on the real one. */
  program(offset: number, data: Uint8Array): void {
    if (this.isProtected) return;
    const size = this.bytes.length;
    const start = offset % size;
    const fit = Math.min(data.length, size - start);
    for (let i = 0; i < fit; i++) this.bytes[start + i] = (this.bytes[start + i] ?? 0) & (data[i] ?? 0xff);
    this.applyWeakBits(start, fit);
    this.onChange?.(start, fit);
    if (fit < data.length) this.program(0, data.subarray(fit));
  }

  /** Sets all bits of the sectors that [offset, offset + length) touches. */
  erase(offset: number, lengthBytes: number): void {
    if (this.isProtected || lengthBytes <= 0) return;
    const size = this.bytes.length;
    const start = Math.min(size, offset - (offset % SECTOR_BYTES));
    const end = Math.min(size, Math.ceil((offset + lengthBytes) / SECTOR_BYTES) * SECTOR_BYTES);
    this.bytes.fill(0xff, start, end);
    this.onChange?.(start, end - start);
  }

  /** A copy of a span; what lies past the end reads as the part's beginning (addresses wrap). */
  read(offset: number, lengthBytes: number): Uint8Array {
    const start = offset % this.bytes.length;
    const result = this.bytes.slice(start, start + lengthBytes);
    if (result.length === lengthBytes) return result;
    const wrapped = new Uint8Array(lengthBytes);
    for (let i = 0; i < lengthBytes; i++) wrapped[i] = this.bytes[(start + i) % this.bytes.length] ?? 0xff;
    return wrapped;
  }

  /**
   * One SPI transaction: an opcode, an address (0 where the command has none), what the host clocks
   * out and how many bytes it clocks in after how many idle bits. A part that does not know the opcode answers zeros.
   */
  command(opcode: number, address: number, dataOut: Uint8Array, answerBytes: number, dummyBits = 0): Uint8Array {
    const answer = new Uint8Array(answerBytes);
    switch (opcode) {
      case 0x9f: // read JEDEC id
        for (let i = 0; i < Math.min(3, answerBytes); i++) answer[i] = (this.jedecId >>> (8 * i)) & 0xff;
        break;
      case 0x05:
      case 0x35:
      case 0x15:
        answer.fill(this.statusRegister(opcode));
        break;
      case 0x06:
        this.isWriteEnabled = true;
        break;
      case 0x50:
        this.isVolatileEnabled = true;
        break;
      case 0x5a:
        if (this.sfdp !== null) answer.set(readSfdp(this.sfdp, address, answerBytes, dummyBits));
        break;
      case 0x04:
        this.isWriteEnabled = false;
        break;
      case 0x01:
      case 0x31:
      case 0x11:
        this.writeStatus(opcode, dataOut);
        break;
      case 0x03:
      case 0x0b:
        answer.set(this.read(address, answerBytes));
        break;
      case 0x02:
        this.whenEnabled(() => this.program(address, dataOut));
        break;
      case 0x20:
        this.whenEnabled(() => this.erase(address, 1));
        break;
      case 0xd8:
        this.whenEnabled(() => this.erase(address - (address % BLOCK_BYTES), BLOCK_BYTES));
        break;
      case 0xc7:
      case 0x60:
        this.whenEnabled(() => this.erase(0, this.sizeBytes));
        break;
      default:
        break;
    }
    return answer;
  }

  private statusRegister(opcode: number): number {
    if (opcode === 0x35) return this.status[1] ?? 0;
    if (opcode === 0x15) return this.status[2] ?? 0;
    return ((this.status[0] ?? 0) & ~BUSY_BIT) | (this.isWriteEnabled ? WRITE_ENABLE_BIT : 0);
  }

  private writeStatus(opcode: number, data: Uint8Array): void {
    const targets = this.isWriteEnabled ? [this.status, this.keptStatus] : this.isVolatileEnabled ? [this.status] : [];
    this.isWriteEnabled = false;
    this.isVolatileEnabled = false;
    for (const registers of targets) {
      if (opcode === 0x01) {
        registers[0] = this.kept(0, data[0]) & ~(BUSY_BIT | WRITE_ENABLE_BIT);
        if (data.length > 1) registers[1] = this.kept(1, data[1]);
      } else {
        const index = opcode === 0x31 ? 1 : 2;
        registers[index] = this.kept(index, data[0]);
      }
    }
  }

  private kept(register: number, value = 0): number {
    return value & (this.statusMask >>> (8 * register));
  }

  private whenEnabled(action: () => void): void {
    if (this.isWriteEnabled) action();
    this.isWriteEnabled = false;
  }

  private applyWeakBits(offset: number, lengthBytes: number): void {
    for (const at of this.weakOffsets) {
      if (at < offset || at >= offset + lengthBytes) continue;
      const byte = this.bytes[at] ?? 0xff;
      // Sets the lowest bit that is 0.
      this.bytes[at] = byte | (byte + 1);
    }
  }
}
