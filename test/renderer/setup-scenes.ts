import type { RecentItem, SetupState } from '../../src-shared/ipc/contract';

/** The table belongs to no setup. */
export const noSetup: SetupState = { name: null, isChanged: false, chip: null, missing: [] };

/** A setup that was changed, is for another chip and lacks two of its files. */
export const brokenSetup: SetupState = {
  name: 'Wetterstation für den Garten, zweiter Versuch mit neuem Sensor',
  isChanged: true,
  chip: 'esp32s3',
  missing: [
    {
      id: 'missing-1',
      name: 'weather-station.bin',
      rows: ['weather-station.bin'],
      error: { code: 'file.notFound', facts: { name: 'weather-station.bin' } },
    },
    {
      id: 'missing-2',
      name: 'build',
      rows: ['ota_data_initial.bin', 'storage.bin'],
      error: { code: 'setup.partMissing', facts: { name: 'build', part: 'ota_data_initial.bin' } },
    },
  ],
};

const minute = 60_000;
const now = Date.now();
const item = (id: string, more: Partial<RecentItem>): RecentItem => ({
  id,
  kind: 'setup',
  name: 'weather-station',
  folder: 'Documents',
  sourceKind: null,
  usedAt: now - 5 * minute,
  isMissing: false,
  ...more,
});

/** Every kind of thing that was open lately, one of them gone. */
export const recents: readonly RecentItem[] = [
  item('draft', { kind: 'draft', name: 'build', folder: 'lamp' }),
  item('recent-1', {}),
  item('recent-2', { name: 'a-setup-with-a-name-that-somebody-made-very-long-indeed', usedAt: now - 3000 * minute }),
  item('recent-3', { kind: 'source', name: 'lamp', folder: 'projects', sourceKind: 'idfBuild' }),
  item('recent-4', {
    kind: 'source',
    name: 'release-2.4.1.zip',
    folder: 'Downloads',
    sourceKind: 'zip',
    isMissing: true,
  }),
  item('recent-5', {
    kind: 'source',
    name: 'tasmota32.factory.bin',
    folder: 'Downloads',
    usedAt: now - 90_000 * minute,
  }),
];
