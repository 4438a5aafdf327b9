import type { HistoryEntry } from '../../src-shared/ipc/contract';

const hour = 3_600_000;
const results = ['verified', 'verified', 'failed', 'verified', 'cancelled', 'written', 'unplugged'] as const;

/** That many writes to one board, one every five hours, some of which did not end well. */
export function historyOf(count: number): readonly HistoryEntry[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index): HistoryEntry => {
    const result = results[index % results.length] ?? 'verified';
    return {
      id: `entry-${index}`,
      at: now - (index * 5 + 0.4) * hour,
      mac: '7c:df:a1:b2:03:9c',
      port: '/dev/ttyUSB0',
      chip: 'esp32c3',
      board: 'ESP32-C3 (QFN32)',
      result,
      error:
        result === 'failed'
          ? { code: 'connect.noReply', facts: { path: '/dev/ttyUSB0', attempts: 7 } }
          : result === 'cancelled'
            ? { code: 'job.cancelled', facts: {} }
            : result === 'unplugged'
              ? { code: 'port.unplugged', facts: { path: '/dev/ttyUSB0' } }
              : null,
      durationMs: 8423,
      writtenBytes: result === 'verified' ? 1_270_480 : null,
      baudRate: result === 'verified' ? 921_600 : null,
      setup: index % 3 === 0 ? 'weather-station' : null,
      files: [
        ['bootloader.bin', 21_712, 0],
        ['partition-table.bin', 3072, 0x8000],
        ['ota_data_initial.bin', 8192, 0xe000],
        ['weather-station.bin', 1_237_504, 0x1_0000],
      ].map(([name, sizeBytes, offset]) => ({
        name: String(name),
        sizeBytes: Number(sizeBytes),
        md5: '9e107d9d372bb6826bd81d3542a419d6',
        offset: Number(offset),
        project: name === 'weather-station.bin' ? 'weather-station' : null,
        version: name === 'weather-station.bin' ? `2.${count - index}.0` : null,
      })),
    };
  });
}
