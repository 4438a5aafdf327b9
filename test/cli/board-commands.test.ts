import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildTestImage } from '../formats/test-image';
import { someBytes } from '../integration/flash-bench';
import { serializeIntelHex } from '../../src-shared/formats/intel-hex';
import { runCli } from './run-cli';

let folder = '';
const flashFile = (): string => join(folder, 'flash.bin');
const flash = (): Uint8Array => readFileSync(flashFile());
const path = (name: string): string => join(folder, name);
const run = (chip: string, ...argv: string[]) => runCli(['-p', `sim://${chip}?flash=${flashFile()}`, ...argv]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-board-'));
  const contents = new Uint8Array(1 << 20).fill(0xff);
  contents.set(someBytes(50_000), 0x1000);
  writeFileSync(flashFile(), contents);
});

describe('read-flash', () => {
  it('reads a span, by all spellings of its numbers', async () => {
    const { code, out } = await run('esp32', 'read_flash', '0x1000', '48k', path('a.bin'));
    expect(code).toBe(0);
    expect(out).toContain('Read 49152 bytes from 0x00001000');
    expect(out).toContain(': verified');
    expect(Buffer.compare(readFileSync(path('a.bin')), someBytes(50_000).subarray(0, 49_152))).toBe(0);
  });

  it('reads all of it, or the rest of it', async () => {
    expect((await run('esp32c3', 'read-flash', '0', 'ALL', path('all.bin'))).code).toBe(0);
    expect(Buffer.compare(readFileSync(path('all.bin')), flash())).toBe(0);
    const { code, err } = await run(
      'esp32c3',
      '--no-stub',
      'read-flash',
      '0xFF000',
      'all',
      path('rest.bin'),
      '--no-progress',
    );
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(readFileSync(path('rest.bin'))).toHaveLength(4096);
    expect((await run('esp32', 'read-flash', '0', 'ALL', path('less.bin'), '-fs', '512KB')).code).toBe(0);
    expect(readFileSync(path('less.bin'))).toHaveLength(512 * 1024);
  });

  it.each([
    ['input.notANumber', ['read-flash', 'zero', '1k', 'x.bin']],
    ['input.notANumber', ['read-flash', '0', 'lots', 'x.bin']],
    ['input.badChoice', ['read-flash', '0', '0', 'x.bin']],
    ['input.badChoice', ['read-flash', '0', '1k', 'x.bin', '-fs', '3 pints']],
    ['plan.pastEnd', ['read-flash', '0', '2M', 'x.bin']],
    ['file.notWritten', ['read-flash', '0', '1k', 'no/such/folder/x.bin']],
    ['input.missing', ['read-flash', '0', '1k']],
  ])('%s ends with 2 and leaves nothing behind', async (errorCode, argv) => {
    const words = argv.map((word) => (word.endsWith('.bin') ? path(word) : word));
    const { code, err } = await run('esp32', ...words);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`[${errorCode}]`) as string });
    expect(readdirSync(folder)).toEqual(['flash.bin']);
  });
});

describe('erase-flash and erase-region', () => {
  it('erase what they are told', async () => {
    const { code, out } = await run('esp32s3', 'erase_region', '0x2000', '8k');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('Erased 8192 bytes at 0x00002000') as string,
    });
    expect(out).toContain('verified blank');
    expect(
      flash()
        .subarray(0x2000, 0x4000)
        .every((byte) => byte === 0xff),
    ).toBe(true);
    expect(flash()[0x1fff]).toBe(someBytes(50_000)[0xfff]);
    expect((await run('esp32s3', 'erase-flash')).code).toBe(0);
    expect(flash().every((byte) => byte === 0xff)).toBe(true);
  });

  it('erase the rest', async () => {
    expect((await run('esp32', 'erase-region', '0x4000', 'ALL')).out).toContain('Erased 1032192 bytes');
    expect(
      flash()
        .subarray(0x4000)
        .every((byte) => byte === 0xff),
    ).toBe(true);
    expect(flash()[0x3ffe]).toBe(someBytes(50_000)[0x2ffe]);
  });

  it('refuse parts of sectors', async () => {
    const { code, err } = await run('esp32', 'erase-region', '0x2000', '100');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('[plan.unaligned]') as string });
  });
});

describe('verify-flash', () => {
  it('says that all is well', async () => {
    writeFileSync(path('a.bin'), someBytes(50_000));
    const { code, out } = await run('esp32', 'verify_flash', '0x1000', path('a.bin'));
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('verified (digest matched)') as string });
  });

  it.each([['--diff'], ['--diff', 'yes'], ['-d', 'yes']])('lists what differs with %j %s', async (...words) => {
    const bytes = someBytes(50_000);
    bytes[0x3010] = (bytes[0x3010] ?? 0) ^ 0xff;
    writeFileSync(path('a.bin'), bytes);
    const { code, out, err } = await run('esp32', 'verify-flash', ...words, '4096', path('a.bin'));
    expect(code).toBe(2);
    expect(out).toContain('differs in 1 sector');
    expect(out).toContain('sector 0x00004000, 1 bytes differ, first at 0x00004010');
    expect(err).toContain('[flash.differs]');
  });

  it('is brief without it', async () => {
    writeFileSync(path('a.bin'), someBytes(50_000, 4));
    const { code, out } = await run('esp32', 'verify-flash', '--diff', 'no', '0x1000', path('a.bin'));
    expect(code).toBe(2);
    expect(out).not.toContain('  sector');
  });
});

describe('memory', () => {
  it('is read and written', async () => {
    expect((await run('esp32', 'read_mem', '0x40001000')).out).toContain('0x40001000 = 0x00f01d83\n');
    const { out } = await run('esp32', 'write-mem', '0x3ffc0000', '0xabad1dea', '0x00ff00ff');
    expect(out).toContain('Wrote 0xabad1dea, mask 0x00ff00ff to 0x3ffc0000\n');
  });

  it('is dumped into a file', async () => {
    expect((await run('esp32', 'dump-mem', '0x40001000', '64', path('mem.bin'))).code).toBe(0);
    expect([...readFileSync(path('mem.bin')).subarray(0, 4)]).toEqual([0x83, 0x1d, 0xf0, 0x00]);
    expect(readFileSync(path('mem.bin'))).toHaveLength(64);
  });

  it('takes a program', async () => {
    const image = buildTestImage({ chipId: 5, segments: [[0x3fc8_0000, 2000]] });
    writeFileSync(path('ram.bin'), image);
    const { code, out } = await run('esp32c3', 'load_ram', path('ram.bin'));
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Loaded 2 KB at 0x3fc80000') as string });
    writeFileSync(path('ram.hex'), serializeIntelHex([{ offset: 0x1000, bytes: image }]));
    expect((await run('esp32c3', 'load-ram', path('ram.hex'))).out).toBe(out);
    const more = [
      { offset: 0, bytes: image },
      { offset: 0x8000, bytes: image },
    ];
    writeFileSync(path('two.hex'), serializeIntelHex(more));
    expect((await run('esp32c3', 'load-ram', path('two.hex'))).err).toContain('[plan.imageBroken]');
    expect((await run('esp32', 'load-ram', path('ram.bin'))).err).toContain('[plan.wrongChip]');
    expect((await run('esp32', 'load-ram', path('nothing.bin'))).err).toContain('[file.notFound]');
    expect((await run('esp32', 'load-ram', flashFile())).err).toContain('[file.notUnderstood]');
  });

  it.each([
    ['input.notANumber', ['read-mem', 'here']],
    ['plan.unaligned', ['read-mem', '0x40001001']],
    ['input.badChoice', ['write-mem', '0x3ffc0000', '0x100000000']],
    ['input.badChoice', ['dump-mem', '0xfffffff0', '32', 'x.bin']],
  ])('%s ends with 2', async (errorCode, argv) => {
    const { code, err } = await run('esp32', ...argv);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`[${errorCode}]`) as string });
  });
});

describe('the flash part', () => {
  it('tells its status registers', async () => {
    expect((await run('esp32', 'read-flash-status')).out).toContain('Status value: 0x0000\n');
    expect((await run('esp8266', '--no-stub', 'read_flash_status', '--bytes', '3')).out).toContain('0x000000\n');
  });

  it('has them written', async () => {
    const { code, out } = await run('esp32c6', 'write-flash-status', '--bytes', '1', '--non-volatile', '0x1c');
    expect(code).toBe(0);
    expect(out).toContain('Initial flash status: 0x00\nSetting flash status: 0x1c\nAfter flash status: 0x1c\n');
    expect((await run('esp32', 'write-flash-status', '--bytes', '1', '0x100')).err).toContain('[input.badChoice]');
    expect((await run('esp32', 'write-flash-status', '--bytes', '4', '0')).err).toContain('[input.badChoice]');
  });

  it('tells about itself', async () => {
    const { out } = await run('esp32s3', 'read-flash-sfdp', '0', '4');
    expect(out).toContain('SFDP[0x0..0x3]: 53 46 44 50\n');
    expect(out).toContain('Flash size by SFDP: 1 MB\n');
  });

  it('is looked for at other pins', async () => {
    expect((await run('esp32', 'flash-id', '--spi-connection', 'SPI')).code).toBe(0);
    expect((await run('esp32', 'flash-id', '--spi_connection', '6,17,8,11,16')).err).toContain('[flash.noAnswer]');
    expect((await run('esp32', 'flash-id', '-sc', 'QSPI')).err).toContain('[input.badChoice]');
  });
});

describe('the chip', () => {
  it('tells its addresses', async () => {
    expect((await run('esp32c6', 'read-mac')).out).toMatch(/BASE MAC: (\S+)\nMAC_EXT: ff:fe\nEUI-64: \S+:ff:fe:\S+\n/);
    expect((await run('esp32', 'read-mac')).out).not.toContain('EUI');
  });

  it('tells its id where it has one', async () => {
    expect((await run('esp8266', 'chip_id')).out).toMatch(/Chip ID: 0x00[0-9a-f]{6}\n/);
    expect((await run('esp32c3', 'chip-id')).out).toContain('Chip ID: 5 (0x5)\n');
    expect((await run('esp32', 'chip-id')).out).toContain('has no chip id');
  });

  it('tells what is locked', async () => {
    const { code, out } = await run('esp32c3', 'get_security_info');
    expect(code).toBe(0);
    expect(out).toContain('Flags: 0x00000000 (0b0)\n');
    expect(out).toContain('Key Purposes: (0, 0, 0, 0, 0, 0, 12)\n');
    expect(out).toContain('Chip ID: 5\n');
    expect(out).toContain('Secure Boot: Disabled\nSecure Download Mode: Disabled\nFlash Encryption: Disabled\n');
    expect((await run('esp32', 'get-security-info')).out).toContain(
      'Secure Boot: Disabled\nFlash Encryption: Disabled\n',
    );
    expect((await run('esp8266', 'get-security-info')).err).toContain('[protocol.unsupported]');
  });

  it.each(['esp8266', 'esp32', 'esp32s2', 'esp32s3', 'esp32c3', 'esp32c6', 'esp32p4', 'esp32h21'])(
    '%s starts what is in flash',
    async (chip) => {
      expect(await run(chip, 'run')).toMatchObject({ code: 0, out: expect.stringContaining('Started') as string });
    },
  );
});

describe('write-flash', () => {
  beforeEach(() => writeFileSync(path('a.bin'), someBytes(50_000)));

  it('leaves alone what is there', async () => {
    const { code, out } = await run('esp32', 'write-flash', '--skip-flashed', '0x1000', path('a.bin'));
    expect(code).toBe(0);
    expect(out).toContain('50000 bytes, on the board already');
    const next = someBytes(50_000);
    next[0x2000] = (next[0x2000] ?? 0) ^ 1;
    writeFileSync(path('b.bin'), next);
    const second = await run(
      'esp32',
      'write-flash',
      '-u',
      '0x1000',
      path('b.bin'),
      '--diff-with',
      path('a.bin'),
      '--trust-flash-content',
    );
    expect(second.out).toContain('sent as 4 KB');
    expect(Buffer.compare(flash().subarray(0x1000, 0x1000 + 50_000), next)).toBe(0);
    const gone = await run('esp32', 'write-flash', '0x1000', path('b.bin'), '--diff-with', path('gone.bin'));
    expect(gone.err).toContain('[file.notFound]');
  });

  it('is quiet when asked to be', async () => {
    const { code, err } = await run('esp32', 'write-flash', '--no-progress', '0x1000', path('a.bin'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('has files encrypted by the chip, all or some', async () => {
    const { code, err } = await run('esp32c3', 'write-flash', '--encrypt', '0x20000', path('a.bin'));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('[plan.notEncrypting]') as string });
    const words = ['--ignore-flash-enc-efuse', '0x1000', path('a.bin'), '--encrypt-files', '0x20000', path('a.bin')];
    const { out } = await run('esp32c3', 'write-flash', ...words);
    expect(out).toContain('0x00001000 a.bin: 50000 bytes, sent as');
    expect(out).toMatch(/0x00020000 a\.bin: 50000 bytes.*, encrypted by the chip, not comparable/);
    expect(out).toContain('Wrote ');
    expect(Buffer.compare(flash().subarray(0x2_0000, 0x2_0000 + 50_000), someBytes(50_000))).not.toBe(0);
  });

  it('wants files', async () => {
    expect((await run('esp32', 'write-flash')).err).toContain('[input.missing]');
  });
});
