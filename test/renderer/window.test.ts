import { describe, expect, test } from 'vitest';
import { byteAt } from './board-scenes';
import { files } from './scenes';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();

describe.skipIf(chromiumPath === null)('the window in a browser', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);

  test('everything that a flash needs has its name', async () => {
    await show({ scene: 'ready' }, async ({ page }) => {
      await page.getByRole('button', { name: /^Board/ }).waitFor();
      await page.getByRole('table', { name: 'What will be written' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Address of bootloader.bin' }).inputValue()).toBe('0x0');
      await page.getByRole('checkbox', { name: 'Write bootloader.bin' }).uncheck();
      await page.getByRole('button', { name: 'Flash ESP32-C3' }).click();
      const heading = page.getByRole('heading', { name: 'Verified' });
      await heading.waitFor();
      expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  test('the button says why it cannot be pressed', async () => {
    await show({ scene: 'problems' }, async ({ page }) => {
      const button = page.getByRole('button', { name: /^Flash/ });
      expect(await button.isDisabled()).toBe(true);
      await page.getByText('3 things must be mended first.').waitFor();
    });
  });

  test('nonsense typed as an address is said in its row, and Escape takes it back', async () => {
    await show({ scene: 'ready' }, async ({ page }) => {
      const address = page.getByRole('textbox', { name: 'Address of weather-station.bin' });
      await address.fill('zebra');
      await page.getByRole('table').getByText(/zebra/).first().waitFor();
      expect(await address.getAttribute('aria-invalid')).toBe('true');
      await address.press('Escape');
      expect(await address.inputValue()).toBe('0x10000');
      await page.getByText('Ready: 1.21 MB to write').waitFor();
    });
  });

  test('a whole flash by keyboard alone', async () => {
    await show({ scene: 'onVirtual' }, async ({ page }) => {
      await page.getByRole('button', { name: /^Board/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /^Board.*QFN32/ }).waitFor();
    });
    await show({ scene: 'running' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Cancel' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
    });
  });

  test('in a narrow window a job that has begun is seen with all its steps', async () => {
    await show({ scene: 'running', width: 640, height: 800 }, async ({ page }) => {
      const steps = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Write and verify' });
      await steps.waitFor();
      const foot = await page.locator('main footer').boundingBox();
      const last = await page.locator('section[aria-labelledby="progress-title"]').boundingBox();
      expect(last!.y + last!.height).toBeLessThanOrEqual(foot!.y);
      expect(last!.y).toBeGreaterThan(0);
    });
  });

  test('a drag over the window says that it may be dropped', async () => {
    await show({ scene: 'empty' }, async ({ page }) => {
      const drag = async (type: string): Promise<void> => {
        const dataTransfer = await page.evaluateHandle(() => {
          const transfer = new DataTransfer();
          transfer.items.add(new File(['x'], 'x.bin'));
          return transfer;
        });
        await page.dispatchEvent('main', type, { dataTransfer });
      };
      await drag('dragenter');
      await page.getByText('Drop to add').waitFor();
      await drag('dragleave');
      await page.getByText('Drop to add').waitFor({ state: 'detached' });
    });
  });

  test('what is read is shown by its bytes, anywhere in the file', async () => {
    await show({ scene: 'backupDone' }, async ({ page }) => {
      const bytes = page.getByRole('region', { name: 'Bytes' });
      const first = bytes.locator('[data-at]').first();
      const rowOf = (offset: number): string =>
        Array.from({ length: 16 }, (_, index) =>
          byteAt(offset + index)
            .toString(16)
            .padStart(2, '0'),
        ).join(' ');
      await bytes.getByText(rowOf(0x30)).first().waitFor();
      await page.getByRole('textbox', { name: 'Go to address' }).fill('0x3f0123');
      await page.keyboard.press('Enter');
      await bytes.getByText(rowOf(0x3f0120)).first().waitFor();
      expect(await first.getAttribute('data-at')).toBe(String(0x3f0120));
      await bytes.focus();
      await page.keyboard.press('End');
      await bytes.getByText('003ffff0').waitFor();
      await page.keyboard.press('Home');
      await bytes.getByText('00000000').waitFor();
      await bytes.hover();
      await page.mouse.wheel(0, 60);
      await page.waitForFunction(
        () => document.querySelector('[role=region] [data-at]')?.getAttribute('data-at') === '48',
      );
      // However long the file, only what is seen is in the page.
      expect(await bytes.locator('[data-at]').count()).toBeLessThan(60);
    });
  });

  test('an address outside the file is said, not shown', async () => {
    await show({ scene: 'backupDone' }, async ({ page }) => {
      await page.getByRole('textbox', { name: 'Go to address' }).fill('0x400000');
      await page.getByRole('button', { name: 'Go' }).click();
      await page.getByText('There is no such address in this file.').waitFor();
    });
  });

  test('a region that is not whole sectors is explained and mended with one press', async () => {
    await show({ scene: 'eraseRegion' }, async ({ page }) => {
      const button = page.getByRole('button', { name: 'Erase', exact: true });
      expect(await button.isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Use 0x9000 – 0xefff' }).click();
      expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('0x9000');
      expect(await page.getByRole('textbox', { name: 'Size' }).inputValue()).toBe('0x6000');
      expect(await button.isEnabled()).toBe(true);
    });
  });

  test('everything is erased only where somebody typed that it shall be', async () => {
    await show({ scene: 'erase' }, async ({ page }) => {
      const button = page.getByRole('button', { name: 'Erase everything' });
      expect(await button.isDisabled()).toBe(true);
      await page.getByLabel('Type ERASE to confirm').fill('yes');
      expect(await button.isDisabled()).toBe(true);
      await page.getByLabel('Type ERASE to confirm').fill('erase');
      expect(await button.isEnabled()).toBe(true);
    });
  });

  test('a board that starts only signed firmware is not erased by accident', async () => {
    await show({ scene: 'eraseLocked' }, async ({ page }) => {
      await page.getByLabel('Type ERASE to confirm').fill('ERASE');
      const button = page.getByRole('button', { name: 'Erase everything' });
      expect(await button.isDisabled()).toBe(true);
      await page.getByRole('switch', { name: 'Erase it all the same' }).click();
      expect(await button.isEnabled()).toBe(true);
    });
  });

  test('a board in Secure Download Mode is offered only what works there', async () => {
    await show({ scene: 'closed' }, async ({ page }) => {
      await page.getByRole('heading', { name: 'Secure Download Mode' }).waitFor();
      expect(await page.getByRole('button', { name: 'Compare with the board' }).count()).toBe(0);
      await page.getByRole('region', { name: 'Secure Download Mode' }).getByLabel('Flash size').selectOption('4MB');
      await page.getByRole('switch', { name: 'Write without proof' }).click();
      await page.waitForFunction(() => {
        const calls = window.esplanadeDev?.calls.filter((call) => call.channel === 'plan.check') ?? [];
        const { settings } = calls.at(-1)?.payload as {
          settings: { statedSize?: string; acceptUnproven?: boolean };
        };
        return settings.statedSize === '4MB' && settings.acceptUnproven === true;
      });
      await page.getByRole('navigation').getByRole('link', { name: 'Backup' }).click();
      await page.getByText('nothing can be read').waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
      await page.getByText('its partition table cannot be read').waitFor();
    });
  });

  test('what a board that encrypts must have encrypted is, with one press', async () => {
    await show({ scene: 'encrypting' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Let the chip encrypt it' }).click();
      const app = page.getByRole('checkbox', { name: 'Let the chip encrypt weather-station.bin while it is written' });
      expect(await app.isChecked()).toBe(true);
      await page.getByRole('checkbox', { name: 'Let the chip encrypt bootloader.bin while it is written' }).uncheck();
      await page.waitForFunction(() => {
        const calls = window.esplanadeDev?.calls.filter((call) => call.channel === 'plan.check') ?? [];
        const { rows } = calls.at(-1)?.payload as { rows: { encrypt?: boolean }[] };
        return rows.map(({ encrypt }) => encrypt === true).join() === 'false,true,true,true';
      });
    });
  });

  test('how a board is reached: what means nothing is said where it was typed, and not taken', async () => {
    await show({ scene: 'advanced' }, async ({ page }) => {
      const sequence = page.getByRole('textbox', { name: 'Reset sequence' });
      await sequence.fill('D0|X1');
      await sequence.press('Enter');
      await page.getByText(/D0\|X1/).waitFor();
      expect(await sequence.getAttribute('aria-invalid')).toBe('true');
      await sequence.fill('D0|R1|W0.1|D1|R0');
      await sequence.blur();
      await page.waitForFunction(() => document.querySelector('[aria-invalid=true]') === null);
      await page.getByLabel('Flash at', { exact: true }).selectOption('Other pins');
      await page.getByRole('textbox', { name: 'Pins of the flash' }).fill('6,17,8,11,16');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => {
        const calls = window.esplanadeDev?.calls.filter((call) => call.channel === 'connection.set') ?? [];
        const { settings } = calls.at(-1)?.payload as { settings: { spiConnection: string; resetSequence: string } };
        return settings.spiConnection === '6,17,8,11,16' && settings.resetSequence === 'D0|R1|W0.1|D1|R0';
      });
    });
  });

  test('while it connects it says which attempt it is, in words', async () => {
    await show({ scene: 'connecting', language: 'de' }, async ({ page }) => {
      await page.getByText('Versuch 2 von 7', { exact: true }).waitFor();
    });
  });

  test('sizes in advice are those of the language', async () => {
    await show({ scene: 'warning', language: 'fr' }, async ({ page }) => {
      await page
        .getByText(/bootloader\.bin .*2\sMo.*4\sMo/)
        .first()
        .waitFor();
    });
  });

  test('what was written without proof is not called verified', async () => {
    await show({ scene: 'closedDone' }, async ({ page }) => {
      await page.getByRole('heading', { name: 'Written, not verified' }).waitFor();
      expect(await page.getByText(/^Verified$/).count()).toBe(0);
    });
  });

  test('an erase of everything asks for the size that the board does not tell', async () => {
    await show({ scene: 'eraseClosed' }, async ({ page }) => {
      await page.getByRole('switch', { name: 'Erase it all the same' }).click();
      await page.getByLabel('Type ERASE to confirm').fill('ERASE');
      await page.getByText('Choose how large its flash is first.').waitFor();
      await page.getByRole('region', { name: 'Secure Download Mode' }).getByLabel('Flash size').selectOption('8MB');
      await page.getByRole('button', { name: 'Erase everything' }).click();
      const asked = await page.evaluate(
        () => window.esplanadeDev?.calls.find((call) => call.channel === 'erase.start')?.payload,
      );
      expect(asked).toMatchObject({ span: 'all', force: true, flashSizeBytes: 8 * 1024 * 1024 });
    });
  });

  test('a job that runs is seen from every page and leads back to its own', async () => {
    await show({ scene: 'jobElsewhere' }, async ({ page }) => {
      for (const name of ['Flash', 'Board', 'Erase', 'Settings']) {
        await page.getByRole('navigation').getByRole('link', { name }).click();
        await page
          .getByRole('banner')
          .getByRole('link', { name: /Reading ESP32-C3/ })
          .waitFor();
      }
      await page
        .getByRole('banner')
        .getByRole('link', { name: /Reading ESP32-C3/ })
        .click();
      await page.getByRole('heading', { name: 'Reading ESP32-C3' }).waitFor();
      await page.getByRole('button', { name: 'Cancel' }).waitFor();
    });
  });

  test('a board is put on the clipboard in words', async () => {
    await show({ scene: 'boardLayout' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Copy as text' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const text = await page.evaluate(
        () =>
          (
            window.esplanadeDev?.calls.find((call) => call.channel === 'app.copyText')?.payload as
              { text: string } | undefined
          )?.text,
      );
      for (const fact of ['7c:df:a1:b2:03:9c', 'Winbond', 'Secure boot: Off', 'weather-station', 'app1, app/ota_1']) {
        expect(text).toContain(fact);
      }
    });
  });

  test('what is dropped while the Images page is open goes there, and nowhere else', async () => {
    await show({ scene: 'images' }, async ({ page }) => {
      const received = () =>
        page.evaluate(() =>
          window.esplanadeDev?.calls
            .filter((call) => call.channel === 'images.receive')
            .map((call) => (call.payload as { receiving: boolean }).receiving),
        );
      expect(await received()).toEqual([false, true]);
      await page.getByRole('navigation').getByRole('link', { name: 'Flash' }).click();
      await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
      expect(await received()).toEqual([false, true, false]);
    });
  });

  test('what is dropped on any other page comes up on the Flash page', async () => {
    await show({ scene: 'backup' }, async ({ page }) => {
      await page.evaluate((dropped) => {
        window.esplanadeDev?.emit('files.added', { files: dropped, rejected: [] });
      }, files);
      await page.getByRole('textbox', { name: 'Address of weather-station.bin' }).waitFor();
    });
  });

  test('a damaged image says so, and the others beside it are still told', async () => {
    await show({ scene: 'imagesMerged' }, async ({ page }) => {
      await page.getByRole('heading', { name: 'bootloader at 0x0' }).waitFor();
      expect(await page.getByText('Wrong: the file is damaged').count()).toBe(2);
      await page.getByRole('heading', { name: 'Partition table at 0x8000' }).waitFor();
      await page.getByRole('heading', { name: 'app0 at 0x10000' }).waitFor();
    });
  });

  test('settings on the board are kept unless somebody says otherwise', async () => {
    await show({ scene: 'merged' }, async ({ page }) => {
      const keep = page.getByRole('switch', { name: 'Keep my settings' });
      expect(await keep.isChecked()).toBe(true);
      await page
        .getByRole('group', { name: 'Will be written' })
        .getByRole('button', { name: /^nvs.*Stays as it is on the board/ })
        .waitFor();
      await page.getByText('weather-station-2.4.1.zip · zip file · 1 file').waitFor();
      await keep.click();
      const asked = await page.evaluate(() => {
        const calls = window.esplanadeDev?.calls.filter((call) => call.channel === 'settings.set') ?? [];
        return (calls.at(-1)?.payload as { settings: { flash: { keepSettings: boolean } } }).settings.flash
          .keepSettings;
      });
      expect(asked).toBe(false);
    });
  });

  test('files can be handed in without a pointer', async () => {
    await show({ scene: 'empty' }, async ({ page }) => {
      expect(await page.getByLabel('Firmware files').getAttribute('type')).toBe('file');
    });
  });
});
