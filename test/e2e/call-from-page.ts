import type { Page } from 'playwright-core';

/** Calls the main process as the window does, past the window's own state: what is shown knows nothing of it. */
export const callFromPage = (page: Page, channel: string, payload?: unknown): Promise<unknown> =>
  page.evaluate(
    (call) => {
      const { esplanade } = window as unknown as { esplanade: { call(channel: string, payload: unknown): unknown } };
      return esplanade.call(call.channel, call.payload);
    },
    { channel, payload },
  );
