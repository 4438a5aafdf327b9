import type { LinkFacts, Transport } from '../transport/transport';

/** Names of the ways to get a chip into download mode; shown while connecting and remembered per adapter. */
export type ResetStrategyId =
  'classic' | 'classicLongDelay' | 'unixTight' | 'unixTightLongDelay' | 'usbSerialJtag' | 'usbOtg' | 'custom' | 'none';

/** One way to get a chip into download mode by the modem lines. */
export interface ResetStrategy {
  readonly id: ResetStrategyId;
  /** Toggles the lines; resolves when the chip should be running its ROM loader. */
  enterDownloadMode(transport: Transport, signal?: AbortSignal): Promise<void>;
}

/** What the caller asks for; the words of the reference tool's `--before`. */
export type BeforeConnect = 'default-reset' | 'usb-reset' | 'no-reset' | 'no-reset-no-sync';
/** The words of the reference tool's `--after`. */
export type AfterwardReset = 'hard-reset' | 'soft-reset' | 'watchdog-reset' | 'no-reset' | 'no-reset-stub';

/** Strategies worth trying on this link, most promising first; cycled through by `connect`. */
export type StrategiesFor = (
  link: LinkFacts,
  before: BeforeConnect,
  customSequence: string | null,
  /** How long BOOT stays low after EN went high; absent = as usual. */
  holdBootMs?: number,
) => readonly ResetStrategy[];
