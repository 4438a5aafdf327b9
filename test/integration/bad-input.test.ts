import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { chipById } from '../../src-shared/chips';
import { runCli } from '../cli/run-cli';
import { createSimBench, imageFor, someBytes } from './flash-bench';

let folder = '';
let board = '';
const file = (name: string, bytes: Uint8Array = someBytes(8192)): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-bad-'));
  board = `sim://esp32?flash=${join(folder, 'flash')}`;
});

/** One clear sentence with its code, exit code 2, and a flash that nobody touched. */
async function expectRefused(code: string, argv: readonly string[]): Promise<void> {
  const run = await runCli(argv);
  expect({ argv, code: run.code, err: run.err }).toEqual({
    argv,
    code: 2,
    err: expect.stringMatching(new RegExp(`Error: [^\\n]+ \\[${code.replace('.', '\\.')}\\]\\n`)) as string,
  });
  expect(run.err.match(/Error:/g)).toHaveLength(1);
  expect(run.err).not.toMatch(/ at .*\.ts|AppError|undefined|\{\w+\}/);
  expect(run.out).not.toContain('erified');
  let flash: Uint8Array | null = null;
  try {
    flash = readFileSync(join(folder, 'flash'));
  } catch {
    // The board was not even made.
  }
  expect(flash === null || flash.every((byte) => byte === 0xff)).toBe(true);
}

describe('a file that cannot be used', () => {
  it('is missing', () =>
    expectRefused('file.notFound', ['-p', board, 'write-flash', '0x1000', join(folder, 'none.bin')]));
  it('is empty', () =>
    expectRefused('file.empty', ['-p', board, 'write-flash', '0x1000', file('e.bin', new Uint8Array(0))]));
  it('is a folder without firmware', () => {
    mkdirSync(join(folder, 'build'));
    return expectRefused('file.nothingInside', ['-p', board, 'write-flash', '0x1000', join(folder, 'build')]);
  });
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('may not be read', () => {
    const path = file('secret.bin');
    chmodSync(path, 0);
    return expectRefused('file.unreadable', ['-p', board, 'write-flash', '0x1000', path]);
  });
  it.skipIf(process.platform === 'win32')('is no file at all', () =>
    expectRefused('file.unreadable', ['-p', board, 'write-flash', '0x1000', '/dev/null']),
  );
  it('is the second of two', () =>
    expectRefused('file.notFound', [
      '-p',
      board,
      'write-flash',
      '0x1000',
      file('a.bin'),
      '0x10000',
      join(folder, 'none'),
    ]));
});

describe('a file that changes after it was checked', () => {
  const change: [string, string, (path: string) => void][] = [
    ['vanished', 'file.notFound', (path) => rmSync(path)],
    ['was replaced', 'file.changed', (path) => writeFileSync(path, someBytes(8192, 99))],
    ['was emptied', 'file.changed', (path) => writeFileSync(path, '')],
    ['grew', 'file.changed', (path) => writeFileSync(path, someBytes(9000))],
  ];
  it.each(change)('%s: %s, and nothing is written', async (_what, code, spoil) => {
    const bench = createSimBench({ chip: 'esp32' });
    const { outcome } = await bench.start([{ offset: 0x1_0000, bytes: someBytes(8192) }]);
    spoil(bench.paths[0] ?? '');
    expect(await outcome).toMatchObject({ kind: 'failed', error: { code } });
    expect(bench.board.flash.every((byte) => byte === 0xff)).toBe(true);
  });
});

describe('addresses', () => {
  it.each(['zz', '0xZZ', '-1', '1.5', '', '0x', '99999999999', 'NaN'])('%j is no number', (text) =>
    expectRefused('input.notANumber', ['-p', board, 'write-flash', '--', text, file('a.bin')]),
  );
  it('may not be left out', () => expectRefused('input.missing', ['-p', board, 'write-flash', '0x1000']));
  it('have to be aligned', () =>
    expectRefused('plan.unaligned', ['-p', board, 'write-flash', '0x1001', file('a.bin')]));
  it('may not overlap', () =>
    expectRefused('plan.overlap', ['-p', board, 'write-flash', '0x10000', file('a.bin'), '0x11000', file('b.bin')]));
  it('may not reach past the end', () =>
    expectRefused('plan.pastEnd', ['-p', `${board}&size=1MB`, 'write-flash', '0xff000', file('a.bin')]));
  it('have to fit the chip of the image', () =>
    expectRefused('plan.wrongChip', [
      '-p',
      board,
      'write-flash',
      '0x1000',
      file('c3.bin', imageFor(chipById('esp32c3'), 4000)),
    ]));
});

describe('a port that cannot be used', () => {
  it('is gone', () =>
    expectRefused('port.notFound', ['-p', '/dev/ttyNowhere', 'write-flash', '0x1000', file('a.bin')]));
  it('is no address', () =>
    expectRefused('port.badAddress', ['-p', 'socket://nowhere', 'write-flash', '0x1000', file('a.bin')]));
  it('is no virtual board', () => expectRefused('port.badAddress', ['-p', 'sim://esp99', 'flash-id']));
  it('has a trouble that there is not', () =>
    expectRefused('input.badChoice', ['-p', 'sim://esp32?trouble=rain', 'flash-id']));
  it('has a board that does not answer', () =>
    expectRefused('connect.noReply', ['-p', `${board}&trouble=no-sync`, 'write-flash', '0x1000', file('a.bin')]));
  it('has a board that starts from flash', () =>
    expectRefused('connect.wrongBootMode', ['-p', `${board}&trouble=no-boot`, 'write-flash', '0x1000', file('a.bin')]));
});

describe('options', () => {
  it.each([
    [['--frob'], 'input.unknownOption'],
    [['write-flash', '--frob', '0', 'x'], 'input.unknownOption'],
    [['frob'], 'input.badChoice'],
    [[], 'input.missing'],
    [['-p'], 'input.missing'],
    [['-b', 'fast', 'read-mac'], 'input.notANumber'],
    [['-c', 'esp99', 'read-mac'], 'input.badChoice'],
    [['--before', 'dance', 'read-mac'], 'input.badChoice'],
    [['read-mac', 'extra'], 'input.unknownOption'],
    [['simulate'], 'input.missing'],
    [['simulate', '-c', 'esp32', '--listen', 'nowhere'], 'port.badAddress'],
    [['simulate', '-c', 'esp32', '--flash-size', '3MB'], 'input.badChoice'],
    [['simulate', '-c', 'esp32', '--seed', 'x'], 'input.notANumber'],
  ])('%j are refused as %s', (argv, code) => expectRefused(code, argv));

  it.each([
    [['-fm', 'fast'], 'input.badChoice'],
    [['-ff', '1m'], 'input.badChoice'],
    [['-fs', '3MB'], 'input.badChoice'],
  ])('write-flash %j is refused as %s', (options, code) =>
    expectRefused(code, [
      '-p',
      board,
      'write-flash',
      ...options,
      '0x1000',
      file('b.bin', imageFor(chipById('esp32'), 4000)),
    ]),
  );
});
