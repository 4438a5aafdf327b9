import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../src-main/firmware/read-input';
import { app, bootloader, entriesOf, otaTable, outcomeOf, placed, type Files } from './build-files';
import { makeZip, type ZipEntry } from './make-zip';

function zipFile(entries: readonly ZipEntry[] | Uint8Array, name = 'release.zip'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'esplanade-zip-')), name);
  writeFileSync(path, entries instanceof Uint8Array ? entries : makeZip(entries));
  return path;
}
const parts: Files = {
  'bootloader/bootloader.bin': bootloader(),
  'partition_table/partition-table.bin': otaTable,
  'weather.bin': app(),
};
const idf: Files = {
  ...parts,
  'flasher_args.json': JSON.stringify({
    flash_files: {
      '0x1000': 'bootloader/bootloader.bin',
      '0x8000': 'partition_table/partition-table.bin',
      '0x10000': 'weather.bin',
    },
    extra_esptool_args: { chip: 'esp32' },
  }),
};
const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
const rows = ['0x1000 bootloader.bin', '0x8000 partition-table.bin', '0x10000 weather.bin'];
const blank = (sizeBytes: number): Uint8Array => new Uint8Array(sizeBytes);
const timed = async (work: Promise<unknown>): Promise<{ readonly value: unknown; readonly ms: number }> => {
  const start = performance.now();
  const value = await work;
  return { value, ms: performance.now() - start };
};

describe('a zip file', () => {
  it('with a build in it is that build, at the top or in a folder', async () => {
    expect(await outcomeOf(zipFile(entriesOf(idf)))).toEqual(rows);
    const input = await readInput(zipFile(entriesOf(under('weather-1.0/firmware', idf))));
    expect(placed(input)).toEqual(rows);
    expect(input.source).toEqual({ kind: 'idfBuild', name: 'firmware' });
    const [build] = input.builds;
    expect(Buffer.from(build!.files[2]!.bytes).equals(app())).toBe(true);
  });
  it('with a manifest or an Arduino export is found alike', async () => {
    const manifest = JSON.stringify({
      name: 'W',
      builds: [{ chipFamily: 'ESP32', parts: [{ path: 'w.bin', offset: 0 }] }],
    });
    expect(await outcomeOf(zipFile(entriesOf({ 'manifest.json': manifest, 'w.bin': app() })))).toEqual(['0x0 w.bin']);
    const sketch = { 'B.ino.bin': app(), 'B.ino.bootloader.bin': bootloader(), 'B.ino.partitions.bin': otaTable };
    expect(await outcomeOf(zipFile(entriesOf(sketch)))).toHaveLength(4);
  });
  it('with loose files is these, stored or compressed', async () => {
    const files = {
      ...under('fw', { 'app.bin': app(), 'boot.bin': bootloader() }),
      '__MACOSX/fw/._app.bin': 'x',
      LICENSE: '',
    };
    const entries = entriesOf(files);
    const input = await readInput(zipFile(entries.map((entry, index) => ({ ...entry, stored: index % 2 === 0 }))));
    expect(placed(input)).toEqual(['0x10000 app.bin', '0x1000 boot.bin']);
    expect(input.source).toEqual({ kind: 'zip', name: 'release.zip' });
  });
  it('with names that lead out of it leaves the disk alone', async () => {
    const path = zipFile(entriesOf({ '../../evil.bin': app() }));
    expect(await outcomeOf(path)).toMatchObject({ code: 'file.notUnderstood' });
    expect(await outcomeOf(zipFile(entriesOf({ '/abs.bin': app() })))).toMatchObject({ code: 'file.notUnderstood' });
    expect(readdirSync(join(path, '..'))).toEqual(['release.zip']);
    const list = { 'flasher_args.json': '{"flash_files":{"0x0":"../app.bin"}}', 'app.bin': app() };
    expect(await outcomeOf(zipFile(entriesOf(list)))).toMatchObject({ code: 'file.partOutside' });
  });
  it('whose names would move the cursor of a terminal shows none of that', async () => {
    const [row] = (await outcomeOf(zipFile(entriesOf({ 'a\u001b[2Jb.bin': app() })))) as string[];
    expect(row).toBe('0x10000 a\uFFFD[2Jb.bin');
  });
  it('with a password', async () => {
    const entries = entriesOf(parts).map((entry) => ({ ...entry, flags: 0x801 }));
    expect(await outcomeOf(zipFile(entries))).toMatchObject({ code: 'file.encrypted', facts: { name: 'release.zip' } });
  });
  it('with nothing to write', async () => {
    expect(await outcomeOf(zipFile(entriesOf({ 'readme.txt': 'x' })))).toMatchObject({ code: 'file.nothingInside' });
    expect(await outcomeOf(zipFile([]))).toMatchObject({ code: 'file.nothingInside' });
    expect(await outcomeOf(zipFile(entriesOf({ 'empty.bin': '' })))).toMatchObject({ code: 'file.empty' });
  });
  it('that was cut or changed', async () => {
    const whole = makeZip(entriesOf(idf));
    expect(await outcomeOf(zipFile(whole.subarray(0, whole.length - 30)))).toMatchObject({
      code: 'file.notUnderstood',
    });
    const entries = entriesOf({ 'app.bin': app() });
    expect(await outcomeOf(zipFile(entries.map((entry) => ({ ...entry, claimedCrc: 1 }))))).toMatchObject({
      code: 'file.notUnderstood',
      facts: { reason: 'a checksum is wrong' },
    });
  });
});

describe('a zip file that is a bomb', () => {
  it('of one large file is refused before it is unpacked', async () => {
    const entries = [{ name: 'a.bin', bytes: blank(1024), claimedSize: 300 * 1024 * 1024 }];
    const { value, ms } = await timed(outcomeOf(zipFile(entries)));
    expect(value).toMatchObject({ code: 'file.tooLarge' });
    expect(ms).toBeLessThan(3000);
  });
  it('that lies about its size is stopped where the lie ends', async () => {
    const entries = [{ name: 'a.bin', bytes: blank(64 * 1024 * 1024), claimedSize: 1000 }];
    const { value, ms } = await timed(outcomeOf(zipFile(entries)));
    expect(value).toMatchObject({ code: 'file.notUnderstood' });
    expect(ms).toBeLessThan(3000);
  });
  it('of many files is stopped by their sum', async () => {
    const entries = Array.from({ length: 20 }, (_, index) => ({ name: `${index}.bin`, bytes: blank(8 * 1024 * 1024) }));
    expect(await outcomeOf(zipFile(entries))).toMatchObject({ code: 'file.tooLarge' });
  });
  it('does not keep a large, nearly blank flash image from being read', async () => {
    const image = new Uint8Array(16 * 1024 * 1024).fill(0xff);
    image.set(app(), 0x1_0000);
    expect(await outcomeOf(zipFile(entriesOf({ 'dump.bin': image })))).toHaveLength(1);
  });
  it('of a million names is refused at once, whatever its end record says', async () => {
    const entry = Buffer.from(makeZip([{ name: 'a.txt', bytes: Uint8Array.of(1) }]));
    const local = entry.subarray(0, entry.indexOf('PK\x01\x02', 0, 'latin1'));
    const record = entry.subarray(local.length, entry.length - 22);
    const count = 1_000_000;
    const end = Buffer.from(entry.subarray(entry.length - 22));
    end.writeUInt32LE(record.length * count, 12);
    end.writeUInt32LE(local.length, 16);
    const list = Buffer.alloc(record.length * count, record);
    for (const claimed of [0xfffe, 20_000]) {
      end.writeUInt16LE(claimed, 8);
      end.writeUInt16LE(claimed, 10);
      const { value, ms } = await timed(outcomeOf(zipFile(Buffer.concat([local, list, end]))));
      expect(value).toMatchObject({ code: 'file.tooManyInside' });
      expect(ms).toBeLessThan(3000);
    }
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    const { value, ms } = await timed(outcomeOf(zipFile(Buffer.concat([local, list, end]))));
    expect(value).toMatchObject({ code: expect.stringMatching(/^file\./) as string });
    expect(ms).toBeLessThan(3000);
  });
  it('of folders within folders ends', async () => {
    const deep = `${'a/'.repeat(30_000)}x.bin`;
    const entries = Array.from({ length: 200 }, (_, index) => ({ name: `${index}${deep}`, bytes: Uint8Array.of(1) }));
    const { value, ms } = await timed(outcomeOf(zipFile(entries)));
    expect(value).toMatchObject({ code: 'file.nothingInside' });
    expect(ms).toBeLessThan(3000);
  });
});
