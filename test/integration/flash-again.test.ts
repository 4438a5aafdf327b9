import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeptServices, type KeptServices } from '../../src-main/jobs/create-kept-services';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { isAppError } from '../../src-shared/errors/app-error';
import {
  defaultFlashSettings,
  type FlashAgainReply,
  type FlashRow,
  type SetupRowView,
} from '../../src-shared/ipc/contract';
import { app, bootloader, folderOf, otaTable } from '../firmware/build-files';
import { createSimBench, holds, type FlashBench } from './flash-bench';

type Bench = FlashBench & { readonly kept: KeptServices; readonly folder: string };

/** Services that remember, over one virtual board. */
function keepingBench(folder = mkdtempSync(join(tmpdir(), 'esplanade-kept-'))) {
  const bench = createSimBench({ chip: 'esp32', flashSizeBytes: 4 << 20 });
  const kept = createKeptServices(bench.services, {
    folder,
    clock: new FakeClock(),
    now: () => 1_700_000_000_000,
    dialogs: {
      chooseSetup: () => Promise.resolve(null),
      chooseSetupPlace: () => Promise.resolve(null),
      locate: () => Promise.resolve(null),
      askToSave: () => Promise.resolve('cancel'),
    },
  });
  return { ...bench, kept, folder };
}
const build = (): string =>
  folderOf({
    'flasher_args.json': JSON.stringify({
      flash_files: { '0x1000': 'bootloader.bin', '0x8000': 'table.bin', '0x10000': 'lamp.bin' },
      extra_esptool_args: { chip: 'esp32' },
    }),
    'bootloader.bin': bootloader(),
    'table.bin': otaTable,
    'lamp.bin': app(),
  });

const rowsOf = (reply: FlashAgainReply): readonly SetupRowView[] =>
  reply.kind === 'ready' ? (reply.opened?.rows ?? []) : [];
const requestRows = (rows: readonly SetupRowView[]): FlashRow[] =>
  rows.map(({ file, enabled, offsetText }) => ({ token: file.token, enabled, offsetText }));

async function write({ services }: Bench, rows: readonly FlashRow[]): Promise<string> {
  const ended = new Promise<string>((resolve) => {
    const stop = services.jobs.onFinished(({ outcome }) => {
      stop();
      resolve('error' in outcome ? outcome.error.code : outcome.kind);
    });
  });
  const settings = { ...defaultFlashSettings, flashSize: 'keep' };
  await services.jobs.startFlash({ path: 'sim://esp32', rows, settings });
  return ended;
}
async function writeBuild(bench: Bench, path: string): Promise<void> {
  const { files } = await bench.services.firmware.addPaths([path], null);
  const rows = files.map(({ token, suggestedOffset }) => ({
    token,
    enabled: true,
    offsetText: `0x${suggestedOffset?.toString(16)}`,
  }));
  expect(await write(bench, rows)).toBe('verified');
  await bench.kept.end();
}

describe('flash again', () => {
  it('writes the same files to the same places in a later start, as they are now', async () => {
    const folder = build();
    const first = keepingBench();
    await writeBuild(first, folder);

    const later = keepingBench(first.folder);
    const rebuilt = app(0, '2.0');
    writeFileSync(join(folder, 'lamp.bin'), rebuilt);
    const [entry] = (await later.kept.history.list()).entries;
    expect((await later.kept.history.check(entry!.id)).map(({ name, state }) => `${name} ${state}`)).toEqual([
      'bootloader.bin same',
      'table.bin same',
      'lamp.bin changed',
    ]);
    await later.services.boards.identify('sim://esp32');
    const reply = await later.kept.again.prepare({ port: 'sim://esp32', entry: null });
    expect(rowsOf(reply).map(({ file, offsetText, offsetIsTyped }) => [file.name, offsetText, offsetIsTyped])).toEqual([
      ['bootloader.bin', '0x1000', false],
      ['table.bin', '0x8000', false],
      ['lamp.bin', '0x10000', false],
    ]);
    expect(await write(later, requestRows(rowsOf(reply)))).toBe('verified');
    expect(holds(later.board.flash, { offset: 0x1_0000, bytes: rebuilt })).toBe(true);
  });

  it('names the file that is gone and puts nothing on the table', async () => {
    const folder = build();
    const bench = keepingBench();
    await writeBuild(bench, folder);
    rmSync(join(folder, 'lamp.bin'));
    const [entry] = (await bench.kept.history.list()).entries;
    expect((await bench.kept.history.check(entry!.id)).map(({ state }) => state)).toEqual(['gone', 'gone', 'gone']);
    await expect(bench.kept.again.prepare({ port: 'sim://esp32', entry: null })).rejects.toSatisfy((error) =>
      isAppError(error, 'file.partMissing'),
    );
  });

  it('has nothing for a board that nothing was written to', async () => {
    const bench = keepingBench();
    await writeBuild(bench, build());
    expect(await bench.kept.again.prepare({ port: 'COM9', entry: null })).toEqual({ kind: 'nothing' });
  });

  it('is listed however it ended, with what went wrong', async () => {
    const bench = keepingBench();
    const path = join(build(), 'lamp.bin');
    const { files } = await bench.services.firmware.addPaths([path], null);
    writeFileSync(path, app(0, '3.0'));
    expect(await write(bench, [{ token: files[0]!.token, enabled: true, offsetText: '0x10000' }])).toBe('file.changed');
    await bench.kept.end();
    const [entry] = (await bench.kept.history.list()).entries;
    expect(entry).toMatchObject({ result: 'failed', error: { code: 'file.changed', facts: { name: 'lamp.bin' } } });
    expect(readFileSync(join(bench.folder, 'history.jsonl'), 'utf8')).toContain('file.changed');
  });
});
