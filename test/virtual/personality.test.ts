import { describe, expect, it } from 'vitest';
import { chips } from '../../src-shared/chips';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { isAppError } from '../../src-shared/errors/app-error';
import { identifyBoard } from '../../src-main/engine/operations/identify-board';
import { readPersonality, type PersonalityWords } from '../../src-main/virtual/serve/personality-words';
import { parseSimAddress } from '../../src-main/virtual/serve/sim-address';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { connectBoard } from '../engine/operations/virtual-board-fixture';
import { Host, op, syncCommand, words } from './host';

const host = (chip: ChipId, options: Partial<VirtualBoardOptions> = {}): Host =>
  new Host({ chip, wiring: 'none', ...options });

const refusal = (wordsOfIt: PersonalityWords, chip: ChipId): unknown => {
  try {
    readPersonality(wordsOfIt, chip);
    return null;
  } catch (error) {
    return isAppError(error) ? error.code : error;
  }
};

describe('a virtual chip', () => {
  // What esptool before version 5 and other older tools know a chip by (esptool-js 0.7, `magic2Chip`).
  it.each<[ChipId, number, number]>([
    ['esp8266', 0, 0xfff0_c101],
    ['esp32', 301, 0x00f0_1d83],
    ['esp32s2', 100, 0x0000_07c6],
    ['esp32s3', 2, 0x0000_0009],
    ['esp32c2', 102, 0x6f51_306f],
    ['esp32c2', 200, 0x7c41_a06f],
    ['esp32c3', 2, 0x6921_506f],
    ['esp32c3', 4, 0x1b31_506f],
    ['esp32c5', 100, 0x5fd1_406f],
    ['esp32c6', 2, 0x2ce0_806f],
    ['esp32c61', 100, 0x2421_606f],
    ['esp32h2', 102, 0x97e3_0068],
    ['esp32p4', 0, 0],
    ['esp32p4', 103, 0x0add_bad0],
    ['esp32p4', 301, 0x0703_9ad9],
  ])('%s of revision %i is told from others by the first word of its ROM', async (chip, revision, magic) => {
    const reply = await host(chip, { revision }).ask(op.readReg, words(0x4000_1000));
    expect(reply.value).toBe(magic);
  });

  it.each(chips.map(({ id }) => id))('%s keeps MAC address and revision apart in its eFuses', async (chip) => {
    const revision = chip === 'esp8266' || chip === 'esp32e22' ? null : '1.2';
    const options = revision === null ? {} : { revision: 102 };
    const { connection } = await connectBoard({ chip, mac: '60:55:f9:f7:2c:a2', ...options }, 'rom');
    expect(await identifyBoard(connection)).toMatchObject({ mac: '60:55:f9:f7:2c:a2', revision });
  });

  it('has the middle of its EUI-64 most significant byte first, like the rest of the address', async () => {
    const one = host('esp32c6', { mac: '60:55:f9:f7:2c:a2' });
    expect((await one.ask(op.readReg, words(0x600b_0844))).value).toBe(0xf9f7_2ca2);
    expect((await one.ask(op.readReg, words(0x600b_0848))).value).toBe(0xfffe_6055);
  });

  it.each<[ChipId, number]>([
    ['esp8266', 451],
    ['esp32c2', 347],
  ])('%s without lines is at the rate of a first contact once it has heard something', async (chip, divider) => {
    const one = host(chip);
    await one.exchange(syncCommand);
    expect((await one.ask(op.readReg, words(0x6000_0014))).value & 0xfffff).toBe(divider);
  });
});

describe('a personality in words', () => {
  it('says revision, MAC address, flash id, security and eFuses', () => {
    const personality = readPersonality(
      {
        revision: 'v3.1',
        mac: '60-55-F9-F7-2C-A2',
        flashId: '0xef4018',
        security: ['secure-boot,flash_encryption', 'Secure-Download'],
        efuses: ['0x60008844=0x12'],
      },
      'esp32c3',
    );
    expect(personality).toEqual({
      revision: 301,
      mac: '60:55:f9:f7:2c:a2',
      flashId: 0x1840ef,
      security: { secureBoot: true, flashEncryption: true, secureDownloadMode: true },
      efuse: { 0x6000_8844: 0x12 },
    });
  });

  it.each<[PersonalityWords, ChipId, string]>([
    [{ revision: '3' }, 'esp32', 'input.badChoice'],
    [{ revision: '1.100' }, 'esp32', 'input.badChoice'],
    [{ mac: '60:55:f9:f7:2c' }, 'esp32', 'input.badChoice'],
    [{ mac: '60:55:f9:f7:2c:g2' }, 'esp32', 'input.badChoice'],
    [{ flashId: 'winbond' }, 'esp32', 'input.notANumber'],
    [{ flashId: '0x1000000' }, 'esp32', 'input.badChoice'],
    [{ security: ['secure-boots'] }, 'esp32', 'input.badChoice'],
    [{ security: ['secure-download'] }, 'esp32', 'input.badChoice'],
    [{ security: ['secure-boot'] }, 'esp8266', 'input.badChoice'],
    [{ efuses: ['0x60008844'] }, 'esp32c3', 'input.badChoice'],
    [{ efuses: ['0x60008845=1'] }, 'esp32c3', 'plan.unaligned'],
    [{ efuses: ['0x3ff5a000=1'] }, 'esp32c3', 'input.badChoice'],
    [{ efuses: ['0x60008844=0x100000000'] }, 'esp32c3', 'input.notANumber'],
  ])('%j is none of %s', (wordsOfIt, chip, code) => {
    expect(refusal(wordsOfIt, chip)).toBe(code);
  });

  it('can stand in the address of a board', () => {
    expect(
      parseSimAddress('sim://esp32c3?usb&pace&revision=1.1&security=secure-boot&efuse=0x60008844=1&flash-id=0xef4018'),
    ).toMatchObject({
      wiring: 'usbSerialJtag',
      pace: true,
      revision: 101,
      security: { secureBoot: true },
      efuse: { 0x6000_8844: 1 },
      flashId: 0x1840ef,
    });
    expect(() => parseSimAddress('sim://esp32?usb')).toThrow();
  });
});
