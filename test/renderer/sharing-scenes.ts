/** A port that is given to the network, for the scenes. */
import type { PortShare } from '../../src-shared/ipc/contract';

/** Nobody is there. */
export const sharedC3: PortShare = {
  path: '/dev/ttyUSB0',
  audience: 'thisComputer',
  addresses: ['rfc2217://127.0.0.1:4000'],
  port: 4000,
  wantedPort: 4000,
  peers: [],
  turnedAway: null,
  isAway: false,
  problem: null,
};

/** Somebody flashes it, somebody else would like to, and the number is another one. */
export const usedC3: PortShare = {
  ...sharedC3,
  audience: 'localNetwork',
  addresses: ['rfc2217://192.168.1.20:4001', 'rfc2217://10.8.0.3:4001'],
  port: 4001,
  peers: [{ address: '192.168.1.34:51234', sinceMs: Date.now() - 83_000, receivedBytes: 812_345, sentBytes: 20_480 }],
  turnedAway: '192.168.1.77:40112',
};
