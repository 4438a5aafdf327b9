import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BuildWatch } from '../../src-main/jobs/builds/build-watch';
import { ByItselfChoices } from '../../src-main/jobs/builds/by-itself-choices';
import type { WatchFolder } from '../../src-main/jobs/builds/file-watch';
import { FirmwareFiles } from '../../src-main/jobs/firmware-store';
import { systemClock } from '../../src-main/serial/system-clock';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { appSettingsSchema, type BuildNews, type FirmwareFile } from '../../src-shared/ipc/contract';
import { app, bootloader, folderOf, otaTable } from '../firmware/build-files';

const listOf = (files: Readonly<Record<string, string>>): string =>
  JSON.stringify({ flash_files: files, extra_esptool_args: { chip: 'esp32' } });
const usual = { '0x1000': 'boot/bootloader.bin', '0x8000': 'table.bin', '0x10000': 'lamp.bin' };
const buildFiles = () => ({
  'flasher_args.json': listOf(usual),
  'boot/bootloader.bin': bootloader(),
  'table.bin': otaTable,
  'lamp.bin': app(),
});
const build = (): string => folderOf(buildFiles(), 'build');
const biggerApp = (): Uint8Array => app(0, '2.0-with-a-longer-name');

type Changed = Extract<BuildNews, { kind: 'changed' }>;

/** A table that does what the window does: asks when it is told to, and shows what is new. */
class WatchedTable {
  readonly firmware = new FirmwareFiles();
  readonly watch: BuildWatch;
  readonly news: BuildNews[] = [];
  rows: readonly FirmwareFile[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(watchFolder?: WatchFolder | null) {
    this.watch = new BuildWatch({
      firmware: this.firmware,
      clock: systemClock,
      ...(watchFolder === undefined ? {} : { watchFolder }),
    });
    this.watch.onTouched(() => {
      this.last = this.last.then(() => this.ask());
    });
  }

  async put(...paths: string[]): Promise<void> {
    this.rows = (await this.firmware.addPaths(paths, 'esp32')).files;
    this.watch.follow(this.tokens());
    // The look in the beginning.
    await expect.poll(() => this.news.length, { timeout: 10_000 }).toBeGreaterThan(0);
  }

  private async ask(): Promise<void> {
    const news = await this.watch.refresh(this.tokens(), 'esp32');
    this.news.push(news);
    if (news.kind !== 'changed') return;
    const old = this.tokens();
    this.rows = [
      ...this.rows
        .filter(({ token }) => !news.removed.includes(token))
        .map((row) => news.replaced.find(({ token }) => token === row.token)?.file ?? row),
      ...news.added,
    ];
    this.firmware.release(old.filter((token) => !this.tokens().includes(token)));
    this.watch.follow(this.tokens());
  }

  tokens(): string[] {
    return this.rows.map(({ token }) => token);
  }

  bytesOf(name: string): Uint8Array {
    return this.firmware.get(this.rows.find((row) => row.name === name)?.token ?? '').bytes;
  }

  changed(): readonly Changed[] {
    return this.news.filter((news) => news.kind === 'changed');
  }

  async changedTo(count: number): Promise<Changed> {
    await expect.poll(() => this.changed().length, { timeout: 20_000 }).toBe(count);
    return this.changed()[count - 1]!;
  }

  kinds(): string[] {
    return this.news.map(({ kind }) => kind);
  }
}

describe('files on the table that a build changes', { timeout: 60_000 }, () => {
  const tables: WatchedTable[] = [];
  const watched = async (paths: readonly string[], watchFolder?: WatchFolder | null): Promise<WatchedTable> => {
    const table = new WatchedTable(watchFolder);
    tables.push(table);
    await table.put(...paths);
    expect(table.kinds()).toEqual(['same']);
    return table;
  };
  afterEach(() => {
    for (const table of tables.splice(0)) table.watch.follow([]);
  });

  it('are told with their sizes, and the table has the new ones', async () => {
    const folder = build();
    const table = await watched([folder]);
    writeFileSync(join(folder, 'lamp.bin'), biggerApp());
    const { changes } = await table.changedTo(1);
    expect(changes).toMatchObject([
      { name: 'lamp.bin', before: { sizeBytes: app().length, offset: 0x1_0000 }, after: { offset: 0x1_0000 } },
    ]);
    expect(table.bytesOf('lamp.bin')).toEqual(biggerApp());
    await table.firmware.readAgain(table.tokens());
  });

  it('are not taken for new while they are written in pieces', async () => {
    const folder = build();
    const table = await watched([folder]);
    const bytes = biggerApp();
    writeFileSync(join(folder, 'lamp.bin'), bytes.subarray(0, 5000));
    await expect
      .poll(() => table.news.at(-1), { timeout: 10_000 })
      .toEqual({ kind: 'unfinished', names: ['lamp.bin'], isOverdue: false });
    expect(table.bytesOf('lamp.bin')).toEqual(app());
    writeFileSync(join(folder, 'lamp.bin'), bytes);
    await table.changedTo(1);
    expect(table.bytesOf('lamp.bin')).toEqual(bytes);
  });

  it('keep their rows while they are gone for a moment, the list of files too', async () => {
    const folder = build();
    const table = await watched([folder]);
    rmSync(join(folder, 'lamp.bin'));
    await expect.poll(() => table.news.at(-1)?.kind, { timeout: 10_000 }).toBe('unfinished');
    rmSync(join(folder, 'flasher_args.json'));
    rmSync(join(folder, 'boot'), { recursive: true });
    expect(table.rows.map(({ name }) => name)).toEqual(['bootloader.bin', 'table.bin', 'lamp.bin']);
    const files = buildFiles();
    mkdirSync(join(folder, 'boot'));
    writeFileSync(join(folder, 'boot/bootloader.bin'), files['boot/bootloader.bin']);
    writeFileSync(join(folder, 'lamp.bin'), biggerApp());
    writeFileSync(join(folder, 'flasher_args.json'), files['flasher_args.json']);
    const { changes } = await table.changedTo(1);
    expect(changes.map(({ name }) => name)).toEqual(['lamp.bin']);
  });

  it('may be replaced by renaming, file or whole folder, again and again', async () => {
    const folder = build();
    const table = await watched([folder]);
    writeFileSync(join(folder, 'lamp.bin.tmp'), biggerApp());
    renameSync(join(folder, 'lamp.bin.tmp'), join(folder, 'lamp.bin'));
    await table.changedTo(1);

    const next = folderOf({ ...buildFiles(), 'lamp.bin': app(0, '3.0') }, 'build');
    renameSync(folder, join(dirname(folder), 'old'));
    renameSync(next, folder);
    await table.changedTo(2);
    expect(table.bytesOf('lamp.bin')).toEqual(app(0, '3.0'));

    writeFileSync(join(folder, 'lamp.bin'), app(0, '4.0'));
    await table.changedTo(3);
    expect(table.bytesOf('lamp.bin')).toEqual(app(0, '4.0'));
  });

  it('are no news when only their time has changed, or the same was written again', async () => {
    const folder = build();
    const path = join(folder, 'lamp.bin');
    const table = await watched([folder]);
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    await expect.poll(() => table.news.length, { timeout: 10_000 }).toBe(2);
    writeFileSync(path, readFileSync(path));
    await expect.poll(() => table.news.length, { timeout: 10_000 }).toBeGreaterThan(2);
    expect(new Set(table.kinds())).toEqual(new Set(['same']));
  });

  it('move with their list: other addresses, more files, fewer files', async () => {
    const folder = build();
    const table = await watched([folder]);
    const write = (files: Readonly<Record<string, string>>): void =>
      writeFileSync(join(folder, 'flasher_args.json'), listOf(files));
    write({ '0x1000': 'boot/bootloader.bin', '0x8000': 'table.bin', '0x20000': 'lamp.bin' });
    expect((await table.changedTo(1)).changes).toMatchObject([
      { name: 'lamp.bin', before: { offset: 0x1_0000 }, after: { offset: 0x2_0000 } },
    ]);
    writeFileSync(join(folder, 'data.bin'), 'data of the lamp');
    write({ ...usual, '0x110000': 'data.bin' });
    const more = await table.changedTo(2);
    expect(more.changes.map(({ name, before }) => [name, before === null])).toEqual([
      ['lamp.bin', false],
      ['data.bin', true],
    ]);
    write({ '0x1000': 'boot/bootloader.bin', '0x10000': 'lamp.bin' });
    const fewer = await table.changedTo(3);
    expect(fewer.changes.map(({ name, after }) => [name, after])).toEqual([
      ['table.bin', null],
      ['data.bin', null],
    ]);
    expect(table.rows.map(({ name }) => name)).toEqual(['bootloader.bin', 'lamp.bin']);
    await table.firmware.readAgain(table.tokens());
  });

  it.each([
    ['nothing tells of changes', null],
    [
      'a folder cannot be watched',
      () => {
        throw new Error('ENOSPC');
      },
    ],
  ] as const)('are noticed where %s', async (_what, watchFolder) => {
    const path = join(build(), 'lamp.bin');
    const table = await watched([path], watchFolder);
    writeFileSync(path, biggerApp());
    await table.changedTo(1);
    expect(table.bytesOf('lamp.bin')).toEqual(biggerApp());
  });

  it('are watched by their folders alone, and thousands of others beside them are nobody’s business', async () => {
    const firmware = new FirmwareFiles();
    const clock = new FakeClock();
    const folders = new Map<string, (name: string | null) => void>();
    const stopped: string[] = [];
    const watch = new BuildWatch({
      firmware,
      clock,
      watchFolder: (path, onEvent) => {
        folders.set(basename(path), onEvent);
        return { stop: () => void stopped.push(basename(path)) };
      },
    });
    let told = 0;
    watch.onTouched(() => (told += 1));
    const { files } = await firmware.addPaths([build()], 'esp32');
    const followed = watch.follow(files.map(({ token }) => token));
    expect(followed.fileCount).toBe(4);
    await expect.poll(() => [...folders.keys()].sort()).toEqual(['boot', 'build']);
    const pass = async (): Promise<void> => {
      await expect.poll(async () => clock.advance(500).then(() => told)).toBe(1);
    };
    await pass();
    for (let index = 0; index < 5000; index += 1) folders.get('build')?.(`object-${index}.o`);
    folders.get('boot')?.('lamp.bin');
    expect(clock.pendingTimers).toBe(1);
    folders.get('build')?.('lamp.bin');
    expect(clock.pendingTimers).toBe(2);
    watch.follow([]);
    expect(clock.pendingTimers).toBe(0);
    expect(stopped.sort()).toEqual(['boot', 'build']);
  });

  it('that stay damaged are what they are after a while, and never take the place of good ones before', async () => {
    const clock = new FakeClock();
    const firmware = new FirmwareFiles();
    const watch = new BuildWatch({ firmware, clock, watchFolder: null });
    const path = join(build(), 'lamp.bin');
    const { files } = await firmware.addPaths([path], 'esp32');
    const tokens = files.map(({ token }) => token);
    writeFileSync(path, app().subarray(0, 5000));
    expect(await watch.refresh(tokens, 'esp32')).toEqual({ kind: 'unfinished', names: ['lamp.bin'], isOverdue: false });
    await clock.advance(9000);
    expect((await watch.refresh(tokens, 'esp32')).kind).toBe('unfinished');
    await clock.advance(1000);
    const news = await watch.refresh(tokens, 'esp32');
    expect(news).toMatchObject({ kind: 'changed', changes: [{ name: 'lamp.bin', after: { sizeBytes: 5000 } }] });
  });

  it('that are gone for good are never a reason to lose a row', async () => {
    const clock = new FakeClock();
    const firmware = new FirmwareFiles();
    const watch = new BuildWatch({ firmware, clock, watchFolder: null });
    const path = join(build(), 'lamp.bin');
    const tokens = (await firmware.addPaths([path], 'esp32')).files.map(({ token }) => token);
    rmSync(path);
    await watch.refresh(tokens, 'esp32');
    await clock.advance(60_000);
    expect(await watch.refresh(tokens, 'esp32')).toEqual({ kind: 'unfinished', names: ['lamp.bin'], isOverdue: true });
    // Nothing goes on looking for them.
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('flashing by itself', () => {
  it('is chosen for these files and this board, and for nothing else', async () => {
    let settings = appSettingsSchema.parse({});
    const firmware = new FirmwareFiles();
    let setup: string | null = null;
    let serialNumber = 'A';
    const choices = new ByItselfChoices({
      settings: {
        get: () => settings,
        set: (change) => Promise.resolve((settings = { ...settings, ...change })),
        reset: () => Promise.resolve(settings),
      },
      firmware,
      cardOf: () => ({ vendorId: '303a', productId: '1001', serialNumber }),
      setupPath: () => setup,
    });
    const folders = [build(), build()];
    const [ours = [], others = []] = await Promise.all(
      folders.map(async (folder) => (await firmware.addPaths([folder], null)).files.map(({ token }) => token)),
    );
    expect(choices.get(ours, 'COM3')).toBe(false);
    await choices.set(ours, 'COM3', true);
    expect(choices.get(ours, 'COM3')).toBe(true);
    expect(choices.get(ours.slice(1), 'COM3')).toBe(true);
    expect(choices.get(others, 'COM3')).toBe(false);
    expect(choices.get(ours, 'COM4')).toBe(false);
    serialNumber = 'B';
    expect(choices.get(ours, 'COM3')).toBe(false);
    serialNumber = 'A';
    setup = '/home/somebody/lamp.esplanade';
    expect(choices.get(ours, 'COM3')).toBe(false);
    setup = null;
    expect(JSON.stringify(settings.flashesByItself)).not.toContain(basename(dirname(folders[0] ?? '')));
    await choices.set(ours, 'COM3', false);
    expect(settings.flashesByItself).toEqual([]);
  });
});
