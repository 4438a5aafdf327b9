import { findChip } from '../../../src-shared/chips';
import { isAppError } from '../../../src-shared/errors/app-error';
import type { HistoryFileState } from '../../../src-shared/ipc/contract';
import { matchFiles } from '../../firmware/match-files';
import type { FirmwareInput } from '../../firmware/read-input';
import type { SetupSource } from '../../firmware/setups/setup-file';
import { readSource } from '../setups/setup-table';
import { md5Of, type HistoryRecord } from './history-record';

type RecordedFile = HistoryRecord['files'][number];

/** What was flashed as rows of a setup. The addresses are those of then, whatever a new build suggests. */
export function sourcesOf({ files }: HistoryRecord): readonly SetupSource[] {
  return [...byPath(files)].map(([path, own]) => ({
    path,
    rows: own.map(({ name, chip, offsetText, encrypt }) => ({
      name,
      chip: chip === null ? null : (findChip(chip)?.id ?? null),
      offsetText,
      offsetIsTyped: true,
      enabled: true,
      encrypt,
    })),
  }));
}

/** Reads what was flashed then as it is now, and compares. */
export async function checkFlashedFiles({ files }: HistoryRecord): Promise<readonly HistoryFileState[]> {
  const states = new Map<RecordedFile, HistoryFileState['state']>();
  for (const [path, own] of byPath(files)) {
    const found = await filesAt(path);
    const keys = own.map(({ name, chip }) => ({ name, chip: chip === null ? null : (findChip(chip)?.id ?? null) }));
    const matches = matchFiles(keys, found);
    own.forEach((file, index) => {
      const now = found[matches[index] ?? -1];
      states.set(file, now === undefined ? 'gone' : md5Of(now.bytes) === file.md5 ? 'same' : 'changed');
    });
  }
  return files.map((file) => ({ name: file.name, state: states.get(file) ?? 'gone' }));
}

async function filesAt(path: string) {
  let input: FirmwareInput;
  try {
    input = await readSource(path);
  } catch (error) {
    // Whatever is there is not what was flashed.
    if (isAppError(error)) return [];
    throw error;
  }
  return input.builds.flatMap(({ chip, files }) =>
    files.map(({ name, bytes }) => ({ name, bytes, chip: chip?.id ?? null })),
  );
}

function byPath(files: readonly RecordedFile[]): ReadonlyMap<string, readonly RecordedFile[]> {
  const sources = new Map<string, RecordedFile[]>();
  for (const file of files) sources.set(file.path, [...(sources.get(file.path) ?? []), file]);
  return sources;
}
