import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callFromPage } from './call-from-page';
import { dropFiles } from './dropping';
import { madeUpFirmware } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

describe('sounds, messages and what is remembered', () => {
  let folder = '';
  let running: RunningApp | null = null;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'esplanade-signals-'))));
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(folder, { recursive: true });
  });
  const start = async (): Promise<RunningApp> => (running = await launch({ profile: join(folder, 'profile') }));
  const openSettings = (page: Page): Promise<void> =>
    page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();

  /** Notes what the system would show and what would be heard; the window counts as being behind others, or not. */
  async function watchSignals({ app, page }: RunningApp, isFocused: boolean): Promise<void> {
    await app.evaluate(({ BrowserWindow, Notification }, focused) => {
      const world = globalThis as unknown as { shown: string[] };
      world.shown = [];
      const [window] = BrowserWindow.getAllWindows();
      if (window !== undefined) window.isFocused = () => focused;
      Notification.isSupported = () => true;
      Notification.prototype.show = function show(this: { title: string; body: string }) {
        world.shown.push(`${this.title}: ${this.body}`);
      };
    }, isFocused);
    await page.evaluate(() => {
      const heard: number[] = [];
      const now = Date.now.bind(Date);
      const begin = now();
      // A job of a second seems to take a minute.
      Date.now = () => begin + 60 * (now() - begin);
      // Called with its own object below.
      // eslint-disable-next-line @typescript-eslint/unbound-method
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
        heard.push(this.frequency.value);
        start.call(this, when);
      };
      Object.assign(window, { heard });
    });
  }
  /** What the window has asked for before goes the same way as the call that is waited for here, and is there first. */
  async function shown({ app, page }: RunningApp): Promise<string[]> {
    await callFromPage(page, 'settings.get');
    return app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  }
  const heard = ({ page }: RunningApp): Promise<number[]> =>
    page.evaluate(() => (window as unknown as { heard: number[] }).heard);

  async function flash(page: Page): Promise<void> {
    await dropFiles(
      page,
      madeUpFirmware(folder, 20_000).map(({ path }) => path),
    );
    await chooseBoard(page);
    await flashButton(page).and(page.locator(':enabled')).waitFor();
  }
  async function flashWatched(app: RunningApp, isFocused: boolean): Promise<void> {
    await flash(app.page);
    await watchSignals(app, isFocused);
    await flashButton(app.page).click();
    expect(await waitForOutcome(app.page)).toBe('Verified');
  }

  it('a job that ends while the window is behind others is told by the system, and a long one is heard', async () => {
    const app = await start();
    await flashWatched(app, false);
    expect(await shown(app)).toEqual(['Flashed: ESP32']);
    expect(await heard(app)).toHaveLength(2);
  });

  it('the system says nothing while the window is in front', async () => {
    const app = await start();
    await flashWatched(app, true);
    expect(await shown(app)).toEqual([]);
  });

  it('both are off when they are switched off, also after a restart, and on again after a reset', async () => {
    const first = await start();
    await openSettings(first.page);
    await first.page.getByRole('switch', { name: 'Sound when a long job ends' }).click();
    await first.page.getByRole('switch', { name: 'Message when a job ends' }).click();
    await first.page.getByRole('combobox', { name: 'Speed' }).selectOption('460800');
    await first.page.getByRole('radio', { name: 'Dark' }).check();
    await first.close();

    const app = await start();
    expect(await app.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await flashWatched(app, false);
    expect([await shown(app), await heard(app)]).toEqual([[], []]);

    await openSettings(app.page);
    expect(await app.page.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('460800');
    const reset = app.page.getByRole('button', { name: 'Reset all settings' });
    await reset.click();
    await app.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await app.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await reset.evaluate((button) => button === document.activeElement), 'the focus is back').toBe(true);
    expect(await app.page.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('460800');
    await reset.click();
    await app.page.getByRole('button', { name: 'Reset', exact: true }).click();
    await app.page.getByRole('radio', { name: 'As the system' }).and(app.page.locator(':checked')).waitFor();
    expect(await app.page.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('automatic');
    expect(JSON.parse(readFileSync(join(folder, 'profile/settings.json'), 'utf8'))).toMatchObject({
      sounds: true,
      notifications: true,
      theme: 'system',
      // No choice, but a memory: whoever has flashed is not welcomed again.
      welcomed: true,
    });
  });
});
