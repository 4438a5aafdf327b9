import type { FilesRefreshed } from '../../../src-shared/ipc/contract';
import type { FirmwareFiles, RefreshedFiles } from '../firmware-store';

/** What came of reading files anew. */
export interface Refresh {
  /** Null where everything is as it was. */
  readonly refreshed: Omit<FilesRefreshed, 'revision'> | null;
  readonly gone: RefreshedFiles['gone'];
}

/** Reads the files of the table anew. `chip`: whose addresses are suggested; null: the files' own. */
export async function refreshFiles(
  firmware: FirmwareFiles,
  tokens: readonly string[],
  chip: string | null,
): Promise<Refresh> {
  const { replaced, added, gone } = await firmware.refresh(tokens);
  if (replaced.length + added.length === 0) return { refreshed: null, gone };
  const moved = new Map(replaced.map(({ token, newToken }) => [token, newToken]));
  // Files tell about each other, so that all of the table are asked, the new ones in place of the old.
  const all = [...tokens.map((token) => moved.get(token) ?? token), ...added];
  const described = new Map(firmware.describe(all, chip).map((file) => [file.token, file]));
  return {
    refreshed: {
      replaced: replaced.flatMap(({ token, newToken }) => {
        const file = described.get(newToken);
        return file === undefined ? [] : [{ token, file }];
      }),
      added: added.flatMap((token) => described.get(token) ?? []),
      changed: replaced
        .filter(({ isChanged }) => isChanged)
        .flatMap(({ newToken }) => described.get(newToken)?.name ?? []),
    },
    gone,
  };
}
