import type { Locator, Page } from 'playwright-core';

/** Picks the board whose card matches, by default the only one, as a person does. */
export async function chooseBoard(page: Page, name: RegExp = /virtual|sim:/i): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Board/ })
    .click();
  await page.getByRole('option', { name }).first().click();
}

/** The page's link, while that page is the one that is shown. */
export const isOpen = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).and(page.locator('[aria-current=page]'));

/** The big button. */
export const flashButton = (page: Page): Locator => page.getByRole('main').getByRole('button', { name: /^Flash / });

/** What the window shows at the end of a job. */
export type ShownOutcome = 'Verified' | 'Not flashed' | 'Cancelled' | 'The board was unplugged';
const outcomes: readonly ShownOutcome[] = ['Verified', 'Not flashed', 'Cancelled', 'The board was unplugged'];

/** The place where the window says how a job ended. */
export const outcomeSection = (page: Page): Locator => page.locator('section[aria-labelledby="result-title"]');

/** Notes every value that the bar takes from now on; answers what hands them over, in per cent, in order. */
export async function watchProgress(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seenFractions: seen });
    new MutationObserver(() => {
      const now =
        document.querySelector('[role=progressbar][aria-label="Progress"]')?.getAttribute('aria-valuenow') ?? null;
      if (now !== null && Number(now) !== seen.at(-1)) seen.push(Number(now));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { seenFractions: number[] }).seenFractions);
}

/** Waits for the end of the job and answers what the window says of it. */
export async function waitForOutcome(page: Page): Promise<ShownOutcome> {
  await outcomeSection(page).waitFor({ timeout: 60_000 });
  const text = await outcomeSection(page).innerText();
  const outcome = outcomes.find((known) => text.startsWith(known));
  if (outcome === undefined) throw new Error(`an outcome that nobody knows: ${text}`);
  return outcome;
}
