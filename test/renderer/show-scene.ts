import { expect } from 'vitest';
import { playScene } from './play-scene';
import type { OpenWindow, WindowHost, WindowOptions } from './window-page';

/** Opens the window in a scene, looks at it and closes it; whatever the page complains about fails the test. */
export async function showScene(
  host: WindowHost,
  options: WindowOptions,
  check: (open: OpenWindow) => Promise<void>,
): Promise<void> {
  const open = await host.open(options);
  try {
    await playScene(open.page, options.scene);
    await check(open);
    expect(open.complaints).toEqual([]);
  } finally {
    await open.page.close();
  }
}
