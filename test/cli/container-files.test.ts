import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, fixturePath, hasFixtures } from '../formats/fixtures';
import { runCli } from './run-cli';

describe.skipIf(!hasFixtures)('write-flash with a file that brings its own addresses', () => {
  it.each(['merged.hex', 'merged.uf2'])('%s puts each part in its place and leaves the gaps alone', async (name) => {
    const flash = join(mkdtempSync(join(tmpdir(), 'esplanade-container-')), 'flash.bin');
    const { code, out } = await runCli([
      '-p',
      `sim://esp32?flash=${flash}`,
      'write-flash',
      '0x0',
      fixturePath(`golden/${name}`),
    ]);
    expect(code).toBe(0);
    expect(out.match(/: verified/g)).toHaveLength(2);
    const written = readFileSync(flash);
    for (const [offset, part] of [
      [0x1000, 'image/bootloader_esp32_v5_2.bin'],
      [0x8000, 'image/partitions_singleapp.bin'],
    ] as const) {
      const bytes = fixture(part);
      expect(written.subarray(offset, offset + bytes.length).equals(bytes)).toBe(true);
    }
    expect(written.subarray(0, 0x1000).every((byte) => byte === 0xff)).toBe(true);
  });
});
