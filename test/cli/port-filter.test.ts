import { describe, expect, it } from 'vitest';
import { parsePortFilters } from '../../src-main/cli/port-filter';
import type { PortInfo } from '../../src-main/jobs/dependencies';
import { runCli } from './run-cli';

const cp2102: PortInfo = {
  path: '/dev/ttyUSB0',
  adapter: 'CP210x USB to UART bridge',
  vendorId: '10c4',
  productId: 'ea60',
  serialNumber: 'ABC0001',
  isLikely: true,
};
const plain: PortInfo = { ...cp2102, path: 'COM1', adapter: null, vendorId: null, productId: null, serialNumber: null };
const fits = (...texts: string[]): boolean[] => [cp2102, plain].map(parsePortFilters(texts));

describe('--port-filter', () => {
  it('lets everything pass where there is none', () => {
    expect(fits()).toEqual([true, true]);
  });

  it.each([
    [['vid=0x10C4'], [true, false]],
    [['vid=4292'], [true, false]],
    [['VID=0x1a86'], [false, false]],
    [['pid=0xea60'], [true, false]],
    [['name=ttyusb'], [true, false]],
    [['name=CP210'], [true, false]],
    [['name=com'], [false, true]],
    [['serial=abc'], [true, false]],
    [
      ['vid=0x1a86', 'vid=0x10c4'],
      [true, false],
    ],
    [
      ['vid=0x10c4', 'name=COM'],
      [false, false],
    ],
  ])('%j', (texts, expected) => {
    expect(fits(...texts)).toEqual(expected);
  });

  it.each([
    ['colour=red', 'input.badChoice'],
    ['vid', 'input.badChoice'],
    ['name=', 'input.badChoice'],
    ['vid=0x10000', 'input.badChoice'],
    ['pid=CP2102', 'input.notANumber'],
  ])('%s is refused as %s', async (text, code) => {
    expect((await runCli(['--port-filter', text, 'chip-id'])).err).toContain(`[${code}]`);
  });

  it('chooses among the boards that are there', async () => {
    const listPorts = () =>
      Promise.resolve([
        { ...cp2102, path: 'sim://esp32', serialNumber: 'first' },
        { ...cp2102, path: 'sim://esp32c3', serialNumber: 'second' },
      ]);
    const { out } = await runCli(['--port-filter', 'serial=second', 'chip-id'], { listPorts });
    expect(out).toContain('Port: sim://esp32c3\n');
    const none = await runCli(['--port-filter', 'serial=third', 'chip-id'], { listPorts });
    expect(none.err).toContain('[port.noneFound]');
  });

  it('is of no matter where a port is named', async () => {
    const { code } = await runCli(['--port-filter', 'serial=third', '-p', 'sim://esp32', 'chip-id']);
    expect(code).toBe(0);
  });
});
