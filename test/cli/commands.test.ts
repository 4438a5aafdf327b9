import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { someBytes } from '../integration/flash-bench';
import { runCli } from './run-cli';

let folder = '';
let firmware = '';
const bytes = someBytes(40_000);
const chipPort = (chip: string, more = ''): string => `sim://${chip}?flash=${join(folder, 'flash.bin')}${more}`;
const flash = (): Uint8Array => readFileSync(join(folder, 'flash.bin'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-cli-'));
  firmware = join(folder, 'firmware.bin');
  writeFileSync(firmware, bytes);
});

describe('write-flash', () => {
  it('writes, verifies, says so and ends with 0', async () => {
    const { code, out, err } = await runCli(['-p', chipPort('esp32'), 'write-flash', '0x10000', firmware]);
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('Error') as string });
    expect(out).toContain('0x00010000 firmware.bin: 40000 bytes');
    expect(out).toContain(': verified');
    expect(Buffer.compare(flash().subarray(0x10000, 0x10000 + bytes.length), bytes)).toBe(0);
  });

  it('takes several pairs, decimal addresses and sizes, and options after the command', async () => {
    const second = join(folder, 'second.bin');
    writeFileSync(second, someBytes(5000, 3));
    const argv = [
      'write_flash',
      '65536',
      firmware,
      '1M',
      second,
      '-p',
      chipPort('esp32c3'),
      '--after',
      'no_reset',
      '-u',
    ];
    const { code, out } = await runCli(argv);
    expect(code).toBe(0);
    expect(out).toContain('0x00100000 second.bin');
    expect(Buffer.compare(flash().subarray(0x100000, 0x100000 + 5000), someBytes(5000, 3))).toBe(0);
  });

  it('finds its port in the environment', async () => {
    const { code } = await runCli(['write-flash', '0', firmware], { env: { ESPTOOL_PORT: chipPort('esp8266') } });
    expect(code).toBe(0);
    expect(Buffer.compare(flash().subarray(0, bytes.length), bytes)).toBe(0);
  });

  it('keeps to a baud rate that was asked for', async () => {
    const { code, out } = await runCli(['-p', chipPort('esp32'), '-b', '230400', 'write-flash', '0x10000', firmware]);
    expect(code).toBe(0);
    expect(out).toContain('at 230400 baud');
  });

  it('works with the ROM loader alone, and uncompressed', async () => {
    const { code, err } = await runCli([
      '--trace',
      '--no-stub',
      '-p',
      chipPort('esp32'),
      'write-flash',
      '-u',
      '0x10000',
      firmware,
    ]);
    expect(code).toBe(0);
    expect(err).toContain('FLASH_BEGIN');
    expect(err).not.toMatch(/FLASH_DEFL|MEM_BEGIN/);
  });

  it('erases everything first when asked to', async () => {
    writeFileSync(join(folder, 'flash.bin'), new Uint8Array(4 * 1024 * 1024).fill(0x55));
    const { code } = await runCli(['-p', chipPort('esp32'), 'write-flash', '-e', '0x10000', firmware]);
    expect(code).toBe(0);
    expect(flash()[0x30_0000]).toBe(0xff);
  });

  it('shows progress as one line on a terminal', async () => {
    const { err } = await runCli(['-p', chipPort('esp32'), 'write-flash', '0x10000', firmware], { isTerminal: true });
    expect(err).toContain('\rConnecting');
    expect(err.split('\n')).toHaveLength(2);
  });

  it('ends with 2 and a code when the flash does not hold what was written', async () => {
    const { code, out, err } = await runCli([
      '-p',
      chipPort('esp32', '&trouble=wrong-md5'),
      'write-flash',
      '0x10000',
      firmware,
    ]);
    expect(code).toBe(2);
    expect(err).toContain('[flash.verifyFailed]');
    expect(out).not.toContain('erified');
  });

  it('ends with 130 on Ctrl-C, and the board can be used at once', async () => {
    let interrupt = (): void => undefined;
    const { code, err } = await runCli(['-p', chipPort('esp32'), '-t', 'write-flash', '0x10000', firmware], {
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
      err: (text) => {
        if (text.includes('DEFL_DATA')) interrupt();
      },
    });
    expect(code).toBe(130);
    expect(err).toContain('[job.cancelled]');
  });

  it('refuses another chip than the one asked for', async () => {
    const { code, err } = await runCli(['-c', 'esp32', '-p', chipPort('esp32c3'), 'write-flash', '0x10000', firmware]);
    expect(code).toBe(2);
    expect(err).toContain('[connect.wrongChip]');
    expect(flash().every((byte) => byte === 0xff)).toBe(true);
  });
});

describe('commands that only ask', () => {
  it('flash-id tells maker, device and size', async () => {
    const { code, out } = await runCli(['-p', 'sim://esp32?size=16MB', 'flash_id']);
    expect(code).toBe(0);
    expect(out).toMatch(/Manufacturer: [0-9a-f]{2}/);
    expect(out).toContain('Detected flash size: 16MB');
  });

  it('read-mac tells the MAC address', async () => {
    expect((await runCli(['read_mac', '-p', 'sim://esp8266'])).out).toMatch(/MAC: ([0-9a-f]{2}:){5}[0-9a-f]{2}/);
  });

  it('chip-id tells the chip', async () => {
    expect((await runCli(['-p', 'sim://esp32h2', 'chip-id'])).out).toContain('Chip: ESP32-H2');
  });

  it('version tells the version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await runCli(['version'])).toMatchObject({ code: 0, out: `esplanade ${version}\n` });
  });

  it('ports lists what is there', async () => {
    const port = {
      path: '/dev/ttyUSB0',
      adapter: 'CP210x',
      vendorId: '10c4',
      productId: 'ea60',
      serialNumber: null,
      isLikely: true,
    };
    const { code, out } = await runCli(['ports'], { listPorts: () => Promise.resolve([port]) });
    expect({ code, out }).toEqual({ code: 0, out: '/dev/ttyUSB0  CP210x (10c4:ea60)\n' });
    expect((await runCli(['ports'])).err).toContain('no serial ports');
  });

  it('--version tells it as well, as long as no command is named', async () => {
    expect((await runCli(['--version'])).out).toMatch(/^esplanade \d+\.\d+\.\d+\n$/);
  });
  it('help names what a command takes, by all its spellings, and what every command takes', async () => {
    const { code, out } = await runCli(['help', 'merge_bin']);
    expect(code).toBe(0);
    expect(out).toContain('-fm, --flash-mode <mode>');
    expect(out).toContain('-t, --target-offset <offset>');
    expect(out).toContain('-p, --port <path>');
    expect(await runCli(['merge-bin', '-h'])).toMatchObject({ code: 0, out });
  });
  it('help about nothing that exists is an error', async () => {
    const { code, out, err } = await runCli(['help', 'bake']);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('[input.badChoice]') as string,
    });
  });
  it('no command at all brings the help, as an error', async () => {
    const { code, out, err } = await runCli([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Usage: [^]*write-flash[^]*\nError: .*\[input\.missing\]/);
  });
  it('a word too many is named', async () => {
    const { code, err } = await runCli(['-p', chipPort('esp32'), 'read-mac', 'please']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('“please”') as string });
  });
  it('--silent leaves nothing but errors', async () => {
    expect(await runCli(['-s', '-p', chipPort('esp32'), 'flash-id'])).toEqual({ code: 0, out: '', err: '' });
    const { code, out, err } = await runCli(['-p', chipPort('esp32'), 'read-mem', '1', '--silent']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Error: .*\[plan\.unaligned\]\n/);
  });
  it('--help is no error', async () => {
    const { code, out } = await runCli(['write-flash', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--flash-mode');
  });
});

describe('without a port', () => {
  const port = (path: string, isLikely = true): object => ({
    path,
    adapter: null,
    vendorId: '10c4',
    productId: 'ea60',
    serialNumber: null,
    isLikely,
  });
  const listing = (...ports: object[]) => ({ listPorts: () => Promise.resolve(ports as never) });

  it('every likely port is tried until an Espressif chip answers', async () => {
    const { code, out, err } = await runCli(
      ['read-mac'],
      listing(port('/dev/ttyNowhere'), port('sim://esp32?trouble=no-sync'), port('sim://esp32c6'), port('sim://esp32')),
    );
    expect(code).toBe(0);
    expect(err.match(/^(Trying .*|.*\[.*\])$/gm)).toEqual([
      'Trying /dev/ttyNowhere',
      '/dev/ttyNowhere: There is no port /dev/ttyNowhere on this computer. [port.notFound]',
      'Trying sim://esp32?trouble=no-sync',
      expect.stringMatching(/^sim:\/\/esp32\?trouble=no-sync: .*\[connect\.noReply\]$/),
      'Trying sim://esp32c6',
    ]);
    expect(out).toContain('Port: sim://esp32c6\n');
    expect(out).toContain('Chip: ESP32-C6');
  });

  it('goes from likely adapters to other USB ports to the rest', async () => {
    const { err } = await runCli(
      ['read-mac'],
      listing({ ...port('/dev/plain', false), vendorId: null }, port('/dev/usb', false), port('/dev/likely')),
    );
    expect(err.match(/Trying \S+/g)).toEqual(['Trying /dev/likely', 'Trying /dev/usb', 'Trying /dev/plain']);
  });

  it('and without a board it says that there is none', async () => {
    expect(await runCli(['read-mac'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('[port.noneFound]') as string,
    });
    const silent = listing(port('sim://esp32?trouble=no-sync'), port('/dev/ttyNowhere'));
    expect((await runCli(['read-mac'], silent)).err).toContain('[port.noneFound]');
  });
});
