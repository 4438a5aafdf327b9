import fc from 'fast-check';
import type { Partition } from '../../../src-shared/formats/partition-table';
import type { TablePlace } from '../../../src-shared/formats/partitions/partition-rows';

/** Where an ESP32's table lies. */
export const place: TablePlace = { tableOffset: 0x8000, bootloaderOffset: 0x1000 };

/** Tables with which nothing is wrong, one partition behind the other. */
export function partitionTables(): fc.Arbitrary<readonly Partition[]> {
  const row = fc.record({
    label: fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,15}$/),
    isApp: fc.boolean(),
    subtype: fc.integer({ min: 1, max: 0xfe }),
    gap: fc.integer({ min: 0, max: 3 }),
    pages: fc.integer({ min: 3, max: 400 }),
    isEncrypted: fc.boolean(),
    isReadOnly: fc.boolean(),
  });
  const rows = fc.uniqueArray(row, {
    minLength: 1,
    maxLength: 30,
    selector: ({ label, isApp, subtype }) => (isApp ? `${subtype}` : label),
  });
  return rows.map((drawn) => {
    const labels = new Set<string>();
    let end = 0x9000;
    return drawn.flatMap(({ label, isApp, subtype, gap, pages, isEncrypted, isReadOnly }): Partition[] => {
      if (labels.has(label)) return [];
      labels.add(label);
      const align = isApp ? 0x1_0000 : 0x1000;
      const offset = Math.ceil(end / align) * align + gap * align;
      end = offset + pages * 0x1000;
      const readOnly = isReadOnly && (isApp || subtype !== 3);
      const flags = (isEncrypted ? 1 : 0) | (readOnly ? 2 : 0);
      const type = isApp ? 0 : 1;
      return [{ label, type, subtype, offset, sizeBytes: pages * 0x1000, isEncrypted, isReadOnly: readOnly, flags }];
    });
  });
}
