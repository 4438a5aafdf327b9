import type { SplitField } from '../../../src-shared/chips/chip-descriptor';
import type { Abortable, Loader } from './loader';

/**
 * The chip's revision as 100 × major + minor, the form in which descriptors give thresholds; 0 where the
 * descriptor has no plain fields for it (ESP8266, ESP32), whose loaders do not depend on it.
 */
export async function readChipRevision(loader: Loader, options: Abortable = {}): Promise<number> {
  const { majorRevision, minorRevision } = loader.chip.identity;
  if (majorRevision === null || minorRevision === null) return 0;
  const major = await readField(loader, majorRevision, options);
  const minor = await readField(loader, minorRevision, options);
  return major * 100 + minor;
}

/** The entry with the highest threshold that the revision reaches. */
export function forRevision<T extends { readonly fromRevision: number }>(
  entries: readonly T[],
  revision: number,
): T | null {
  let best: T | null = null;
  for (const entry of entries) {
    if (entry.fromRevision <= revision && (best === null || entry.fromRevision > best.fromRevision)) best = entry;
  }
  return best;
}

async function readField(loader: Loader, field: SplitField, options: Abortable): Promise<number> {
  let value = 0;
  let weight = 1;
  for (const { address, shift, bits } of field) {
    const word = await loader.readRegister(address, options);
    value += ((word >>> shift) & (2 ** bits - 1)) * weight;
    weight *= 2 ** bits;
  }
  return value;
}
