import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FlashHistory } from '../../src-main/jobs/history/flash-history';
import type { EndedFlash } from '../../src-main/jobs/history/history-record';
import { loadFirmware } from '../../src-main/firmware/read-firmware';
import { AppError, isAppError } from '../../src-shared/errors/app-error';
import { defaultFlashSettings, type HistoryEntry } from '../../src-shared/ipc/contract';
import { board } from '../engine/plan/plan-rows';
import { app } from '../firmware/build-files';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'esplanade-history-'));
const fileIn = (folder: string): string => join(folder, 'history.jsonl');
let time = 1_700_000_000_000;
const open = (folder: string, more: { mostKept?: number; mostStale?: number } = {}): FlashHistory =>
  new FlashHistory({ folder, now: () => ++time, ...more });

const identity = board({ chip: 'esp32', mac: '24:6f:28:00:00:01' });
/** A write that ended, well unless told otherwise. */
function ended(path: string, more: Partial<EndedFlash> = {}): EndedFlash {
  const [loaded] = loadFirmware('lamp.bin', app());
  return {
    path,
    settings: defaultFlashSettings,
    files: [
      {
        row: { token: 'file-1', enabled: true, offsetText: '64k' },
        loaded: loaded!,
        origin: { path: '/home/ada/lamp.bin', name: 'lamp.bin', chip: null },
      },
    ],
    identity,
    outcome: {
      kind: 'verified',
      result: {
        identity,
        regions: [],
        writtenBytes: 9000,
        elapsedMs: 900,
        baudRate: 460_800,
        bootLog: 'password=hunter2',
      },
    },
    durationMs: 1000,
    ...more,
  };
}
const ports = async (history: FlashHistory): Promise<string[]> =>
  (await history.list()).entries.map(({ port }) => port);

describe('the history', () => {
  it('tells what was flashed when, after a restart too', async () => {
    const folder = newFolder();
    await open(folder).record(ended('COM3'), '/home/ada/lamp.esplanade');
    const { entries, problem } = await open(folder).list();
    expect(problem).toBeNull();
    expect(entries).toEqual([
      {
        id: entries[0]?.id,
        at: time - 1000,
        mac: '24:6f:28:00:00:01',
        port: 'COM3',
        chip: 'esp32',
        board: identity.description,
        result: 'verified',
        error: null,
        durationMs: 1000,
        writtenBytes: 9000,
        baudRate: 460_800,
        setup: 'lamp',
        files: [
          {
            name: 'lamp.bin',
            sizeBytes: app().length,
            md5: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
            offset: 0x1_0000,
            project: 'weather',
            version: '1.0',
          },
        ],
      },
    ]);
  });

  it('keeps neither what a board prints nor a login, and shows no path', async () => {
    const folder = newFolder();
    const history = open(folder);
    await history.record(ended('rfc2217://me:hunter3@host:4000'), null);
    const bootLog = 'wifi: psk=hunter4';
    const error = new AppError('connect.wrongBootMode', { path: 'socket://me:hunter5@host:1', bootMode: 1, bootLog });
    await history.record(ended('COM4', { outcome: { kind: 'failed', error: error.toData() } }), null);
    const stored = readFileSync(fileIn(folder), 'utf8');
    for (const secret of ['hunter2', 'hunter3', 'hunter4', 'hunter5']) expect(stored).not.toContain(secret);
    expect(JSON.stringify(await history.list())).not.toContain('/home/ada');
    expect(
      new TextDecoder().decode(await history.csv((await history.list()).entries.map(({ id }) => id))),
    ).not.toContain('/home/ada');
  });

  it('loses one line to a crash in mid-write, and nothing after it', async () => {
    const folder = newFolder();
    const history = open(folder);
    for (const port of ['COM1', 'COM2', 'COM3']) await history.record(ended(port), null);
    const whole = readFileSync(fileIn(folder));
    truncateSync(fileIn(folder), whole.length - 40);
    const next = open(folder);
    expect(await ports(next)).toEqual(['COM2', 'COM1']);
    await next.record(ended('COM4'), null);
    expect(await ports(open(folder))).toEqual(['COM4', 'COM2', 'COM1']);
  });

  it('passes over lines that make no sense, and keeps those of a later version', async () => {
    const folder = newFolder();
    const history = open(folder);
    await history.record(ended('COM1'), null);
    appendFileSync(fileIn(folder), 'nonsense\n{"id": 5}\n\n\0\0\0\n{"kind": "of a later version"}\n[1]\n');
    await history.record(ended('COM2'), null);
    const next = open(folder, { mostStale: 0 });
    expect(await ports(next)).toEqual(['COM2', 'COM1']);
    await next.remove([(await next.list()).entries[0]!.id]);
    expect(readFileSync(fileIn(folder), 'utf8')).toContain('of a later version');
    expect(readFileSync(fileIn(folder), 'utf8')).not.toContain('nonsense');
    expect(await ports(open(folder))).toEqual(['COM1']);
  });

  it('forgets what was deleted, for good', async () => {
    const folder = newFolder();
    const history = open(folder);
    for (const port of ['COM1', 'COM2']) await history.record(ended(port), null);
    const gone: (readonly string[])[] = [];
    history.onRemoved((ids) => gone.push(ids));
    const [newest] = (await history.list()).entries;
    await history.remove([newest!.id, 'never there']);
    expect(gone).toEqual([[newest!.id]]);
    await expect(history.find(newest!.id)).rejects.toSatisfy((error) => isAppError(error, 'history.notFound'));
    expect(await ports(open(folder))).toEqual(['COM1']);
  });

  it('grows no further than it may: the oldest go, and the file is written anew', async () => {
    const folder = newFolder();
    const history = open(folder, { mostKept: 3, mostStale: 2 });
    for (let port = 1; port <= 9; port++) await history.record(ended(`COM${port}`), null);
    expect(await ports(history)).toEqual(['COM9', 'COM8', 'COM7']);
    expect(readFileSync(fileIn(folder), 'utf8').trim().split('\n').length).toBeLessThanOrEqual(5);
    expect(await ports(open(folder))).toEqual(['COM9', 'COM8', 'COM7']);
  });

  it('says when it cannot be kept, goes on, and says when it can again', async () => {
    const folder = join(newFolder(), 'file');
    writeFileSync(folder, '');
    const history = open(folder);
    const problems: (string | null)[] = [];
    history.onProblem((problem) => problems.push(problem?.code ?? null));
    await history.record(ended('COM1'), null);
    expect(await ports(history)).toEqual(['COM1']);
    expect(problems.at(-1)).toBe('history.notKept');
    rmSync(folder);
    await history.record(ended('COM2'), null);
    expect(problems.at(-1)).toBeNull();
    expect(await ports(open(folder))).toEqual(['COM2']);
  });

  it('does not write over what it could not read', async () => {
    const folder = newFolder();
    mkdirSync(fileIn(folder));
    const history = open(folder, { mostKept: 1 });
    for (const port of ['COM1', 'COM2']) await history.record(ended(port), null);
    expect((await history.list()).problem?.code).toBe('history.notKept');
    expect(existsSync(join(fileIn(folder), '.'))).toBe(true);
  });

  it('knows a board by its MAC wherever it is plugged in, and by its port where it has none', async () => {
    const history = open(newFolder());
    await history.record(ended('COM1'), null);
    const cancelled = { kind: 'cancelled', error: { code: 'job.cancelled', facts: {} } } as const;
    await history.record(ended('COM2', { outcome: cancelled }), null);
    await history.record(ended('COM1', { identity: null }), null);
    const portOf = async (...board: [string, string | null]) => (await history.lastGood(...board))?.port ?? null;
    expect(await portOf('COM7', identity.mac)).toBe('COM1');
    expect((await history.lastGood('COM7', identity.mac))?.mac).toBe(identity.mac);
    expect(await portOf('COM2', 'aa:bb:cc:dd:ee:ff')).toBeNull();
    expect(await portOf('COM1', null)).toBe('COM1');
  });
});

describe('the history as comma-separated values', () => {
  it('has a line for each file, newest first, and no formula out of a file name', async () => {
    const history = open(newFolder());
    const flash = ended('COM3');
    const [file] = flash.files;
    const named = (name: string): EndedFlash => ({
      ...flash,
      files: [file!, { ...file!, loaded: { ...file!.loaded, name } }],
    });
    await history.record(named('=cmd|"/c calc".bin'), null);
    await history.record(named('a,b\n.bin'), null);
    const entries: readonly HistoryEntry[] = (await history.list()).entries;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await history.csv(entries.map(({ id }) => id)));
    expect(text.startsWith('\uFEFFtime,result,error,chip,mac,port,file,offset,size,md5,')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toContain(
      `${new Date(entries[0]!.at).toISOString()},verified,,ESP32,24:6f:28:00:00:01,COM3,lamp.bin,0x10000,`,
    );
    expect(lines[2]).toContain('"a,b\n.bin"');
    expect(lines[4]).toContain(`"'=cmd|""/c calc"".bin"`);
  });
});
