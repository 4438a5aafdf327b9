import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../src-main/firmware/read-input';
import { resolvePart } from '../../src-main/firmware/sources/file-tree';
import { parseFlashArgs } from '../../src-main/firmware/sources/flash-args';
import { idfBuild } from '../../src-main/firmware/sources/idf-build';
import { webManifest } from '../../src-main/firmware/sources/web-manifest';
import { zipTree } from '../../src-main/firmware/sources/zip-tree';
import { AppError } from '../../src-shared/errors/app-error';
import { app, bootloader, entriesOf, folderOf, otaTable } from './build-files';
import { makeZip } from './make-zip';
import { runs } from '../property-runs';

const budgetMs = 2000;

/** Whatever it does, it does it soon, and fails in no other way than with a code. */
async function behaves(work: () => unknown): Promise<void> {
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toMatch(/^file\./);
  }
  expect(performance.now() - start).toBeLessThan(budgetMs);
}

const paths = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('..', '.', '', 'a', 'app.bin', '\\', 'C:', '%2e%2e', '\0'), { maxLength: 8 })
    .map((steps) => steps.join('/')),
  fc.constantFrom('app.bin', 'bootloader.bin', 'https://example.org/a.bin'),
);
const offsets = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.constantFrom('0x1000', '64k', '0xffffffffff', '-1', 'NaN'),
);
const flasherArgs = fc.record(
  {
    flash_files: fc.oneof(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('0x0', '0x8000', '__proto__')), paths),
      fc.jsonValue(),
    ),
    flash_settings: fc.oneof(fc.record({ flash_mode: fc.string(), flash_size: fc.string() }), fc.jsonValue()),
    write_flash_args: fc.jsonValue(),
    extra_esptool_args: fc.oneof(fc.record({ chip: fc.string() }), fc.jsonValue()),
    app: fc.oneof(fc.record({ file: paths, encrypted: fc.oneof(fc.string(), fc.boolean()) }), fc.jsonValue()),
    security: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const manifest = fc.record({
  name: fc.oneof(fc.string(), fc.jsonValue()),
  builds: fc.oneof(
    fc.array(
      fc.record({
        chipFamily: fc.constantFrom('ESP32', 'ESP32-C3', 'ESP8266', 'constructor', ''),
        parts: fc.array(fc.record({ path: paths, offset: offsets }), { maxLength: 5 }),
      }),
    ),
    fc.jsonValue(),
  ),
});
const files = {
  'app.bin': app(),
  'bootloader.bin': bootloader(),
  'partitions.bin': otaTable,
  'flasher_args.json': JSON.stringify({ flash_files: { '0x1000': 'bootloader.bin', '0x10000': 'app.bin' } }),
};

describe('whatever it is given', () => {
  it('flasher_args.json', () =>
    fc.assert(
      fc.asyncProperty(flasherArgs, (json) => behaves(() => idfBuild(json, 'build/flasher_args.json', 'build'))),
      { numRuns: runs(500) },
    ));
  it('a manifest', () =>
    fc.assert(
      fc.asyncProperty(manifest, (json) => behaves(() => webManifest(json, 'web/manifest.json'))),
      { numRuns: runs(500) },
    ));
  it('flash_args', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc
            .array(
              fc.oneof(
                fc.constantFrom('0x1000', 'a.bin', '--flash-mode', '-fm', '--encrypt', '"', '"a b"', '--x=1', '\n'),
                fc.string(),
              ),
            )
            .map((words) => new TextEncoder().encode(words.join(' '))),
        ),
        (bytes) => behaves(() => parseFlashArgs(bytes, 'flash_args')),
      ),
      { numRuns: runs(500) },
    ));
  it('a path out of a list: what it leads to lies in the project', () => {
    fc.assert(
      fc.property(paths, (part) => {
        try {
          const resolved = resolvePart('work/project/build/list.json', part);
          expect(resolved.split('/').slice(0, 2)).toEqual(['work', 'project']);
          expect(resolved.split('/')).not.toContain('..');
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
  it('a zip file with bytes changed, and one cut short', () => {
    const whole = makeZip(entriesOf(files));
    const changes = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    return fc.assert(
      fc.asyncProperty(changes, fc.nat({ max: whole.length }), fc.boolean(), (bytes, length, isCut) => {
        const zip = whole.slice(0, isCut ? length : whole.length);
        for (const [at, value] of bytes) if (at < zip.length) zip[at] = value;
        return behaves(async () => {
          const tree = await zipTree(zip, 'release.zip');
          for (const { name, isFolder } of await tree.list('')) if (!isFolder) await tree.read(name);
        });
      }),
      { numRuns: runs(300) },
    );
  });
  it('a file of any kind on disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'esplanade-hostile-'));
    const heads = [
      'PK\x03\x04',
      '{"flash_files":',
      '{"builds":[',
      ':10000000',
      'UF2\n',
      '\x7fELF',
      '\xe9\x03',
      '\xaa\x50',
    ];
    const content = fc
      .tuple(fc.constantFrom('', ...heads), fc.uint8Array({ maxLength: 2000 }))
      .map(([head, tail]) => Buffer.concat([Buffer.from(head, 'latin1'), tail]));
    const name = fc.constantFrom('a.bin', 'a.json', 'flash_args', 'a.zip', 'a.hex', 'a.uf2', 'manifest.json', 'a.elf');
    return fc.assert(
      fc.asyncProperty(name, content, (fileName, bytes) => {
        const path = join(folder, fileName);
        writeFileSync(path, bytes);
        return behaves(() => readInput(path));
      }),
      { numRuns: runs(500) },
    );
  });
  it('folders and zip files with files of the usual names and any content', async () => {
    const known = [
      'flasher_args.json',
      'flash_args',
      'manifest.json',
      'firmware.bin',
      'firmware.elf',
      'bootloader.bin',
    ];
    const arduino = ['partitions.bin', 'X.ino.bin', 'X.ino.bootloader.bin', 'X.ino.partitions.bin', 'X.ino.merged.bin'];
    const folders = fc.constantFrom('', 'build/', '.pio/build/esp32/', 'a/b/c/d/e/f/g/');
    const names = fc
      .tuple(folders, fc.constantFrom(...known, ...arduino, 'other.bin', 'boot_app0.bin'))
      .map((n) => n.join(''));
    const contents = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.constantFrom(app(), bootloader(), otaTable),
      fc.oneof(flasherArgs, manifest).map((json) => new TextEncoder().encode(JSON.stringify(json))),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, contents, { maxKeys: 8 }), fc.boolean(), async (tree, isZip) => {
        const folder = folderOf(tree);
        if (!isZip) return behaves(() => readInput(folder));
        const path = join(folder, 'all.zip');
        writeFileSync(path, makeZip(entriesOf(tree)));
        return behaves(() => readInput(path));
      }),
      { numRuns: runs(200) },
    );
  });
  it('JSON nested as deep as it fits', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'esplanade-hostile-'));
    const path = join(folder, 'flasher_args.json');
    for (const open of ['[', '{"flash_files":']) {
      writeFileSync(path, open.repeat(Math.floor(1_000_000 / open.length)));
      await behaves(() => readInput(path));
      writeFileSync(path, `{"flash_files":{},"security":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
      await behaves(() => readInput(path));
    }
    writeFileSync(path, ' '.repeat(2_000_000));
    await expect(readInput(path)).rejects.toMatchObject({ code: 'file.tooLarge' });
  });
});
