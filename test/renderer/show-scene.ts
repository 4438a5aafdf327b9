import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { playScene } from './play-scene';
import { type OpenWindow, startWindowHost, type WindowHost, type WindowOptions } from './window-page';

/** Opens the window in a scene, looks at it and closes it; whatever the page complains about fails the test. */
export type ShowScene = (options: WindowOptions, check: (open: OpenWindow) => Promise<void>) => Promise<void>;

/** Hosts the window for the tests of a `describe`, which is to be skipped where there is no Chromium. */
export function hostScenes(chromiumPath: string | null): ShowScene {
  let host: WindowHost;
  beforeAll(async () => {
    if (chromiumPath !== null) host = await startWindowHost(chromiumPath);
  }, 180_000);
  afterAll(async () => {
    await host.close();
  });
  return async (options, check) => {
    const open = await host.open(options);
    try {
      await playScene(open.page, options.scene);
      await check(open);
      expect(open.complaints).toEqual([]);
    } finally {
      await open.page.close();
    }
  };
}

/** What the window has asked the main process for on that channel, in order. */
export const callsOf = (page: Page, channel: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) =>
      (window.esplanadeDev?.calls ?? []).filter((call) => call.channel === wanted).map((call) => call.payload),
    channel,
  );
