import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectFirmware } from '../../src-main/firmware/inspect-firmware';
import { exampleFirmware } from '../../src-main/virtual/applications/example-firmware';
import { chipById, chips } from '../../src-shared/chips';
import { runCli } from './run-cli';

describe('the example firmware', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'esplanade-example-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['esp32', 'esp32c3', 'esp32p4'])('is flashed to a virtual %s and greets', async (chip) => {
    expect(await runCli(['--chip', chip, 'example-firmware', folder])).toMatchObject({ code: 0, err: '' });
    const { code, out } = await runCli(['--port', `sim://${chip}`, 'write-flash', folder]);
    expect(code).toBe(0);
    expect(out).toContain('Project name:     promenade');
    expect(out).toContain('Hello! This board is made of software');
  });

  it.each(chips.filter((chip) => exampleFirmware(chip) !== null))('is whole, and made for $name', (chip) => {
    const kinds = (exampleFirmware(chip) ?? []).map(({ bytes }) => inspectFirmware(bytes));
    expect(kinds.map(({ kind }) => kind)).toEqual(['bootloader', 'partitionTable', 'app']);
    for (const { image } of [kinds[0], kinds[2]].flatMap((found) => found ?? [])) {
      expect(image).toMatchObject({ checksumOk: true, hashOk: true });
    }
  });

  it('is not made for a chip that takes no such files, and nothing is left behind', async () => {
    expect(exampleFirmware(chipById('esp8266'))).toBeNull();
    const { code, err } = await runCli(['--chip', 'esp8266', 'example-firmware', join(folder, 'made')]);
    expect(code).toBe(2);
    expect(err).toContain('ESP8266');
    expect(readdirSync(folder)).toEqual([]);
  });
});
