import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, isAppError } from '../../src-shared/errors/app-error';
import { parsePartitionTable } from '../../src-shared/formats/partition-table';
import { parsePartitionCsv } from '../../src-shared/formats/partitions/partition-csv';
import { contactSettingsSchema, defaultFlashSettings, type JobOutcome } from '../../src-shared/ipc/contract';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createBoardJobBench } from './board-job-bench';
import { someBytes } from './flash-bench';

const golden = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../golden/partitions', name)));
const rows = parsePartitionCsv(golden('ota.csv'));
const { baudRate, useStub, before, after } = defaultFlashSettings;
const settings = contactSettingsSchema.parse({ baudRate, useStub, before, after });

function bench(more: Partial<VirtualBoardOptions> = {}) {
  const flash = someBytes(0x40_0000);
  const made = createBoardJobBench({ chip: 'esp32', flashSizeBytes: 0x40_0000, flash, ...more });
  const { services } = made;
  async function write(table: Parameters<typeof services.jobs.startTable>[0]): Promise<JobOutcome> {
    return await new Promise((resolve, reject) => {
      services.jobs.onFinished(({ outcome }) => resolve(outcome));
      services.jobs.startTable(table).catch(reject);
    });
  }
  const place = { path: 'sim://esp32', settings, tableOffset: 0x8000, hasMd5: true };
  return { ...made, flash: flash.slice(), write, place };
}

describe('a partition table', () => {
  it('is written to the board, proven, and nothing else is touched', async () => {
    const { write, place, board, flash } = bench();
    expect(await write({ ...place, rows })).toMatchObject({
      kind: 'verified',
      result: { regions: [{ offset: 0x8000, sizeBytes: 0xc00 }] },
    });
    // Erasing takes the whole sector, of which the table fills three quarters.
    const expected = Buffer.from(flash).fill(0xff, 0x8000, 0x9000);
    expected.set(golden('ota.bin'), 0x8000);
    expect(Buffer.compare(expected, board.flash)).toBe(0);
  });

  it('that this board could not use is refused before anything is written', async () => {
    const { write, place, board, flash } = bench({ flashSizeBytes: 0x20_0000, flash: someBytes(0x20_0000) });
    expect(await write({ ...place, rows })).toMatchObject({
      kind: 'failed',
      error: { code: 'plan.partitionTableBroken', facts: { reason: 'it ends past the end of the flash' } },
    });
    expect(Buffer.compare(flash.subarray(0, 0x20_0000), board.flash)).toBe(0);
  });

  it('is not written in plain where the flash is encrypted', async () => {
    const { write, place, board, flash } = bench({ security: { flashEncryption: true } });
    const outcome = await write({ ...place, rows });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'flash.encrypted' } });
    expect(Buffer.compare(flash, board.flash)).toBe(0);
  });

  it('is opened from CSV, from a binary and out of a merged file', async () => {
    const { services, folder } = bench();
    const open = (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes);
      return services.partitions.open(join(folder, name));
    };
    const csv = await open('own.csv', golden('ota.csv'));
    expect(csv).toMatchObject({ name: 'own.csv', hasMd5: true });
    expect(csv.rows).toHaveLength(8);
    expect(csv.rows[0]).toMatchObject({ label: 'nvs', offset: '' });
    const binary = await open('own.bin', golden('ota.bin'));
    expect(binary.rows).toHaveLength(8);
    expect(binary.rows[3]).toMatchObject({
      label: 'app0',
      type: 'app',
      subtype: 'ota_0',
      offset: '0x20000',
      size: '1280K',
    });
    const refused = await open('other.bin', someBytes(5000)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    const damaged = golden('ota.bin');
    damaged[0x0d]! ^= 1;
    const wrong = await open('damaged.bin', damaged).catch((error: unknown) => error);
    expect(isAppError(wrong, 'file.notUnderstood') || isAppError(wrong, 'file.nothingInside')).toBe(true);
  });

  it('is saved as CSV and as the binary that Espressif’s tool makes, or not at all', async () => {
    const { services, folder } = bench();
    const save = async (name: string, format: 'csv' | 'binary', of = rows): Promise<Uint8Array> => {
      const place = services.saves.add(join(folder, name));
      await services.partitions.save({ rows: of, tableOffset: 0x8000, hasMd5: true, format, save: place.token });
      return new Uint8Array(readFileSync(join(folder, name)));
    };
    expect(Buffer.compare(await save('table.bin', 'binary'), golden('ota.bin'))).toBe(0);
    const text = await save('table.csv', 'csv');
    expect(parsePartitionCsv(text)).toEqual(parsePartitionCsv(text, 'again'));
    expect(parsePartitionTable(await save('again.bin', 'binary', parsePartitionCsv(text))).partitions).toHaveLength(8);
    const twice = [...rows, rows[0]!];
    await expect(save('never.bin', 'binary', twice)).rejects.toMatchObject({
      code: 'plan.partitionTableBroken',
      facts: { partition: 'nvs', reason: 'another partition has the same name' },
    });
    // Half a table is worth keeping as text.
    await save('unfinished.csv', 'csv', twice);
  });
});
