import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { inflate } from 'pako';
import type { FlashWrite, Loader } from '../../../src-main/engine/loader/loader';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { chipById } from '../../../src-shared/chips';
import type { ChipDescriptor, ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';

/**
 * A loader whose flash is an array and that fails exactly when told to, for what a whole virtual board
 * cannot time: a failure of the second write alone, a refusal of one command.
 */
export class MemoryLoader implements Loader {
  readonly chip: ChipDescriptor;
  readonly clock = new FakeClock({ autoAdvance: true });
  readonly flash = new Uint8Array(4 * 1024 * 1024).fill(0xff);
  readonly registers = new Map<number, number>();
  /** Commands in the order in which they came: `write 1000 z`, `md5 1000 16`, … */
  readonly calls: string[] = [];
  /** Asked before each write and each MD5; what it throws is what the call rejects with. */
  beforeCall: (call: string) => void = () => undefined;
  /** Address of a byte whose bit 0 cannot be cleared; null = healthy flash. */
  stuckByte: number | null = null;
  hasMd5 = true;
  baudRate = 115_200;
  /** Rates at which every exchange fails, and rates that the chip does not follow. */
  noisyRates: readonly number[] = [];
  refusedRates: readonly number[] = [];

  constructor(
    chip: ChipId,
    readonly kind: 'rom' | 'stub' = 'stub',
  ) {
    this.chip = chipById(chip);
  }

  readRegister(address: number): Promise<number> {
    this.calls.push(`read ${address.toString(16)}`);
    if (this.noisyRates.includes(this.baudRate)) return Promise.reject(timeout('READ_REG'));
    return Promise.resolve(this.registers.get(address) ?? 0);
  }

  writeRegister(address: number, value: number): Promise<void> {
    this.calls.push(`writeRegister ${address.toString(16)}`);
    this.registers.set(address, value);
    return Promise.resolve();
  }

  securityInfo = (): Promise<null> => Promise.resolve(null);

  async uploadToRam(address: number, bytes: Uint8Array): Promise<void> {
    await this.call(`upload ${address.toString(16)} ${bytes.length}`);
  }

  async startFromRam(entryAddress: number): Promise<void> {
    await this.call(`start ${entryAddress.toString(16)}`);
  }

  attachFlash(): Promise<void> {
    this.calls.push('attach');
    return Promise.resolve();
  }

  setFlashParameters(sizeBytes: number): Promise<void> {
    this.calls.push(`parameters ${sizeBytes}`);
    return Promise.resolve();
  }

  flashId = 0x1640ef;
  runSpiFlashCommand(command: number, options?: { readBits?: number }): Promise<number> {
    this.calls.push(`spi ${command.toString(16)} ${options?.readBits ?? 0}`);
    return Promise.resolve(this.flashId);
  }

  async writeFlash(
    { offset, bytes, compressed }: FlashWrite,
    options: { signal?: AbortSignal; onBytes?: (bytes: number) => void } = {},
  ): Promise<void> {
    await this.call(`write ${offset.toString(16)}${compressed === null ? '' : ' z'}`);
    const contents = compressed === null ? bytes : inflate(compressed);
    for (let done = 0; done < contents.length;) {
      await new Promise<void>((resolve) => this.clock.after(1, resolve));
      if (options.signal?.aborted === true) throw new AppError('job.cancelled', {});
      const packet = contents.subarray(done, done + 0x400);
      this.flash.set(packet, offset + done);
      done += packet.length;
      options.onBytes?.(done);
    }
    if (this.stuckByte !== null) this.flash[this.stuckByte] = (this.flash[this.stuckByte] ?? 0) | 1;
  }

  async finishFlash(): Promise<void> {
    await this.call('finish');
  }

  async softReset(to: 'application' | 'romLoader'): Promise<void> {
    await this.call(`softReset ${to}`);
  }

  async md5(offset: number, sizeBytes: number): Promise<string | null> {
    await this.call(`md5 ${offset.toString(16)} ${sizeBytes}`);
    return this.hasMd5 ? bytesToHex(md5(this.flash.subarray(offset, offset + sizeBytes))) : null;
  }

  async readFlash(offset: number, sizeBytes: number): Promise<Uint8Array> {
    await this.call(`readFlash ${offset.toString(16)} ${sizeBytes}`);
    return this.flash.slice(offset, offset + sizeBytes);
  }

  async eraseFlash(): Promise<void> {
    await this.call('eraseFlash');
    this.flash.fill(0xff);
  }

  async eraseRegion(offset: number, sizeBytes: number): Promise<void> {
    await this.call(`eraseRegion ${offset.toString(16)} ${sizeBytes}`);
    this.flash.fill(0xff, offset, offset + sizeBytes);
  }

  async changeBaudRate(baudRate: number): Promise<void> {
    await this.call(`baud ${baudRate}`);
    if (this.refusedRates.includes(baudRate)) throw timeout('CHANGE_BAUDRATE');
    this.baudRate = baudRate;
  }

  private call(call: string): Promise<void> {
    this.calls.push(call);
    return new Promise((resolve) => {
      this.beforeCall(call);
      resolve();
    });
  }
}

/** The error of a command that nobody answered. */
export function timeout(command: string): AppError {
  return new AppError('protocol.timeout', { command, timeoutMs: 3000 });
}
