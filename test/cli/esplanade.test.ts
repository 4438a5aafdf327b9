import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { someBytes } from '../integration/flash-bench';
import { canMakePtys } from '../serial/pty-pair';

/** The program as it is shipped, built once for this file; inside the project, where its packages are found. */
let folder = '';
let program = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync(resolve('.cache/cli-test-'));
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: join(folder, 'cli') } });
  program = join(folder, 'cli/esplanade.mjs');
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(argv: readonly string[]): { child: ChildProcess; firstLine: Promise<string>; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, out, err })));
  const firstLine = new Promise<string>((done, fail) => {
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      if (out.includes('\n')) done(out.split('\n')[0] ?? '');
    });
    void ended.then(() => fail(new Error(`ended without a line: ${err}`)));
  });
  firstLine.catch(() => undefined);
  return { child, firstLine, ended };
}

describe('the built program', () => {
  it.skipIf(process.platform === 'win32')('is executable by itself', () => {
    expect(statSync(program).mode & 0o111).toBe(0o111);
    expect(spawnSync(program, ['version'], { encoding: 'utf8' })).toMatchObject({ status: 0 });
  });

  it('flashes a virtual board, and fails with 2 and nothing on stdout where it cannot', async () => {
    const file = join(folder, 'firmware.bin');
    writeFileSync(file, someBytes(30_000));
    const good = await start(['-p', 'sim://esp32c3', 'write_flash', '0x10000', file]).ended;
    expect(good).toMatchObject({ code: 0, out: expect.stringContaining(': verified') as string });
    const bad = await start(['-p', 'sim://esp32c3', 'write_flash', '0x10000', join(folder, 'none.bin')]).ended;
    expect(bad).toMatchObject({ code: 2, out: '', err: expect.stringContaining('[file.notFound]') as string });
  });

  it('ends by itself, also where the application on the virtual board goes on talking', async () => {
    const build = join(folder, 'example');
    expect(await start(['--chip', 'esp32', 'example-firmware', build]).ended).toMatchObject({ code: 0 });
    const done = await start(['-p', 'sim://esp32', 'write-flash', build]).ended;
    expect(done).toMatchObject({
      code: 0,
      out: expect.stringContaining('Hello! This board is made of software') as string,
    });
  });

  it('is interrupted cleanly in mid-write', async () => {
    const file = join(folder, 'large.bin');
    writeFileSync(file, someBytes(2_000_000));
    const { child, ended } = start(['-p', 'sim://esp32', '--trace', 'write-flash', '-u', '0x10000', file]);
    let isSent = false;
    child.stderr?.on('data', (text: Buffer) => {
      if (isSent || !text.includes('FLASH_DATA')) return;
      isSent = true;
      child.kill('SIGINT');
    });
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('[job.cancelled]') as string });
  });
});

describe('simulate', () => {
  it('says where the board is, serves it, and keeps its flash in the file', async () => {
    const flash = join(folder, 'served.flash');
    const file = join(folder, 'served.bin');
    writeFileSync(file, someBytes(20_000, 2));
    const { child, firstLine, ended } = start([
      'simulate',
      '--chip',
      'esp32c3',
      '--listen',
      '127.0.0.1:0',
      '--flash',
      flash,
      '--flash-size',
      '2MB',
    ]);
    const address = /socket:\/\/127\.0\.0\.1:\d+/.exec(await firstLine)?.[0] ?? '';
    expect(await start(['-p', address, 'flash-id']).ended).toMatchObject({
      code: 0,
      out: expect.stringContaining('Detected flash size: 2MB') as string,
    });
    expect(await start(['-p', address, 'write-flash', '0x10000', file]).ended).toMatchObject({ code: 0 });
    const kept = readFileSync(flash);
    expect(kept.length).toBe(2 * 1024 * 1024);
    expect(Buffer.compare(kept.subarray(0x10000, 0x10000 + 20_000), readFileSync(file))).toBe(0);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('says so when the address is taken', async () => {
    const { firstLine } = start(['simulate', '--chip', 'esp32', '--listen', '127.0.0.1:0']);
    const address = /127\.0\.0\.1:\d+/.exec(await firstLine)?.[0] ?? '';
    expect(await start(['simulate', '--chip', 'esp32', '--listen', address]).ended).toMatchObject({
      code: 2,
      err: expect.stringContaining('[port.busy]') as string,
    });
  });

  it.skipIf(!canMakePtys)(
    'makes a pseudo terminal that any program can open, and takes it away at the end',
    async () => {
      const link = join(folder, 'board');
      const { child, firstLine, ended } = start(['simulate', '-c', 'esp32', '--pty', link]);
      expect(await firstLine).toContain(link);
      expect(await start(['-p', link, 'read-mac']).ended).toMatchObject({
        code: 0,
        out: expect.stringContaining('MAC: ') as string,
      });
      child.kill('SIGINT');
      expect(await ended).toMatchObject({ code: 0 });
      expect(existsSync(link)).toBe(false);
    },
  );
});
