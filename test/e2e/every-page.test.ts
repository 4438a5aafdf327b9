import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src-renderer/locales/messages';
import { violations } from '../renderer/accessibility';
import { outside, sideways } from '../renderer/outside';
import { callFromPage } from './call-from-page';
import { dropFiles } from './dropping';
import { madeUpFirmware } from './firmware';
import { chooseBoard } from './flash-page';
import { launch, type RunningApp } from './launch';
import { usedBoardFlash } from './used-board';

const pictures = process.env['ESPLANADE_SCREENSHOTS'];
const sizes = { wide: { width: 1240, height: 820 }, narrow: { width: 900, height: 600 } } as const;
type Size = keyof typeof sizes;
/** English, and the language whose words are the longest. */
const spoken = ['en', 'de'].filter((tag) => tag in languages);
const themes = ['light', 'dark'] as const;

interface Look {
  readonly theme: (typeof themes)[number];
  readonly language: string;
  readonly size: Size;
}

/** What axe looks at depends on the theme, but neither on the size nor on the language. */
const isForAxe = ({ language, size }: Look): boolean => language === 'en' && size === 'wide';

/**
 * Every page of the rail and every tab below, with a board in use and files, as a person with that theme, language and window sees it; with
 * ESPLANADE_SCREENSHOTS set (`npm run screenshots`) a picture of each is left behind.
 */
describe('every page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-firmware-'));
  const files = madeUpFirmware(folder).map(({ path }) => path);
  let running: RunningApp;
  let paths: readonly string[] = [];

  beforeAll(async () => {
    running = await launch({ boards: 'sim://esp32', flash: { 'esp32.bin': usedBoardFlash() }, size: sizes.wide });
    const { page } = running;
    const links = (): Promise<string[]> =>
      page.locator('nav a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    const rail = await links();
    await chooseBoard(page);
    await open('/board');
    paths = [...new Set([...rail, ...(await links())])];
    // What lies on the board is known from now on, also after the window has begun anew.
    await page.getByRole('button', { name: 'Read the partition table' }).click();
    await page.getByRole('cell', { name: /^app1/ }).first().waitFor({ timeout: 30_000 });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  /** By what does not depend on the language. */
  const open = async (path: string): Promise<void> => {
    if (path.startsWith('/board/')) await running.page.locator('nav a[href="/board"]').first().click();
    await running.page.locator(`nav a[href="${path}"]`).first().click();
    await running.page.locator('main h1').first().waitFor({ state: 'attached' });
  };

  async function dress({ theme, language, size }: Look): Promise<void> {
    const { app, page } = running;
    await app.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
    }, sizes[size]);
    await callFromPage(page, 'settings.set', { settings: { theme, language, lastPath: 'sim://esp32' } });
    await page.reload();
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
    await page.locator('nav a[href]').first().waitFor();
    await dropFiles(page, files);
    await page.locator('main table').first().waitFor();
  }

  it('is on the rail or a tab of one that is', () => {
    expect(paths.filter((path) => path.startsWith('/board/')).length).toBeGreaterThanOrEqual(2);
    expect(paths.length).toBeGreaterThanOrEqual(11);
  });

  /** All for pictures; otherwise each theme and each size once in each language, and both themes for axe in one. */
  const looks = spoken
    .flatMap((language) =>
      themes.flatMap((theme) => (Object.keys(sizes) as Size[]).map((size): Look => ({ theme, language, size }))),
    )
    .filter((look) => pictures !== undefined || isForAxe(look) || (look.theme === 'light') === (look.size === 'wide'));
  it.each(looks)('fits a $size window, $theme, in $language', async (look) => {
    const { page } = running;
    await dress(look);
    for (const path of paths) {
      await open(path);
      await page.waitForTimeout(150);
      const name = path.replaceAll('/', '-').replace(/^-/, '') || 'flash';
      expect(await outside(page), `${name} is wider than the window`).toEqual([]);
      if (isForAxe(look)) expect(await violations(page), name).toEqual([]);
      if (pictures === undefined) continue;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${look.language}-${look.theme}-${look.size}.png`) });
    }
    expect(running.complaints).toEqual([]);
  });

  it.each([
    [1240, 'en'],
    [800, 'en'],
    [800, 'ru'],
  ] as const)('can be read at twice the size, %i wide, in %s', async (width, language) => {
    const { app, page } = running;
    await dress({ theme: 'light', language, size: 'wide' });
    const show = (zoom: number, wide: number): Promise<void> =>
      app.evaluate(
        ({ BrowserWindow }, wanted) => {
          const window = BrowserWindow.getAllWindows()[0];
          window?.setContentSize(wanted.wide, 820);
          window?.webContents.setZoomFactor(wanted.zoom);
        },
        { zoom, wide },
      );
    await show(2, width);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / 2);
    try {
      for (const path of paths) {
        await open(path);
        expect(await outside(page), `${path} at 200 %`).toEqual([]);
        expect(await sideways(page), `${path} at 200 %`).toEqual([]);
        const board = await page.locator('header button').first().getByText('ESP32').first().boundingBox();
        expect(board?.width, `the name of the board on ${path}`).toBeGreaterThan(50);
      }
      await open('/');
      const name = await page.getByText('promenade.bin').first().boundingBox();
      expect(name?.width, 'the name of a file').toBeGreaterThan(50);
    } finally {
      await show(1, sizes.wide.width);
    }
  });

  it('can be mirrored for languages that are written from right to left', async () => {
    const { page } = running;
    await dress({ theme: 'light', language: 'en', size: 'narrow' });
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    for (const path of paths) {
      await open(path);
      expect(await outside(page), `${path} from right to left`).toEqual([]);
      const rail = await page.locator('nav').first().boundingBox();
      expect(rail!.x).toBeGreaterThan(sizes.narrow.width / 2);
      if (pictures !== undefined)
        await page.screenshot({ path: join(pictures, `rtl-${path.slice(1).replace('/', '-') || 'flash'}.png`) });
    }
  });
});
