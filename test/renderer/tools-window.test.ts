import { describe, expect, test } from 'vitest';
import { callsOf, hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();
if (chromiumPath === null) console.log('skipped: the window in a browser needs a Chromium (set CHROMIUM_PATH)');

describe.skipIf(chromiumPath === null)('the Tools page', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);

  test('everything is read with one press, and copied as text', async () => {
    await show({ scene: 'boardTools' }, async ({ page }) => {
      const card = (name: string) => page.getByRole('region', { name });
      await card('Flash chip').getByText('W25Q32').waitFor();
      await card('Flash chip').getByText('0000 0010 0000 0000').waitFor();
      await card('Flash chip')
        .getByRole('row', { name: /^9 QE 1/ })
        .waitFor();
      await card('What the flash chip tells about itself').getByText('64 kB with D8h, usually 160 ms').waitFor();
      await card('Security').getByText('The chip starts any firmware.').waitFor();
      await card('MAC addresses').getByRole('button', { name: 'Copy Base MAC' }).click();
      await card('MAC addresses').getByText('Copied').waitFor({ state: 'attached' });
      await page.getByRole('main').getByRole('button', { name: 'Copy as text' }).click();
      const copied = await callsOf(page, 'app.copyText');
      expect(copied[0]).toEqual({ text: '7c:df:a1:b2:03:9c' });
      expect(JSON.stringify(copied[1])).toMatch(/EF 40 16.*Bit 9, QE.*53 46 44 50.*Secure boot: Off.*Base MAC/);
    });
  });

  test('a new status is made up bit by bit or as a number, and what cannot be is said', async () => {
    await show({ scene: 'boardToolsChange' }, async ({ page }) => {
      const status = page.getByRole('textbox', { name: 'New status' });
      const write = page.getByRole('button', { name: 'Write the status…' });
      const bit = (name: string) => page.getByRole('checkbox', { name: new RegExp(`, ${name}$`) });
      expect(await bit('BP2').isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Lift write protection' }).click();
      expect(await status.inputValue()).toBe('0x0000');
      await bit('QE').check();
      expect(await status.inputValue()).toBe('0x0200');
      // What the chip sets by itself is nothing to choose.
      expect(await bit('WEL').count()).toBe(0);
      for (const [text, said] of [
        ['0x10000', 'That is more than the 16 bits that were read.'],
        ['0x0203', 'Bits 0 and 1 belong to the chip itself'],
        ['many', 'That is no number.'],
        ['', 'That is no number.'],
      ] as const) {
        await status.fill(text);
        await page.getByText(said).waitFor();
        expect(await status.getAttribute('aria-invalid')).toBe('true');
        expect(await write.isDisabled()).toBe(true);
      }
      // Whoever works by keys stays where they were.
      await page.getByRole('button', { name: 'Leave it as it is' }).press('Enter');
      expect(await status.count()).toBe(0);
      await page.keyboard.press('Enter');
      expect(await status.evaluate((it) => it === document.activeElement)).toBe(true);
      expect(await status.inputValue()).toBe('0x0200');
    });
  });

  test('the question names what changes and what can happen; Escape writes nothing', async () => {
    await show({ scene: 'boardToolsAsked' }, async ({ page }) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByText('with some chips for good').waitFor();
      await dialog.getByText('Bit 9, QE: from 1 to 0.').waitFor();
      await dialog.getByText('Without QE a board').waitFor();
      await dialog.getByText('until these bits are 0 again').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await callsOf(page, 'tools.start')).toHaveLength(1);
    });
  });

  test('a write counts when it reads back, and a bit that stayed is named', async () => {
    await show({ scene: 'boardToolsWritten' }, async ({ page }) => {
      await page.getByRole('heading', { name: 'Written and read back' }).waitFor();
      await page.getByText('Write protection is on').waitFor();
      expect((await callsOf(page, 'tools.start')).at(-1)).toMatchObject({
        task: { kind: 'writeStatus', statusBytes: 2, value: 0x1c, was: 0x0200, nonVolatile: false },
      });
    });
    await show({ scene: 'boardToolsKept' }, async ({ page }) => {
      await page.getByRole('heading', { name: 'Not all bits were kept' }).waitFor();
      await page.getByText('Bit 11, LB: stayed 0.').waitFor();
      expect(await page.getByText('Written and read back').count()).toBe(0);
    });
  });

  test('in Secure Download Mode only the security report is offered', async () => {
    await show({ scene: 'boardToolsClosed' }, async ({ page }) => {
      await page.getByText('it tells what is locked, and nothing else').waitFor();
      await page.getByText('No debugger can be connected any more.').waitFor();
      expect(await page.getByRole('region', { name: 'Flash chip' }).count()).toBe(0);
      expect((await callsOf(page, 'tools.start'))[0]).toMatchObject({ task: { tools: ['security'] } });
    });
  });

  test('a chip without a report and a part without a table are said in a sentence', async () => {
    await show({ scene: 'boardToolsEsp32' }, async ({ page }) => {
      await page.getByText('An ESP32 has no such report.').waitFor();
      await page.getByText('This flash chip has no such table.').waitFor();
      expect(await page.getByRole('button', { name: 'Save as file' }).count()).toBe(0);
    });
  });

  test('how many registers are read is remembered', async () => {
    await show({ scene: 'boardToolsUnread' }, async ({ page }) => {
      await page.getByRole('combobox', { name: 'Registers' }).selectOption('3');
      await page.getByRole('button', { name: 'Read: Flash chip' }).click();
      await page.getByRole('row', { name: /^23 / }).waitFor();
      expect(await callsOf(page, 'settings.set')).toEqual([{ settings: { statusBytes: 3 } }]);
      await page.getByRole('combobox', { name: 'Registers' }).selectOption('1');
      await page.getByText('Read again to see that many.').waitFor();
    });
  });

  test('what failed is tried again as it was', async () => {
    await show({ scene: 'boardToolsFailed' }, async ({ page }) => {
      await page.getByRole('heading', { name: /does not answer/ }).waitFor();
      await page.getByRole('button', { name: 'Read: MAC addresses' }).click();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect.poll(async () => (await callsOf(page, 'tools.start')).length).toBe(3);
      expect(await callsOf(page, 'tools.start')).toMatchObject([
        { task: { tools: ['flash', 'sfdp', 'security', 'mac'] } },
        { task: { tools: ['mac'] } },
        { task: { tools: ['mac'] } },
      ]);
    });
  });
});
