import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootOrder } from '../../src-shared/formats/boot-choice';
import { parseOtaData, serializeOtaData, type OtaEntry } from '../../src-shared/formats/ota-data';
import type { Partition } from '../../src-shared/formats/partition-table';

const app = (label: string, subtype: number): Partition => ({
  label,
  type: 0,
  subtype,
  offset: 0x1_0000 * (subtype + 1),
  sizeBytes: 0x1_0000,
  isEncrypted: false,
  isReadOnly: false,
  flags: 0,
});
const factory = app('factory', 0);
const slots = [app('a', 0x10), app('b', 0x11), app('c', 0x12)];
const table = [factory, ...slots, app('test', 0x20)];

const entry = (sequence: number, more: Partial<OtaEntry> = {}): OtaEntry => ({
  sequence,
  state: 'valid',
  isCrcValid: true,
  ...more,
});
const order = (partitions: readonly Partition[], ...entries: [OtaEntry | null, OtaEntry | null]): string[] =>
  bootOrder(partitions, { entries }).map(({ partition, reason }) => `${partition.label} ${reason}`);

test('of two good entries the higher number counts, wherever it lies', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 0xffff_fffe }), fc.integer({ min: 1, max: 0xffff_fffe }), (a, b) => {
      const bytes = serializeOtaData(a);
      bytes.set(serializeOtaData(b).subarray(0, 32), 4096);
      const [first] = bootOrder(table, parseOtaData(bytes));
      expect(first?.reason).toBe('sequence');
      expect(first?.partition.label).toBe(slots[(Math.max(a, b) - 1) % 3]?.label);
    }),
  );
});

test('an entry with a wrong checksum, or of an app that was given up, does not count', () => {
  for (const bad of [{ isCrcValid: false }, { state: 'invalid' }, { state: 'aborted' }] as const) {
    expect(order(table, entry(1), entry(3, bad))[0]).toBe('a onlyEntry');
    expect(order(table, entry(1, bad), null)[0]).toBe('factory factory');
    expect(order(slots, entry(1, bad), null)[0]).toBe('a firstSlot');
  }
  expect(order(table, entry(2, { state: 'pendingVerify' }), null)[0]).toBe('b onlyEntry');
});

test('from the selected slot the bootloader goes down to factory, then up', () => {
  expect(order(table, entry(2), null)).toEqual(['b onlyEntry', 'a fallback', 'factory fallback', 'c fallback']);
  expect(order(slots, null, null)).toEqual(['a firstSlot', 'b fallback', 'c fallback']);
  expect(bootOrder([factory], null).map(({ reason }) => reason)).toEqual(['noOtaData']);
  expect(bootOrder([app('test', 0x20)], null)).toEqual([]);
});
