import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  defaultFlashSettings,
  type BoardJobOutcome,
  type ContactSettings,
  type VolumeResult,
  type VolumeView,
} from '../../src-shared/ipc/contract';
import type { TraceEvent } from '../../src-main/engine/loader/connection';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { goldenVolume, pattern } from '../formats/filesystems/golden-volumes';
import { readVolume } from '../../src-shared/formats/filesystems/read-volume';
import { createBoardJobBench, ended } from './board-job-bench';

const image = goldenVolume('littlefs-2.0-4096');
const partition = { label: 'storage', offset: 0x29_0000, sizeBytes: image.length };
const config = new TextDecoder().decode(pattern(3, 41));

/** Contents as they go over the wire, in any run of eight bytes. */
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function bench(
  more: Partial<VirtualBoardOptions> = {},
  bytes = image,
  onTrace: (event: TraceEvent) => void = () => undefined,
) {
  const flash = new Uint8Array(0x40_0000).fill(0xff);
  flash.set(bytes, partition.offset);
  const made = createBoardJobBench({ chip: 'esp32c3', flashSizeBytes: 0x40_0000, flash, ...more }, onTrace);
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
    expect(services.volumes.preview(volume.token, '/config.json', false)).toMatchObject({ kind: 'text', text: config });
    expect(services.volumes.nameOf('/config.json')).toBe('config.json');
  });

  it('are neither in the report for a bug tracker nor in the trace', async () => {
    const { readFiles, services } = bench();
    const { token } = readable(resultOf(await readFiles()));
    services.volumes.preview(token, '/config.json', false);
    const { jobId } = services.traces.list()[0]!;
    const text = `${services.jobs.report(jobId)}\n${await services.traces.text({ jobId, numbers: null })}`;
    expect(text).toContain('Outcome: volume');
    for (const secret of [config.slice(0, 8), 'index.html']) expect(text).not.toContain(secret);
    const bytes = text.replaceAll(/\s/g, '').toLowerCase();
    for (const secret of ['littlefs', config.slice(0, 6)]) expect(bytes).not.toContain(hexOf(Buffer.from(secret)));
  });

  it('are saved one by one', async () => {
    const { readFiles, services, folder } = bench();
    const { token } = readable(resultOf(await readFiles()));
    const save = services.saves.add(join(folder, 'picture.svg')).token;
    const made = await services.volumes.save(token, '/moved.svg', save);
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
    expect(() => services.volumes.preview(token, damaged[0] ?? '', false)).toThrow(/file\.notUnderstood/);
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
    const { token } = readable(resultOf(await readFiles()));
    for (const [wrong, at] of [
      ['volume-9', '/config.json'],
      [token, '/www'],
      [token, '/nowhere'],
    ] as const) {
      expect(() => services.volumes.preview(wrong, at, false)).toThrow(/file\.notFound/);
    }
  });
});

describe('files written to a board', () => {
  function editing(more: Partial<VirtualBoardOptions> = {}, bytes = image, onTrace?: (event: TraceEvent) => void) {
    const made = bench(more, bytes, onTrace);
    const { baudRate, useStub, before, after } = defaultFlashSettings;
    const settings: ContactSettings = { baudRate, useStub, before, after };
    const write = (token: string, other: Partial<ContactSettings> = {}): Promise<BoardJobOutcome> =>
      ended(
        made.services,
        made.services.volumeEditor.write({ path: 'sim://esp32c3', token, settings: { ...settings, ...other } }),
      );
    function fileOf(name: string, contents: Uint8Array | string): string {
      const path = join(made.folder, name);
      writeFileSync(path, contents);
      return path;
    }
    /** What the flash holds besides the partition must be what it was. */
    const around = (): Buffer => {
      const flash = Buffer.from(made.board.flash);
      return Buffer.concat([flash.subarray(0, partition.offset), flash.subarray(partition.offset + bytes.length)]);
    };
    const onBoard = (): Uint8Array => made.board.flash.slice(partition.offset, partition.offset + bytes.length);
    return { ...made, write, fileOf, around, onBoard };
  }

  it.each([
    ['littlefs-2.0-4096', true],
    ['littlefs-2.1-512', true],
    ['littlefs-2.0-4096', false],
  ])('are there afterwards, with all others, and nothing else is touched (%s, stub: %s)', async (name, useStub) => {
    const { readFiles, services, write, fileOf, around, onBoard } = editing({}, goldenVolume(name));
    const place = { ...partition, sizeBytes: goldenVolume(name).length };
    const { token, entries } = readable(resultOf(await readFiles(place)));
    const outside = around();
    const added = await services.volumeEditor.add(token, '/www', [
      fileOf('new.txt', 'hello'),
      fileOf('index.html', '<p>'),
    ]);
    expect(added).toMatchObject({ problem: null, rejected: [] });
    expect(added.changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'added /www/new.txt',
      'replaced /www/index.html',
    ]);
    services.volumeEditor.remove(token, '/many');
    services.volumeEditor.rename(token, '/config.json', '/settings.json');
    const outcome = await write(token, { useStub });
    if (outcome.kind !== 'volumeWritten') throw new Error(JSON.stringify(outcome));
    expect(outcome.result.writtenBytes).toBeGreaterThan(0);
    expect(around().equals(outside)).toBe(true);
    const volume = readVolume(onBoard().subarray(0, place.sizeBytes));
    const text = (path: string): string => new TextDecoder().decode(volume?.read(path));
    expect(text('/www/new.txt')).toBe('hello');
    expect(text('/www/index.html')).toBe('<p>');
    expect(text('/settings.json')).toBe(config);
    expect(hexOf(volume?.read('/moved.svg') ?? new Uint8Array(0))).toBe(hexOf(pattern(7, 40_000)));
    const gone = entries.filter(({ path }) => path.startsWith('/many')).length;
    expect(volume?.entries).toHaveLength(entries.length - gone + 1);
    // The page goes on with what is there now, and writes nothing twice.
    const now = readable(outcome.result);
    expect(now.entries).toHaveLength(entries.length - gone + 1);
    expect(readable(resultOf(await readFiles(place))).entries.map(({ path }) => path)).toEqual(
      now.entries.map(({ path }) => path),
    );
    expect(await write(now.token)).toMatchObject({ kind: 'volumeWritten', result: { writtenBytes: 0 } });
  });

  it.each(['spiffs-esp32', 'spiffs-esp8266', 'spiffs-64k-no-magic', 'fat-wl-4096', 'fat-wl-512'])(
    'are there in the board’s own kind of filesystem, with all others as they were (%s)',
    async (name) => {
      const bytes = goldenVolume(name);
      const before = readVolume(bytes);
      const { readFiles, services, write, fileOf, around, onBoard } = editing({}, bytes);
      const place = { ...partition, sizeBytes: bytes.length };
      const { token, entries, kind } = readable(resultOf(await readFiles(place)));
      const outside = around();
      const files = entries.filter((entry) => entry.kind === 'file');
      const [first] = files;
      services.volumeEditor.remove(token, first?.path ?? '');
      await services.volumeEditor.add(token, '', [fileOf('new.txt', 'hello')]);
      const outcome = await write(token);
      if (outcome.kind !== 'volumeWritten') throw new Error(JSON.stringify(outcome));
      expect(readable(outcome.result).kind).toBe(kind);
      expect(around().equals(outside)).toBe(true);
      const after = readVolume(onBoard().subarray(0, bytes.length));
      expect(new TextDecoder().decode(after?.read('/new.txt'))).toBe('hello');
      for (const { path } of files.slice(1)) expect(after?.read(path), path).toEqual(before?.read(path));
      expect(after?.entries.filter((entry) => entry.kind === 'file')).toHaveLength(files.length);
    },
  );

  it('are not written over what the board wrote meanwhile', async () => {
    const { readFiles, services, write, fileOf, board, onBoard } = editing();
    const { token } = readable(resultOf(await readFiles()));
    await services.volumeEditor.add(token, '', [fileOf('new.txt', 'hello')]);
    // A single bit, at the very end.
    board.flash[partition.offset + partition.sizeBytes - 1] = 0x7f;
    const before = hexOf(onBoard());
    expect(await write(token)).toMatchObject({
      kind: 'failed',
      error: { code: 'flash.filesChanged', facts: { name: 'storage' } },
    });
    expect(hexOf(onBoard())).toBe(before);
  });

  it('are not written where they do not fit, nor where something is damaged', async () => {
    const { readFiles, services, write, fileOf, onBoard } = editing();
    const { token } = readable(resultOf(await readFiles()));
    const draft = await services.volumeEditor.add(token, '', [fileOf('big.bin', new Uint8Array(300_000))]);
    expect(draft).toMatchObject({ usedBytes: null, problem: { code: 'file.noRoom', facts: { name: '/big.bin' } } });
    await expect(write(token)).rejects.toMatchObject({ code: 'file.noRoom' });
    expect(services.volumeEditor.undo(token, null)).toMatchObject({ changes: [], problem: null });
    expect(hexOf(onBoard())).toBe(hexOf(image));

    const half = image.slice();
    half.fill(0xff, 20 * 4096);
    const broken = editing({}, half);
    const { token: brokenToken } = readable(resultOf(await broken.readFiles()));
    const tried = await broken.services.volumeEditor.add(brokenToken, '', [broken.fileOf('a.txt', 'a')]);
    expect(tried.problem).toMatchObject({ code: 'file.notUnderstood' });
    await expect(broken.write(brokenToken)).rejects.toMatchObject({ code: 'file.notUnderstood' });
  });

  it('that cannot be read on this computer are named, and the others are added', async () => {
    const { readFiles, services, fileOf, folder } = editing();
    const { token } = readable(resultOf(await readFiles()));
    const draft = await services.volumeEditor.add(token, '', [join(folder, 'gone.txt'), folder, fileOf('a.txt', 'a')]);
    expect(draft.rejected.map(({ error }) => error.code)).toEqual(['file.notFound', 'file.isFolder']);
    expect(draft.changes).toMatchObject([{ kind: 'added', path: '/a.txt' }]);
  });

  it('are written whole over a bad line', async () => {
    const { readFiles, services, write, fileOf, onBoard } = editing({ troubles: [{ name: 'noise', amount: 6000 }] });
    const { token } = readable(resultOf(await readFiles()));
    await services.volumeEditor.add(token, '', [fileOf('noise.bin', pattern(5, 30_000))]);
    expect(await write(token)).toMatchObject({ kind: 'volumeWritten' });
    expect(hexOf(readVolume(onBoard())?.read('/noise.bin') ?? new Uint8Array(0))).toBe(hexOf(pattern(5, 30_000)));
  });

  it('can be written once more where a write broke off, so that nothing of the board is lost', async () => {
    let cancel: (() => void) | null = null;
    const { readFiles, services, write, fileOf, onBoard, board } = editing({}, image, ({ text }) => {
      if (/FLASH_(DEFL_)?DATA/.test(text)) cancel?.();
    });
    const { token } = readable(resultOf(await readFiles()));
    await services.volumeEditor.add(token, '', [fileOf('new.bin', pattern(5, 60_000))]);
    cancel = () => services.jobs.cancel(services.traces.list()[0]!.jobId);
    expect(await write(token)).toMatchObject({ kind: 'cancelled' });
    cancel = null;
    // The app found half a filesystem and made an empty one.
    board.flash.fill(0xff, partition.offset, partition.offset + partition.sizeBytes);
    expect(await write(token)).toMatchObject({ kind: 'volumeWritten' });
    const volume = readVolume(onBoard());
    expect(hexOf(volume?.read('/new.bin') ?? new Uint8Array(0))).toBe(hexOf(pattern(5, 60_000)));
    expect(new TextDecoder().decode(volume?.read('/config.json'))).toBe(config);
  });

  it('are not written plain into an encrypted flash, and contents are in no report', async () => {
    const { readFiles, services, write, fileOf } = editing({ security: { flashEncryption: true } });
    const { token } = readable(resultOf(await readFiles()));
    await services.volumeEditor.add(token, '', [fileOf('secret.txt', 'salt-and-water')]);
    expect(await write(token)).toMatchObject({ kind: 'failed', error: { code: 'flash.encrypted' } });
    const open = editing();
    const { token: openToken } = readable(resultOf(await open.readFiles()));
    await open.services.volumeEditor.add(openToken, '', [open.fileOf('secret.txt', 'salt-and-water')]);
    await open.write(openToken);
    const { jobId } = open.services.traces.list()[0]!;
    const text = `${open.services.jobs.report(jobId)}${await open.services.traces.text({ jobId, numbers: null })}`;
    expect(text).toContain('volumeWrite');
    expect(text).not.toContain('salt-and-water');
    expect(text).not.toContain('secret.txt');
    expect(text.replaceAll(/\s/g, '').toLowerCase()).not.toContain(hexOf(Buffer.from('salt-a')));
  });
});
