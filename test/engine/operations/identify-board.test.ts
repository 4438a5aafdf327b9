import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src-main/engine/loader/connection';
import type { SecurityInfo } from '../../../src-main/engine/loader/loader';
import { identifyBoard } from '../../../src-main/engine/operations/identify-board';
import { readMac } from '../../../src-main/engine/operations/read-mac';
import { createRegisterReader } from '../../../src-main/engine/operations/register-reader';
import { chips } from '../../../src-shared/chips';
import type { BitField, ChipId, SplitField } from '../../../src-shared/chips/chip-descriptor';
import { link, RecordingTransport } from '../reset/recording-transport';
import { MemoryLoader } from './memory-loader';

/** Burns a value into the registers of a loader, least significant part first. */
function burn(loader: MemoryLoader, fields: SplitField, value: number): void {
  let rest = value;
  for (const { address, shift, bits } of fields) {
    const mask = 2 ** bits - 1;
    loader.registers.set(address, ((loader.registers.get(address) ?? 0) | ((rest & mask) << shift)) >>> 0);
    rest >>>= bits;
  }
}

const efuseBit = (address: number, shift: number, bits = 1): SplitField => [{ address, shift, bits }];

function connectionTo(loader: MemoryLoader, facts: Partial<Connection> = {}): Connection {
  return {
    transport: new RecordingTransport(link('usbUartBridge')),
    chip: loader.chip,
    loader,
    securityInfo: null,
    secureDownloadMode: false,
    console: 'uart',
    bootLog: '',
    strategy: 'classic',
    tuning: {},
    detach: () => undefined,
    ...facts,
  };
}

const esp32 = { word3: 0x3ff5_a00c, word4: 0x3ff5_a010, word5: 0x3ff5_a014, sysconDate: 0x3ff6_607c };

describe('who the chip is', () => {
  it('ESP32-C3: revision from scattered bits, package, flash inside with its maker', async () => {
    const loader = new MemoryLoader('esp32c3');
    const { identity } = loader.chip;
    burn(loader, identity.minorRevision ?? [], 4);
    burn(loader, identity.embeddedFlash?.field ?? [], 1);
    burn(loader, identity.embeddedFlashVendor?.field ?? [], 1);
    expect(await identifyBoard(connectionTo(loader))).toMatchObject({
      chip: 'esp32c3',
      description: 'ESP32-C3 (QFN32)',
      revision: '0.4',
      features: ['Wi-Fi', 'BT 5 (LE)', 'Single Core', '160MHz', 'Embedded Flash 4MB (XMC)'],
      crystalMhz: 40,
    });
    burn(loader, identity.minorRevision ?? [], 8);
    expect((await identifyBoard(connectionTo(loader))).revision).toBe('0.12');
  });

  it.each([
    [0b000, '0.0', 'ESP32-D0WD'],
    [0b001, '1.0', 'ESP32-D0WD'],
    [0b011, '2.0', 'ESP32-D0WD'],
    [0b111, '3.0', 'ESP32-D0WD-V3'],
  ])('ESP32: revision bits %i are revision %s, which changes the name', async (bits, revision, description) => {
    const loader = new MemoryLoader('esp32');
    burn(loader, efuseBit(esp32.word3, 9, 3), 1);
    burn(loader, efuseBit(esp32.word3, 15), bits & 1);
    burn(loader, efuseBit(esp32.word5, 20), (bits >> 1) & 1);
    burn(loader, efuseBit(esp32.sysconDate, 31), bits >> 2);
    expect(await identifyBoard(connectionTo(loader))).toMatchObject({ revision, description });
  });

  it('ESP32: cores, Bluetooth, speed, flash and PSRAM inside', async () => {
    const loader = new MemoryLoader('esp32');
    burn(loader, efuseBit(esp32.word5, 24, 2), 1);
    expect((await identifyBoard(connectionTo(loader))).features).toEqual(['Wi-Fi', 'BT', 'Dual Core']);
    burn(loader, efuseBit(esp32.word3, 13), 1);
    burn(loader, efuseBit(esp32.word3, 9, 3), 6);
    burn(loader, efuseBit(esp32.word4, 8, 5), 17);
    expect(await identifyBoard(connectionTo(loader))).toMatchObject({
      description: 'ESP32-PICO-V3-02',
      revision: '0.1',
      features: ['Wi-Fi', 'BT', 'Dual Core', '240MHz', 'Embedded Flash', 'Embedded PSRAM', 'Vref calibration in eFuse'],
    });
    const solo = new MemoryLoader('esp32');
    burn(solo, efuseBit(esp32.word3, 0, 2), 3);
    expect(await identifyBoard(connectionTo(solo))).toMatchObject({
      description: 'ESP32-S0WDQ6',
      features: ['Wi-Fi', 'Single Core'],
    });
  });

  it('ESP32-S2 is named by what is inside', async () => {
    const loader = new MemoryLoader('esp32s2');
    burn(loader, loader.chip.identity.embeddedFlash?.field ?? [], 2);
    expect((await identifyBoard(connectionTo(loader))).description).toBe('ESP32-S2FH4');
    burn(loader, loader.chip.identity.embeddedPsram?.field ?? [], 1);
    expect((await identifyBoard(connectionTo(loader))).description).toBe('ESP32-S2FNR2');
  });

  it('the first ESP32-S3 is 0.0 whatever its revision field holds', async () => {
    const loader = new MemoryLoader('esp32s3');
    burn(loader, loader.chip.identity.majorRevision ?? [], 2);
    expect((await identifyBoard(connectionTo(loader))).revision).toBe('2.0');
    burn(loader, efuseBit(0x6000_706c, 0, 2), 1);
    burn(loader, efuseBit(0x6000_7050, 24, 3), 1);
    expect((await identifyBoard(connectionTo(loader))).revision).toBe('0.0');
  });

  it('ESP32-P4: the major revision has its third bit elsewhere', async () => {
    const loader = new MemoryLoader('esp32p4');
    burn(loader, loader.chip.identity.majorRevision ?? [], 5);
    burn(loader, loader.chip.identity.minorRevision ?? [], 3);
    expect((await identifyBoard(connectionTo(loader))).revision).toBe('5.3');
  });

  it('ESP8266 becomes ESP8285 by either of two OTP bits, and has no revision', async () => {
    const plain = new MemoryLoader('esp8266');
    expect(await identifyBoard(connectionTo(plain))).toMatchObject({ description: 'ESP8266EX', revision: null });
    for (const field of [efuseBit(0x3ff0_0050, 4), efuseBit(0x3ff0_0058, 16)]) {
      const loader = new MemoryLoader('esp8266');
      burn(loader, field, 1);
      const identity = await identifyBoard(connectionTo(loader));
      expect(identity.description).toBe('ESP8285');
      expect(identity.features).toContain('Embedded Flash');
    }
  });

  it.each(chips.map(({ id }) => id))('%s with blank eFuses is still told what it is', async (id) => {
    const loader = new MemoryLoader(id);
    const identity = await identifyBoard(connectionTo(loader));
    expect(identity).toMatchObject({ chip: id, secureDownloadMode: false });
    expect(identity.description).toContain(id === 'esp8266' ? 'ESP8266' : loader.chip.name);
    const reads = loader.calls.filter((call) => call.startsWith('read'));
    expect(new Set(reads).size, 'no register is read twice').toBe(reads.length);
  });
});

describe('crystal', () => {
  it.each([
    ['esp32', 115_200, 347, 40],
    ['esp32', 115_200, 225, 26],
    ['esp32', 921_600, 43, 40],
    ['esp8266', 115_200, 451, 26],
    ['esp8266', 74_880, 694, 26],
    ['esp32c2', 115_200, 225, 26],
    ['esp32c5', 115_200, 416, 48],
    ['esp32', 3_000_000, 8, 26],
    ['esp32', 115_200, 43, null],
    ['esp32', 115_200, 0, null],
  ] as const)('%s at %i baud with divider %i has one of %s MHz', async (id, baudRate, divider, crystalMhz) => {
    const loader = new MemoryLoader(id);
    // Above the divider are bits that mean something else.
    loader.registers.set(loader.chip.uart.clkDivReg, (0xf000_0000 | divider) >>> 0);
    expect(await identifyBoard(connectionTo(loader), { baudRate })).toMatchObject({ crystalMhz });
  });
});

describe('MAC address', () => {
  const macOf = async (id: ChipId, words: readonly (readonly [number, number])[]): ReturnType<typeof readMac> => {
    const loader = new MemoryLoader(id);
    for (const [address, value] of words) loader.registers.set(address, value);
    return readMac(loader.chip, createRegisterReader(loader, {}));
  };

  it('is in two eFuse words, most significant byte first', async () => {
    const words = [
      [0x6000_8844, 0xa1b2_039c],
      [0x6000_8848, 0xffff_7cdf],
    ] as const;
    expect(await macOf('esp32c3', words)).toBe('7c:df:a1:b2:03:9c');
  });

  it.each([
    ['vendor from OTP', 0xab00_0000, 0x0200_1122, 0x005c_cf7f, '5c:cf:7f:11:22:ab'],
    ['vendor 0', 0xab00_0000, 0x0200_1122, 0, '18:fe:34:11:22:ab'],
    ['vendor 1', 0xab00_0000, 0x0201_1122, 0, 'ac:d0:74:11:22:ab'],
    ['an unknown vendor', 0xab00_0000, 0x0202_1122, 0, null],
  ])('ESP8266 with %s', async (_, otp0, otp1, otp3, base) => {
    const words = [
      [0x3ff0_0050, otp0],
      [0x3ff0_0054, otp1],
      [0x3ff0_005c, otp3],
    ] as const;
    expect(await macOf('esp8266', words)).toBe(base);
  });
});

describe('security state', () => {
  const info = (facts: Partial<SecurityInfo>): SecurityInfo => ({
    flags: 0,
    flashCryptCount: 0,
    keyPurposes: [],
    chipId: 5,
    ecoVersion: 0,
    ...facts,
  });

  it('comes from the security info where there is one', async () => {
    const loader = new MemoryLoader('esp32c3');
    const state = async (facts: Partial<SecurityInfo>): Promise<unknown> => {
      const { secureBoot, flashEncryption } = await identifyBoard(connectionTo(loader, { securityInfo: info(facts) }));
      return [secureBoot, flashEncryption];
    };
    expect(await state({})).toEqual([false, false]);
    expect(await state({ flags: 1, flashCryptCount: 1 })).toEqual([true, true]);
    expect(await state({ flags: 0x7fe, flashCryptCount: 3 })).toEqual([false, false]);
    expect(await state({ flashCryptCount: 7 })).toEqual([false, true]);
  });

  it.each(['esp32', 'esp32c3', 'esp32s2', 'esp32h2'] as const)(
    '%s: comes from eFuses where there is none',
    async (id) => {
      const loader = new MemoryLoader(id);
      const { security } = loader.chip;
      const crypt: BitField = security?.spiBootCryptCount ?? { address: 0, shift: 0, bits: 1 };
      expect(await identifyBoard(connectionTo(loader))).toMatchObject({ secureBoot: false, flashEncryption: false });
      burn(loader, [crypt], 1);
      burn(loader, security?.secureBootEnabled.slice(-1) ?? [], 1);
      expect(await identifyBoard(connectionTo(loader))).toMatchObject({ secureBoot: true, flashEncryption: true });
      burn(loader, [crypt], 3);
      expect(await identifyBoard(connectionTo(loader))).toMatchObject({ flashEncryption: false });
    },
  );

  it('in Secure Download Mode not one register is read', async () => {
    const loader = new MemoryLoader('esp32c3', 'rom');
    const facts = { secureDownloadMode: true, securityInfo: info({ flags: 5, flashCryptCount: 1 }) };
    expect(await identifyBoard(connectionTo(loader, facts))).toEqual({
      chip: 'esp32c3',
      description: 'ESP32-C3',
      revision: null,
      features: loader.chip.identity.features,
      crystalMhz: 40,
      mac: null,
      secureBoot: true,
      flashEncryption: true,
      secureDownloadMode: true,
    });
    expect(loader.calls).toEqual([]);
  });
});
