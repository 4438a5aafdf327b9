import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, startWindowHost, type WindowHost } from './window-page';
import { playScene } from './play-scene';
import { speakLanguage } from './speak-language';
import { languageTags } from '../../src-shared/locales/languages';

const chromiumPath = findChromium();

/** Labels that stick out of the panel, or lie under what can be pressed beside them. */
const hiddenLabels = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const panel = document.querySelector('.job-panel-body');
    const end = panel?.getBoundingClientRect().right ?? 0;
    const fields = [...(panel?.querySelectorAll('select, [role=switch], input') ?? [])];
    return [...(panel?.querySelectorAll('label') ?? [])]
      .filter((label) => {
        const range = document.createRange();
        range.selectNodeContents(label);
        const words = range.getBoundingClientRect();
        const isUnder = fields.some((field) => {
          const place = field.getBoundingClientRect();
          const isBeside = place.top < words.bottom && place.bottom > words.top;
          return isBeside && place.left < words.right - 1 && place.right > words.left + 1;
        });
        return isUnder || words.right > end;
      })
      .map((label) => label.textContent.trim());
  });

describe.skipIf(chromiumPath === null)('words that are long in other languages', { timeout: 120_000 }, () => {
  let host: WindowHost;
  beforeAll(async () => {
    if (chromiumPath !== null) host = await startWindowHost(chromiumPath);
  }, 180_000);
  afterAll(async () => host.close());

  test.each(languageTags)(
    '%s: every option of the Flash page can be read, in windows of two widths',
    async (language) => {
      for (const width of [900, 1240]) {
        const { page } = await host.open({ scene: 'advanced', language, width, height: 600 });
        await speakLanguage(page, language);
        await playScene(page, 'advanced');
        expect(await hiddenLabels(page)).toEqual([]);
        await page.close();
      }
    },
  );
});
