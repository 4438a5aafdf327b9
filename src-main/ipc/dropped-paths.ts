import { z } from 'zod';
import { AppError } from '../../src-shared/errors/app-error';

const droppedPathsSchema = z.array(z.string().min(1).max(4096)).max(1000);

/** Checks the preload script's message about dropped files; `ipc.badRequest` for anything but paths. */
export function parseDroppedPaths(message: unknown): readonly string[] {
  const parsed = droppedPathsSchema.safeParse(message);
  if (!parsed.success) throw new AppError('ipc.badRequest', { channel: 'drop', reason: 'not a list of paths' });
  return parsed.data;
}
