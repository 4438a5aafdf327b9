/** What a board keeps for itself, for the scenes. */
import type { BoardIdentity, BoardJobOutcome, NvsEntryView } from '../../src-shared/ipc/contract';

const entry = (
  namespace: string,
  key: string,
  type: NvsEntryView['type'],
  text: string,
  more: Partial<NvsEntryView> = {},
): NvsEntryView => ({
  namespace,
  key,
  type,
  sizeBytes: type === 'string' ? text.length : null,
  isSecret: false,
  value: { text, isCut: false },
  ...more,
});

const entries: readonly NvsEntryView[] = [
  entry('nvs.net80211', 'sta.ssid', 'blob', '07 00 00 00 68 61 72 62 6f 75 72 00', {
    sizeBytes: 36,
    value: { text: '07 00 00 00 68 61 72 62 6f 75 72 00', isCut: true },
  }),
  entry('nvs.net80211', 'sta.pswd', 'blob', '', { sizeBytes: 65, isSecret: true, value: null }),
  entry('nvs.net80211', 'sta.chan', 'u8', '11'),
  entry('weather', 'station', 'string', 'Pier 7'),
  entry('weather', 'interval_s', 'u32', '300'),
  entry('weather', 'offset_c', 'i16', '-12'),
  entry('weather', 'api_token', 'string', '', { sizeBytes: 40, isSecret: true, value: null }),
  entry(
    'weather',
    'about',
    'string',
    'A station at the end of the pier that measures wind, rain and pressure. '.repeat(4),
  ),
  ...Array.from({ length: 300 }, (_, index) => entry('history', `hour_${index}`, 'u16', `${980 + (index % 50)}`)),
];

export const nvsOutcome = (identity: BoardIdentity): BoardJobOutcome => ({
  kind: 'nvs',
  result: {
    identity,
    label: 'nvs',
    offset: 0x9000,
    sizeBytes: 0x5000,
    elapsedMs: 1210,
    nvs: {
      token: 'nvs-1',
      state: 'readable',
      pages: [
        { state: 'full', sequence: 0, version: 2, writtenEntries: 126, erasedEntries: 0, emptyEntries: 0 },
        { state: 'active', sequence: 1, version: 2, writtenEntries: 40, erasedEntries: 6, emptyEntries: 80 },
        { state: 'empty', sequence: null, version: null, writtenEntries: 0, erasedEntries: 0, emptyEntries: 126 },
      ],
      notes: [{ kind: 'entryChecksum', count: 2, page: 0, entry: 14 }],
      entries,
    },
  },
});

export const encryptedNvs = (identity: BoardIdentity): BoardJobOutcome => ({
  kind: 'nvs',
  result: {
    identity,
    label: 'nvs',
    offset: 0x9000,
    sizeBytes: 0x5000,
    elapsedMs: 1210,
    nvs: { token: 'nvs-1', state: 'encrypted', pages: [], notes: [], entries: [] },
  },
});
