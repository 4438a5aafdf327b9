/** Lines of the pre-flight sheet, for the scenes. */
import type { PlanView } from '../../src-shared/ipc/contract';

const mib = 1024 * 1024;

export const ok = (id: string, facts: Record<string, string | number | boolean> = {}): PlanView['checks'][number] => ({
  id,
  state: 'ok',
  error: null,
  facts,
  rows: [],
  repair: null,
});

export const goodChecks = [
  ok('chip', { chip: 'esp32c3' }),
  ok('fits', { usedBytes: 1_270_480, flashSizeBytes: 4 * mib }),
  ok('overlap'),
  ok('bootloaderOffset'),
  ok('image'),
  ok('partitionTable', { partitions: 6, endOffset: 4 * mib }),
  ok('app'),
  ok('headerSize', { flashSize: '4MB' }),
];

export const headerSize: PlanView['checks'][number] = {
  id: 'headerSize',
  state: 'warning',
  error: {
    code: 'plan.headerSizeMismatch',
    facts: { name: 'bootloader.bin', headerSizeBytes: 2 * mib, flashSizeBytes: 4 * mib },
  },
  facts: {},
  rows: [0],
  repair: { kind: 'setFlashSize', flashSize: 'detect' },
};

export const encryptionCheck: PlanView['checks'][number] = {
  ...ok('encryption'),
  state: 'problem',
  error: { code: 'flash.encrypted', facts: { chip: 'ESP32-C3' } },
  rows: [0, 1, 2, 3],
  repair: { kind: 'encryptRows', rows: [0, 1, 2, 3] },
};

export const closedCheck: PlanView['checks'][number] = {
  ...ok('flashSize'),
  state: 'problem',
  error: { code: 'flash.sizeNotTold', facts: { chip: 'esp32c3' } },
};

/** What the checks say in the scenes that have something to mend. */
export const badChecks: PlanView['checks'] = [
  {
    ...ok('chip'),
    state: 'problem',
    error: { code: 'plan.wrongChip', facts: { name: 'weather-station.bin', imageChip: 'esp32s3', chip: 'esp32c3' } },
    rows: [3],
    repair: { kind: 'disableRow', row: 3 },
  },
  ok('fits', { usedBytes: 1_270_480, flashSizeBytes: 4 * mib }),
  {
    ...ok('bootloaderOffset'),
    state: 'problem',
    error: {
      code: 'plan.wrongBootloaderOffset',
      facts: { name: 'bootloader.bin', offset: 0x1000, expectedOffset: 0, chip: 'esp32c3' },
    },
    rows: [0],
    repair: { kind: 'setOffset', row: 0, offset: 0 },
  },
  {
    ...ok('image'),
    state: 'warning',
    error: {
      code: 'plan.imageBroken',
      facts: { name: 'bootloader.bin', reason: 'the SHA-256 is wrong' },
    },
    rows: [0],
    repair: null,
  },
  { ...ok('revision'), state: 'unknown' },
];
