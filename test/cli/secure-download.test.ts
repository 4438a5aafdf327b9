import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { someBytes } from '../integration/flash-bench';
import { runCli } from './run-cli';

let folder = '';
const path = (name: string): string => join(folder, name);
const run = (chip: string, ...argv: string[]) =>
  runCli(['-p', `sim://${chip}?flash=${path('flash.bin')}&security=secure-download`, ...argv]);
/** The code in brackets. */
const reasonOf = (err: string): string => /\[[a-z]+\.\w+\]/i.exec(err)?.[0] ?? err;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-secure-'));
  writeFileSync(path('flash.bin'), new Uint8Array(1 << 20).fill(0));
  writeFileSync(path('a.bin'), someBytes(20_000));
});

describe.each(['esp32s2', 'esp32c3', 'esp32c6'])('%s in Secure Download Mode', (chip) => {
  it('tells who it is and what is locked', async () => {
    const { code, out } = await run(chip, 'chip-id');
    expect(code).toBe(0);
    expect(out).toContain('Secure Download Mode: on');
    expect((await run(chip, 'get-security-info')).out).toContain('Secure Download Mode: Enabled');
    expect((await run(chip, 'run')).code).toBe(0);
  });

  it.each([
    ['flash-id'],
    ['read-mac'],
    ['read-flash', '0', '0x1000', 'x.bin'],
    ['verify-flash', '0x10000', 'a.bin'],
    ['read-mem', '0x40001000'],
    ['write-mem', '0x3fc90000', '1'],
    ['dump-mem', '0x3fc90000', '16', 'x.bin'],
    ['load-ram', 'a.bin'],
    ['read-flash-status'],
    ['write-flash-status', '0'],
    ['read-flash-sfdp', '0', '16'],
  ])('%s is refused', async (...argv) => {
    const words = argv.map((word) => (word.endsWith('.bin') ? path(word) : word));
    const { code, err } = await run(chip, ...words);
    expect({ code, reason: reasonOf(err) }).toEqual({ code: 2, reason: '[flash.secureDownloadMode]' });
    expect(readFileSync(path('flash.bin')).every((byte) => byte === 0)).toBe(true);
  });

  it('is written once the size is told and it is insisted on, and that is no success', async () => {
    const unsized = await run(chip, 'write-flash', '--force', '0x10000', path('a.bin'));
    expect({ code: unsized.code, reason: reasonOf(unsized.err) }).toEqual({ code: 2, reason: '[flash.sizeNotTold]' });
    const { code, out, err } = await run(chip, 'write-flash', '-fs', '1MB', '--force', '0x10000', path('a.bin'));
    expect(out).toContain('not verified');
    expect({ code, reason: reasonOf(err) }).toEqual({ code: 2, reason: '[flash.notVerified]' });
    expect(readFileSync(path('flash.bin')).subarray(0x1_0000, 0x1_0000 + 20_000)).toEqual(
      Buffer.from(someBytes(20_000)),
    );
  });

  it('is erased once the size is told, and that is no success either', async () => {
    const unsized = await run(chip, 'erase-flash');
    expect({ code: unsized.code, reason: reasonOf(unsized.err) }).toEqual({ code: 2, reason: '[flash.sizeNotTold]' });
    const { code, err } = await run(chip, 'erase-flash', '-fs', '1MB');
    expect({ code, reason: reasonOf(err) }).toEqual({ code: 2, reason: '[flash.notVerified]' });
    expect(readFileSync(path('flash.bin')).every((byte) => byte === 0xff)).toBe(true);
  });
});
