import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import type { Abortable } from './loader';

/** Bits of the SPI controller's USER register and of CMD; technical reference manuals, "SPI Controller". */
const userCommand = 0x8000_0000;
const userAddress = 0x4000_0000;
const userDummy = 0x2000_0000;
const userMiso = 0x1000_0000;
const userMosi = 0x0800_0000;
const startUserCommand = 1 << 18;
/** USER2: bits of the command byte, less one, in the upper nibble. */
const commandOfEightBits = 7 * 0x1000_0000;
const pollRounds = 10;
const wordBytes = 4;
/** Registers W0 to W15. */
const bufferBytes = 64;

/** Access to the chip's registers, as a loader gives it. */
export interface RegisterAccess {
  readonly chip: ChipDescriptor;
  readonly kind: 'rom' | 'stub';
  readRegister(address: number, options?: Abortable): Promise<number>;
  writeRegister(address: number, value: number, options?: Abortable): Promise<void>;
}

/** One command to the flash part. */
export interface SpiFlashCommand extends Abortable {
  readonly command: number;
  readonly data?: Uint8Array;
  readonly readBits?: number;
  readonly address?: number;
  readonly addressBits?: number;
  readonly dummyBits?: number;
}

/**
 * Runs one command on the flash part by setting up a "user" transaction in the SPI controller, as
 * loaders have no command for it. Answers the words of the data buffer that hold what was read. The
 * order of register writes is the reference tool's.
 */
export async function spiFlashCommand(registers: RegisterAccess, request: SpiFlashCommand): Promise<readonly number[]> {
  const { spi } = registers.chip;
  const { command, data = new Uint8Array(0), readBits = 0, address = 0, addressBits = 0, dummyBits = 0 } = request;
  if (data.length > bufferBytes || readBits > bufferBytes * 8) {
    throw new AppError('internal', { reason: 'SPI command longer than the buffer' });
  }
  const options: Abortable = request.signal === undefined ? {} : { signal: request.signal };
  const read = (offset: number): Promise<number> => registers.readRegister(spi.base + offset, options);
  const write = (offset: number, value: number): Promise<void> =>
    registers.writeRegister(spi.base + offset, value >>> 0, options);

  const oldUser = await read(spi.usr);
  const oldUser2 = await read(spi.usr2);
  const writeBits = data.length * 8;
  let lengths = (dummyBits > 0 ? dummyBits - 1 : 0) | (addressBits > 0 ? (addressBits - 1) << 26 : 0);
  let hasLengths = dummyBits > 0 || addressBits > 0;
  if (spi.mosiDlen === null || spi.misoDlen === null) {
    // ESP8266 keeps the data lengths beside the others.
    lengths |= (readBits > 0 ? (readBits - 1) << 8 : 0) | (writeBits > 0 ? (writeBits - 1) << 17 : 0);
    hasLengths = true;
  } else {
    if (writeBits > 0) await write(spi.mosiDlen, writeBits - 1);
    if (readBits > 0) await write(spi.misoDlen, readBits - 1);
  }
  if (hasLengths) await write(spi.usr1, lengths);
  let user = userCommand;
  if (addressBits > 0) user += userAddress;
  if (dummyBits > 0) user += userDummy;
  if (readBits > 0) user += userMiso;
  if (writeBits > 0) user += userMosi;
  await write(spi.usr, user);
  await write(spi.usr2, commandOfEightBits + command);
  if (addressBits > 0) await write(spi.addr, spi.addrIsMsbFirst ? address << (32 - addressBits) : address);

  const words = littleEndianWords(data);
  if (words.length === 0) await write(spi.w0, 0);
  for (const [index, word] of words.entries()) await write(spi.w0 + index * wordBytes, word);
  await write(0, startUserCommand);
  await waitUntilDone(registers, options);

  const answer: number[] = [];
  for (let bit = 0; bit < Math.max(readBits, 1); bit += 32) answer.push(await read(spi.w0 + bit / 8));
  await write(spi.usr, oldUser);
  await write(spi.usr2, oldUser2);
  return answer;
}

/** JEDEC "read data": 24-bit address, no dummy bits. */
const readDataCommand = 0x03;
const addressBits = 24;
/** What one transaction reads: all that the buffer holds. */
export const spiReadBytes = bufferBytes;

/**
 * Sets the controller up for reading flash `spiReadBytes` at a time and hands `use` the function that reads so much from
 * an offset. Reading piece after piece takes a third fewer register accesses than a command for each.
 */
export async function withSpiReading<T>(
  registers: RegisterAccess,
  options: Abortable,
  use: (readAt: (offset: number) => Promise<Uint8Array>) => Promise<T>,
): Promise<T> {
  const { spi } = registers.chip;
  const read = (offset: number): Promise<number> => registers.readRegister(spi.base + offset, options);
  const write = (offset: number, value: number): Promise<void> =>
    registers.writeRegister(spi.base + offset, value >>> 0, options);
  const oldUser = await read(spi.usr);
  const oldUser2 = await read(spi.usr2);
  const lastBit = spiReadBytes * 8 - 1;
  if (spi.misoDlen !== null) await write(spi.misoDlen, lastBit);
  await write(spi.usr1, ((addressBits - 1) << 26) | (spi.misoDlen === null ? lastBit << 8 : 0));
  await write(spi.usr, userCommand + userAddress + userMiso);
  await write(spi.usr2, commandOfEightBits + readDataCommand);
  const result = await use(async (offset) => {
    await write(spi.addr, spi.addrIsMsbFirst ? offset << (32 - addressBits) : offset);
    await write(0, startUserCommand);
    await waitUntilDone(registers, options);
    const piece = new DataView(new ArrayBuffer(spiReadBytes));
    for (let at = 0; at < spiReadBytes; at += wordBytes) piece.setUint32(at, await read(spi.w0 + at), true);
    return new Uint8Array(piece.buffer);
  });
  await write(spi.usr, oldUser);
  await write(spi.usr2, oldUser2);
  return result;
}

async function waitUntilDone(registers: RegisterAccess, options: Abortable): Promise<void> {
  for (let round = 0; round < pollRounds; round += 1) {
    const state = await registers.readRegister(registers.chip.spi.base, options);
    if ((state & startUserCommand) === 0) return;
  }
  throw new AppError('protocol.badReply', { command: 'SPI flash command', reason: 'the controller stays busy' });
}

function littleEndianWords(data: Uint8Array): number[] {
  const padded = new Uint8Array(Math.ceil(data.length / wordBytes) * wordBytes);
  padded.set(data);
  const view = new DataView(padded.buffer);
  return Array.from({ length: padded.length / wordBytes }, (_, index) => view.getUint32(index * wordBytes, true));
}
