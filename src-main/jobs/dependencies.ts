import type { BoardCard } from '../../src-shared/ipc/contract';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import type { LinkTuning, TraceSink } from '../engine/loader/connection';
import type { VddSdio } from '../engine/operations/override-vddsdio';
import type { AfterwardReset, BeforeConnect } from '../engine/reset/reset-strategy';
import type { Clock, Transport } from '../engine/transport/transport';

/** One serial port that the system has now. */
export type PortInfo = Pick<BoardCard, 'path' | 'adapter' | 'vendorId' | 'productId' | 'serialNumber' | 'isLikely'>;

/** How every job gets in touch with a board, beyond what the flash settings say. */
export interface ConnectPreferences {
  /** Refuse any other chip; null = take what is there. */
  readonly expectedChip: ChipId | null;
  /** Rounds of reset and sync; 0 = until cancelled. */
  readonly attempts: number;
  /** Of the first contact; at most 115200 is sure to work. */
  readonly baudRate: number;
  readonly customResetSequence: string | null;
  /** Changes to how the engine talks, from a configuration file. */
  readonly tuning: LinkTuning;
  /** How often a port that does not open is tried; 0 = until cancelled. */
  readonly openAttempts: number;
  /** What ESP32's own regulator for the flash is to do instead of what its pins and eFuses say; null = nothing. */
  readonly vddSdio: VddSdio | null;
  /** Pins of the flash part, as `--spi-connection` takes them; absent = the chip's own choice. */
  readonly spiConnection?: string | null;
  /** For asking a board who it is; a write has these in its own settings. */
  readonly before: BeforeConnect;
  readonly after: AfterwardReset;
  /** Sees every protocol line of every job. */
  readonly trace: TraceSink | null;
}

/** What the window starts with; the reference tool's defaults. */
export const defaultConnectPreferences: ConnectPreferences = {
  expectedChip: null,
  attempts: 7,
  baudRate: 115_200,
  customResetSequence: null,
  tuning: {},
  openAttempts: 1,
  vddSdio: null,
  before: 'default-reset',
  after: 'hard-reset',
  trace: null,
};

/** Everything that jobs cannot know by themselves; handed in by app/ and cli/. */
export interface ServiceDependencies {
  readonly clock: Clock;
  /** A transport for any path, not opened yet. Throws `port.badAddress` for a path that means nothing. */
  openTransport(path: string): Transport;
  listPorts(): Promise<readonly PortInfo[]>;
  /** Paths of the virtual boards to show, such as `sim://esp32c3`; asked anew each time the list is looked at. */
  virtualBoards(): readonly string[];
  readonly connect: ConnectPreferences;
  /** The same for one board, where something was chosen for it. */
  connectTo?(path: string): ConnectPreferences;
  /** Lines at the head of every report: product, version, system. */
  readonly about: readonly string[];
  /** Replaced by `~` in reports, which may end up in public. */
  readonly homeFolder: string;
}

/** What jobs at one port work with. */
export function dependenciesFor(deps: ServiceDependencies, path: string): ServiceDependencies {
  return { ...deps, connect: deps.connectTo?.(path) ?? deps.connect };
}

/** What a mere look at a port works with: whoever is there is to be seen. */
export function dependenciesForLook(deps: ServiceDependencies, path: string): ServiceDependencies {
  const own = dependenciesFor(deps, path);
  return { ...own, connect: { ...own.connect, expectedChip: deps.connect.expectedChip } };
}
