import { describe, expect, it } from 'vitest';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { chipById } from '../../../src-shared/chips';
import { detectFlash } from '../../../src-main/engine/operations/detect-flash';
import { readFlashStatus, writeFlashStatus } from '../../../src-main/engine/operations/flash-status';
import { loadRam } from '../../../src-main/engine/operations/load-ram';
import { readMemory, readWord, writeWord } from '../../../src-main/engine/operations/memory';
import { readEsp8266ChipId, readEui64, readMac } from '../../../src-main/engine/operations/read-mac';
import { readSfdp, readSfdpSize } from '../../../src-main/engine/operations/read-sfdp';
import { createRegisterReader } from '../../../src-main/engine/operations/register-reader';
import { keyPurposeNames, securitySwitches } from '../../../src-main/engine/operations/security-words';
import { parseSpiConnection } from '../../../src-main/engine/operations/spi-connection';
import { connect } from '../../../src-main/engine/loader/connect';
import { sleep } from '../../../src-main/engine/transport/sleep';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { VirtualBoard } from '../../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../../src-main/virtual/virtual-transport';
import { buildTestImage } from '../../formats/test-image';
import { connectBoard, firmware } from './virtual-board-fixture';

const boards = (['esp8266', 'esp32', 'esp32s2', 'esp32s3', 'esp32c3', 'esp32c6', 'esp32p4'] as const).flatMap(
  (chip): [ChipId, 'rom' | 'stub'][] => [
    [chip, 'stub'],
    [chip, 'rom'],
  ],
);

/** Somewhere in RAM, away from what loaders use. */
const ram: Readonly<Record<string, number>> = { esp8266: 0x3fff_8000, esp32: 0x3ffc_0000 };

describe.each(boards)('%s by its %s', (chip, kind) => {
  it('keeps status registers for good only when asked to', async () => {
    const { loader, board } = await connectBoard({ chip }, kind);
    expect(await readFlashStatus(loader, 3)).toBe(0);
    expect(await writeFlashStatus(loader, 0x0240, 2, { nonVolatile: false })).toBe(0x0240);
    board.flashPart.powerCycle();
    expect(await readFlashStatus(loader, 2)).toBe(0);
    expect(await writeFlashStatus(loader, 0x60_0240, 3, { nonVolatile: true })).toBe(0x60_0240);
    board.flashPart.powerCycle();
    expect(await readFlashStatus(loader, 3)).toBe(0x60_0240);
    expect(await writeFlashStatus(loader, 0x04, 1, { nonVolatile: true })).toBe(0x04);
    // The write-enable latch and the busy bit are no settings.
    expect(await writeFlashStatus(loader, 0x03, 1, { nonVolatile: true })).toBe(0);
  });

  it('reads what the flash part tells about itself', async () => {
    const { loader } = await connectBoard({ chip, flashSizeBytes: 8 << 20 }, kind);
    expect(new TextDecoder().decode(await readSfdp(loader, 0, 4))).toBe('SFDP');
    expect([...(await readSfdp(loader, 8, 7))]).toEqual([0x00, 0x06, 0x01, 0x10, 0x30, 0x00, 0x00]);
    expect(await readSfdpSize(loader)).toBe(8 << 20);
  });

  it('reads and writes memory, words and parts of words', async () => {
    const { loader, board } = await connectBoard({ chip }, kind);
    const address = ram[chip] ?? 0x4ff8_0000;
    await writeWord(loader, address, 0x1234_5678, 0xffff_ffff);
    await writeWord(loader, address, 0xffff_ffff, 0x0000_ff00);
    expect(await readWord(loader, address)).toBe(0x1234_ff78);
    board.memory.writeBytes(address + 4, Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect([...(await readMemory(loader, address + 3, 6))]).toEqual([0x12, 1, 2, 3, 4, 5]);
    await expect(readWord(loader, address + 2)).rejects.toMatchObject({ code: 'plan.unaligned' });
  });
});

describe.each(boards.filter(([, kind]) => kind === 'rom'))('%s', (chip) => {
  const descriptor = chipById(chip);

  it('runs a program that was loaded to RAM', async () => {
    const { loader, board, connection } = await connectBoard({ chip, uploads: 'program' }, 'rom');
    const code = firmware(9_000);
    const address = ram[chip] ?? 0x4ff8_0000;
    const image = ramImage(chip, address, code);
    const steps: number[] = [];
    let text = '';
    board.onBytes((bytes) => (text += String.fromCharCode(...bytes)));
    const loaded = await loadRam(loader, image, { name: 'program.bin', onBytes: (done) => steps.push(done) });
    expect(loaded).toMatchObject({ segments: [{ address, sizeBytes: code.length }] });
    expect(steps.at(-1)).toBe(code.length);
    for (let at = 0; at < code.length; at += 4) {
      expect(board.memory.readWord(address + at)).toBe(new DataView(code.buffer).getUint32(at, true));
    }
    await sleep(connection.transport.clock, 20);
    expect(board.activity).toBe('application');
    // It was jumped to, not reset into.
    expect(text).not.toMatch(/rst:|rst cause/);
  });

  it('refuses a program that is broken, made for another chip, or made for flash', async () => {
    const { loader, board } = await connectBoard({ chip }, 'rom');
    const address = ram[chip] ?? 0x4ff8_0000;
    const broken = ramImage(chip, address, firmware(64));
    broken[40] = (broken[40] ?? 0) ^ 1;
    await expect(loadRam(loader, broken, { name: 'a.bin' })).rejects.toMatchObject({ code: 'plan.imageBroken' });
    if (descriptor.imageChipId !== null) {
      const other = buildTestImage({ chipId: 77, segments: [[address, 64]], firstSegment: firmware(64) });
      await expect(loadRam(loader, other, { name: 'a.bin' })).rejects.toMatchObject({ code: 'plan.wrongChip' });
    }
    const [mapped] = descriptor.mappedFlash;
    if (mapped !== undefined) {
      const inFlash = ramImage(chip, mapped[0], firmware(64));
      await expect(loadRam(loader, inFlash, { name: 'a.bin' })).rejects.toMatchObject({ code: 'plan.imageBroken' });
    }
    expect(board.activity).toBe('romLoader');
  });
});

function ramImage(chip: ChipId, address: number, code: Uint8Array): Uint8Array {
  const { imageChipId } = chipById(chip);
  if (imageChipId !== null) {
    const segments = [[address, code.length]] as const;
    const image = buildTestImage({ chipId: imageChipId, segments, firstSegment: code, hasHash: false });
    new DataView(image.buffer, image.byteOffset).setUint32(4, address, true);
    return image;
  }
  const image = Buffer.alloc(16 + code.length);
  image.set([0xe9, 1, 2, 0]);
  image.writeUInt32LE(address, 4);
  image.writeUInt32LE(address, 8);
  image.writeUInt32LE(code.length, 12);
  image.set(code, 16);
  const checksum = code.reduce((sum, byte) => sum ^ byte, 0xef);
  return new Uint8Array(Buffer.concat([image, Buffer.alloc(15 - (image.length % 16)), Buffer.from([checksum])]));
}

it('an ESP8266 shows its flash by way of the SPI controller, set up once for all of it', async () => {
  const { loader, board } = await connectBoard({ chip: 'esp8266', flash: firmware(8192) }, 'rom');
  const readRegister = loader.readRegister.bind(loader);
  const writeRegister = loader.writeRegister.bind(loader);
  let accesses = 0;
  loader.readRegister = (...args) => (accesses++, readRegister(...args));
  loader.writeRegister = (...args) => (accesses++, writeRegister(...args));
  expect(await loader.readFlash(0x123, 4096)).toEqual(board.flash.slice(0x123, 0x1123));
  // Address, start, one look whether it is done, 16 words; and a handful before and after.
  expect(accesses).toBeLessThanOrEqual(19 * 65 + 8);
});

describe('addresses and ids', () => {
  it.each(['esp32c5', 'esp32c6', 'esp32h2', 'esp32h4'] as const)('%s has an EUI-64', async (chip) => {
    const { loader } = await connectBoard({ chip, mac: '60:55:f9:f7:2c:a2' }, 'rom');
    const registers = createRegisterReader(loader, {});
    expect(await readMac(chipById(chip), registers)).toBe('60:55:f9:f7:2c:a2');
    expect(await readEui64(chipById(chip), registers)).toEqual({
      extension: 'ff:fe',
      eui64: '60:55:f9:ff:fe:f7:2c:a2',
    });
  });

  it('others have none', async () => {
    const { loader } = await connectBoard({ chip: 'esp32c3' }, 'rom');
    expect(await readEui64(chipById('esp32c3'), createRegisterReader(loader, {}))).toBe(null);
  });

  it('ESP8266 has a chip id made of its MAC address', async () => {
    const { loader } = await connectBoard({ chip: 'esp8266', mac: '18:fe:34:d5:06:0f' }, 'rom');
    expect(await readEsp8266ChipId(chipById('esp8266'), createRegisterReader(loader, {}))).toBe(0x00d5_060f);
    expect(await readEsp8266ChipId(chipById('esp32'), createRegisterReader(loader, {}))).toBe(null);
  });
});

describe('what is locked', () => {
  const info = { flags: 0, flashCryptCount: 0, keyPurposes: [0, 0, 0, 0, 0, 0, 12], chipId: 5, ecoVersion: 3 };

  it('is nothing on a new chip', () => {
    expect(Object.values(securitySwitches(info)).flat()).toEqual(Array.from({ length: 12 }, () => false));
  });

  it('is told bit by bit', () => {
    expect(securitySwitches({ ...info, flags: 0b101 })).toMatchObject({ secureBoot: true, secureDownloadMode: true });
    expect(securitySwitches({ ...info, flags: 0b10_000 })).toMatchObject({ keyRevoked: [false, true, false] });
    expect(securitySwitches({ ...info, flags: 1 << 7 })).toMatchObject({ hardJtagDisabled: true });
    expect(securitySwitches({ ...info, flashCryptCount: 0b111 }).flashEncryption).toBe(true);
    expect(securitySwitches({ ...info, flashCryptCount: 0b011 }).flashEncryption).toBe(false);
  });

  it('names what the keys are for', () => {
    const keyPurposes = [4, 9, 0, 0, 200, 0, 12];
    expect(keyPurposeNames({ ...info, keyPurposes })).toEqual([
      'XTS_AES_128_KEY',
      'SECURE_BOOT_DIGEST0',
      'USER/EMPTY',
      'USER/EMPTY',
      'UNKNOWN (200)',
      'USER/EMPTY',
    ]);
  });
});

describe('a flash part whose id tells no size', () => {
  it('tells it in its table, or not at all', async () => {
    const { loader } = await connectBoard({ chip: 'esp32', flashId: 0x00_40c8, flashSizeBytes: 8 << 20 }, 'rom');
    expect(await detectFlash(loader)).toMatchObject({ sizeBytes: 8 << 20 });
    const silent = await connectBoard({ chip: 'esp32', flashId: 0x00_40c8, hasSfdp: false }, 'rom');
    expect(await detectFlash(silent.loader)).toMatchObject({ sizeBytes: null });
  });
});

describe('a flash part at other pins', () => {
  const pins = '6,17,8,11,16';

  it('is written as one word of 6 bits a pin', () => {
    expect(parseSpiConnection('SPI', chipById('esp32'))).toBe(0);
    expect(parseSpiConnection('hspi', chipById('esp32'))).toBe(1);
    expect(parseSpiConnection(pins, chipById('esp32'))).toBe((11 << 24) | (16 << 18) | (8 << 12) | (17 << 6) | 6);
    // ESP32's ROM calls 32 and 33 by two numbers that it does not use otherwise.
    expect(parseSpiConnection('6,17,8,32,33', chipById('esp32')) >>> 18).toBe((30 << 6) | 31);
    expect(parseSpiConnection('30,31,32,33,34', chipById('esp32s3')) & 63).toBe(30);
  });

  it.each(['', 'SPI2', '1,2,3,4', '1,2,3,4,5,6', '1,1,2,3,4', '1,2,3,4,64', '6,17,8,30,31', '6,17,8,11,x'])(
    '%j is refused',
    (text) => {
      expect(() => parseSpiConnection(text, chipById('esp32'))).toThrow(
        expect.objectContaining({ code: 'input.badChoice' }),
      );
    },
  );

  it.each(['rom', 'stub'] as const)('is found there and nowhere else (%s)', async (kind) => {
    const connection = parseSpiConnection(pins, chipById('esp32'));
    const clock = new FakeClock({ autoAdvance: true });
    const board = new VirtualBoard({ chip: 'esp32', flashConnection: connection, clock });
    const transport = createVirtualTransport(board);
    await transport.open(115_200);
    const found = await connect(transport, {
      before: 'default-reset',
      attempts: 3,
      baudRate: 115_200,
      expectedChip: null,
      customResetSequence: null,
    });
    await expect(detectFlash(found.loader)).rejects.toMatchObject({ code: 'flash.noAnswer' });
    const { startStub } = await import('../../../src-main/engine/loader/stub');
    const loader = kind === 'stub' ? await startStub(found) : found.loader;
    expect(await detectFlash(loader, { connection })).toMatchObject({ sizeBytes: 4 << 20 });
  });

  it('cannot be named on ESP8266', async () => {
    const { loader } = await connectBoard({ chip: 'esp8266' }, 'rom');
    await expect(detectFlash(loader, { connection: 1 })).rejects.toMatchObject({ code: 'protocol.unsupported' });
  });
});
