import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  defaultFlashSettings,
  type BoardJobOutcome,
  type ContactSettings,
  type VolumeResult,
  type VolumeView,
} from '../../src-shared/ipc/contract';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { goldenVolume, pattern } from '../formats/filesystems/golden-volumes';
import { createBoardJobBench, ended } from './board-job-bench';

const image = goldenVolume('littlefs-2.0-4096');
const partition = { label: 'storage', offset: 0x29_0000, sizeBytes: image.length };
const config = new TextDecoder().decode(pattern(3, 41));

/** Contents as they go over the wire, in any run of eight bytes. */
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function bench(more: Partial<VirtualBoardOptions> = {}, bytes = image) {
  const flash = new Uint8Array(0x40_0000).fill(0xff);
  flash.set(bytes, partition.offset);
  const made = createBoardJobBench({ chip: 'esp32c3', flashSizeBytes: 0x40_0000, flash, ...more });
  const { baudRate, useStub, before, after } = defaultFlashSettings;
  const usual: ContactSettings = { baudRate, useStub, before, after };
  const readFiles = (place = partition, settings: Partial<ContactSettings> = {}): Promise<BoardJobOutcome> =>
    ended(
      made.services,
      made.services.volumes.start({ path: 'sim://esp32c3', settings: { ...usual, ...settings }, ...place }),
    );
  return { ...made, readFiles };
}

function resultOf(outcome: BoardJobOutcome): VolumeResult {
  if (outcome.kind !== 'volume') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}
function readable({ volume }: VolumeResult): Extract<VolumeView, { readonly state: 'readable' }> {
  if (volume.state !== 'readable') throw new Error(JSON.stringify(volume));
  return volume;
}

describe('the files on a board', () => {
  it.each([true, false])('are listed, and what is in them stays behind (stub: %s)', async (useStub) => {
    const { readFiles, services } = bench();
    const result = resultOf(await readFiles(partition, { useStub }));
    expect(result).toMatchObject({ label: 'storage', offset: 0x29_0000, identity: { chip: 'esp32c3' } });
    const volume = readable(result);
    expect(volume).toMatchObject({ kind: 'littlefs', totalBytes: image.length });
    const paths = volume.entries.map(({ path }) => path);
    expect(paths).toContain('/www/index.html');
    expect(JSON.stringify(result)).not.toContain(config.slice(0, 16));
    const at = paths.indexOf('/config.json');
    expect(services.volumes.preview(volume.token, at, false)).toMatchObject({ kind: 'text', text: config });
    expect(services.volumes.nameOf(volume.token, at)).toBe('config.json');
  });

  it('are neither in the report for a bug tracker nor in the trace', async () => {
    const { readFiles, services } = bench();
    const { token, entries } = readable(resultOf(await readFiles()));
    services.volumes.preview(
      token,
      entries.findIndex(({ path }) => path === '/config.json'),
      false,
    );
    const { jobId } = services.traces.list()[0]!;
    const text = `${services.jobs.report(jobId)}\n${await services.traces.text({ jobId, numbers: null })}`;
    expect(text).toContain('Outcome: volume');
    for (const secret of [config.slice(0, 8), 'index.html']) expect(text).not.toContain(secret);
    const bytes = text.replaceAll(/\s/g, '').toLowerCase();
    for (const secret of ['littlefs', config.slice(0, 6)]) expect(bytes).not.toContain(hexOf(Buffer.from(secret)));
  });

  it('are saved one by one', async () => {
    const { readFiles, services, folder } = bench();
    const { token, entries } = readable(resultOf(await readFiles()));
    const at = entries.findIndex(({ path }) => path === '/moved.svg');
    const save = services.saves.add(join(folder, 'picture.svg')).token;
    const made = await services.volumes.save(token, at, save);
    expect(made.files).toMatchObject([{ name: 'picture.svg', sizeBytes: 40_000 }]);
    expect(hexOf(readFileSync(join(folder, 'picture.svg')))).toBe(hexOf(pattern(7, 40_000)));
  });

  it('are saved all together, in a new folder each time', async () => {
    const { readFiles, services, folder } = bench();
    const { token, entries } = readable(resultOf(await readFiles()));
    const files = entries.filter(({ kind }) => kind === 'file');
    const saved = await services.volumes.saveAll(token, folder);
    expect(saved).toMatchObject({ folder: { name: 'storage' }, fileCount: files.length, renamedCount: 0, leftOut: [] });
    const found = readdirSync(join(folder, 'storage'), { recursive: true, encoding: 'utf8' });
    expect(found.sort()).toEqual(entries.map(({ path }) => join(...path.split('/').slice(1))).sort());
    expect(readFileSync(join(folder, 'storage', 'config.json'), 'utf8')).toBe(config);
    expect(await services.volumes.saveAll(token, folder)).toMatchObject({ folder: { name: 'storage (2)' } });
  });

  it('that are damaged are named and left out, and the others are saved', async () => {
    const half = image.slice();
    half.fill(0xff, 20 * 4096);
    const { readFiles, services, folder } = bench({}, half);
    const { token, entries } = readable(resultOf(await readFiles()));
    const damaged = entries.filter(({ kind, isDamaged }) => kind === 'file' && isDamaged).map(({ path }) => path);
    expect(damaged.length).toBeGreaterThan(0);
    const saved = await services.volumes.saveAll(token, folder);
    expect(saved.leftOut).toEqual(damaged);
    expect(saved.fileCount).toBe(entries.filter(({ kind, isDamaged }) => kind === 'file' && !isDamaged).length);
    const at = entries.findIndex(({ path }) => path === damaged[0]);
    expect(() => services.volumes.preview(token, at, false)).toThrow(/file\.notUnderstood/);
  });

  it('are read whole over a bad line', async () => {
    const { readFiles } = bench({ troubles: [{ name: 'noise', amount: 4000 }] });
    expect(readable(resultOf(await readFiles())).entries.some(({ isDamaged }) => isDamaged)).toBe(false);
  });

  it('are not there in a blank partition, nor in one with something else', async () => {
    const blank = new Uint8Array(image.length).fill(0xff);
    expect(resultOf(await bench({}, blank).readFiles()).volume).toEqual({ state: 'blank' });
    const other = Uint8Array.from(image, (_, index) => (index * 7919) >> 5);
    expect(resultOf(await bench({}, other).readFiles()).volume).toEqual({ state: 'foreign', marks: null });
    const encrypted = bench({ security: { flashEncryption: true } }, other);
    expect(resultOf(await encrypted.readFiles()).volume).toEqual({ state: 'encrypted' });
  });

  it('are out of reach behind the end of the flash and in Secure Download Mode', async () => {
    expect(await bench().readFiles({ ...partition, offset: 0x3f_f000 })).toMatchObject({
      kind: 'failed',
      error: { code: 'plan.pastEnd', facts: { name: 'storage' } },
    });
    const closed = bench({ security: { secureDownloadMode: true } });
    expect(await closed.readFiles()).toMatchObject({ kind: 'failed', error: { code: 'flash.secureDownloadMode' } });
  });

  it('of other boards are nobody’s: a token that is not known, or a folder, is no file', async () => {
    const { readFiles, services } = bench();
    const { token, entries } = readable(resultOf(await readFiles()));
    const folderAt = entries.findIndex(({ kind }) => kind === 'folder');
    for (const [wrong, at] of [
      ['volume-9', 0],
      [token, folderAt],
      [token, entries.length],
    ] as const) {
      expect(() => services.volumes.preview(wrong, at, false)).toThrow(/file\.notFound/);
    }
  });
});
