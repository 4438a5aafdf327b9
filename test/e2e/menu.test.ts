import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageIds } from '../../src-shared/ipc/page';
import { en } from '../../src-shared/locales/en';
import { dropFiles } from './dropping';
import { madeUpFirmware } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { chooseInMenu } from './menu';

describe('the menu', () => {
  let running: RunningApp;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-menu-'));
    running = await launch();
    await running.page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  it('goes to every page', async () => {
    for (const id of pageIds) {
      await chooseInMenu(
        running,
        id === 'settings' ? en.menu.settings : id === 'help' ? en.menu.helpPage : en.pages[id],
      );
      const here = running.page.getByRole('navigation').locator('[aria-current=page]');
      await here.getByText(en.pages[id], { exact: true }).waitFor();
    }
  });

  it('flashes, and hands out the details of the last job', async () => {
    const { app, page } = running;
    await chooseInMenu(running, en.menu.copyDetails);
    await page.getByText('No job has run yet').waitFor();
    await chooseInMenu(running, en.pages.flash);
    await dropFiles(
      page,
      madeUpFirmware(folder, 20_000).map(({ path }) => path),
    );
    await chooseBoard(page);
    await flashButton(page).and(page.locator(':enabled')).waitFor();
    await chooseInMenu(running, en.pages.board);
    await chooseInMenu(running, en.menu.flash);
    expect(await waitForOutcome(page)).toBe('Verified');
    await page.getByRole('button', { name: 'Done' }).click();
    await chooseInMenu(running, en.menu.copyDetails);
    await page.getByText('The details of the last job are on the clipboard').waitFor();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Outcome: verified');
  });
});
