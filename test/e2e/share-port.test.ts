import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someBytes } from '../integration/flash-bench';
import { chooseBoard } from './flash-page';
import { launch, type RunningApp } from './launch';

const commandLine = resolve(import.meta.dirname, '../../out/cli/esplanade.mjs');

/** The built command line, as a person runs it in a terminal. */
function esplanade(...argv: string[]): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [commandLine, ...argv], { timeout: 60_000 }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, text: out + err });
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A board of the window in the hands of another program. */
describe('sharing a port', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-share-'));
  let running: RunningApp;
  let page: Page;
  let address = '';

  beforeAll(async () => {
    running = await launch({ boards: 'sim://esp32', size: { width: 900, height: 600 } });
    page = running.page;
    await chooseBoard(page);
    await page.getByText('Virtual board · sim://esp32').first().waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const section = () => page.getByRole('region', { name: 'Share this port' });
  const sign = () => page.getByRole('banner').getByRole('button', { name: /^Port shared/ });

  it('starts from the header, on this computer alone, and shows the address', async () => {
    const port = await freePort();
    await page.getByRole('banner').getByRole('button', { name: 'Share this port' }).click();
    await section().getByRole('textbox', { name: 'Port number' }).fill(String(port));
    expect(await section().getByRole('radio', { name: 'Only this computer' }).isChecked()).toBe(true);
    await section().getByRole('button', { name: 'Start sharing' }).click();
    await section().getByText('Shared with programs on this computer').waitFor();
    address = `rfc2217://127.0.0.1:${port}`;
    await section().getByText(address).waitFor();
    await section().getByText('Nobody', { exact: true }).waitFor();
    expect(await section().getByText('no password').count()).toBe(0);
    await sign().waitFor();
  });

  it('the command line finds the board there, and the window shows who it is', async () => {
    const peer = section()
      .getByRole('listitem')
      .filter({ hasText: /127\.0\.0\.1:\d+/ });
    const seen = peer.waitFor({ timeout: 30_000 });
    const [{ code, text }] = await Promise.all([esplanade('-p', address, 'flash-id'), seen]);
    expect(text).toMatch(/ESP32/);
    expect(code).toBe(0);
    await section().getByText('Nobody', { exact: true }).waitFor();
  });

  it('the command line writes a file, which is then in the flash of the board', async () => {
    const path = join(folder, 'data.bin');
    writeFileSync(path, someBytes(40_000, 3));
    const { code, text } = await esplanade('-p', address, 'write-flash', '0x20000', path);
    expect(text).not.toContain('Error');
    expect(code).toBe(0);
    const flash = readFileSync(join(running.flashFolder, 'esp32.bin'));
    expect(Buffer.compare(flash.subarray(0x2_0000, 0x2_0000 + 40_000), readFileSync(path))).toBe(0);
  });

  it('nothing can be started on the board here meanwhile, and every page says that it is shared', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Backup' }).click();
    await page.getByText('The port is shared. Stop sharing it on the Board page first.').waitFor();
    expect(await page.getByRole('main').getByRole('button', { name: 'Read into a file' }).isDisabled()).toBe(true);
    await sign().click();
    await section().getByRole('button', { name: 'Stop sharing' }).waitFor();
  });

  it('is refused as soon as it is stopped, and the board is free again', async () => {
    await section().getByRole('button', { name: 'Stop sharing' }).click();
    await section().getByRole('button', { name: 'Start sharing' }).waitFor();
    await sign().waitFor({ state: 'detached' });
    const { code, text } = await esplanade('-p', address, 'flash-id');
    expect(code).toBe(2);
    expect(text).toContain('[port.unreachable]');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Backup' }).click();
    await expect
      .poll(() => page.getByRole('main').getByRole('button', { name: 'Read into a file' }).isEnabled())
      .toBe(true);
    expect(running.complaints).toEqual([]);
  });

  it('takes another number where the wanted one is taken, says so, and is over when the program ends', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    await page.getByRole('banner').getByRole('button', { name: 'Share this port' }).click();
    await section().getByRole('textbox', { name: 'Port number' }).fill(String(port));
    await section().getByRole('button', { name: 'Start sharing' }).click();
    await section().getByText(`Port ${port} is taken, so`).waitFor();
    const now = await section()
      .getByText(/^rfc2217:/)
      .innerText();
    other.close();
    expect((await esplanade('-p', now, 'chip-id')).code).toBe(0);
    await running.app.close();
    expect((await esplanade('-p', now, 'chip-id')).text).toContain('[port.unreachable]');
  });
});
