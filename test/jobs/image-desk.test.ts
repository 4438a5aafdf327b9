import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../src-main/jobs/create-services';
import { defaultConnectPreferences } from '../../src-main/jobs/dependencies';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { parseFirmwareImage, isIntact } from '../../src-shared/formats/firmware-image';
import { parseIntelHex } from '../../src-shared/formats/intel-hex';
import { parseUf2 } from '../../src-shared/formats/uf2';
import type { Request } from '../../src-shared/ipc/contract';
import { madeUpFirmware, type PlacedFile } from '../e2e/firmware';
import { buildTestElf } from '../formats/test-elf';

const services = () =>
  createServices({
    clock: new FakeClock(),
    openTransport: (path) => {
      throw new Error(`opened ${path}`);
    },
    listPorts: () => Promise.resolve([]),
    virtualBoards: () => [],
    connect: defaultConnectPreferences,
    about: [],
    homeFolder: '',
  });

describe('the Images page’s side in the main process', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-desk-'));
    firmware = madeUpFirmware(folder, 40_000);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);

  it('tells a partition table that is written as CSV, for the editor', async () => {
    writeFileSync(at('table.csv'), '# own\nnvs,data,nvs,,24K\nodd,data,nvss,,4K\n');
    writeFileSync(at('odd.csv'), 'nvs,data,nvs,,24K\nnonsense\n');
    const added = await services().images.open([at('table.csv'), at('odd.csv')]);
    expect(added.files[0]?.contents).toMatchObject({
      kind: 'firmware',
      parts: [
        {
          kind: 'partitionTable',
          offset: null,
          partitions: [{ label: 'nvs', type: 'data', subtype: 'nvs', offset: 0x9000, sizeBytes: 0x6000 }],
          table: { rows: [{ label: 'nvs' }, { label: 'odd', subtype: 'nvss' }], hasMd5: true },
        },
      ],
    });
    expect(added.rejected).toMatchObject([{ error: { code: 'file.badLine', facts: { line: 2, text: 'nonsense' } } }]);
  });

  it('tells what a firmware file says, and what is wrong with one that is none', async () => {
    writeFileSync(at('notes.txt'), 'not a firmware');
    const added = await services().images.open([at('promenade.bin'), at('notes.txt'), at('gone.bin')]);
    expect(added.rejected.map(({ name, error }) => [name, error.code])).toEqual([
      ['notes.txt', 'file.notUnderstood'],
      ['gone.bin', 'file.notFound'],
    ]);
    const [file] = added.files;
    expect(file?.contents).toMatchObject({
      kind: 'firmware',
      parts: [{ kind: 'image', report: { chip: 'esp32', application: { projectName: 'promenade' } } }],
    });
  });

  it('offers a program only to chips of its kind that have memory for it, and makes an image of it', async () => {
    const bytes = new Uint8Array(64).fill(7);
    const sections = [{ name: '.iram0.text', address: 0x4038_0000, bytes, flags: 6 }];
    writeFileSync(at('program.elf'), buildTestElf({ machine: 0xf3, entryPoint: 0x4038_0000, sections }));
    const { images, saves } = services();
    const { files } = await images.open([at('program.elf')]);
    const [program] = files;
    if (program?.contents.kind !== 'program') throw new Error('an ELF file is a program');
    expect(program.contents.machine).toBe('riscv');
    expect(program.contents.candidates).toContain('esp32c3');
    // The same addresses are memory of this chip too, but its processors are others.
    expect(program.contents.candidates).not.toContain('esp32s3');

    const order: Request<'images.convert'> = {
      token: program.token,
      chip: 'esp32c3',
      flashMode: 'dio',
      flashFrequency: '40m',
      flashSize: '4MB',
      esp8266Version: 2,
      save: saves.add(at('program.bin')).token,
    };
    const made = await images.convert(order);
    expect(made.files).toMatchObject([{ name: 'program.bin', offset: null }]);
    const image = parseFirmwareImage(readFileSync(at('program.bin')));
    expect(isIntact(image)).toBe(true);
    expect(image.segments.map(({ loadAddress, sizeBytes }) => [loadAddress, sizeBytes])).toEqual([[0x4038_0000, 64]]);

    await expect(images.convert({ ...order, chip: 'esp33' })).rejects.toMatchObject({ code: 'input.badChoice' });
    await expect(images.convert({ ...order, token: 'image-99' })).rejects.toMatchObject({ code: 'file.notFound' });
  });

  async function mergeOrder() {
    const made = services();
    const { files } = await made.firmware.addPaths(
      firmware.map(({ path }) => path),
      'esp32',
    );
    const rows = files.map(({ token, suggestedOffset }) => ({
      token,
      enabled: true,
      offsetText: `0x${(suggestedOffset ?? 0).toString(16)}`,
    }));
    const settings = { flashMode: 'keep', flashFrequency: 'keep', flashSize: 'detect' } as const;
    const order = (name: string, format: 'raw' | 'uf2' | 'hex', padTo: string | null = null) => ({
      path: null,
      rows,
      settings,
      format,
      padTo,
      save: made.saves.add(at(name)).token,
    });
    return { ...made, order, rows };
  }
  const flashOf = (regions: readonly { readonly offset: number; readonly bytes: Uint8Array }[]): Buffer => {
    const flash = Buffer.alloc(0x2_0000, 0xff);
    for (const { offset, bytes } of regions) flash.set(bytes, offset);
    return flash;
  };

  it('merges the rows that are on, the same in every format', async () => {
    const { images, order } = await mergeOrder();
    const expected = flashOf(firmware.map(({ path, offset }) => ({ offset, bytes: readFileSync(path) })));
    const raw = await images.merge(order('all.bin', 'raw'));
    expect(raw.files).toMatchObject([{ name: 'all.bin', offset: 0 }]);
    expect(flashOf([{ offset: 0, bytes: readFileSync(at('all.bin')) }]).equals(expected)).toBe(true);
    await images.merge(order('padded.bin', 'raw', '2MB'));
    expect(readFileSync(at('padded.bin')).length).toBe(2 * 1024 * 1024);
    await images.merge(order('all.uf2', 'uf2'));
    // A UF2 block covers what it covers; what it fills up with is erased flash.
    expect(flashOf(parseUf2(readFileSync(at('all.uf2'))).regions).equals(expected)).toBe(true);
    await images.merge(order('all.hex', 'hex'));
    expect(flashOf(parseIntelHex(readFileSync(at('all.hex')))).equals(expected)).toBe(true);
  });

  it('a row that is off stays out; nonsense, overlaps and the inputs’ own names are refused, and nothing is written', async () => {
    const { images, order, rows, saves } = await mergeOrder();
    const [first, ...others] = rows;
    if (first === undefined) throw new Error('no rows');
    await images.merge({ ...order('less.bin', 'raw'), rows: [{ ...first, enabled: false }, ...others] });
    expect(
      readFileSync(at('less.bin'))
        .subarray(0x1000, 0x1010)
        .every((byte) => byte === 0xff),
    ).toBe(true);

    const refused = order('never.bin', 'raw');
    const withFirstAt = (offsetText: string) => ({ ...refused, rows: [{ ...first, offsetText }, ...others] });
    await expect(images.merge(withFirstAt('zebra'))).rejects.toMatchObject({ code: 'input.notANumber' });
    await expect(images.merge(withFirstAt('0x8000'))).rejects.toMatchObject({ code: 'plan.overlap' });
    await expect(images.merge({ ...refused, padTo: 'much' })).rejects.toMatchObject({ code: 'input.notANumber' });
    expect(existsSync(at('never.bin'))).toBe(false);
    const input = at('promenade.bin');
    const before = readFileSync(input);
    await expect(images.merge({ ...refused, save: saves.add(input).token })).rejects.toMatchObject({
      code: 'file.isInput',
    });
    expect(readFileSync(input).equals(before)).toBe(true);
  });
});
