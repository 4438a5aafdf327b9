import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src-main/serial/system-clock';
import { someBytes } from '../integration/flash-bench';
import { runCli, type CliRun } from './run-cli';

/** Starts `serve` in this process; answers its address and how to end it. */
async function startServe(argv: readonly string[]): Promise<{ address: string; stop: () => Promise<CliRun> }> {
  let interrupt = (): void => undefined;
  let run: Promise<CliRun> | null = null;
  const address = await new Promise<string>((resolve, reject) => {
    run = runCli(['serve', ...argv], {
      clock: systemClock,
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
      out: (text) => {
        const found = /rfc2217:\/\/\S+/.exec(text)?.[0];
        if (found !== undefined) resolve(found);
      },
    });
    run.then(({ err }) => reject(new Error(err)), reject);
  });
  return {
    address,
    stop: async () => {
      interrupt();
      return (await run)!;
    },
  };
}

const folder = mkdtempSync(join(tmpdir(), 'esplanade-serve-'));

describe('esplanade serve', () => {
  it('shares a board that another esplanade resets, flashes and verifies', async () => {
    const flash = join(folder, 'flash.bin');
    const app = join(folder, 'app.bin');
    writeFileSync(app, someBytes(60_000, 2));
    const { address, stop } = await startServe([
      '-p',
      `sim://esp32c3?flash=${encodeURIComponent(flash)}`,
      '--listen',
      '127.0.0.1:0',
    ]);
    const written = await runCli(['-p', address, 'write-flash', '0x10000', app], { clock: systemClock });
    expect(written.err).not.toContain('Error');
    expect(written).toMatchObject({ code: 0 });
    expect(Buffer.compare(readFileSync(flash).subarray(0x1_0000, 0x1_0000 + 60_000), readFileSync(app))).toBe(0);
    const mac = await runCli(['-p', `${address}?ign_set_control`, 'read-mac'], { clock: systemClock });
    expect(mac).toMatchObject({ code: 0 });
    const served = await stop();
    expect(served).toMatchObject({ code: 0 });
    expect(served.err).toMatch(/127\.0\.0\.1:\d+ uses sim:\/\/esp32c3/);
    expect(served.err).toMatch(/127\.0\.0\.1:\d+ has left/);
    expect(served.err).not.toContain('Everybody');
  });

  it('warns when it listens to more than this machine', async () => {
    const { stop } = await startServe(['-p', 'sim://esp32', '--listen', '0.0.0.0:0']);
    expect((await stop()).err).toContain('Everybody who reaches this address');
  });

  it.each([
    [['serve'], 'input.missing'],
    [['serve', '-p', 'sim://esp99'], 'port.badAddress'],
    [['serve', '-p', '/dev/nothing-here'], 'port.notFound'],
    [['serve', '-p', 'sim://esp32', '--listen', 'everywhere'], 'port.badAddress'],
    [['-p', 'rfc2217://nowhere', 'chip-id'], 'port.badAddress'],
    [['-p', 'rfc2217://127.0.0.1:1?baud=9', 'chip-id'], 'port.badAddress'],
    [['-p', 'telnet://127.0.0.1:23', 'chip-id'], 'port.badAddress'],
  ])('%j is refused as %s', async (argv, code) => {
    const run = await runCli(argv, { clock: systemClock });
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain(`[${code}]`);
  });
});
