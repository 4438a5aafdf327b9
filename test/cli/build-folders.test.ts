import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { app, bootloader, entriesOf, folderOf, otaTable, type Files } from '../firmware/build-files';
import { makeZip } from '../firmware/make-zip';
import { runCli, type CliRun } from './run-cli';

const parts: Files = { 'bootloader/bootloader.bin': bootloader(), 'table.bin': otaTable, 'weather.bin': app() };
const build = (more: object = {}): Files => ({
  ...parts,
  'flasher_args.json': JSON.stringify({
    flash_settings: { flash_mode: 'dio', flash_size: '4MB', flash_freq: '80m' },
    flash_files: { '0x1000': 'bootloader/bootloader.bin', '0x8000': 'table.bin', '0x10000': 'weather.bin' },
    extra_esptool_args: { chip: 'esp32' },
    app: { file: 'weather.bin', encrypted: 'false' },
    ...more,
  }),
});
const onDisk = (name: string, bytes: Uint8Array): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'esplanade-cli-')), name);
  writeFileSync(path, bytes);
  return path;
};

/** Runs `write-flash` on a new board; what its flash holds afterwards. */
async function write(chip: string, ...words: string[]): Promise<CliRun & { readonly flash: Buffer }> {
  const file = join(mkdtempSync(join(tmpdir(), 'esplanade-cli-')), 'flash.bin');
  const run = await runCli(['-p', `sim://${chip}?flash=${file}`, 'write-flash', ...words]);
  return { ...run, flash: run.code === 0 ? readFileSync(file) : Buffer.alloc(0) };
}
const holds = (flash: Buffer, offset: number, bytes: Uint8Array): boolean =>
  flash.subarray(offset, offset + bytes.length).equals(bytes);

describe('write-flash without an address', () => {
  it('writes an ESP-IDF build folder, with the settings of the build', async () => {
    const { code, out, flash } = await write('esp32', folderOf(build(), 'build'));
    expect(code).toBe(0);
    expect(out).toContain('weather: ESP-IDF build, 3 files\n');
    expect(out.match(/: verified/g)).toHaveLength(3);
    expect(holds(flash, 0x8000, otaTable) && holds(flash, 0x1_0000, app())).toBe(true);
    // DIO; 4 MB and 80 MHz.
    expect([...flash.subarray(0x1002, 0x1004)]).toEqual([2, 0x2f]);
    const asked = await write('esp32', '--flash-freq', '40m', folderOf(build(), 'build'));
    expect(asked.flash[0x1003]).toBe(0x20);
  });
  it('writes a zip file with a build in it', async () => {
    const { code, flash } = await write('esp32', onDisk('weather.zip', makeZip(entriesOf(build()))));
    expect(code).toBe(0);
    expect(holds(flash, 0x1_0000, app())).toBe(true);
  });
  it('writes the build of a manifest that is for the board that answers', async () => {
    const builds = [
      { chipFamily: 'ESP32', parts: [{ path: 'esp32.bin', offset: 0x1_0000 }] },
      { chipFamily: 'ESP32-C3', parts: [{ path: 'c3.bin', offset: 0x2_0000 }] },
    ];
    const folder = folderOf({ 'manifest.json': JSON.stringify({ builds }), 'esp32.bin': app(), 'c3.bin': app(5) });
    const { code, out, flash } = await write('esp32c3', join(folder, 'manifest.json'));
    expect(code).toBe(0);
    expect(out.match(/: verified/g)).toHaveLength(1);
    expect(holds(flash, 0x2_0000, app(5))).toBe(true);
    expect(flash.subarray(0, 0x2_0000).every((byte) => byte === 0xff)).toBe(true);
    const other = await write('esp32s3', join(folder, 'manifest.json'));
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('plan.wrongChip') as string });
  });
  it('takes further files with their addresses', async () => {
    const data = onDisk('data.bin', Uint8Array.of(1, 2, 3, 4));
    const { code, flash } = await write('esp32', folderOf(build(), 'build'), '0x200000', data);
    expect(code).toBe(0);
    expect(holds(flash, 0x20_0000, Uint8Array.of(1, 2, 3, 4))).toBe(true);
  });
  it('warns when a build for flash encryption is written as it is', async () => {
    const encrypted = folderOf(build({ app: { file: 'weather.bin', encrypted: 'true' } }), 'build');
    const { code, err } = await write('esp32', encrypted);
    expect(code).toBe(0);
    expect(err).toContain('[plan.builtForEncryption]');
  });
  it.each([
    ['an address beside a build', () => ['0x1000', folderOf(build())], 'input.addressNotWanted'],
    ['a folder with nothing in it', () => [folderOf({})], 'file.nothingInside'],
    ['a zip file that is none', () => [onDisk('a.zip', Uint8Array.of(1))], 'input.missing'],
    ['a plain file', () => [onDisk('a.bin', app())], 'input.missing'],
    ['a file of which nobody can know', () => [folderOf({ 'logo.bin': 'x' })], 'input.missing'],
  ])('refuses %s', async (_what, words, code) => {
    const run = await write('esp32', ...words());
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining(`[${code}]`) as string });
  });
});

describe('write-flash of a merged file', () => {
  const merged = new Uint8Array(0x1_0000 + app().length).fill(0xff);
  merged.set(bootloader(), 0x1000);
  merged.set(otaTable, 0x8000);
  merged.set(app(), 0x1_0000);
  const settings = 0x9000;
  const afterwards = async (...options: string[]): Promise<Buffer> => {
    const file = onDisk('flash.bin', new Uint8Array(4 * 1024 * 1024).fill(0x55));
    const path = onDisk('merged.bin', merged);
    expect(await runCli(['-p', `sim://esp32?flash=${file}`, 'write-flash', ...options, '0', path])).toMatchObject({
      code: 0,
    });
    return readFileSync(file);
  };

  it('writes it as it is, like the reference tool', async () => {
    expect(holds(await afterwards(), 0, merged)).toBe(true);
  });
  it('with --keep-settings leaves alone what is blank in it', async () => {
    const flash = await afterwards('--keep-settings');
    expect(holds(flash, 0x1_0000, app())).toBe(true);
    expect(holds(flash, settings, new Uint8Array(0x5000).fill(0x55))).toBe(true);
  });
});

describe('verify-flash', () => {
  it('compares with a build folder', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'esplanade-cli-')), 'flash.bin');
    const folder = folderOf(build(), 'build');
    const port = ['-p', `sim://esp32?flash=${file}`];
    expect((await runCli([...port, 'write-flash', folder])).code).toBe(0);
    expect(await runCli([...port, 'verify-flash', folder])).toMatchObject({ code: 0 });
    writeFileSync(join(folder, 'weather.bin'), app(0, '2.0'));
    expect(await runCli([...port, 'verify-flash', folder])).toMatchObject({
      err: expect.stringContaining('flash.differs') as string,
    });
  });
});
