import type { ChipId } from '../../src-shared/chips/chip-descriptor';

/** What a file is known by among those that came out of one source. */
export interface FileKey {
  readonly name: string;
  /** Of the build that it belongs to; null where nothing tells. */
  readonly chip: ChipId | null;
}

/**
 * For each wanted file its number among the found ones, or null: the same source was read at another time, or lies
 * at another place. Of several with one name each is taken once, in their order.
 */
export function matchFiles(wanted: readonly FileKey[], found: readonly FileKey[]): readonly (number | null)[] {
  const taken = new Set<number>();
  const take = (fits: (candidate: FileKey) => boolean): number | null => {
    const index = found.findIndex((candidate, at) => !taken.has(at) && fits(candidate));
    if (index < 0) return null;
    taken.add(index);
    return index;
  };
  const exact = wanted.map(({ name, chip }) => take((file) => file.name === name && file.chip === chip));
  // A build that did not say what it is for may say so now.
  const matches = exact.map((match, index) => match ?? take((file) => file.name === wanted[index]?.name));
  // A single file is what it is, under whatever name.
  return wanted.length === 1 && found.length === 1 ? [0] : matches;
}
