import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildTestElf } from '../formats/test-elf';
import { runCli } from './run-cli';

/**
 * Programs by chance and what the reference tool (4.7.0, run as it is and not looked into) makes of them: SHA-256 of
 * each file by the end of its name. Contents of a section: its first byte, then 7 more with every byte.
 */
interface ReferenceCase {
  readonly chip: string;
  readonly options: readonly string[];
  readonly entry: string;
  readonly sections: readonly (readonly [
    name: string,
    address: number,
    sizeBytes: number,
    first: number,
    flags: number,
  ])[];
  readonly files: Readonly<Record<string, string>>;
}

const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, '../golden/elf2image.json'), 'utf8'),
) as readonly ReferenceCase[];
const folder = mkdtempSync(join(tmpdir(), 'esplanade-reference-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('elf2image makes what the reference tool makes', () => {
  it.each(cases.map((one, index) => [`${index}: ${one.chip} ${one.options.join(' ')}`, one] as const))(
    '%s',
    async (_name, { chip, options, entry, sections, files }) => {
      const elf = buildTestElf({
        machine: ['esp8266', 'esp32', 'esp32s2', 'esp32s3'].includes(chip) ? 0x5e : 0xf3,
        entryPoint: Number(entry),
        sections: sections.map(([name, address, sizeBytes, first, flags]) => ({
          name,
          address,
          flags,
          bytes: Uint8Array.from({ length: sizeBytes }, (_, index) => first + index * 7),
        })),
      });
      const input = join(folder, 'a.elf');
      writeFileSync(input, elf);
      const isPrefix = !('.bin' in files);
      const output = join(folder, isPrefix ? 'made-' : 'made.bin');
      const { code, err } = await runCli(['--chip', chip, 'elf2image', ...options, '-o', output, input]);
      expect({ code, err: err.replace(/^Note: .*\n/gm, '') }).toEqual({ code: 0, err: '' });
      const made = readdirSync(folder).filter((name) => name.startsWith('made'));
      const sums = made.map((name) => [
        name.slice('made'.length),
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]);
      for (const name of made) rmSync(join(folder, name));
      expect(Object.fromEntries(sums)).toEqual(files);
    },
  );
});
