import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../src-main/firmware/read-input';
import { app, bootloader, folderOf, otaTable, outcomeOf, placed, type Files } from './build-files';

const manifest = (builds: unknown): Files => ({
  'manifest.json': JSON.stringify({ name: 'Lamp', version: '2.1', new_install_prompt_erase: true, builds }),
  'esp32/bootloader.bin': bootloader(),
  'esp32/app.bin': app(),
  'c3/bootloader.bin': bootloader(5),
  'c3/app.bin': app(5),
  'partitions.bin': otaTable,
});
const esp32 = {
  chipFamily: 'ESP32',
  parts: [
    { path: 'esp32/bootloader.bin', offset: 4096 },
    { path: './partitions.bin', offset: 32768 },
    { path: 'esp32/app.bin', offset: 65536 },
  ],
};
const c3 = {
  chipFamily: 'ESP32-C3',
  improv: true,
  parts: [
    { path: 'c3/bootloader.bin', offset: 0 },
    { path: 'c3%2Fapp.bin', offset: '0x10000' },
  ],
};
const esp32Rows = ['0x1000 bootloader.bin', '0x8000 partitions.bin', '0x10000 app.bin'];
const inFolder = (builds: unknown): string => folderOf(manifest(builds), 'web');

describe('a manifest of ESP Web Tools', () => {
  it('has a build for each chip, with the addresses that it states', async () => {
    const input = await readInput(join(inFolder([esp32, c3]), 'manifest.json'));
    expect(input.source).toEqual({ kind: 'manifest', name: 'Lamp' });
    expect(input.builds.map(({ chip }) => chip?.id)).toEqual(['esp32', 'esp32c3']);
    expect(placed(input)).toEqual([...esp32Rows, '0x0 bootloader.bin', '0x10000 app.bin']);
  });
  it('is found in its folder', async () => {
    expect(await outcomeOf(inFolder([esp32]))).toEqual(esp32Rows);
  });
  it('for a chip twice counts the first time, for an unknown chip not at all', async () => {
    const other = { ...esp32, parts: [{ path: 'c3/app.bin', offset: 0 }] };
    expect(await outcomeOf(inFolder([{ ...esp32, chipFamily: 'ESP99' }, esp32, other]))).toEqual(esp32Rows);
    expect(await outcomeOf(inFolder([{ ...esp32, chipFamily: 'ESP99' }]))).toMatchObject({
      code: 'file.notUnderstood',
      facts: { reason: 'no chip in it is known (ESP99)' },
    });
  });
  it('may name files beside its folder', async () => {
    const parts = [{ path: '../firmware/app.bin', offset: 0x1_0000 }];
    const folder = folderOf({
      'web/manifest.json': JSON.stringify({ builds: [{ chipFamily: 'ESP32', parts }] }),
      'firmware/app.bin': app(),
    });
    expect(await outcomeOf(join(folder, 'web', 'manifest.json'))).toEqual(['0x10000 app.bin']);
  });
  it.each([
    ['https://example.org/app.bin', 'file.partRemote'],
    ['//example.org/app.bin', 'file.partRemote'],
    ['data:application/octet-stream;base64,AA==', 'file.partRemote'],
    ['file:///etc/passwd', 'file.partRemote'],
    ['../../app.bin', 'file.partOutside'],
    ['%2e%2e/%2e%2e/app.bin', 'file.partOutside'],
    ['/app.bin', 'file.partOutside'],
    ['missing.bin', 'file.partMissing'],
  ])('that names %s downloads and picks nothing: %s', async (path, code) => {
    const builds = [{ chipFamily: 'ESP32', parts: [{ path, offset: 0 }] }];
    expect(await outcomeOf(join(inFolder(builds), 'manifest.json'))).toMatchObject({
      code,
      facts: { name: 'manifest.json' },
    });
  });
  it('of which one build is elsewhere has the others, and says so', async () => {
    const remote = { chipFamily: 'ESP32', parts: [{ path: 'https://example.org/x.bin', offset: 0 }] };
    const input = await readInput(inFolder([remote, c3]));
    expect(input.builds.map(({ chip }) => chip?.id)).toEqual(['esp32c3']);
    expect(input.problems).toMatchObject([{ code: 'file.partRemote' }]);
  });
  it.each([
    ['{"builds":[]}', 'no builds'],
    ['{"builds":[{"chipFamily":"ESP32","parts":[]}]}', 'a build without parts'],
    ['{"builds":[{"chipFamily":"ESP32","parts":[{"path":"app.bin"}]}]}', 'a part without an address'],
    ['{"builds":[{"chipFamily":"ESP32","parts":[{"path":"app.bin","offset":-1}]}]}', 'a negative address'],
    ['{"builds":[{"chipFamily":"ESP32","parts":[{"path":"app.bin","offset":1e30}]}]}', 'an address past everything'],
    ['{"short_name":"App","icons":[]}', 'another manifest'],
    ['[1,2', 'no JSON'],
  ])('%s is not one: %s', async (json) => {
    const folder = folderOf({ 'manifest.json': json });
    expect(await outcomeOf(join(folder, 'manifest.json'))).toMatchObject({
      code: 'file.notUnderstood',
      facts: { name: 'manifest.json' },
    });
  });
  it('of something else does not hide the firmware beside it', async () => {
    const folder = folderOf({ 'manifest.json': '{"short_name":"App"}', 'app.bin': app() });
    expect(await outcomeOf(folder)).toEqual(['0x10000 app.bin']);
  });
});
