import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { MonitorData } from '../../src-shared/ipc/contract';
import { expectAccessible, violations } from './accessibility';
import { outside } from './outside';
import type { SceneName } from './scenes';
import { callsOf, hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();
if (chromiumPath === null) console.log('skipped: the window in a browser needs a Chromium (set CHROMIUM_PATH)');

describe.skipIf(chromiumPath === null)('the Monitor page', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);

  /** Lets the board say something more. */
  const say = (page: Page, text: string, times = 1): Promise<void> =>
    page.evaluate(
      ([said, count]) => {
        for (let n = 0; n < count; n++) {
          const bytes = new TextEncoder().encode(said.replaceAll('#', String(n)));
          const data: MonitorData = { sequence: 1000 + n, atMs: Date.now(), bytes, droppedBytes: 0, origin: 'board' };
          window.esplanadeDev?.emit('monitor.data', data);
        }
      },
      [text, times] as const,
    );
  const log = (page: Page) => page.getByRole('log');
  const rows = (page: Page): Promise<string[]> =>
    log(page)
      .locator('[data-line]')
      .evaluateAll((elements) => elements.map((element) => element.textContent));
  const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

  const seen: readonly SceneName[] = [
    'monitor',
    'monitorNone',
    'monitorTalking',
    'monitorCrashed',
    'monitorPlot',
    'monitorHex',
    'monitorNoise',
    'monitorYielded',
    'monitorBusy',
    'monitorFiltered',
  ];
  test.each(seen)('%s is accessible in light and dark, under the strict policy', async (scene) => {
    await show({ scene }, ({ page }) => expectAccessible(page));
  });

  test('its menus are accessible too', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      for (const name of ['Save', 'View and options', 'More ways to restart']) {
        await button(page, name).click();
        await page.waitForTimeout(200);
        // While a menu is open the rest of the page is hidden from assistive tools; only what is inside counts.
        const found = await violations(page);
        expect(found.filter((text) => !/^(region|aria-hidden-focus|page-has-heading-one)/.test(text))).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });
  });

  test.each([
    [640, 800],
    [620, 410],
    [900, 600],
    [2560, 1300],
  ])('nothing runs out of a window of %i × %i', async (width, height) => {
    for (const scene of ['monitor', 'monitorCrashed', 'monitorNoise', 'monitorFiltered'] as const) {
      await show({ scene, width, height }, async ({ page }) => {
        expect(await outside(page)).toEqual([]);
        if (scene !== 'monitor') expect((await log(page).boundingBox())?.height).toBeGreaterThan(80);
      });
    }
  });

  test.each([640, 900, 1240])('before listening the options stand beside the speed, %i wide', async (width) => {
    await show({ scene: 'monitor', language: 'de', width, height: 800 }, async ({ page }) => {
      const speed = await page.getByRole('combobox', { name: 'Geschwindigkeit' }).boundingBox();
      const options = await button(page, 'Ansicht und Optionen').boundingBox();
      expect(Math.abs(options!.y + options!.height / 2 - speed!.y - speed!.height / 2)).toBeLessThan(3);
      expect(options!.x).toBeGreaterThan(speed!.x);
    });
  });

  test('while it listens everything that can be pressed stands in one line, in German too', async () => {
    await show({ scene: 'monitor', language: 'de', width: 900, height: 600 }, async ({ page }) => {
      await button(page, 'Mitlesen starten').click();
      await button(page, 'Anhalten').waitFor();
      const middles = await page.getByRole('combobox', { name: 'Geschwindigkeit' }).evaluate((speed) =>
        [...speed.closest('.flex-wrap')!.querySelectorAll('button, select')].map((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return Math.round((top + bottom) / 2);
        }),
      );
      expect(middles.length).toBeGreaterThan(8);
      expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(3);
    });
  });

  test('the board’s words come with their colours, at the end of the list', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      expect((await rows(page)).at(-1)).toContain('I (59400) weather');
      await say(page, '\u001b[1;35mloud\u001b[0m and plain\r\n');
      await expect.poll(async () => (await rows(page)).at(-1)).toBe('loud and plain');
      expect(await log(page).getByText('loud', { exact: true }).getAttribute('class')).toBe('ansi-magenta font-bold');
      await say(page, 'loading 1 %\rloading 2 %');
      await expect.poll(async () => (await rows(page)).at(-1)).toBe('loading 2 %');
    });
  });

  test('scrolled up it stays where it is, whatever comes, and a button leads back', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await log(page).focus();
      await page.keyboard.press('PageUp');
      const before = await rows(page);
      await button(page, 'Go to the end').waitFor();
      await say(page, 'line #\r\n', 400);
      expect(await rows(page)).toEqual(before);
      await button(page, 'New lines').click();
      await expect.poll(async () => (await rows(page)).at(-1)).toBe('line 399');
      await log(page).focus();
      await page.keyboard.press('Home');
      await expect.poll(async () => (await rows(page))[0]).toContain('Listening to /dev/ttyUSB0');
      await page.keyboard.press('End');
      await expect.poll(async () => (await rows(page)).at(-1)).toBe('line 399');
      await log(page).hover();
      await page.mouse.wheel(0, -200);
      await expect.poll(async () => (await rows(page)).includes('line 399')).toBe(false);
    });
  });

  test('at the end it stays at the end, also while the window becomes another size', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await say(page, 'line #\r\n', 400);
      for (const height of [500, 900, 620, 1100]) {
        await page.setViewportSize({ width: height + 200, height });
        await page.waitForTimeout(100);
        expect((await rows(page)).at(-1), `${height}`).toBe('line 399');
        expect(await button(page, 'Go to the end').count()).toBe(0);
      }
    });
  });

  test('a line is sent with its end, shown, answered, and comes back by the arrow key', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      const field = page.getByRole('textbox', { name: 'Text to send' });
      await field.fill('hello');
      await field.press('Enter');
      await field.fill('again');
      await field.press('Enter');
      await expect
        .poll(async () => (await rows(page)).slice(-4))
        .toEqual(['› hello', 'You said: hello', '› again', 'You said: again']);
      expect(await callsOf(page, 'monitor.send')).toEqual([
        { kind: 'text', text: 'hello\r\n' },
        { kind: 'text', text: 'again\r\n' },
      ]);
      await field.fill('draft');
      await field.press('ArrowUp');
      await field.press('ArrowUp');
      expect(await field.inputValue()).toBe('hello');
      await field.press('ArrowDown');
      await field.press('ArrowDown');
      expect(await field.inputValue()).toBe('draft');
      await page.getByRole('combobox', { name: 'Line end' }).selectOption('none');
      await field.fill('bare');
      await field.press('Enter');
      expect((await callsOf(page, 'monitor.send')).at(-1)).toEqual({ kind: 'text', text: 'bare' });
    });
  });

  test('every key goes out at once where that is wanted, and Tab still leaves', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await page.getByRole('combobox', { name: 'Send' }).selectOption('keys');
      const field = page.getByRole('textbox', { name: 'Every key goes to the board' });
      await field.focus();
      await page.keyboard.type('ok');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Control+c');
      const sent = (await callsOf(page, 'monitor.send')).map((call) => (call as { text: string }).text);
      expect(sent).toEqual(['o', 'k', '\r\n', '\u001b[A', '\u0003']);
      expect(await field.inputValue()).toBe('');
      await page.keyboard.press('Tab');
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(false);
    });
  });

  test('bytes are sent in hexadecimal, and what is none is said beside the field', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await page.getByRole('combobox', { name: 'Send' }).selectOption('hex');
      const field = page.getByRole('textbox', { name: 'Bytes to send' });
      await field.fill('48 6x');
      await field.press('Enter');
      await page.getByText('This is no hexadecimal.').waitFor();
      expect(await callsOf(page, 'monitor.send')).toEqual([]);
      await field.fill('48 65');
      await field.press('Enter');
      expect(await callsOf(page, 'monitor.send')).toEqual([{ kind: 'hex', text: '48 65' }]);
    });
  });

  test('search counts, marks and steps; filter and level leave out what does not fit', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await log(page).focus();
      await page.keyboard.press('Control+f');
      await page.keyboard.type('sensor');
      await page.getByText('4 lines').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('1 of 4').waitFor();
      await log(page).locator('mark').first().waitFor();
      await page.keyboard.press('Shift+Enter');
      await page.getByText('4 of 4').waitFor();
      await say(page, 'the sensor again\r\n');
      await page.getByText('4 of 5').waitFor();

      await page.getByRole('textbox', { name: 'Search' }).press('Escape');
      await page.getByRole('textbox', { name: 'Show only lines with' }).fill('signal|sensor');
      await expect.poll(() => rows(page)).toEqual([]);
      await page.getByText('No line is as the filter wants it.').waitFor();
      await button(page, 'Regular expression').click();
      await expect.poll(async () => (await rows(page)).every((row) => /signal|sensor/.test(row))).toBe(true);
      await page.getByRole('textbox', { name: 'Show only lines with' }).fill('(');
      await page.getByText('This is no regular expression.').waitFor();
      await page.getByRole('textbox', { name: 'Show only lines with' }).fill('');
      await page.getByRole('combobox', { name: 'Level' }).selectOption('error');
      await expect
        .poll(async () =>
          (await rows(page)).filter((row) => !row.startsWith('—')).every((row) => row.startsWith('E (')),
        )
        .toBe(true);
    });
  });

  test('an expression that takes for ever stops nothing: it is said, and everything is shown', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await say(page, `${'a'.repeat(60)}!\r\n`);
      await button(page, 'Regular expression').click();
      const filter = page.getByRole('textbox', { name: 'Show only lines with' });
      await filter.fill('(a+)+$');
      // A window that stands still would not answer this.
      await say(page, 'still here\r\n');
      await page.getByText('This expression takes too long. Try a simpler one.').waitFor();
      await expect.poll(() => rows(page)).toContain('still here');

      await filter.fill('^sens.r|^still');
      await expect.poll(async () => (await rows(page)).at(-1)).toBe('still here');
      await say(page, 'nothing of that\r\nstill there\r\nstill unfin');
      await expect.poll(async () => (await rows(page)).slice(-3)).toEqual(['still here', 'still there', 'still unfin']);
      expect(await page.getByRole('alert').count()).toBe(0);
    });
  });

  test('pausing keeps what comes until one goes on; clearing leaves nothing', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await button(page, 'Pause').click();
      const before = await rows(page);
      await say(page, 'while paused\r\n');
      await page.getByText('Paused. What comes is kept.').waitFor();
      expect(await rows(page)).toEqual(before);
      await button(page, 'Go on').click();
      await expect.poll(async () => (await rows(page)).at(-1)).toBe('while paused');
      await button(page, 'Clear').click();
      await expect.poll(() => rows(page)).toEqual([]);
      expect(await callsOf(page, 'monitor.clear')).toHaveLength(1);
    });
  });

  test('times stand in front of the lines where they are wanted', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await button(page, 'View and options').click();
      await page.getByRole('combobox', { name: 'Times' }).selectOption('sinceStart');
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await rows(page)).at(-1)).toMatch(/^ +\d+\.\d{3}I \(59400\)/);
    });
  });

  test('a crash is explained beside it, with the functions once the program is chosen', async () => {
    await show({ scene: 'monitorCrashed' }, async ({ page }) => {
      await page.getByRole('heading', { name: 'The app crashed' }).waitFor();
      await page.getByText('a pointer that leads nowhere (address 0x10)').waitFor();
      await page.getByText('0x400d6d42').first().waitFor();
      await page.getByRole('button', { name: 'Choose the program file' }).click();
      await page.getByText('read_sensor').waitFor();
      await page.getByText('sensor.c, line 40').waitFor();
      await say(page, 'line #\r\n', 200);
      await page.getByRole('button', { name: 'Show the line: The app crashed' }).click();
      await expect.poll(async () => (await rows(page)).join('\n')).toContain('Guru Meditation Error');
    });
  });

  test('noise is seen for what it is, and another speed is one click away', async () => {
    await show({ scene: 'monitorNoise' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Try 74,880' }).click();
      await page.getByText('Now at 74,880 baud').waitFor();
      expect(await callsOf(page, 'monitor.setRate')).toEqual([{ baudRate: 74_880 }]);
      expect(await page.getByRole('button', { name: 'Try 115,200' }).count()).toBe(0);
    });
  });

  test('numbers are drawn, and told to those who do not see the chart', async () => {
    await show({ scene: 'monitorPlot' }, async ({ page }) => {
      const chart = page.getByRole('img', { name: /temperature: now 23.49, between/ });
      await chart.waitFor();
      expect(await chart.getByRole('listitem').count()).toBe(0);
      expect(await chart.locator('path').count()).toBe(2);
    });
  });

  test('what is marked or everything is copied, also what is not in sight', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await button(page, 'Copy').click();
      const [all] = (await callsOf(page, 'app.copyText')) as { text: string }[];
      expect(all?.text.split('\n').length).toBeGreaterThan(60);
      await log(page).focus();
      await page.keyboard.press('Shift+ArrowUp');
      await page.keyboard.press('Shift+ArrowUp');
      await page.keyboard.press('Control+c');
      const marked = (await callsOf(page, 'app.copyText')).at(-1) as { text: string };
      expect(marked.text.trim().split('\n')).toHaveLength(2);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+c');
      expect((await callsOf(page, 'app.copyText')).at(-1)).toEqual(all);
    });
  });

  test('a job that takes the port, and a board that goes, are said in their place', async () => {
    await show({ scene: 'monitorYielded' }, async ({ page }) => {
      await page.getByText('A job has the port. The monitor comes back by itself.').waitFor();
      expect((await rows(page)).at(-1)).toBe('— A job has the port —');
      await page.getByRole('textbox', { name: 'Text to send' }).fill('x');
      expect(await button(page, 'Send').isDisabled()).toBe(true);
      expect(await button(page, 'Restart').first().isDisabled()).toBe(true);
    });
  });

  test('a port that cannot be opened says why, and can be tried again', async () => {
    await show({ scene: 'monitorBusy' }, async ({ page }) => {
      await page.getByRole('heading', { name: 'Another program is using /dev/ttyUSB0.' }).waitFor();
      await button(page, 'Start listening').waitFor();
    });
  });

  test('after a flash the monitor is one click away, and begins with what the board said', async () => {
    await show({ scene: 'verified' }, async ({ page }) => {
      await button(page, 'Open the monitor').click();
      await page.getByRole('log').waitFor();
      expect(await callsOf(page, 'monitor.open')).toEqual([
        { path: '/dev/ttyUSB0', baudRate: 'automatic', lines: 'automatic', reset: false, bootText: true },
      ]);
    });
  });

  test('five megabytes of noise leave a window that answers', async () => {
    await show({ scene: 'monitorTalking' }, async ({ page }) => {
      await page.evaluate(async () => {
        let state = 1;
        for (let n = 0; n < 80; n++) {
          const bytes = Uint8Array.from({ length: 65_536 }, () => {
            state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
            return state >>> 24;
          });
          window.esplanadeDev?.emit('monitor.data', {
            sequence: 5000 + n,
            atMs: Date.now(),
            bytes,
            droppedBytes: 0,
            origin: 'board',
          });
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
      });
      await say(page, '\r\nand it is over\r\n');
      await expect.poll(async () => (await rows(page)).at(-1), { timeout: 20_000 }).toBe('and it is over');
      await button(page, 'Pause').click();
      await button(page, 'Go on').waitFor();
      expect(await page.evaluate(() => document.querySelectorAll('[role=log] [data-line]').length)).toBeLessThan(100);
    });
  });
});
