/** What the flash part and the chip answer to the tools, for the scenes. */
import { parseSfdp } from '../../src-shared/formats/sfdp';
import type {
  BoardIdentity,
  BoardJobOutcome,
  FlashIdentity,
  MacFound,
  SecurityReport,
  SfdpFound,
  ToolsFound,
  ToolsTask,
} from '../../src-shared/ipc/contract';

/** Where it is not as usual. */
export interface ToolsScene {
  /** The status registers before anything is written. Default: quad enable. */
  readonly status?: number;
  /** Bits that the part does not keep. Default: none. */
  readonly statusMask?: number;
  /** False: the part tells nothing about itself. */
  readonly hasSfdp?: boolean;
  /** Null: the chip has no such report. */
  readonly security?: SecurityReport | null;
  readonly mac?: MacFound;
  /** How every task ends. */
  readonly failure?: BoardJobOutcome;
}

const flash: FlashIdentity = {
  manufacturerId: 0xef,
  deviceId: 0x4016,
  manufacturer: 'Winbond',
  sizeBytes: 4 * 1024 * 1024,
};

/** The parameters of a usual part of 4 MB. */
const words = [
  ...[0x5044_4653, 0xff00_0106, 0x1001_0600, 0xff00_0010, 0xfff9_20e5, 0x01ff_ffff, 0x6b08_eb44, 0xbb42_3b08],
  ...[0xffff_fffe, 0x0000_ffff, 0xeb40_ffff, 0x520f_200c, 0x0000_d810, 0x00a6_0236, 0xc914_ea82, 0x3376_63e9],
  ...[0x757a_757a, 0x5cd5_a2f7, 0xff4d_f719, 0x80f8_30e9],
];
const sfdpBytes = new Uint8Array(words.length * 4);
words.forEach((word, index) => new DataView(sfdpBytes.buffer).setUint32(index * 4, word, true));

const sfdp = (hasSfdp: boolean): SfdpFound =>
  hasSfdp
    ? { token: 'sfdp-1', bytes: sfdpBytes, contents: parseSfdp(sfdpBytes) }
    : { token: null, bytes: new Uint8Array(0), contents: null };

const emptyKey = { purpose: 0, name: 'USER/EMPTY' };
const openSecurity: SecurityReport = {
  flags: 0,
  secureBoot: false,
  aggressiveRevoke: false,
  secureDownloadMode: false,
  keyRevoked: [false, false, false],
  softJtagDisabled: false,
  hardJtagDisabled: false,
  usbDisabled: false,
  dataCacheDisabled: false,
  instructionCacheDisabled: false,
  flashEncryption: false,
  flashCryptCount: 0,
  keys: [emptyKey, emptyKey, emptyKey, emptyKey, emptyKey, emptyKey],
  chipId: 5,
  apiVersion: 3,
};
const lockedSecurity: SecurityReport = {
  ...openSecurity,
  flags: 0x4d5,
  secureBoot: true,
  secureDownloadMode: true,
  keyRevoked: [false, true, false],
  softJtagDisabled: true,
  hardJtagDisabled: true,
  instructionCacheDisabled: true,
  flashEncryption: true,
  flashCryptCount: 7,
  keys: [
    { purpose: 4, name: 'XTS_AES_128_KEY' },
    { purpose: 9, name: 'SECURE_BOOT_DIGEST0' },
    { purpose: 10, name: 'SECURE_BOOT_DIGEST1' },
    emptyKey,
    { purpose: 200, name: 'UNKNOWN (200)' },
    emptyKey,
  ],
};

/** A chip with everything locked and every kind of address. */
export const lockedTools: ToolsScene = {
  security: lockedSecurity,
  mac: {
    base: '60:55:f9:f7:2c:a2',
    extension: 'ff:fe',
    eui64: '60:55:f9:ff:fe:f7:2c:a2',
    esp8266ChipId: null,
  },
};

function found(task: ToolsTask, scene: ToolsScene): ToolsFound {
  const status = scene.status ?? 0x0200;
  if (task.kind === 'writeStatus') {
    const { statusBytes, value, nonVolatile } = task;
    const after = value & (scene.statusMask ?? 0xff_ffff);
    return { kind: 'writeStatus', statusBytes, flash, before: task.was, value, after, nonVolatile };
  }
  const { tools, statusBytes } = task;
  const mac: MacFound = { base: '7c:df:a1:b2:03:9c', extension: null, eui64: null, esp8266ChipId: null };
  return {
    kind: 'read',
    ...(tools.includes('flash') ? { flash: { flash, statusBytes, value: status % 2 ** (8 * statusBytes) } } : {}),
    ...(tools.includes('sfdp') ? { sfdp: sfdp(scene.hasSfdp ?? true) } : {}),
    ...(tools.includes('security') ? { security: scene.security === undefined ? openSecurity : scene.security } : {}),
    ...(tools.includes('mac') ? { mac: scene.mac ?? mac } : {}),
  };
}

/** The end of a task that went well. */
export const toolsOutcome = (identity: BoardIdentity, task: ToolsTask, scene: ToolsScene): BoardJobOutcome =>
  scene.failure ?? { kind: 'tools', result: { identity, elapsedMs: 1240, found: found(task, scene) } };
