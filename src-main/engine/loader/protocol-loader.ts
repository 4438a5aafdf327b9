import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { isUnknownCommandReason } from '../protocol/failure-reasons';
import type { Clock } from '../transport/transport';
import { changeBaudRateOfBoth } from './baud-rate';
import { erasesTooMuch, eraseSizeWithQuirk, sectorSizeBytes } from './erase-size';
import { readFlashSpan } from './flash-reading';
import { writeFlashSpan } from './flash-writing';
import type { Abortable, FlashWrite, Loader, OnFlashBytes, SecurityInfo } from './loader';
import type { LoaderProfile } from './loader-profile';
import type { LoaderSession } from './loader-session';
import { decodeSecurityInfo } from './security-info';
import { eraseSectorBySpi } from './spi-sector-erase';
import { spiFlashCommand } from './spi-flash-command';
import type { SpiFlashCommand } from './spi-flash-command';

/** SPI_SET_PARAMS: everything but the size is the same for every part ("SPI Set Parameters"). */
const blockSizeBytes = 0x1_0000;
const pageSizeBytes = 0x100;
const statusMask = 0xffff;

const allBits = 0xffff_ffff;
/** Time-out of a whole-chip erase where nobody has said how large the flash is. */
const largestUsualFlashBytes = 0x100_0000;

/** A loader spoken to over the serial protocol; the profile says in which dialect. */
export class ProtocolLoader implements Loader {
  readonly kind: 'rom' | 'stub';
  readonly chip: ChipDescriptor;
  readonly clock: Clock;

  constructor(
    readonly session: LoaderSession,
    private readonly profile: LoaderProfile,
  ) {
    this.kind = profile.kind;
    this.chip = session.chip;
    this.clock = session.channel.transport.clock;
  }

  async readRegister(address: number, options: Abortable = {}): Promise<number> {
    const reply = await this.session.channel.request('READ_REG', { address }, options);
    return reply.value;
  }

  async writeRegister(
    address: number,
    value: number,
    options: Abortable & { mask?: number; delayUs?: number } = {},
  ): Promise<void> {
    const { mask = allBits, delayUs = 0 } = options;
    await this.session.channel.request('WRITE_REG', { address, value, mask, delayUs }, options);
  }

  async securityInfo(options: Abortable = {}): Promise<SecurityInfo | null> {
    if (!this.profile.hasSecurityInfo) return null;
    try {
      const reply = await this.session.channel.request('GET_SECURITY_INFO', {}, options);
      return decodeSecurityInfo(reply.data);
    } catch (error) {
      if (isAppError(error, 'protocol.commandFailed') && isUnknownCommandReason(error.facts.reason)) return null;
      throw error;
    }
  }

  async uploadToRam(
    address: number,
    bytes: Uint8Array,
    options: Abortable & { onBytes?: OnFlashBytes } = {},
  ): Promise<void> {
    const { channel, ramBlockSizeBytes: packetSizeBytes } = this.session;
    const packetCount = Math.ceil(bytes.length / packetSizeBytes);
    await channel.request('MEM_BEGIN', { sizeBytes: bytes.length, packetCount, packetSizeBytes, address }, options);
    for (let sequence = 0; sequence < packetCount; sequence += 1) {
      const data = bytes.subarray(sequence * packetSizeBytes, (sequence + 1) * packetSizeBytes);
      await channel.request('MEM_DATA', { sequence, data }, options);
      options.onBytes?.(sequence * packetSizeBytes + data.length);
    }
  }

  async startFromRam(entryAddress: number, options: Abortable = {}): Promise<void> {
    // The loader may be gone before its answer has left.
    const fields = { stayInLoader: 0, entry: entryAddress };
    await withoutAnswer(this.session.channel.request('MEM_END', fields, options));
  }

  async attachFlash(options: Abortable & { connection?: number } = {}): Promise<void> {
    const { connection } = options;
    if (connection !== undefined) {
      if (!this.chip.rom.hasSpiAttach) throw this.unsupported('SPI_ATTACH');
      await this.session.channel.request('SPI_ATTACH', { pins: connection, ...this.attachRest() }, options);
      return;
    }
    switch (this.profile.attach) {
      case 'none':
        return;
      case 'twoWords':
        // 0 = the pins that the eFuses name, or the usual ones; the second word is ROM's own and unused.
        await this.session.channel.request('SPI_ATTACH', { pins: 0, ...this.attachRest() }, options);
        return;
      case 'flashBegin':
        await this.beginNothing(options);
    }
  }

  async setFlashParameters(sizeBytes: number, options: Abortable = {}): Promise<void> {
    if (this.profile.knowsFlashParameters) {
      const fields = { flashId: 0, sizeBytes, blockSizeBytes, sectorSizeBytes, pageSizeBytes, statusMask };
      await this.session.channel.request('SPI_SET_PARAMS', fields, options);
    }
    this.session.flashSizeBytes = sizeBytes;
  }

  async runSpiFlashCommand(
    command: number,
    options: Omit<SpiFlashCommand, 'command'> & { readonly readBits?: number } = {},
  ): Promise<number> {
    const { readBits = 0 } = options;
    const [word = 0] = await spiFlashCommand(this, { ...options, command });
    return readBits >= 32 ? word : word % 2 ** readBits;
  }

  async writeFlash(write: FlashWrite, options: Abortable & { onBytes?: OnFlashBytes } = {}): Promise<void> {
    await writeFlashSpan(this.session, this.profile, write, options);
  }

  /** Each write has been closed by itself: by its END command, or, in ROM, by the answer to its last packet. */
  async finishFlash(options: Abortable = {}): Promise<void> {
    if (options.signal?.aborted === true) throw new AppError('job.cancelled', {});
    return Promise.resolve();
  }

  async softReset(to: 'application' | 'romLoader', options: Abortable = {}): Promise<void> {
    if (this.kind === 'rom') {
      if (to === 'romLoader') return;
      await this.beginNothing(options);
      // "1 = run user code": the ROM leaves with or without an answer.
      await withoutAnswer(this.session.channel.request('FLASH_END', { stayInLoader: 1 }, { ...options, ...briefly }));
      return;
    }
    if (to === 'romLoader') {
      await this.beginNothing(options);
      await withoutAnswer(this.session.channel.request('FLASH_END', { stayInLoader: 0 }, { ...options, ...briefly }));
      return;
    }
    if (!this.profile.runsUserCode) throw this.unsupported('RUN_USER_CODE');
    await withoutAnswer(this.session.channel.request('RUN_USER_CODE', {}, options));
  }

  async md5(offset: number, sizeBytes: number, options: Abortable = {}): Promise<string | null> {
    if (!this.profile.hasMd5) return null;
    const reply = await this.session.channel.request(
      'SPI_FLASH_MD5',
      { offset, sizeBytes },
      { ...options, workBytes: sizeBytes },
    );
    // ROM answers 32 hexadecimal digits, the stub 16 bytes.
    if (reply.data.length === 32) return String.fromCharCode(...reply.data).toLowerCase();
    return Array.from(reply.data, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async readFlash(
    offset: number,
    sizeBytes: number,
    options: Abortable & { onBytes?: OnFlashBytes } = {},
  ): Promise<Uint8Array> {
    return await readFlashSpan(this.session, this.profile, this, offset, sizeBytes, options);
  }

  async eraseFlash(options: Abortable = {}): Promise<void> {
    const { channel, flashSizeBytes } = this.session;
    if (this.profile.hasEraseCommands) {
      await channel.request('ERASE_FLASH', {}, { ...options, workBytes: flashSizeBytes ?? largestUsualFlashBytes });
      return;
    }
    if (flashSizeBytes === null) throw this.unsupported('ERASE_FLASH');
    await this.eraseRegion(0, flashSizeBytes, options);
  }

  async eraseRegion(offset: number, sizeBytes: number, options: Abortable = {}): Promise<void> {
    if (sizeBytes === 0) return;
    if (this.profile.hasEraseCommands) {
      await this.session.channel.request('ERASE_REGION', { offset, sizeBytes }, { ...options, workBytes: sizeBytes });
      return;
    }
    if (this.profile.eraseSizeQuirk && erasesTooMuch(offset, sizeBytes)) {
      const restBytes = sizeBytes - sectorSizeBytes;
      await this.eraseRegion(offset, restBytes, options);
      await eraseSectorBySpi(this, this.clock, offset + restBytes, options);
      return;
    }
    const { packetSizeBytes } = this.profile;
    await this.session.channel.request(
      'FLASH_BEGIN',
      {
        eraseSizeBytes: this.profile.eraseSizeQuirk ? eraseSizeWithQuirk(offset, sizeBytes) : sizeBytes,
        packetCount: Math.ceil(sizeBytes / packetSizeBytes),
        packetSizeBytes,
        offset,
        ...this.plainWord(),
      },
      { ...options, workBytes: sizeBytes },
    );
  }

  async changeBaudRate(baudRate: number, options: Abortable = {}): Promise<void> {
    await changeBaudRateOfBoth(this.session, this.profile, baudRate, options);
  }

  private async beginNothing(options: Abortable): Promise<void> {
    const { packetSizeBytes } = this.profile;
    await this.session.channel.request(
      'FLASH_BEGIN',
      { eraseSizeBytes: 0, packetCount: 0, packetSizeBytes, offset: 0, ...this.plainWord() },
      options,
    );
  }

  /** ROM wants a second word; the stub would take its length for a mistake. */
  private attachRest(): { reserved?: number } {
    return this.kind === 'rom' ? { reserved: 0 } : {};
  }

  private plainWord(): { encrypted?: number } {
    return this.profile.beginHasEncryptedWord ? { encrypted: 0 } : {};
  }

  private unsupported(command: string): AppError {
    return new AppError('protocol.unsupported', { command, chip: this.chip.id, loader: this.kind });
  }
}

/** A loader that leaves answers at once or not at all. */
const briefly = { timeoutMs: 200 } as const;

async function withoutAnswer(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    const isSilence = isAppError(error, 'protocol.timeout') || isAppError(error, 'protocol.badFrame');
    if (!isSilence) throw error;
  }
}
