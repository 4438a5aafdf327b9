import { shell } from 'electron';
import { adviceTexts } from '../../src-shared/errors/advice';
import { AppError } from '../../src-shared/errors/app-error';
import { guideLinkCode, guideLinks, type GuideLink } from '../../src-shared/guides/guides';

const links: ReadonlyMap<string, string | null> = new Map([
  ...Object.entries(adviceTexts).map(([code, advice]): [string, string | null] => [code, advice.link]),
  ...Object.entries(guideLinks).map(([name, link]): [string, string] => [guideLinkCode(name as GuideLink), link]),
]);

/** Opens the page of an error code or a guide: these links and no others ever reach the browser. */
export async function openAdviceLink(code: string): Promise<void> {
  const link = links.get(code);
  if (!link?.startsWith('https://')) {
    throw new AppError('ipc.badRequest', { channel: 'app.openLink', reason: 'there is no page for this code' });
  }
  await shell.openExternal(link);
}
