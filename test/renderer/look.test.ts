/** Takes pictures of every state to be looked at: `ESPLANADE_LOOK=dir npx vitest run test/renderer/look.test.ts`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import type { LanguageTag } from '../../src-shared/locales/languages';
import { playScene } from './play-scene';
import { scenes, type SceneName } from './scenes';
import { speakLanguage } from './speak-language';
import { findChromium, startWindowHost } from './window-page';

const directory = process.env['ESPLANADE_LOOK'];
const chromiumPath = findChromium();
const language = (process.env['ESPLANADE_LOOK_LANGUAGE'] ?? 'en') as LanguageTag;
const wanted = process.env['ESPLANADE_LOOK_AT']?.split(',') ?? [];
const allSizes = [
  [1240, 820],
  [900, 600],
  [640, 800],
  [2560, 1300],
] as const;
/** `ESPLANADE_LOOK_SIZES=1240,2560`: only these widths. */
const wantedSizes = process.env['ESPLANADE_LOOK_SIZES']?.split(',').map(Number) ?? [1240, 900, 640];
const sizes = allSizes.filter(([width]) => wantedSizes.includes(width));

test.skipIf(directory === undefined || chromiumPath === null)(
  'pictures of every state',
  { timeout: 600_000 },
  async () => {
    if (directory === undefined || chromiumPath === null) return;
    mkdirSync(directory, { recursive: true });
    const host = await startWindowHost(chromiumPath);
    try {
      for (const scene of Object.keys(scenes) as SceneName[]) {
        if (wanted.length > 0 && !wanted.includes(scene)) continue;
        for (const [width, height] of sizes) {
          for (const theme of ['light', 'dark'] as const) {
            const { page } = await host.open({
              scene,
              theme,
              width,
              height,
              language,
            });
            await speakLanguage(page, language);
            await playScene(page, scene);
            await page.screenshot({ path: join(directory, `${scene}-${width}-${theme}.png`) });
            await page.close();
          }
        }
      }
    } finally {
      await host.close();
    }
  },
);
