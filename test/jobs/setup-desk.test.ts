import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { app, bootloader, folderOf, otaTable } from '../firmware/build-files';
import { makeZip } from '../firmware/make-zip';
import { SetupBench } from './setup-bench';

const idf = (): string =>
  folderOf({
    'lamp/build/flasher_args.json': JSON.stringify({
      flash_files: { '0x1000': 'bootloader.bin', '0x8000': 'table.bin', '0x10000': 'lamp.bin' },
      extra_esptool_args: { chip: 'esp32' },
    }),
    'lamp/build/bootloader.bin': bootloader(),
    'lamp/build/table.bin': otaTable,
    'lamp/build/lamp.bin': app(),
    'extra/blob.bin': new Uint8Array(100).fill(7),
  });
/** A bench with a build and a file of its own on the table, saved beside them. */
async function savedLamp(): Promise<{ bench: SetupBench; folder: string; path: string }> {
  const folder = idf();
  const path = join(folder, 'lamp.esplanade');
  const bench = new SetupBench();
  await bench.drop(join(folder, 'lamp'));
  await bench.drop(join(folder, 'extra/blob.bin'));
  bench.change('blob.bin', { offsetText: '0x200000', offsetIsTyped: true, encrypt: true });
  bench.change('table.bin', { enabled: false });
  bench.answers.place = path;
  expect(await bench.desk.save('save')).toBe(true);
  return { bench, folder, path };
}
const lampRows = ['0x1000 bootloader.bin', '-0x8000 table.bin', '0x10000 lamp.bin', '!0x200000 blob.bin'];

describe('a setup', () => {
  it('brings back rows, addresses, what was off and the options', async () => {
    const { bench, path } = await savedLamp();
    bench.settings = { ...bench.settings, baudRate: 230_400 };
    bench.tell();
    await bench.desk.save('save');
    const other = new SetupBench();
    await other.drop(path);
    expect(other.shown()).toEqual(lampRows);
    expect(other.rows.find(({ file }) => file.name === 'blob.bin')?.encrypt).toBe(true);
    expect(other.settings.baudRate).toBe(230_400);
    expect(other.desk.state()).toEqual({ name: 'lamp', isChanged: false, chip: 'esp32', missing: [] });
  });

  it('takes its files along when its folder moves', async () => {
    const { folder } = await savedLamp();
    const moved = `${folder} of a colleague`;
    renameSync(folder, moved);
    const other = new SetupBench();
    await other.drop(join(moved, 'lamp.esplanade'));
    expect(other.shown()).toEqual(lampRows);
  });

  it('knows what is changed and what is not', async () => {
    const { bench } = await savedLamp();
    const isChanged = (): boolean => bench.desk.state().isChanged;
    expect(isChanged()).toBe(false);
    bench.change('lamp.bin', { enabled: false });
    expect(isChanged()).toBe(true);
    bench.change('lamp.bin', { enabled: true });
    expect(isChanged()).toBe(false);
    // Where the files' own contents put them is no change of the person's.
    bench.change('lamp.bin', { offsetText: '0x20000' });
    expect(isChanged()).toBe(false);
    bench.settings = { ...bench.settings, eraseAll: true };
    bench.tell();
    expect(isChanged()).toBe(true);
  });

  it('does not open another one over changes that nobody let go of', async () => {
    const { bench, folder, path } = await savedLamp();
    const other = join(folder, 'other.esplanade');
    writeFileSync(other, JSON.stringify({ format: 'esplanade setup', version: 1, files: [] }));
    bench.change('lamp.bin', { enabled: false });
    await bench.drop(other);
    expect(bench.asked.at(-1)).toBe('save lamp');
    expect(bench.desk.state()).toMatchObject({ name: 'lamp', isChanged: true });

    bench.answers.toSave = 'save';
    await bench.drop(other);
    expect(bench.desk.state()).toMatchObject({ name: 'other', isChanged: false });
    expect(bench.rows).toEqual([]);
    const again = new SetupBench();
    await again.drop(path);
    expect(again.shown()[2]).toBe('-0x10000 lamp.bin');
  });

  it('asks nothing where nothing would be lost', async () => {
    const { bench, path } = await savedLamp();
    await bench.drop(path);
    await bench.desk.close();
    expect(bench.asked).toEqual(['place for weather.esplanade']);
    expect(bench.desk.state().name).toBeNull();
    expect(bench.rows).toEqual([]);
  });

  it('that is damaged leaves the table as it is, and says so', async () => {
    const { bench, folder, path } = await savedLamp();
    const half = join(folder, 'half.esplanade');
    writeFileSync(half, readFileSync(path).subarray(0, 100));
    await bench.drop(half);
    expect(bench.received.at(-1)?.rejected[0]?.error.code).toBe('setup.notUnderstood');
    expect(bench.shown()).toEqual(lampRows);
    expect(bench.desk.state().name).toBe('lamp');
  });

  it('is never half a file: what cannot be written leaves the old one', async () => {
    const { bench, path } = await savedLamp();
    const before = readFileSync(path, 'utf8');
    bench.change('lamp.bin', { enabled: false });
    bench.answers.place = join(dirname(path), 'no/such/folder/lamp.esplanade');
    await expect(bench.desk.save('saveAs')).rejects.toSatisfy((error) => isAppError(error, 'file.notWritten'));
    expect(bench.desk.state()).toMatchObject({ name: 'lamp', isChanged: true });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('does not take the place of a file that it is made of', async () => {
    const { bench, folder } = await savedLamp();
    const program = join(folder, 'odd.esplanade');
    writeFileSync(program, app());
    await bench.desk.close();
    await bench.drop(join(folder, 'extra/blob.bin'));
    bench.answers.place = join(folder, 'extra/blob.bin');
    // The ending is put on, so that it opens by double-click and replaces nothing.
    await bench.desk.save('saveAs');
    expect(readFileSync(join(folder, 'extra/blob.bin')).every((byte) => byte === 7)).toBe(true);
    expect(existsSync(join(folder, 'extra/blob.bin.esplanade'))).toBe(true);
  });

  it('takes a later build as it is, with the addresses of its own table', async () => {
    const { folder, path } = await savedLamp();
    const moved = JSON.stringify({
      flash_files: { '0x1000': 'bootloader.bin', '0x9000': 'table.bin', '0x20000': 'lamp.bin' },
      extra_esptool_args: { chip: 'esp32' },
    });
    writeFileSync(join(folder, 'lamp/build/flasher_args.json'), moved);
    const other = new SetupBench();
    await other.drop(path);
    expect(other.shown()).toEqual([
      '0x1000 bootloader.bin',
      '-0x9000 table.bin',
      '0x20000 lamp.bin',
      '!0x200000 blob.bin',
    ]);
    expect(other.desk.state().isChanged).toBe(false);
  });
});

describe('a setup whose files are gone', () => {
  it('tells them by name, keeps them when it is saved, and finds them again', async () => {
    const { folder, path } = await savedLamp();
    renameSync(join(folder, 'lamp'), join(folder, 'moved'));
    rmSync(join(folder, 'extra/blob.bin'));
    const bench = new SetupBench();
    await bench.drop(path);
    expect(bench.shown()).toEqual([]);
    const { missing } = bench.desk.state();
    expect(missing.map(({ name, rows, error }) => [name, rows, error.code])).toEqual([
      ['lamp', ['bootloader.bin', 'table.bin', 'lamp.bin'], 'file.notFound'],
      ['blob.bin', ['blob.bin'], 'file.notFound'],
    ]);
    expect(bench.desk.state().isChanged).toBe(false);
    bench.settings = { ...bench.settings, eraseAll: true };
    bench.tell();
    await bench.desk.save('save');
    expect(readFileSync(path, 'utf8')).toContain('blob.bin');

    bench.answers.located = join(folder, 'moved');
    await bench.desk.locate(missing[0]!.id);
    expect(bench.asked.at(-1)).toBe('where is lamp');
    expect(bench.shown()).toEqual(lampRows.slice(0, 3));
    expect(bench.desk.state()).toMatchObject({ isChanged: true, missing: [{ name: 'blob.bin' }] });
    bench.desk.leaveOut(bench.desk.state().missing[0]!.id);
    await bench.desk.save('save');
    const again = new SetupBench();
    await again.drop(path);
    expect(again.shown()).toEqual(lampRows.slice(0, 3));
    expect(again.desk.state().missing).toEqual([]);
  });

  it('finds what lies beside the one that was located', async () => {
    const { folder, path } = await savedLamp();
    mkdirSync(join(folder, 'new'));
    for (const name of ['lamp', 'extra']) renameSync(join(folder, name), join(folder, 'new', name));
    const bench = new SetupBench();
    await bench.drop(path);
    bench.answers.located = join(folder, 'new/lamp');
    await bench.desk.locate(bench.desk.state().missing[0]!.id);
    expect(bench.shown()).toEqual(lampRows);
    expect(bench.desk.state().missing).toEqual([]);
  });

  it('misses a single part of a build', async () => {
    const { folder, path } = await savedLamp();
    const list = JSON.stringify({ flash_files: { '0x1000': 'bootloader.bin' }, extra_esptool_args: { chip: 'esp32' } });
    writeFileSync(join(folder, 'lamp/build/flasher_args.json'), list);
    const bench = new SetupBench();
    await bench.drop(path);
    expect(bench.shown()).toEqual(['0x1000 bootloader.bin', '!0x200000 blob.bin']);
    expect(bench.desk.state().missing.map(({ error }) => error)).toEqual([
      { code: 'setup.partMissing', facts: { name: 'lamp', part: 'table.bin' } },
      { code: 'setup.partMissing', facts: { name: 'lamp', part: 'lamp.bin' } },
    ]);
  });

  it('does not take a folder in which nothing of it is', async () => {
    const { folder, path } = await savedLamp();
    renameSync(join(folder, 'lamp'), join(folder, 'moved'));
    const bench = new SetupBench();
    await bench.drop(path);
    bench.answers.located = folderOf({ 'a.bin': app(), 'b.bin': app() });
    const [first] = bench.desk.state().missing;
    await expect(bench.desk.locate(first!.id)).rejects.toSatisfy((error) => isAppError(error, 'setup.partMissing'));
    expect(bench.desk.state().missing.map(({ name }) => name)).toEqual(['lamp']);
  });
});

describe('a setup with the files inside', () => {
  it('is one file that needs nothing else', async () => {
    const { bench, folder } = await savedLamp();
    const mailed = join(folder, 'mailed.esplanade');
    bench.answers.place = mailed;
    expect(await bench.desk.save('withFiles')).toBe(true);
    // It is a copy: the table goes on being the setup that it was.
    expect(bench.desk.state()).toMatchObject({ name: 'lamp', isChanged: false });
    const bytes = readFileSync(mailed);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(mailed, bytes);

    const other = new SetupBench();
    await other.drop(mailed);
    expect(other.shown().map((line) => line.replace('!', ''))).toEqual(lampRows.map((line) => line.replace('!', '')));
    expect(other.desk.state()).toEqual({ name: 'mailed', isChanged: false, chip: 'esp32', missing: [] });
    const lamp = other.rows.find(({ file }) => file.name === 'lamp.bin');
    expect(Buffer.from(other.firmware.get(lamp!.file.token).bytes).equals(app())).toBe(true);
    await other.firmware.readAgain(other.rows.map(({ file }) => file.token));
  });

  it('can be changed and saved again, and still holds its files', async () => {
    const { bench, folder } = await savedLamp();
    const mailed = join(folder, 'mailed.esplanade');
    bench.answers.place = mailed;
    await bench.desk.save('withFiles');
    const other = new SetupBench();
    await other.drop(mailed);
    const gone = other.rows.find(({ file }) => file.name === 'bootloader.bin')!;
    other.rows = other.rows.filter((row) => row !== gone);
    other.tell();
    expect(other.desk.state().isChanged).toBe(true);
    await other.desk.save('save');
    expect(other.desk.state().isChanged).toBe(false);
    await other.firmware.readAgain(other.rows.map(({ file }) => file.token));
    const again = new SetupBench();
    await again.drop(mailed);
    expect(again.rows.map(({ file }) => file.name)).toEqual(['table.bin', 'lamp.bin', 'blob.bin']);
  });

  it('that is damaged or none says so', async () => {
    const { bench, folder } = await savedLamp();
    bench.answers.place = join(folder, 'mailed.esplanade');
    await bench.desk.save('withFiles');
    const bytes = readFileSync(bench.answers.place);
    const cases = {
      half: bytes.subarray(0, bytes.length / 2),
      none: Buffer.from(makeZip([{ name: 'a.bin', bytes: app() }])),
    };
    for (const [name, content] of Object.entries(cases)) {
      const path = join(folder, `${name}.esplanade`);
      writeFileSync(path, content);
      const other = new SetupBench();
      await other.drop(path);
      expect(other.received[0]?.rejected[0]?.error.code).toMatch(/^(setup|file)\.notUnderstood$/);
      expect(other.rows).toEqual([]);
    }
  });
});

describe('what was open lately', () => {
  const names = async (bench: SetupBench): Promise<string[]> =>
    (await bench.desk.listRecents()).map(({ kind, name, isMissing }) => `${kind} ${name}${isMissing ? ' (gone)' : ''}`);

  it('is there after a restart, newest first, and says what is gone', async () => {
    const { bench, folder } = await savedLamp();
    await bench.desk.close();
    const next = new SetupBench(bench.folder);
    expect(await names(next)).toEqual(['setup lamp', 'source blob.bin', 'source build']);
    rmSync(join(folder, 'extra/blob.bin'));
    expect(await names(next)).toEqual(['setup lamp', 'source blob.bin (gone)', 'source build']);
    const recents = await next.desk.listRecents();
    await next.desk.openRecent(recents[2]!.id);
    expect(next.shown()).toEqual(['0x1000 bootloader.bin', '0x8000 table.bin', '0x10000 lamp.bin']);
    await next.desk.forgetRecent(recents[1]!.id);
    expect(await names(new SetupBench(bench.folder))).toEqual(['source build', 'setup lamp']);
  });

  it('survives a list that is cut off, which is kept aside', async () => {
    const { bench } = await savedLamp();
    const list = join(bench.folder, 'recent.json');
    writeFileSync(list, readFileSync(list, 'utf8').slice(0, 40));
    const next = new SetupBench(bench.folder);
    expect(await names(next)).toEqual([]);
    expect(existsSync(join(bench.folder, 'recent.broken.json'))).toBe(true);
    await next.drop(join(idf(), 'lamp'));
    expect(await names(new SetupBench(bench.folder))).toEqual(['source build']);
  });
});

describe('a table that was never saved', () => {
  it('is offered again after a crash', async () => {
    const bench = new SetupBench();
    const folder = idf();
    await bench.drop(join(folder, 'lamp'));
    bench.change('lamp.bin', { offsetText: '0x30000', offsetIsTyped: true });
    await bench.clock.advance(2000);
    // Written as soon as the person pauses; no goodbye was needed.
    await expect.poll(() => existsSync(join(bench.folder, 'draft.json'))).toBe(true);
    const next = new SetupBench(bench.folder);
    const [draft] = await next.desk.listRecents();
    expect(draft).toMatchObject({ kind: 'draft', name: 'lamp' });
    await next.desk.openRecent(draft!.id);
    expect(next.shown()).toEqual(['0x1000 bootloader.bin', '0x8000 table.bin', '!0x30000 lamp.bin']);
    expect(next.desk.state().name).toBeNull();
  });

  it('and changes of a setup that a crash took are offered as changes of that setup', async () => {
    const { bench } = await savedLamp();
    bench.change('lamp.bin', { enabled: false });
    await bench.clock.advance(2000);
    await expect.poll(() => existsSync(join(bench.folder, 'draft.json'))).toBe(true);
    const next = new SetupBench(bench.folder);
    await next.desk.openRecent((await next.desk.listRecents())[0]!.id);
    expect(next.desk.state()).toMatchObject({ name: 'lamp', isChanged: true });
    expect(next.shown()[2]).toBe('-0x10000 lamp.bin');
  });

  it('is not offered where it was saved, emptied or let go of', async () => {
    const { bench } = await savedLamp();
    bench.change('lamp.bin', { enabled: false });
    await bench.clock.advance(2000);
    bench.answers.toSave = 'discard';
    expect(await bench.desk.mayLeave()).toBe(true);
    await bench.desk.end();
    expect((await new SetupBench(bench.folder).desk.listRecents()).map(({ kind }) => kind)).not.toContain('draft');
  });

  it.each(['{"of": null, "set', '[]', '{"of": null, "setup": {"format": "other"}}'])(
    'is not missed where its file is broken: %s',
    async (text) => {
      const bench = new SetupBench();
      writeFileSync(join(bench.folder, 'draft.json'), text);
      expect(await bench.desk.listRecents()).toEqual([]);
    },
  );
});

it('what is to be opened before the window is there waits for it', async () => {
  const { path } = await savedLamp();
  const bench = new SetupBench();
  const { desk } = bench;
  Object.assign(desk, { isReady: false });
  await desk.receive([path]);
  expect(bench.rows).toEqual([]);
  desk.begin();
  await expect.poll(() => bench.shown()).toEqual(lampRows);
});
