import type { SpiRegisters } from '../../src-shared/chips/chip-descriptor';
import type { RegisterBlock } from './address-space';
import { putWord } from './little-endian';
import type { NorFlash } from './nor-flash';

const CMD = 0x00;
const CMD_USER = 1 << 18;
const USER_COMMAND = 0x8000_0000;
const USER_ADDRESS = 0x4000_0000;
const USER_DUMMY = 0x2000_0000;
const USER_MISO = 0x1000_0000;
const USER_MOSI = 0x0800_0000;
/** The data buffer W0…W15. */
const BUFFER_BYTES = 64;

/** Values of USR and USR2 after reset, as read from a real ESP32 and ESP32-C3 in download mode. */
const usrAfterReset = { msbFirst: 0x8000_0000, lsbFirst: 0x8000_00c0 };
const USR2_AFTER_RESET = 0x7000_0000;

/**
 * The SPI controller in front of the flash part, as far as host tools use it: "user" transactions of
 * up to 64 bytes set up by registers and started by bit 18 of CMD.
 */
export class SpiController implements RegisterBlock {
  readonly startAddress: number;
  readonly endAddress: number;
  private attached = false;
  private readonly registers = new Map<number, number>();

  constructor(
    private readonly layout: SpiRegisters,
    private readonly flash: NorFlash,
    private readonly hasPower: () => boolean = () => true,
    /** Word of SPI_ATTACH that names the pins to which the part is wired. */
    private readonly connection = 0,
  ) {
    this.startAddress = layout.base;
    this.endAddress = layout.base + layout.w0 + BUFFER_BYTES;
    this.reset();
  }

  /** False until the controller is connected to the flash part's pins; then everything reads as ones. */
  get isAttached(): boolean {
    return this.attached;
  }

  /** Connects the controller to some pins: in vain where the flash part is at others, or has no supply. */
  attach(connection = 0): void {
    this.attached = connection === this.connection && this.hasPower();
  }

  /** Registers to their values after a chip reset, which also lets go of the flash part's pins. */
  reset(): void {
    this.attached = false;
    this.registers.clear();
    this.registers.set(this.layout.usr, this.layout.addrIsMsbFirst ? usrAfterReset.msbFirst : usrAfterReset.lsbFirst);
    this.registers.set(this.layout.usr2, USR2_AFTER_RESET);
  }

  read(address: number): number {
    return this.get(address - this.layout.base);
  }

  write(address: number, value: number): void {
    const offset = address - this.layout.base;
    if (offset !== CMD) this.registers.set(offset, value);
    else if ((value & CMD_USER) !== 0) this.runUserTransaction();
    // A command bit reads back as 0 once the transaction is over, which here is at once.
  }

  private get(offset: number): number {
    return this.registers.get(offset) ?? 0;
  }

  private runUserTransaction(): void {
    const { layout } = this;
    const usr = this.get(layout.usr);
    const usr1 = this.get(layout.usr1);
    // ESP8266 keeps the data lengths in USR1; later chips have a register for each.
    const mosiBits =
      (usr & USER_MOSI) === 0
        ? 0
        : 1 + (layout.mosiDlen === null ? (usr1 >>> 17) & 0x1ff : this.get(layout.mosiDlen) & 0x3ff);
    const misoBits =
      (usr & USER_MISO) === 0
        ? 0
        : 1 + (layout.misoDlen === null ? (usr1 >>> 8) & 0x1ff : this.get(layout.misoDlen) & 0x3ff);
    const opcode = (usr & USER_COMMAND) === 0 ? 0 : this.get(layout.usr2) & 0xff;
    const address = (usr & USER_ADDRESS) === 0 ? 0 : this.transactionAddress(1 + (usr1 >>> 26));
    const dummyBits = (usr & USER_DUMMY) === 0 ? 0 : 1 + (usr1 & 0xff);
    const answerBytes = Math.min(BUFFER_BYTES, Math.ceil(misoBits / 8));
    const answer = this.isAttached
      ? this.flash.command(opcode, address, this.buffer(Math.ceil(mosiBits / 8)), answerBytes, dummyBits)
      : new Uint8Array(answerBytes).fill(0xff);
    for (let at = 0; at < answerBytes; at += 4) {
      let word = 0;
      for (let i = 0; i < 4; i++) word |= (answer[at + i] ?? 0) << (8 * i);
      this.registers.set(layout.w0 + at, word >>> 0);
    }
  }

  private transactionAddress(bits: number): number {
    const value = this.get(this.layout.addr);
    if (this.layout.addrIsMsbFirst) return value >>> (32 - bits);
    return bits >= 32 ? value : value & ((1 << bits) - 1);
  }

  private buffer(lengthBytes: number): Uint8Array {
    const bytes = new Uint8Array(BUFFER_BYTES);
    for (let at = 0; at < BUFFER_BYTES; at += 4) putWord(bytes, at, this.get(this.layout.w0 + at));
    return bytes.subarray(0, Math.min(BUFFER_BYTES, lengthBytes));
  }
}
