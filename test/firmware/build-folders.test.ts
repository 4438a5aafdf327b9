import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../src-main/firmware/read-input';
import { serializeOtaData } from '../../src-shared/formats/ota-data';
import { fixture, hasFixtures } from '../formats/fixtures';
import { app, bootloader, folderOf, otaTable, outcomeOf, placed, type Files } from './build-files';

/** As ESP-IDF 5 writes it. */
const flasherArgs = {
  write_flash_args: ['--flash_mode', 'dio', '--flash_size', '4MB', '--flash_freq', '40m'],
  flash_settings: { flash_mode: 'dio', flash_size: '4MB', flash_freq: '40m' },
  flash_files: {
    '0x1000': 'bootloader/bootloader.bin',
    '0x10000': 'weather.bin',
    '0x8000': 'partition_table/partition-table.bin',
    '0xe000': 'ota_data_initial.bin',
  },
  bootloader: { offset: '0x1000', file: 'bootloader/bootloader.bin', encrypted: 'false' },
  app: { offset: '0x10000', file: 'weather.bin', encrypted: 'false' },
  extra_esptool_args: { after: 'hard_reset', before: 'default_reset', stub: true, chip: 'esp32' },
};
const idf = (args: unknown = flasherArgs): Files => ({
  'flasher_args.json': JSON.stringify(args),
  flash_args: '--flash_mode dio\n0x10000 weather.bin\n',
  'bootloader/bootloader.bin': bootloader(),
  'partition_table/partition-table.bin': otaTable,
  'ota_data_initial.bin': new Uint8Array(0x2000).fill(0xff),
  'weather.bin': app(),
});
const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
const table = [
  '0x1000 bootloader.bin',
  '0x10000 weather.bin',
  '0x8000 partition-table.bin',
  '0xe000 ota_data_initial.bin',
];

describe('an ESP-IDF build', () => {
  it('folder comes with names, addresses, chip and settings', async () => {
    const input = await readInput(folderOf(idf(), 'build'));
    expect(placed(input)).toEqual(table);
    expect(input.source).toEqual({
      kind: 'idfBuild',
      name: 'weather',
      settings: { flashMode: 'dio', flashFrequency: '40m', flashSize: '4MB' },
    });
    expect(input.builds[0]?.chip?.id).toBe('esp32');
    expect(input.builds[0]?.files.every(({ statedOffset }) => statedOffset !== null)).toBe(true);
  });
  it('is found from the project folder around it, and from its flasher_args.json', async () => {
    const project = folderOf({ 'CMakeLists.txt': 'project(weather)', 'main/logo.bin': 'x', ...under('build', idf()) });
    expect(await outcomeOf(project)).toEqual(table);
    expect(await outcomeOf(join(project, 'build'))).toEqual(table);
    expect(await outcomeOf(join(project, 'build', 'flasher_args.json'))).toEqual(table);
    expect(await outcomeOf(join(project, 'build', 'flash_args'))).toEqual(['0x10000 weather.bin']);
  });
  it.skipIf(!hasFixtures)('of real files keeps every byte', async () => {
    const folder = folderOf({
      'flasher_args.json': JSON.stringify({
        flash_files: { '0x1000': 'b.bin', '0x8000': 'p.bin' },
        extra_esptool_args: { chip: 'esp32' },
      }),
      'b.bin': fixture('image/bootloader_esp32_v5_2.bin'),
      'p.bin': fixture('image/partitions_singleapp.bin'),
    });
    const [build] = (await readInput(folder)).builds;
    expect(build?.files.map(({ contents }) => contents.kind)).toEqual(['bootloader', 'partitionTable']);
    expect(Buffer.from(build!.files[0]!.bytes).equals(fixture('image/bootloader_esp32_v5_2.bin'))).toBe(true);
  });
  it('names the file that is missing', async () => {
    const folder = folderOf(idf());
    rmSync(join(folder, 'bootloader/bootloader.bin'));
    expect(await outcomeOf(folder)).toMatchObject({
      code: 'file.partMissing',
      facts: { name: 'flasher_args.json', part: 'bootloader.bin' },
    });
  });
  it('may reach for a file of its project, but not further', async () => {
    const args = (file: string) => ({ flash_files: { '0x10000': file } });
    const inProject = { ...under('build', idf(args('../main/app.bin'))), 'main/app.bin': app() };
    expect(await outcomeOf(join(folderOf(inProject), 'build'))).toEqual(['0x10000 app.bin']);
    for (const file of ['../../secret.bin', '/etc/passwd', 'C:\\secret.bin', 'a/../../../secret.bin', '..\\..\\x']) {
      expect(await outcomeOf(folderOf(idf(args(file)), 'build'))).toMatchObject({ code: 'file.partOutside' });
    }
  });
  it('with parts for encryption says which', async () => {
    const args = { ...flasherArgs, app: { offset: '0x10000', file: 'weather.bin', encrypted: 'true' } };
    const marked = async (json: unknown): Promise<string[]> =>
      (await readInput(folderOf(idf(json)))).builds[0]!.files.filter((f) => f.origin?.isForEncryption).map(
        (f) => f.name,
      );
    expect(await marked(flasherArgs)).toEqual([]);
    expect(await marked(args)).toEqual(['weather.bin']);
    expect(await marked({ ...flasherArgs, write_flash_args: ['--encrypt'] })).toHaveLength(4);
    expect(await marked({ ...flasherArgs, security: { flash_encryption: true } })).toHaveLength(4);
  });
  it.each([
    ['no JSON', '{', 'file.notUnderstood'],
    ['another JSON', '[]', 'file.notUnderstood'],
    ['files that are no list', '{"flash_files":{"0x0":5}}', 'file.notUnderstood'],
    ['an address that is none', '{"flash_files":{"here":"weather.bin"}}', 'file.notUnderstood'],
    ['nothing in it', '{"flash_files":{}}', 'file.nothingInside'],
    ['a file elsewhere', '{"flash_files":{"0x0":"https://example.org/x.bin"}}', 'file.partRemote'],
  ])('with %s is told apart', async (_what, json, code) => {
    const folder = folderOf({ ...idf(), 'flasher_args.json': json });
    expect(await outcomeOf(join(folder, 'flasher_args.json'))).toMatchObject({ code });
    expect(await outcomeOf(folder)).toMatchObject({ code, facts: { name: 'flasher_args.json' } });
  });
  it('for two chips side by side is a choice by chip, for one chip twice a question', async () => {
    const c3 = {
      'flasher_args.json': JSON.stringify({ flash_files: { '0x0': 'b.bin' }, extra_esptool_args: { chip: 'esp32c3' } }),
      'b.bin': bootloader(5),
    };
    const both = await readInput(folderOf({ ...under('build', idf()), ...under('build-c3', c3) }));
    expect(both.builds.map(({ chip }) => chip?.id)).toEqual(['esp32', 'esp32c3']);
    expect(both.source).toEqual({ kind: 'idfBuild', name: 'weather-station' });
    expect(await outcomeOf(folderOf({ ...under('a', c3), ...under('b', c3) }))).toMatchObject({
      code: 'file.severalBuilds',
      facts: { builds: 'a, b' },
    });
  });
});

describe('a PlatformIO build', () => {
  const build: Files = {
    'bootloader.bin': bootloader(),
    'partitions.bin': otaTable,
    'firmware.bin': app(),
    'firmware.elf': '\x7fELF',
    'firmware.factory.bin': new Uint8Array(0x2_0000).fill(0xff),
  };
  const rows = ['0x1000 bootloader.bin', '0x8000 partitions.bin', '0x10000 firmware.bin', '0xe000 boot_app0.bin'];

  it('is found in its folder and from the project', async () => {
    const project = folderOf(
      { 'platformio.ini': '', 'src/main.cpp': '', ...under('.pio/build/esp32dev', build) },
      'lamp',
    );
    const input = await readInput(project);
    expect(placed(input)).toEqual(rows);
    expect(input.source).toEqual({ kind: 'platformio', name: 'lamp (esp32dev)' });
    expect(await outcomeOf(join(project, '.pio/build/esp32dev'))).toEqual(rows);
  });
  it('gets the data that selects the first slot, which PlatformIO has elsewhere', async () => {
    const [made] = (await readInput(folderOf(build))).builds[0]!.files.slice(-1);
    expect(Buffer.from(made!.bytes).equals(serializeOtaData(1))).toBe(true);
    const own = new Uint8Array(0x2000).fill(0xff);
    const [kept] = (await readInput(folderOf({ ...build, 'boot_app0.bin': own }))).builds[0]!.files.slice(-1);
    expect(Buffer.from(kept!.bytes).equals(own)).toBe(true);
  });
  it('for ESP-IDF is taken as PlatformIO would write it, not by the list that names files elsewhere', async () => {
    expect(await outcomeOf(folderOf({ ...build, 'flasher_args.json': JSON.stringify(flasherArgs) }))).toEqual(rows);
  });
  it.skipIf(!hasFixtures)('for ESP8266 is one file at the beginning', async () => {
    const image = fixture('image/esp8266_deepsleep.bin');
    const input = await readInput(folderOf({ 'firmware.bin': image, 'firmware.elf': '\x7fELF' }, 'd1_mini'));
    expect(placed(input)).toEqual(['0x0 firmware.bin']);
    expect(input.source).toEqual({ kind: 'platformio', name: 'd1_mini' });
    expect(input.builds[0]?.chip?.id).toBe('esp8266');
  });
  it('with environments for different chips is a choice by chip', async () => {
    const c3 = { ...build, 'bootloader.bin': bootloader(5), 'firmware.bin': app(5) };
    const input = await readInput(folderOf({ ...under('.pio/build/c3', c3), ...under('.pio/build/esp32', build) }));
    expect(input.builds.map(({ chip }) => chip?.id)).toEqual(['esp32c3', 'esp32']);
    expect(placed(input).slice(0, 4)).toEqual(['0x0 bootloader.bin', ...rows.slice(1)]);
  });
});

describe('an Arduino build', () => {
  const sketch: Files = {
    'Blink.ino.bin': app(),
    'Blink.ino.bootloader.bin': bootloader(),
    'Blink.ino.partitions.bin': otaTable,
    'Blink.ino.merged.bin': new Uint8Array(0x2_0000).fill(0xff),
    'Blink.ino.elf': '\x7fELF',
    'Blink.ino.map': '',
  };
  const rows = [
    '0x10000 Blink.ino.bin',
    '0x1000 Blink.ino.bootloader.bin',
    '0x8000 Blink.ino.partitions.bin',
    '0xe000 boot_app0.bin',
  ];

  it('exported beside its sketch is found from there, the separate files first', async () => {
    const folder = folderOf({ 'Blink.ino': 'void setup() {}', ...under('build/esp32.esp32.esp32', sketch) }, 'Blink');
    const input = await readInput(folder);
    expect(placed(input)).toEqual(rows);
    expect(input.source).toEqual({ kind: 'arduino', name: 'Blink' });
  });
  it('with its arguments has their addresses and settings', async () => {
    const args =
      '--flash-mode dio --flash-freq 80m --flash-size 4MB\n0x1000 Blink.ino.bootloader.bin\n0x8000 Blink.ino.partitions.bin\n0xf000 boot_app0.bin\n0x20000 "Blink.ino.bin"\n';
    const input = await readInput(folderOf({ ...sketch, flash_args: args, 'boot_app0.bin': serializeOtaData(1) }));
    expect(placed(input)).toEqual(['0x20000 Blink.ino.bin', ...rows.slice(1, 3), '0xf000 boot_app0.bin']);
    expect(input.source?.settings).toEqual({ flashMode: 'dio', flashFrequency: '80m', flashSize: '4MB' });
  });
  it('of which only the merged file is there is that file', async () => {
    const merged = new Uint8Array(0x2_0000).fill(0xff);
    merged.set(bootloader(), 0x1000);
    merged.set(otaTable, 0x8000);
    expect(await outcomeOf(folderOf({ 'Blink.ino.merged.bin': merged }))).toEqual(['0x0 Blink.ino.merged.bin']);
    expect(await outcomeOf(folderOf({ 'Blink.ino.merged.bin': merged, 'Blink.ino.bin': app() }))).toEqual([
      '0x0 Blink.ino.merged.bin',
    ]);
  });
  it.skipIf(!hasFixtures)('for ESP8266 is one file, also with the name of its board', async () => {
    const image = fixture('image/esp8266_deepsleep.bin');
    expect(await outcomeOf(folderOf({ 'Sleep.ino.bin': image }))).toEqual(['0x0 Sleep.ino.bin']);
    expect(await outcomeOf(folderOf({ 'Sleep.ino.d1_mini.bin': image }))).toEqual(['0x0 Sleep.ino.d1_mini.bin']);
  });
  it('of two sketches in one folder is a question', async () => {
    expect(await outcomeOf(folderOf({ ...sketch, 'Fade.ino.bin': app() }, 'out'))).toMatchObject({
      code: 'file.severalBuilds',
      facts: { name: 'out', builds: 'Blink.ino, Fade.ino' },
    });
  });
});

describe('a folder', () => {
  it('with loose firmware files is these files', async () => {
    const input = await readInput(folderOf({ 'app.bin': app(), 'bootloader.bin': bootloader(), 'readme.txt': 'x' }));
    expect(placed(input)).toEqual(['0x10000 app.bin', '0x1000 bootloader.bin']);
    expect(input.source).toEqual({ kind: 'folder', name: 'weather-station' });
  });
  it('with nothing to write says so', async () => {
    expect(await outcomeOf(folderOf({ 'readme.txt': 'x' }))).toMatchObject({
      code: 'file.nothingInside',
      facts: { name: 'weather-station' },
    });
  });
  it('full of binaries is not firmware', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.bin`, 'x']));
    expect(await outcomeOf(folderOf(many))).toMatchObject({ code: 'file.tooManyInside' });
  });
  it('that leads in a circle ends', async () => {
    const folder = folderOf({ 'readme.txt': 'x' });
    const { symlinkSync } = await import('node:fs');
    symlinkSync(folder, join(folder, 'again'));
    expect(await outcomeOf(folder)).toMatchObject({ code: 'file.nothingInside' });
  });
  it('with thousands of folders is not looked through', async () => {
    const folder = folderOf({});
    for (let index = 0; index < 1500; index++) mkdirSync(join(folder, `d${index}`));
    writeFileSync(join(folder, 'd1499', 'late.bin'), 'x');
    expect(await outcomeOf(folder)).toMatchObject({ code: 'file.nothingInside' });
  });
});
