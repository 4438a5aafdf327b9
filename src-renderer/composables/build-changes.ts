import type { BuildChange, FileState } from '../../src-shared/ipc/contract';

const isSame = (before: FileState | null, after: FileState | null): boolean =>
  before?.fingerprint === after?.fingerprint && before?.offset === after?.offset;

/** Two builds in a row are one change from before the first to after the second; what went back is none. */
export function mergeChanges(earlier: readonly BuildChange[], later: readonly BuildChange[]): readonly BuildChange[] {
  const byName = new Map(earlier.map((change) => [change.name, change]));
  for (const change of later) {
    const first = byName.get(change.name);
    const merged = first === undefined ? change : { ...change, before: first.before };
    if (isSame(merged.before, merged.after)) byName.delete(change.name);
    else byName.set(change.name, merged);
  }
  return [...byName.values()];
}
