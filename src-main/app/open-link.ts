import { shell } from 'electron';
import { adviceTexts } from '../../src-shared/errors/advice';
import { AppError } from '../../src-shared/errors/app-error';

const links: ReadonlyMap<string, string | null> = new Map(
  Object.entries(adviceTexts).map(([code, advice]) => [code, advice.link]),
);

/** Opens the page that belongs to an error code: the advice table's links and no others ever reach the browser. */
export async function openAdviceLink(code: string): Promise<void> {
  const link = links.get(code);
  if (!link?.startsWith('https://')) {
    throw new AppError('ipc.badRequest', { channel: 'app.openLink', reason: 'there is no page for this code' });
  }
  await shell.openExternal(link);
}
