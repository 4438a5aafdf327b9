import { describe, expect, it } from 'vitest';
import { chooseBaudRate } from '../../../src-main/engine/operations/choose-baud-rate';
import { AppError } from '../../../src-shared/errors/app-error';
import { link } from '../reset/recording-transport';
import { MemoryLoader } from './memory-loader';

const bridge = link('usbUartBridge');
const ratesOf = (loader: MemoryLoader): string[] => loader.calls.filter((call) => call.startsWith('baud'));

describe('automatic speed', () => {
  it('takes the fastest rate when it works', async () => {
    const loader = new MemoryLoader('esp32');
    expect(await chooseBaudRate(loader, bridge, { currentBaudRate: 115_200 })).toBe(921_600);
    expect(loader.baudRate).toBe(921_600);
  });

  it('steps down from rates that are noisy, refused or not followed', async () => {
    const loader = new MemoryLoader('esp32');
    loader.noisyRates = [921_600];
    expect(await chooseBaudRate(loader, bridge, { currentBaudRate: 115_200 })).toBe(460_800);
    loader.refusedRates = [460_800];
    loader.baudRate = 115_200;
    expect(await chooseBaudRate(loader, bridge, { currentBaudRate: 115_200 })).toBe(230_400);
    const picky = new MemoryLoader('esp32');
    picky.beforeCall = (call) => {
      if (call === 'baud 921600') throw new AppError('port.baudRateRefused', { path: 'test', baudRate: 921_600 });
    };
    expect(await chooseBaudRate(picky, bridge, { currentBaudRate: 115_200 })).toBe(460_800);
  });

  it('does not trust a rate at which a register reads differently', async () => {
    const loader = new MemoryLoader('esp32');
    const { dateReg } = loader.chip.uart;
    loader.registers.set(dateReg, 0x1504_2300);
    loader.beforeCall = (call) => {
      loader.registers.set(dateReg, call === 'baud 921600' ? 0 : 0x1504_2300);
    };
    expect(await chooseBaudRate(loader, bridge, { currentBaudRate: 115_200 })).toBe(460_800);
  });

  it('goes back to the first rate when none works', async () => {
    const loader = new MemoryLoader('esp32');
    loader.noisyRates = [921_600, 460_800, 230_400];
    expect(await chooseBaudRate(loader, bridge, { currentBaudRate: 115_200 })).toBe(115_200);
    expect(loader.baudRate).toBe(115_200);
  });

  it('keeps below what failed before', async () => {
    const loader = new MemoryLoader('esp32');
    expect(await chooseBaudRate(loader, bridge, { currentBaudRate: 115_200, highestBaudRate: 500_000 })).toBe(460_800);
    expect(ratesOf(loader)).toEqual(['baud 460800']);
  });

  it.each([
    ["a chip's own USB", new MemoryLoader('esp32c3'), link('usbSerialJtag')],
    ['USB-OTG', new MemoryLoader('esp32s2'), link('usbOtg')],
    ['plain TCP', new MemoryLoader('esp32'), link('network', { hasBaudRate: false })],
    ['a ROM loader that cannot change it', new MemoryLoader('esp8266', 'rom'), bridge],
  ])('leaves the rate alone on %s', async (_, loader, facts) => {
    expect(await chooseBaudRate(loader, facts, { currentBaudRate: 115_200 })).toBe(115_200);
    expect(loader.calls).toEqual([]);
  });

  it('leaves the rate alone where registers are closed and no rate could be tested', async () => {
    const loader = new MemoryLoader('esp32c3', 'rom');
    const facts = { command: 'READ_REG', reason: 5, meaning: 'Received message is invalid' };
    loader.readRegister = () => Promise.reject(new AppError('protocol.commandFailed', facts));
    expect(await chooseBaudRate(loader, bridge, { currentBaudRate: 115_200 })).toBe(115_200);
    expect(ratesOf(loader)).toEqual([]);
  });

  it.each(['port.unplugged', 'job.cancelled'] as const)('does not take %s for a bad rate', async (code) => {
    const loader = new MemoryLoader('esp32');
    loader.beforeCall = () => {
      throw code === 'port.unplugged' ? new AppError(code, { path: 'test' }) : new AppError(code, {});
    };
    await expect(chooseBaudRate(loader, bridge, { currentBaudRate: 115_200 })).rejects.toMatchObject({ code });
    expect(ratesOf(loader)).toHaveLength(1);
  });
});
