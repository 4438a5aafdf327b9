import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximized: z.boolean(),
});
type StoredBounds = z.infer<typeof boundsSchema>;

const fileIn = (folder: string): string => join(folder, 'window.json');

/** True where enough of the window would lie on a screen to grab it: screens come and go. */
function isReachable(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const isTitleVisible = bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height - 40;
  return overlapX >= 100 && isTitleVisible;
}

/** Where the window was last time; null for a first start, a broken file or a screen that is gone. */
export function readWindowBounds(folder: string): StoredBounds | null {
  try {
    const bounds = boundsSchema.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    return isReachable(bounds) ? bounds : null;
  } catch {
    return null;
  }
}

/** Remembers where the window is when it closes. Losing this is no loss worth a message. */
export function rememberWindowBounds(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const stored: StoredBounds = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      writeFileSync(fileIn(folder), JSON.stringify(stored));
    } catch {
      // The next start opens in the middle of the screen.
    }
  });
}
