import type { Page } from 'playwright-core';
import { scenes, type SceneName } from './scenes';

const jobScenes: readonly SceneName[] = [
  'connecting',
  'running',
  'verifying',
  'verified',
  'failed',
  'wrongBootMode',
  'cancelled',
  'unplugged',
];

/** Brings the window into the scene's state the way a person would. */
export async function playScene(page: Page, name: SceneName): Promise<void> {
  if (scenes[name].files.length > 0) {
    await page
      .getByRole('button', { name: 'Choose files' })
      .or(page.locator('main button.button-primary').first())
      .first()
      .click();
    await page.getByRole('table').first().waitFor();
    await page.waitForTimeout(300);
  }
  if (jobScenes.includes(name)) {
    await page.locator('footer button').first().click();
    await page.waitForTimeout(300);
  }
  if (name === 'manyBoards') {
    await page.locator('header button[aria-haspopup]').click();
    await page.waitForTimeout(200);
  }
}
