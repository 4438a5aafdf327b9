import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flashButton, outcomeSection, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { chooseInMenu } from './menu';

const tryIt = 'Try it with a virtual board';

describe('the first run', () => {
  let folder = '';
  let running: RunningApp | null = null;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'esplanade-first-'))));
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(folder, { recursive: true });
  });
  const start = async (): Promise<RunningApp> => (running = await launch({ profile: join(folder, 'profile') }));

  it('two clicks flash a virtual board and show what it prints; a third clears the desk for one’s own', async () => {
    const { page, complaints } = await start();
    await page.getByRole('button', { name: tryIt }).click();
    await flashButton(page).and(page.locator(':enabled')).waitFor();
    expect(await page.getByRole('button', { name: 'Save as a setup' }).count()).toBe(0);
    await chooseInMenu(running!, 'Save Setup');
    await page.getByText('The example cannot be saved. Bring files of your own first.').waitFor();
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    await outcomeSection(page).getByText('Hello! This board is made of software').waitFor();
    await page.getByRole('button', { name: 'Now with your own board' }).click();
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
    await page.getByRole('banner').getByText('Choose a board').waitFor();
    expect(await page.getByRole('button', { name: tryIt }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is offered again to nobody who said no, also after a restart', async () => {
    const first = await start();
    await first.page.getByRole('button', { name: 'Not now' }).click();
    await first.page.getByRole('button', { name: tryIt }).waitFor({ state: 'detached' });
    await first.close();
    const { page } = await start();
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
    expect(await page.getByRole('button', { name: tryIt }).count()).toBe(0);
  });
});
