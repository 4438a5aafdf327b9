import type { OtaData, OtaEntry } from './ota-data';
import { isAppPartition, type Partition } from './partition-table';

/**
 * Why an app partition is the one that starts: `sequence`: the entry of OTA data with the higher number of two good
 * ones; `onlyEntry`: the only good entry; `factory` and `firstSlot`: OTA data selects nothing; `noOtaData`: there is
 * none to ask; `fallback`: what was selected holds no application, so the bootloader looks on.
 */
export type BootReason = 'sequence' | 'onlyEntry' | 'factory' | 'firstSlot' | 'noOtaData' | 'fallback';

/** One partition that the bootloader turns to. */
export interface BootChoice {
  readonly partition: Partition;
  readonly reason: BootReason;
}

const factorySubtype = 0x00;
const firstOtaSubtype = 0x10;
const lastOtaSubtype = 0x1f;

/** The OTA slots of a table, by their number. */
export function otaSlots(partitions: readonly Partition[]): readonly Partition[] {
  return partitions
    .filter(isAppPartition)
    .filter(({ subtype }) => subtype >= firstOtaSubtype && subtype <= lastOtaSubtype)
    .sort((a, b) => a.subtype - b.subtype);
}

/** The slot that a sequence number stands for: counted from 1, round and round; null where there are no slots. */
export function slotOfSequence(sequence: number, partitions: readonly Partition[]): Partition | null {
  const slots = otaSlots(partitions);
  if (slots.length === 0) return null;
  return slots[((sequence - 1) >>> 0) % slots.length] ?? null;
}

/**
 * The app partitions in the order in which ESP-IDF's bootloader turns to them (its "Bootloader" and "OTA" documents):
 * the one that OTA data selects, else `factory`, else the first slot; then downward from there to `factory`, then
 * upward. `otaData` null = the table has none. Empty where nothing can start.
 */
export function bootOrder(partitions: readonly Partition[], otaData: OtaData | null): readonly BootChoice[] {
  const slots = otaSlots(partitions);
  const factory = partitions.find((partition) => isAppPartition(partition) && partition.subtype === factorySubtype);
  const { partition: first, reason } = selected(partitions, factory ?? slots[0] ?? null, otaData);
  if (first === null) return [];
  const from = slots.indexOf(first);
  const downward = slots.slice(0, Math.max(from, 0)).reverse();
  const rest = [...downward, ...(factory === undefined ? [] : [factory]), ...slots.slice(from + 1)];
  return [
    { partition: first, reason },
    ...rest.filter((each) => each !== first).map((partition) => ({ partition, reason: 'fallback' as const })),
  ];
}

function selected(
  partitions: readonly Partition[],
  usual: Partition | null,
  otaData: OtaData | null,
): { readonly partition: Partition | null; readonly reason: BootReason } {
  if (otaData === null) return { partition: usual, reason: 'noOtaData' };
  const good = otaData.entries.filter(selects).sort((a, b) => b.sequence - a.sequence);
  const slot = good[0] === undefined ? null : slotOfSequence(good[0].sequence, partitions);
  if (slot !== null) return { partition: slot, reason: good.length > 1 ? 'sequence' : 'onlyEntry' };
  return { partition: usual, reason: usual?.subtype === factorySubtype ? 'factory' : 'firstSlot' };
}

/** Whether the bootloader takes the entry's word. */
export function selects(entry: OtaEntry | null): entry is OtaEntry {
  return (
    entry !== null &&
    entry.isCrcValid &&
    entry.sequence !== 0xffff_ffff &&
    entry.state !== 'invalid' &&
    entry.state !== 'aborted'
  );
}
