import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePath, hasFixtures } from '../formats/fixtures';
import { dropFiles } from './dropping';
import { madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

const burstBytes = 5 * 1024 * 1024;

describe('the Monitor page', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp;
  let page: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-monitor-'));
    firmware = madeUpFirmware(folder, 60_000);
    running = await launch({ boards: 'sim://esp32?app=chatty' });
    page = running.page;
    await chooseBoard(page);
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const goTo = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();
  const button = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first();
  const log = () => page.getByRole('log');
  const said = (): Promise<string> => log().innerText();

  it('listens to a board, restarts it, and shows its boot text and what its app says', async () => {
    await goTo('Monitor');
    await button('Start listening').click();
    await page.getByText('Listening at 115,200 baud').waitFor({ timeout: 20_000 });
    await button('Restart').click();
    await expect.poll(said, { timeout: 20_000 }).toContain('rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)');
    await expect.poll(said, { timeout: 20_000 }).toContain('alive for');
    await page.getByRole('heading', { name: 'chatty started' }).waitFor();
  });

  it('sends a line, and shows the answer', async () => {
    await page.getByRole('textbox', { name: 'Text to send' }).fill('good morning');
    await page.keyboard.press('Enter');
    await expect.poll(said).toContain('You said: good morning');
  });

  it('filters by an expression, and goes on where one takes for ever', async () => {
    const filter = page.getByRole('textbox', { name: 'Show only lines with' });
    await page.getByRole('textbox', { name: 'Text to send' }).fill('a'.repeat(60));
    await page.keyboard.press('Enter');
    await expect.poll(said).toContain('You said: aaa');
    await page.getByRole('main').getByRole('button', { name: 'Regular expression' }).click();
    await filter.fill('alive for \\d+ s$');
    await expect.poll(said, { timeout: 20_000 }).not.toContain('good morning');
    expect(await said()).toContain('alive for');
    await filter.fill('(a+)+$x');
    await page.getByText('takes too long').waitFor({ timeout: 20_000 });
    await expect.poll(said).toContain('good morning');
    await filter.fill('');
    await page.getByRole('main').getByRole('button', { name: 'Regular expression' }).click();
  });

  it('explains a crash', async () => {
    await page.getByRole('textbox', { name: 'Text to send' }).fill('panic');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The app crashed' }).waitFor({ timeout: 20_000 });
    await page.locator('code', { hasText: '0x400d6d8e' }).waitFor();
  });

  it.skipIf(!hasFixtures)('takes a dropped program file for looking up addresses, and stays where it is', async () => {
    await dropFiles(page, [fixturePath('elf/esp32-zephyr.elf')]);
    // Its hash is another one than the board tells: that is said.
    await page.getByText('By esp32-zephyr.elf, which is not the program that runs').waitFor();
    await log().waitFor();
  });

  it('writes the session into a file', async () => {
    const path = join(folder, 'session.txt');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await button('Save').click();
    await page.getByRole('button', { name: 'Choose a file' }).first().click();
    await page.getByText(/^Saved as session\.txt/).waitFor();
    await page.keyboard.press('Escape');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('You said: good morning\n');
    expect(text).not.toContain('\u001b[');
  });

  it('makes way for a flash and comes back by itself, with what the board said meanwhile', async () => {
    await dropFiles(
      page,
      firmware.map(({ path }) => path),
    );
    await page.getByRole('textbox', { name: 'Address of promenade.bin', exact: true }).waitFor();
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    await button('Open the monitor').click();
    await page.getByText('Listening at 115,200 baud').waitFor({ timeout: 20_000 });
    const text = await said();
    expect(text).toContain('A job has the port');
    expect(text).toContain('Project name:     promenade');
    expect(text).toContain('Listening again to');
    await page.getByRole('heading', { name: 'promenade started' }).waitFor();
    // Another app runs now: it does not answer, and does not talk.
    await button('Restart').click();
    await expect.poll(async () => (await said()).match(/Calling app_main/g)?.length ?? 0).toBeGreaterThan(1);
    expect(running.complaints).toEqual([]);
  });
});

describe('a board that says five megabytes at once', () => {
  let running: RunningApp;
  let server: Server;
  const sockets = new Set<Socket>();
  afterAll(async () => {
    await running.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('leaves a window that answers, and its last line is there', async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        if (!bytes.toString('latin1').includes('flood')) return;
        const noise = Buffer.alloc(burstBytes);
        for (let at = 0, word = 5; at < noise.length; at++) {
          word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
          noise[at] = word >>> 24;
        }
        socket.write(noise);
        socket.write('\r\nthat was all\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const path = `socket://127.0.0.1:${(server.address() as AddressInfo).port}`;
    running = await launch({ boards: path });
    const { page } = running;
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Board/ })
      .click();
    await page.getByRole('textbox', { name: 'Network port' }).fill(path);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').getByRole('link', { name: 'Monitor' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Start listening' }).first().click();
    await page
      .getByText(/^Listening at/)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByRole('textbox', { name: 'Text to send' }).fill('flood');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('log').innerText(), { timeout: 60_000 }).toContain('that was all');
    await page.getByRole('main').getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Go on' }).waitFor();
    expect(running.complaints).toEqual([]);
    expect(running.output()).not.toMatch(/Unhandled|TypeError|RangeError/);
  });
});
