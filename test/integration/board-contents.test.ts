import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import {
  defaultFlashSettings,
  type BoardJobOutcome,
  type ContactSettings,
  type NvsResult,
} from '../../src-shared/ipc/contract';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { appDescriptionBytes, buildTestImage } from '../formats/test-image';
import { NvsWriter } from '../formats/nvs/nvs-writer';
import { createBoardJobBench, ended } from './board-job-bench';

const nvs = { label: 'nvs', offset: 0x9000, sizeBytes: 0x6000 };
const password = 'salt-and-water';

function flash(): Uint8Array {
  const bytes = new Uint8Array(0x40_0000).fill(0xff);
  const row = { isEncrypted: false, isReadOnly: false, flags: 0 };
  bytes.set(
    serializePartitionTable({
      hasMd5: true,
      partitions: [
        { ...row, ...nvs, type: 1, subtype: 2 },
        { ...row, label: 'factory', type: 0, subtype: 0, offset: 0x1_0000, sizeBytes: 0x10_0000 },
      ],
    }),
    0x8000,
  );
  const firstSegment = new Uint8Array(400);
  firstSegment.set(appDescriptionBytes('promenade', '1.2'));
  bytes.set(buildTestImage({ chipId: 5, segments: [[0x3c00_0020, 400]], firstSegment }), 0x1_0000);
  const settings = new NvsWriter(6)
    .set('wifi', 'ssid', { type: 'string', value: 'harbour' })
    .set('wifi', 'password', { type: 'string', value: password })
    .set('app', 'count', { type: 'u64', value: 2n ** 63n })
    .set('app', 'picture', { type: 'blob', bytes: Uint8Array.from({ length: 5000 }, (_, index) => index & 0xff) });
  bytes.set(settings.bytes, nvs.offset);
  return bytes;
}

function bench(more: Partial<VirtualBoardOptions> = {}) {
  const made = createBoardJobBench({ chip: 'esp32c3', flashSizeBytes: 0x40_0000, flash: flash(), ...more });
  const path = 'sim://esp32c3';
  const { baudRate, useStub, before, after } = defaultFlashSettings;
  const usual: ContactSettings = { baudRate, useStub, before, after };
  const readNvs = (partition = nvs, settings: ContactSettings = usual): Promise<BoardJobOutcome> =>
    ended(made.services, made.services.jobs.startNvs({ path, settings, ...partition }));
  async function saved(save: (token: string) => Promise<unknown>): Promise<string> {
    const file = join(made.folder, 'saved');
    await save(made.services.saves.add(file).token);
    return readFileSync(file, 'utf8');
  }
  return { ...made, path, usual, readNvs, saved };
}

function resultOf(outcome: BoardJobOutcome): NvsResult {
  if (outcome.kind !== 'nvs') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

describe('the settings on a board', () => {
  it.each([true, false])('are read, and secrets stay behind until they are asked for (stub: %s)', async (useStub) => {
    const { readNvs, usual, services } = bench();
    const { nvs: view } = resultOf(await readNvs(nvs, { ...usual, useStub }));
    expect(view).toMatchObject({ state: 'readable', notes: [] });
    expect(view.entries.map(({ namespace, key, type }) => `${namespace} ${key} ${type}`)).toEqual([
      'wifi ssid string',
      'wifi password string',
      'app count u64',
      'app picture blob',
    ]);
    expect(view.entries.map(({ value }) => value?.text.slice(0, 11) ?? null)).toEqual([
      'harbour',
      null,
      '92233720368',
      '00 01 02 03',
    ]);
    expect(JSON.stringify(view)).not.toContain(password);
    const [shown, blob] = services.nvs.reveal(view.token, [1, 3]);
    expect(shown).toEqual({ text: password, isCut: false });
    expect(blob?.text.split(' ')).toHaveLength(5000);
  });

  it('are not in the report that is copied for a bug tracker', async () => {
    const { readNvs, services } = bench();
    await readNvs();
    const report = services.jobs.report('job-1');
    expect(report).toContain('Outcome: nvs');
    expect(report).not.toContain('harbour');
    expect(report).not.toContain(Buffer.from('harbour').toString('hex'));
  });

  it('are saved as the table that ESP-IDF’s tool takes', async () => {
    const { readNvs, services, saved } = bench();
    const { token } = resultOf(await readNvs()).nvs;
    const csv = await saved(async (save) => expect(await services.nvs.save(token, save)).toMatchObject({ leftOut: 0 }));
    expect(csv.split('\n').slice(0, 5)).toEqual([
      'key,type,encoding,value',
      'wifi,namespace,,',
      'ssid,data,string,harbour',
      `password,data,string,${password}`,
      'app,namespace,,',
    ]);
  });

  it('are read whole over a bad line', async () => {
    const { readNvs } = bench({ troubles: [{ name: 'noise', amount: 4000 }] });
    const { nvs: view } = resultOf(await readNvs());
    expect(view.notes).toEqual([]);
    expect(view.entries).toHaveLength(4);
  });

  it('are out of reach behind the end of the flash and in Secure Download Mode', async () => {
    expect(await bench().readNvs({ label: 'far', offset: 0x3f_f000, sizeBytes: 0x2000 })).toMatchObject({
      kind: 'failed',
      error: { code: 'plan.pastEnd', facts: { name: 'far' } },
    });
    const closed = bench({ security: { secureDownloadMode: true } });
    expect(await closed.readNvs()).toMatchObject({ kind: 'failed', error: { code: 'flash.secureDownloadMode' } });
  });
});

describe('the partition table', () => {
  it('is not read any further once somebody says so, and the board is free again', async () => {
    const { services, path } = bench({ troubles: [{ name: 'no-sync', amount: Infinity }] });
    await services.boards.addNetwork(path);
    const look = services.boards.readLayout(path).catch((error: unknown) => error);
    services.boards.stopLayout(path);
    expect(await look).toMatchObject({ code: 'job.cancelled' });
    services.boards.stopLayout(path);
    expect(services.boards.list().find((card) => card.path === path)?.state).not.toBe('asking');
  });
});

describe('the report about a board', () => {
  it('has everything that was asked for, and passwords only where they were', async () => {
    const { readNvs, services, saved, path, board } = bench();
    await services.boards.addNetwork(path);
    await services.boards.readLayout(path);
    const { token } = resultOf(await readNvs()).nvs;
    const report = async (withSecrets: boolean) =>
      JSON.parse(
        await saved((save) => services.boardFiles.save({ path, withLayout: true, nvs: [token], withSecrets, save })),
      ) as Record<string, unknown>;
    const open = await report(true);
    expect(open).toMatchObject({
      format: 'esplanade-board',
      version: 1,
      connection: { path },
      board: { chip: 'esp32c3', flash: { sizeBytes: board.flash.length } },
      flash: {
        tableOffset: 0x8000,
        partitions: [{ label: 'nvs', type: 'data', subtype: 'nvs' }, { label: 'factory' }],
        apps: [{ label: 'factory', projectName: 'promenade', version: '1.2' }],
        start: { label: 'factory', reason: 'noOtaData' },
      },
    });
    expect(open['nvs']).toMatchObject([
      {
        partition: 'nvs',
        state: 'readable',
        entries: [
          { namespace: 'wifi', key: 'ssid', type: 'string', value: 'harbour' },
          { key: 'password', value: password },
          { key: 'count', value: '9223372036854775808' },
          { key: 'picture', type: 'blob' },
        ],
      },
    ]);
    const closed = await report(false);
    expect(JSON.stringify(closed)).not.toContain(password);
    expect(closed['nvs']).toMatchObject([
      { entries: [{ value: 'harbour' }, { key: 'password', isHidden: true }, {}, {}] },
    ]);
  });

  it('is of the board alone where nothing was read', async () => {
    const { services, saved, path } = bench();
    await services.boards.addNetwork(path);
    const text = await saved((save) =>
      services.boardFiles.save({ path, withLayout: false, nvs: [], withSecrets: false, save }),
    );
    expect(JSON.parse(text)).toMatchObject({ flash: null, nvs: [] });
  });
});
