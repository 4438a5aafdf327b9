import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type RunningApp } from './launch';

let running: RunningApp;
beforeAll(async () => {
  running = await launch();
});
afterAll(() => running.close());

it('in the dark theme scroll bars have no light track', async () => {
  const { page } = running;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  // A box that scrolls, over the page's own colour: where nothing but the track is, that colour has to show.
  const track = await page.evaluate(() => {
    const box = document.createElement('div');
    box.id = 'scrolling';
    box.style.cssText = 'position:fixed;inset:0 auto auto 0;width:100px;height:200px;overflow-y:scroll;z-index:999';
    box.style.background = 'rgb(1 2 3)';
    const content = document.createElement('div');
    content.style.height = '800px';
    box.append(content);
    document.body.append(box);
    return new Promise<{ width: number }>((done) =>
      requestAnimationFrame(() => done({ width: box.offsetWidth - box.clientWidth })),
    );
  });
  expect(track.width).toBeGreaterThan(0);
  const pixel = await running.app.evaluate(
    async ({ BrowserWindow }, x) => {
      const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage({
        x,
        y: 150,
        width: 1,
        height: 1,
      });
      return [...(picture?.toBitmap() ?? [])].slice(0, 3);
    },
    100 - Math.ceil(track.width / 2),
  );
  expect(pixel).toEqual([3, 2, 1]);
});
