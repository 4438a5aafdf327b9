import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FirmwareFiles } from '../../src-main/jobs/firmware-store';
import { makePlan } from '../../src-main/jobs/plan-checker';
import { chipById } from '../../src-shared/chips';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { serializeUf2 } from '../../src-shared/formats/uf2';
import { defaultFlashSettings, type FirmwareFile } from '../../src-shared/ipc/contract';
import { board } from '../engine/plan/plan-rows';
import { app, bootloader, folderOf, otaTable } from '../firmware/build-files';

const manifest = JSON.stringify({
  name: 'Lamp',
  builds: [
    {
      chipFamily: 'ESP32',
      parts: [
        { path: 'b.bin', offset: 0x1000 },
        { path: 'a.bin', offset: 0x1_0000 },
      ],
    },
    {
      chipFamily: 'ESP32-C3',
      parts: [
        { path: 'b-c3.bin', offset: 0 },
        { path: 'a-c3.bin', offset: 0x1_0000 },
      ],
    },
  ],
});
const twoChips = (): string =>
  folderOf({
    'manifest.json': manifest,
    'b.bin': bootloader(),
    'a.bin': app(),
    'b-c3.bin': bootloader(5),
    'a-c3.bin': app(5),
  });
const meant = (files: readonly FirmwareFile[]): string[] =>
  files.filter(({ isForBoard }) => isForBoard !== false).map(({ name }) => name);

describe('a source with builds for several chips', () => {
  it('is the build for the board, and another one when the board changes', async () => {
    const store = new FirmwareFiles();
    const { files, source, rejected } = await store.addPaths([twoChips()], 'esp32c3');
    expect(source).toEqual({ kind: 'manifest', name: 'Lamp' });
    expect(rejected).toEqual([]);
    expect(meant(files)).toEqual(['b-c3.bin', 'a-c3.bin']);
    const tokens = files.map(({ token }) => token);
    expect(meant(store.describe(tokens, 'esp32'))).toEqual(['b.bin', 'a.bin']);
    expect(meant(store.describe(tokens, 'esp32c3'))).toEqual(['b-c3.bin', 'a-c3.bin']);
    expect(meant(store.describe(tokens, null))).toEqual(['b.bin', 'a.bin']);
  });

  it('may be two folders of PlatformIO, each with its own partition table', async () => {
    const moved = otaTable.slice();
    new DataView(moved.buffer).setUint32(2 * 32 + 4, 0x2_0000, true);
    moved.fill(0xff, 4 * 32);
    const files = { '.pio/build/a/firmware.bin': app(), '.pio/build/b/firmware.bin': app(5) };
    const tables = { '.pio/build/a/partitions.bin': otaTable, '.pio/build/b/partitions.bin': moved };
    const boots = { '.pio/build/a/bootloader.bin': bootloader(), '.pio/build/b/bootloader.bin': bootloader(5) };
    const store = new FirmwareFiles();
    const added = await store.addPaths([folderOf({ ...files, ...tables, ...boots }, 'lamp')], 'esp32');
    const offsetsOf = (name: string): (number | null)[] =>
      added.files.filter((file) => file.name === name).map(({ suggestedOffset }) => suggestedOffset);
    expect(added.source).toEqual({ kind: 'platformio', name: 'lamp' });
    expect(offsetsOf('bootloader.bin')).toEqual([0x1000, 0]);
    expect(offsetsOf('firmware.bin')).toEqual([0x1_0000, 0x2_0000]);
  });

  it('only that build is planned for the board that really answers', async () => {
    const store = new FirmwareFiles();
    const { files } = await store.addPaths([twoChips()], null);
    const rows = files.map(({ token, suggestedOffset }) => ({
      token,
      enabled: true,
      offsetText: String(suggestedOffset),
    }));
    const plan = (chip: ChipId) => makePlan(store, rows, defaultFlashSettings, board({ chip, revision: null }));
    expect(plan('esp32c3').plan?.regions.map(({ name, offset }) => [name, offset])).toEqual([
      ['b-c3.bin', 0],
      ['a-c3.bin', 0x1_0000],
    ]);
    expect(plan('esp32').plan?.regions.map(({ name }) => name)).toEqual(['b.bin', 'a.bin']);
    const other = plan('esp32s3');
    expect(other.plan).toBeNull();
    expect(other.error).toMatchObject({ code: 'plan.wrongChip', facts: { imageChip: 'ESP32', chip: 'ESP32-S3' } });
  });
});

describe('what a build says about its parts', () => {
  const args = (more: object): string =>
    folderOf({
      'flasher_args.json': JSON.stringify({
        flash_files: { '0x10000': 'data.bin' },
        extra_esptool_args: { chip: 'esp32c3' },
        ...more,
      }),
      'data.bin': 'nothing that tells a chip',
    });
  const checks = async (path: string, over: Parameters<typeof board>[0] = {}) => {
    const store = new FirmwareFiles();
    const { files } = await store.addPaths([path], null);
    const rows = files.map(({ token }) => ({ token, enabled: true, offsetText: '0x10000' }));
    const { view } = makePlan(store, rows, defaultFlashSettings, board({ chip: 'esp32c3', revision: null, ...over }));
    return view.checks.flatMap(({ id, state, error }) => (error === null ? [] : [`${state} ${id}: ${error.code}`]));
  };

  it('a build for another chip is refused even where no image in it says so', async () => {
    expect(await checks(args({}), { chip: 'esp32' })).toEqual(['problem chip: plan.wrongChip']);
    expect(await checks(args({}))).toEqual([]);
  });
  it('a UF2 file for the family of another chip is refused, whatever is in it', async () => {
    const regions = [{ offset: 0x1_0000, bytes: new Uint8Array(64).fill(7) }];
    const path = join(folderOf({}), 'data.uf2');
    writeFileSync(path, serializeUf2({ familyId: chipById('esp32c3').uf2FamilyId, regions }));
    expect(await checks(path, { chip: 'esp32' })).toEqual(['problem chip: plan.wrongChip']);
    expect(await checks(path)).toEqual([]);
  });
  it('parts that are to be encrypted are not silently written as they are', async () => {
    const encrypted = args({ data: { file: 'data.bin', encrypted: 'true' } });
    expect(await checks(encrypted)).toEqual(['warning builtForEncryption: plan.builtForEncryption']);
    expect((await checks(encrypted, { flashEncryption: true })).join()).toMatch(/encryption: flash\.encrypted/);
  });
});

describe('files of a folder', () => {
  const project = (): string => folderOf({ 'b.bin': bootloader(), 'p.bin': otaTable, 'firmware.bin': app() });

  it('are read again before they are written: a changed or missing one is told by name', async () => {
    const store = new FirmwareFiles();
    const folder = project();
    const { files } = await store.addPaths([folder], null);
    const tokens = files.map(({ token }) => token);
    await expect(store.readAgain(tokens)).resolves.toBeUndefined();
    writeFileSync(join(folder, 'firmware.bin'), app(0, '2.0'));
    await expect(store.readAgain(tokens)).rejects.toMatchObject({
      code: 'file.changed',
      facts: { name: 'firmware.bin' },
    });
    rmSync(join(folder, 'firmware.bin'));
    await expect(store.readAgain(tokens)).rejects.toMatchObject({ code: 'file.changed' });
  });
  it('are placed by the partition table among them, not by that of another drop', async () => {
    const store = new FirmwareFiles();
    await store.addPaths([project()], 'esp32');
    const moved = otaTable.slice();
    // app0 at 0x20000 instead of 0x10000; without its MD5 row the table is still good.
    new DataView(moved.buffer).setUint32(2 * 32 + 4, 0x2_0000, true);
    moved.fill(0xff, 4 * 32);
    const { files } = await store.addPaths([folderOf({ 'p.bin': moved, 'firmware.bin': app() })], 'esp32');
    expect(files.find(({ name }) => name === 'firmware.bin')?.suggestedOffset).toBe(0x2_0000);
  });
  it('no heading for several drops at once, and what cannot be used is told', async () => {
    const store = new FirmwareFiles();
    const added = await store.addPaths([project(), project(), folderOf({})], null);
    expect(added.source).toBeUndefined();
    expect(added.files).toHaveLength(6);
    expect(added.rejected).toMatchObject([{ name: 'weather-station', error: { code: 'file.nothingInside' } }]);
  });
});
