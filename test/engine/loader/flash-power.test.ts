import { describe, expect, test } from 'vitest';
import { chipById } from '../../../src-shared/chips';
import { powerFlash } from '../../../src-main/engine/loader/flash-power';
import { detectFlash } from '../../../src-main/engine/operations/detect-flash';
import { NorFlash } from '../../../src-main/virtual/nor-flash';
import { AddressSpace } from '../../../src-main/virtual/address-space';
import { FlashSupply } from '../../../src-main/virtual/flash-supply';
import { resolvePersonality } from '../../../src-main/virtual/personality';
import { SpiController } from '../../../src-main/virtual/spi-controller';
import { connectBoard } from '../operations/virtual-board-fixture';

const p4 = chipById('esp32p4');
const romPowersOn = { [p4.flashPower!.onByRom.field.address]: 1 << p4.flashPower!.onByRom.field.shift };

describe('the flash supply of ESP32-P4', () => {
  test.each([100, 300, 301, 302])('is on after connecting to revision %i, by ROM and by stub', async (revision) => {
    for (const kind of ['rom', 'stub'] as const) {
      const { loader } = await connectBoard({ chip: 'esp32p4', revision }, kind);
      expect(await detectFlash(loader)).toMatchObject({ manufacturerId: 0xc8, sizeBytes: 4 << 20 });
    }
  });

  test('stays off where nobody switches it on', () => {
    for (const [revision, isOn] of [
      [300, true],
      [301, false],
    ] as const) {
      const memory = new AddressSpace();
      const supply = new FlashSupply(resolvePersonality(p4, { chip: 'esp32p4', revision }), memory);
      supply.reset();
      const spi = new SpiController(p4.spi, new NorFlash({ sizeBytes: 4096, jedecId: 0x1640c8 }), () => supply.isOn);
      spi.attach();
      expect({ revision, attached: spi.isAttached }).toEqual({ revision, attached: isOn });
    }
  });

  test('is left to ROM where the eFuses of v3.2 say so, and forced on no longer', async () => {
    const { loader } = await connectBoard({ chip: 'esp32p4', revision: 302 }, 'rom');
    const { forceOn } = p4.flashPower!;
    expect((await loader.readRegister(forceOn.address)) & 3).toBe(3);
    const written: [number, number, number | undefined][] = [];
    await powerFlash(
      {
        ...loader,
        chip: p4,
        readRegister: async (address) => romPowersOn[address] ?? loader.readRegister(address),
        writeRegister: (address, value, options) => {
          written.push([address, value, options?.mask]);
          return Promise.resolve();
        },
      },
      {},
    );
    expect(written).toEqual([[forceOn.address, 0, 3]]);
  });
});
