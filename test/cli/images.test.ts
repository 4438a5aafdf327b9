import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fixture, fixturePath, fixtureText, hasFixtures } from '../formats/fixtures';
import { buildTestElf } from '../formats/test-elf';
import { appDescriptionBytes, buildTestImage } from '../formats/test-image';
import { runCli } from './run-cli';
import { runs } from '../property-runs';

let folder = '';
const at = (name: string): string => join(folder, name);
const put = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(at(name), bytes);
  return at(name);
};
const made = (name: string): Buffer => readFileSync(at(name));
const isGolden = (name: string, golden: string): boolean => made(name).equals(fixture(`golden/${golden}`));
const failure = (code: string): object => ({ code: 2, out: '', err: expect.stringContaining(`[${code}]`) as string });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-images-'));
});

describe.skipIf(!hasFixtures)('elf2image', () => {
  const elf = (name: string): string => {
    copyFileSync(fixturePath(`elf/${name}.elf`), at(`${name}.elf`));
    return at(`${name}.elf`);
  };
  const iotdemo = 'esp8266-nonosssdk20-iotdemo';

  it('makes what the reference tool makes, in files of the names that it gives them', async () => {
    const { code, out } = await runCli(['--chip', 'esp32', 'elf2image', elf('esp32-bootloader')]);
    expect({ code, out }).toEqual({ code: 0, out: `Wrote ${at('esp32-bootloader.bin')}: 4240 bytes\n` });
    expect(isGolden('esp32-bootloader.bin', 'esp32-bootloader.bin')).toBe(true);

    expect((await runCli(['-c', 'esp32c6', 'elf2image', '-o', at('c6'), elf('esp32c6-appdesc')])).code).toBe(0);
    expect(isGolden('c6', 'esp32c6-appdesc.bin')).toBe(true);

    expect((await runCli(['-c', 'esp8266', 'elf2image', elf(iotdemo)])).out).toContain('for flash at 0x10000');
    expect(isGolden(`${iotdemo}.elf-0x00000.bin`, `${iotdemo}.v1-0x00000.bin`)).toBe(true);
    expect(isGolden(`${iotdemo}.elf-0x10000.bin`, `${iotdemo}.v1-0x10000.bin`)).toBe(true);
    await runCli(['-c', 'esp8266', 'elf2image', '--version=2', elf(iotdemo)]);
    expect(isGolden(`${iotdemo}-0x10000.bin`, `${iotdemo}.v2.bin`)).toBe(true);
    await runCli(['-c', 'esp8266', 'elf2image', '-e', '1', '-o', at('app-'), elf(iotdemo)]);
    expect(existsSync(at('app-0x00000.bin')) && existsSync(at('app-0x10000.bin'))).toBe(true);
  });
  it('takes older spellings, and settings from the environment', async () => {
    const argv = ['--chip', 'ESP32', 'elf2image', '--use_segments', elf('esp32-zephyr'), '-o', at('z.bin')];
    expect((await runCli(argv, { env: { ESPTOOL_FM: 'keep', ESPTOOL_FS: 'detect' } })).code).toBe(0);
    expect(isGolden('z.bin', 'esp32-zephyr.bin')).toBe(true);
    expect((await runCli(argv, { env: { ESPTOOL_FM: 'dio', ESPTOOL_FF: '80m', ESPTOOL_FS: '4mb' } })).code).toBe(0);
    expect([...made('z.bin').subarray(2, 4)]).toEqual([2, 0x2f]);
    await runCli([...argv, '-fm', 'dout', '--flash_freq', '26m', '-fs', '8MB'], { env: { ESPTOOL_FM: 'dio' } });
    expect([...made('z.bin').subarray(2, 4)]).toEqual([3, 0x31]);
  });
  it('takes every option', async () => {
    const file = elf('esp32-zephyr');
    const sizeWith = async (...options: string[]): Promise<number> => {
      const { code, err } = await runCli(['-c', 'esp32', 'elf2image', '-o', at('o.bin'), file, ...options]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return made('o.bin').length;
    };
    expect(await sizeWith('--secure-pad-v2')).toBe(0x1_0000);
    expect(await sizeWith('--secure-pad')).toBe(0x1_0000 - 80);
    expect(await sizeWith('--pad-to-size', '1MB')).toBe(0x10_0000);
    expect((await sizeWith()) - (await sizeWith('--dont-append-digest'))).toBe(32);
    await sizeWith('--min-rev', '3', '--min-rev-full', '301', '--max-rev-full', '399', '--flash-mmu-page-size', '64KB');
    expect(made('o.bin')[14]).toBe(3);
    expect([made('o.bin').readUInt16LE(15), made('o.bin').readUInt16LE(17)]).toEqual([301, 399]);
    await sizeWith('--ram-only-header');
    expect(made('o.bin')[23]).toBe(0);
  });
  it('says what means nothing for the chip, and goes on without it', async () => {
    const argv = ['-c', 'esp32', 'elf2image', elf('esp32-zephyr'), '--use-segments', '-o', at('z.bin')];
    const { code, err } = await runCli([...argv, '--flash-mmu-page-size', '16KB']);
    expect(code).toBe(0);
    expect(err).toBe('Note: --flash-mmu-page-size means nothing for ESP32 and was ignored\n');
    expect(isGolden('z.bin', 'esp32-zephyr.bin')).toBe(true);
  });
  it('writes nothing when something is wrong', async () => {
    const file = elf('esp32-zephyr');
    const run = (...argv: string[]) => runCli(['elf2image', file, ...argv]);
    expect(await run()).toEqual(failure('input.missing'));
    expect(await run('-c', 'esp32', '--version', '4')).toEqual(failure('input.badChoice'));
    expect(await run('-c', 'esp32', '--flash-size', '3MB')).toEqual(failure('input.badChoice'));
    expect(await run('-c', 'esp32c2', '--flash-mmu-page-size', '8KB')).toEqual(failure('input.badChoice'));
    expect(await run('-c', 'esp32', '--secure-pad', '--dont-append-digest')).toEqual(failure('image.notBuilt'));
    expect(await run('-c', 'esp32', '--elf-sha256-offset', '0x10')).toEqual(failure('image.notBuilt'));
    expect(await run('-c', 'esp32', '-o', file)).toEqual(failure('file.isInput'));
    expect(await run('-c', 'esp32', '-o', at('no/such/folder.bin'))).toEqual(failure('file.notWritten'));
    expect(await runCli(['-c', 'esp32', 'elf2image', put('x.elf', 'hello')])).toEqual(failure('file.notUnderstood'));
    expect(await runCli(['-c', 'esp32', 'elf2image', at('none.elf')])).toEqual(failure('file.notFound'));
    expect(readdirSync(folder).sort()).toEqual(['esp32-zephyr.elf', 'x.elf']);
  });
});

describe('image-info', () => {
  /** Values of a report by their names; the reference tool's names for the same are left of ours. */
  const facts = (text: string): Map<string, string> =>
    new Map([...text.matchAll(/^ *([\w .-]+?): +(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
  const sameName: readonly (readonly [string, string])[] = [
    ['Image version', 'Image version'],
    ['Entry point', 'Entry point'],
    ['Segments', 'Segments'],
    ['Flash size', 'Flash size'],
    ['Flash freq', 'Flash frequency'],
    ['Flash mode', 'Flash mode'],
    ['WP pin', 'WP pin'],
    ['Chip ID', 'Chip ID'],
    ['Maximal chip revision', 'Maximum chip revision'],
    ['Checksum', 'Checksum'],
    ['Validation hash', 'SHA-256'],
    ['Bootloader version', 'Version'],
    ['Project name', 'Project name'],
    ['App version', 'Version'],
    ['Compile time', 'Compile time'],
    ['ELF file SHA256', 'SHA-256 of the ELF file'],
    ['ESP-IDF', 'ESP-IDF'],
    ['Minimal eFuse block revision', 'Minimum eFuse block revision'],
    ['Maximal eFuse block revision', 'Maximum eFuse block revision'],
    ['Secure version', 'Secure version'],
  ];

  it.skipIf(!hasFixtures).each(['bootloader_esp32_v5_2', 'esp8266_deepsleep', 'esp_idf_blink_esp32s2'])(
    'tells the facts that the reference tool tells of %s',
    async (name) => {
      const { code, out } = await runCli(['image_info', fixturePath(`image/${name}.bin`)]);
      expect(code).toBe(0);
      const golden = fixtureText(`golden/${name}.image-info.txt`);
      const [theirs, ours] = [facts(golden), facts(out)];
      for (const [their, our] of sameName) if (theirs.has(their)) expect(ours.get(our), our).toBe(theirs.get(their));
      expect(ours.get('File size')).toBe(theirs.get('Image size'));
      expect(out).toContain(`${theirs.get('Detected image type')} image`);
      const rows = (text: string): string[] =>
        [...text.matchAll(/^ +\d+ +0x.*$/gm)].map(([row]) => row.trim().replaceAll(/ {2,}/g, ' '));
      expect(rows(out)).toEqual(rows(golden));
      expect(rows(out).length).toBeGreaterThan(0);
    },
  );
  it.skipIf(!hasFixtures)('tells what a merged file holds, raw, as HEX and as UF2', async () => {
    for (const name of ['merged.bin', 'merged.hex', 'merged.uf2']) {
      const { code, out } = await runCli(['image-info', fixturePath(`golden/${name}`)]);
      expect(code).toBe(0);
      expect(out).toContain('ESP32 image at 0x1000');
      expect(out).toMatch(/Partition table at 0x8000\n.*\n {2}factory +0x00010000 {2}0x00100000 {2}app, factory\n/);
      expect(facts(out).get('Checksum')).toBe('0xbe (valid)');
    }
  });
  it.skipIf(!hasFixtures)('tells of the rest of a merged file when one image in it is damaged', async () => {
    const merged = new Uint8Array(0x1_0040).fill(0xff);
    merged.set(fixture('golden/merged.bin'));
    merged.set(buildTestImage({ chipId: 0 }).subarray(0, 0x40), 0x1_0000);
    const { code, out } = await runCli(['image-info', put('m.bin', merged)]);
    expect(code).toBe(0);
    expect(out).toContain('ESP32 image at 0x1000 (bootloader)');
    expect(out).toMatch(/Image at 0x10000 \(factory\): m\.bin could not be understood: .*\(0x18\)\.\n/);
  });
  it.skipIf(!hasFixtures)('knows both ESP8266 versions', async () => {
    const v2 = (await runCli(['image-info', fixturePath('golden/esp8266-nonosssdk20-iotdemo.v2.bin')])).out;
    expect(facts(v2).get('Image version')).toBe('2');
    expect(facts(v2).get('CRC-32')).toBe('0x3cab03dd (valid)');
  });
  it('says what does not agree, and what it does not know', async () => {
    const bytes = buildTestImage({ chipId: 9, segments: [[0x3fc8_8000, 64]], sizeAndFrequency: 0xf7, flashMode: 9 });
    bytes[40]! ^= 1;
    const { code, out } = await runCli(['image-info', put('a.bin', bytes)]);
    expect(code).toBe(0);
    expect(facts(out).get('Checksum')).toMatch(/^0x[0-9a-f]{2} \(invalid, should be 0x[0-9a-f]{2}\)$/);
    expect(facts(out).get('SHA-256')).toMatch(/\(invalid\)$/);
    expect(facts(out).get('Flash size')).toBe('unknown (0xf)');
    expect(facts(out).get('Flash mode')).toBe('unknown (0x9)');
    const unknown = buildTestImage({ chipId: 0x77 });
    expect((await runCli(['image-info', put('b.bin', unknown)])).out).toContain('Chip ID: 119 (unknown)');
  });
  it('describes an application, also of chips with pages of a size to choose', async () => {
    const description = appDescriptionBytes('blinky', '1.2');
    description[180] = 15;
    const segments = [[0x4200_0020, 256]] as const;
    const file = put('app.bin', buildTestImage({ chipId: 13, segments, firstSegment: description }));
    const { out } = await runCli(['image-info', file, '--version', '2']);
    expect(facts(out).get('Project name')).toBe('blinky');
    expect(facts(out).get('MMU page size')).toBe('32 KB');
  });
  it('refuses another chip than the one named, and what is no image', async () => {
    const file = put('a.bin', buildTestImage({ chipId: 5 }));
    expect((await runCli(['-c', 'esp32c3', 'image-info', file])).code).toBe(0);
    expect(await runCli(['-c', 'esp32', 'image-info', file])).toEqual(failure('plan.wrongChip'));
    const cut = put('cut.bin', buildTestImage({ chipId: 5 }).subarray(0, 50));
    expect((await runCli(['image-info', cut])).err).toContain('[file.notUnderstood]');
    expect(await runCli(['image-info', put('x.bin', 'hello')])).toEqual(failure('file.notUnderstood'));
    expect(await runCli(['image-info', put('empty.bin', '')])).toEqual(failure('file.empty'));
    expect(await runCli(['image-info', folder])).toEqual(failure('file.isFolder'));
    expect(await runCli(['image-info'])).toEqual(failure('input.missing'));
  });
  it('never fails in another way, whatever the file', async () => {
    const start = buildTestImage({ chipId: 5, segments: [[0x3fc8_0000, 300]] });
    const changes = fc.array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 1, max: start.length }), async (list, length) => {
        const bytes = start.slice(0, length);
        for (const [place, value] of list) if (place < length) bytes[place] = value;
        const { code, err } = await runCli(['image-info', put('fuzz.bin', bytes)]);
        return code === 0 || (code === 2 && !err.includes('[internal]'));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('merge-bin', () => {
  const parts = (): string[] => [
    '0x1000',
    fixturePath('image/bootloader_esp32_v5_2.bin'),
    '0x8000',
    fixturePath('image/partitions_singleapp.bin'),
  ];
  const out = (): string[] => ['-o', at('out')];

  it.skipIf(!hasFixtures)('makes what the reference tool makes', async () => {
    const run = (...argv: string[]) => runCli(['--chip', 'esp32', 'merge_bin', ...out(), ...argv, ...parts()]);
    expect((await run('--flash_mode', 'dio', '--flash_size', '4MB')).code).toBe(0);
    expect(isGolden('out', 'merged.bin')).toBe(true);
    expect((await run('--format', 'uf2')).code).toBe(0);
    expect(isGolden('out', 'merged.uf2')).toBe(true);
    expect((await run('-f', 'hex')).code).toBe(0);
    expect(isGolden('out', 'merged.hex')).toBe(true);
  });
  it.skipIf(!hasFixtures)('finds the chip in the files when none is named', async () => {
    expect((await runCli(['merge-bin', ...out(), '-f', 'uf2', ...parts()])).code).toBe(0);
    expect(isGolden('out', 'merged.uf2')).toBe(true);
  });
  it.skipIf(!hasFixtures)('takes Intel HEX and UF2 files as well', async () => {
    const settings = ['--chip', 'esp32', '-fm', 'dio', '-fs', '4MB'];
    for (const name of ['merged.hex', 'merged.uf2']) {
      const argv = ['merge-bin', ...out(), ...settings, '0x1000', fixturePath(`golden/${name}`)];
      expect((await runCli(argv)).code).toBe(0);
      expect(isGolden('out', 'merged.bin')).toBe(true);
    }
    const late = await runCli(['merge-bin', ...out(), '0x2000', fixturePath('golden/merged.hex')]);
    expect(late).toEqual(failure('input.badChoice'));
  });
  it('takes its other options, in old and new spellings', async () => {
    const [a, b] = [put('a', 'aa'), put('b', 'b')];
    const run = async (...argv: string[]): Promise<Buffer> => {
      expect((await runCli(['merge-bin', ...out(), ...argv])).err).toBe('');
      return made('out');
    };
    expect((await run('0x4', b, '0', a)).toString('latin1')).toBe('aa\xff\xffb');
    expect((await run('-t', '0x2', '4', b, '2', a)).toString('latin1')).toBe('aab');
    expect(await run('--fill-flash-size', '1MB', '--target-offset', '64k', '64k', a)).toHaveLength(0xf_0000);
    expect(await run('--pad-to-size', '1MB', '0', a)).toHaveLength(0x10_0000);
    const uf2 = await run('-c', 'esp32', '-f', 'uf2', '--chunk-size', '4', '--md5-disable', '0', put('c', 'longer'));
    expect([uf2.length, uf2.readUInt32LE(8), uf2.readUInt32LE(16)]).toEqual([1024, 0x2000, 4]);
  });
  it('writes nothing when something is wrong', async () => {
    const a = put('a', 'aaaa');
    const run = (...argv: string[]) => runCli(['merge-bin', ...argv]);
    expect(await run('0', a)).toEqual(failure('input.missing'));
    expect(await run(...out(), '0', a, '2', a)).toEqual(failure('plan.overlap'));
    expect(await run(...out(), '0', a, '4')).toEqual(failure('input.missing'));
    expect(await run(...out(), 'here', a)).toEqual(failure('input.notANumber'));
    expect(await run(...out(), '-f', 'zip', '0', a)).toEqual(failure('input.badChoice'));
    expect(await run(...out(), '-f', 'uf2', '0', a)).toEqual(failure('input.missing'));
    expect(await run(...out(), '-f', 'uf2', '--chunk-size', '6', '0', a)).toEqual(failure('input.badChoice'));
    expect(await run(...out(), '0xfffffff0', a)).toEqual(failure('file.tooLarge'));
    expect(await run(...out(), '--flash-size', '4MB', '0', a)).toEqual(failure('input.missing'));
    expect(await run('-o', a, '0', a)).toEqual(failure('file.isInput'));
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('make-image', () => {
  it('makes an ESP8266 image of segments, and a second file of what runs from flash', async () => {
    const files = ['-f', put('t', 'text'), '-a', '0x40100000', '-f', put('d', 'data5'), '-a', '0x3ffe8000'];
    const argv = ['-c', 'esp8266', 'make_image', ...files, '-e', '0x40100004', at('app.bin')];
    expect(await runCli(argv)).toMatchObject({ code: 0, err: '' });
    const { out } = await runCli(['image-info', at('app.bin')]);
    expect(out).toContain('Entry point: 0x40100004');
    expect(out).toMatch(/0 {2}0x00004 {2}0x40100000 .*IRAM\n +1 {2}0x00008 {2}0x3ffe8000 .*DRAM\n/);
    expect(out).toMatch(/Checksum: 0x\w\w \(valid\)/);

    await runCli(['make-image', ...files, '-f', put('i', 'irom'), '-a', '0x40210000', at('two-')]);
    expect(made('two-0x00000.bin').length).toBeGreaterThan(16);
    expect(made('two-0x10000.bin').toString()).toBe('irom');
  });
  it('writes nothing when something is wrong', async () => {
    const file = put('t', 'text');
    const run = (...argv: string[]) => runCli(['make-image', at('x'), ...argv]);
    expect(await run()).toEqual(failure('input.missing'));
    expect(await run('-f', file)).toEqual(failure('input.missing'));
    expect(await run('-f', file, '-a', 'x')).toEqual(failure('input.notANumber'));
    expect(await run('-c', 'esp32', '-f', file, '-a', '0x40100000')).toEqual(failure('input.badChoice'));
    expect(readdirSync(folder)).toEqual(['t']);
  });
});

describe('hostile ELF files', () => {
  it('leave nothing behind', async () => {
    const elf = buildTestElf({ sections: [{ address: 0x4200_0020, bytes: new Uint8Array(64) }] });
    const changes = fc.array(fc.tuple(fc.nat(elf.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = elf.slice();
        for (const [place, value] of list) bytes[place] = value;
        const { code, err } = await runCli(['-c', 'esp32c3', 'elf2image', '-o', at('out'), put('x.elf', bytes)]);
        return code === 0 || (code === 2 && !err.includes('[internal]'));
      }),
      { numRuns: runs(200) },
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
