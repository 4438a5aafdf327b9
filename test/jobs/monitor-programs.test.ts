import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MonitorPrograms } from '../../src-main/jobs/monitor-programs';
import { fixturePath, hasFixtures } from '../formats/fixtures';

const zephyr = fixturePath('elf/esp32-zephyr.elf');
const bootloader = fixturePath('elf/esp32-bootloader.elf');
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
const wanted = [
  { address: 0x4008_1600, role: 'at' as const },
  { address: 0x4008_088f, role: 'caller' as const },
  { address: 0x4000_0001, role: 'caller' as const },
  { address: 0x4000_0002, role: 'stack' as const },
];

describe.skipIf(!hasFixtures)('addresses of a program', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-programs-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('become functions and lines, and what lay on the stack only where it is code', async () => {
    const programs = new MonitorPrograms(() => []);
    expect(await programs.add([zephyr])).toEqual([]);
    const located = await programs.locate({ addresses: wanted, programHash: hashOf(zephyr) });
    expect(located).toEqual({
      program: 'esp32-zephyr.elf',
      isSame: true,
      places: [
        { address: 0x4008_1600, functionName: 'clock_control_esp32_init', file: 'clock_control_esp32.c', line: 276 },
        { address: 0x4008_088f, functionName: 'main', file: 'main.c', line: 12 },
        { address: 0x4000_0001, functionName: null, file: null, line: null },
      ],
    });
  });

  it('are looked up in the very program that runs, where the board tells which', async () => {
    const programs = new MonitorPrograms(() => []);
    await programs.add([zephyr]);
    await programs.add([bootloader]);
    expect(programs.names).toEqual(['esp32-bootloader.elf', 'esp32-zephyr.elf']);
    expect(await programs.locate({ addresses: [], programHash: hashOf(zephyr) })).toMatchObject({
      program: 'esp32-zephyr.elf',
      isSame: true,
    });
    expect(await programs.locate({ addresses: [], programHash: null })).toMatchObject({
      program: 'esp32-bootloader.elf',
      isSame: null,
    });
    expect(await programs.locate({ addresses: [], programHash: '00112233' })).toMatchObject({ isSame: false });
  });

  it('are looked up beside the build on the table, as build systems leave it', async () => {
    const project = join(folder, 'project');
    mkdirSync(join(project, 'build'), { recursive: true });
    copyFileSync(zephyr, join(project, 'build', 'app.elf'));
    const platformio = join(folder, 'pio');
    mkdirSync(join(platformio, '.pio/build/esp32dev'), { recursive: true });
    copyFileSync(bootloader, join(platformio, '.pio/build/esp32dev/firmware.elf'));
    const list = join(project, 'build', 'flasher_args.json');
    writeFileSync(list, '{}');

    expect(await new MonitorPrograms(() => [project]).locate({ addresses: [], programHash: null })).toMatchObject({
      program: 'app.elf',
    });
    expect(await new MonitorPrograms(() => [list]).locate({ addresses: [], programHash: null })).toMatchObject({
      program: 'app.elf',
    });
    const both = new MonitorPrograms(() => [project, platformio]);
    expect(await both.locate({ addresses: [], programHash: hashOf(bootloader) })).toMatchObject({
      program: 'firmware.elf',
      isSame: true,
    });
    // Two that might be it: nobody guesses.
    expect(await both.locate({ addresses: [], programHash: null })).toMatchObject({ program: null, places: [] });
  });

  it('of no program are none, and what is no program is refused with its code', async () => {
    const programs = new MonitorPrograms(() => [join(folder, 'is-gone')]);
    expect(await programs.locate({ addresses: wanted, programHash: null })).toEqual({
      program: null,
      isSame: null,
      places: [],
    });
    const text = join(folder, 'text.elf');
    writeFileSync(text, 'not a program');
    expect(await programs.add([text, join(folder, 'gone.elf')])).toMatchObject([
      { name: 'text.elf', error: { code: 'file.notUnderstood' } },
      { name: 'gone.elf', error: { code: 'file.notFound' } },
    ]);
    expect(programs.names).toEqual([]);
  });
});
