/** Boards in the picker of the scenes. */
import type { BoardCard, BoardIdentity } from '../../src-shared/ipc/contract';

const mib = 1024 * 1024;

export const c3: BoardIdentity = {
  chip: 'esp32c3',
  description: 'ESP32-C3 (QFN32)',
  revision: '0.4',
  features: ['Wi-Fi', 'BT 5 (LE)', 'Single Core', '160 MHz'],
  crystalMhz: 40,
  mac: '7c:df:a1:b2:03:9c',
  flash: { manufacturerId: 0xef, deviceId: 0x4016, manufacturer: 'Winbond', sizeBytes: 4 * mib },
  secureBoot: false,
  flashEncryption: false,
  secureDownloadMode: false,
  console: 'uart',
};

const unasked = { vendorId: null, productId: null, serialNumber: null, identity: null, error: null } as const;

export const boards = {
  c3: {
    ...unasked,
    path: '/dev/ttyUSB0',
    kind: 'serial',
    adapter: 'CP2102N USB to UART bridge',
    isLikely: true,
    state: 'identified',
    identity: c3,
  },
  asking: {
    ...unasked,
    path: '/dev/ttyACM0',
    kind: 'serial',
    adapter: 'USB-Serial/JTAG',
    isLikely: true,
    state: 'asking',
  },
  silent: {
    ...unasked,
    path: '/dev/ttyUSB1',
    kind: 'serial',
    adapter: 'CH340',
    isLikely: true,
    state: 'failed',
    error: { code: 'connect.noReply', facts: { path: '/dev/ttyUSB1', attempts: 7 } },
  },
  busy: { ...unasked, path: '/dev/ttyS0', kind: 'serial', adapter: null, isLikely: false, state: 'busy' },
  network: {
    ...unasked,
    path: 'socket://192.168.1.20:5555',
    kind: 'network',
    adapter: null,
    isLikely: false,
    state: 'unknown',
  },
  virtual: {
    ...unasked,
    path: 'sim://esp32c3',
    kind: 'virtual',
    adapter: 'Virtual board',
    isLikely: false,
    state: 'unknown',
  },
  virtual32: {
    ...unasked,
    path: 'sim://esp32',
    kind: 'virtual',
    adapter: 'Virtual board',
    isLikely: false,
    state: 'identified',
    identity: { ...c3, chip: 'esp32', description: 'ESP32-D0WD-V3', revision: '3.1', mac: '24:6f:28:00:00:01' },
  },
} satisfies Record<string, BoardCard>;
