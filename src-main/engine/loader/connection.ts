import type { ChipDescriptor, ChipId } from '../../../src-shared/chips/chip-descriptor';
import type { AppErrorData } from '../../../src-shared/errors/app-error';
import type { BeforeConnect, ResetStrategyId } from '../reset/reset-strategy';
import type { TimeoutOverrides } from '../protocol/timeout-overrides';
import type { TraceSink } from '../protocol/trace';
import type { Transport } from '../transport/transport';
import type { Abortable, Loader, SecurityInfo } from './loader';

export type { TimeoutOverrides } from '../protocol/timeout-overrides';
export type { TraceEvent, TraceSink } from '../protocol/trace';

/** What a configuration file may change about how we talk; whatever is left out is as usual. */
export interface LinkTuning {
  readonly timeouts?: TimeoutOverrides;
  /** How long BOOT stays low after EN went high. */
  readonly resetDelayMs?: number;
  /** How often a packet of flash data is sent before it counts as lost. */
  readonly packetSendings?: number;
  /** Lines to play instead of the usual ones for `hard-reset`; syntax of `parseCustomSequence`. */
  readonly hardResetSequence?: string;
}

/** Progress of connecting, for the window's "attempt 2, classic reset". */
export interface ConnectAttempt {
  readonly attempt: number;
  readonly attempts: number;
  readonly strategy: ResetStrategyId;
  /** Why the attempts so far came to nothing, as far as what was heard tells; null before the first. */
  readonly trouble: AppErrorData | null;
}

/** How to connect. */
export interface ConnectOptions extends Abortable {
  readonly before: BeforeConnect;
  /** Rounds of reset and sync before giving up; the reference tool's `--connect-attempts` (0 = until cancelled). */
  readonly attempts: number;
  /** Baud rate of the first contact, at most 115200. */
  readonly baudRate: number;
  /** When set, another chip is refused with `connect.wrongChip`. */
  readonly expectedChip: ChipId | null;
  readonly customResetSequence: string | null;
  readonly onAttempt?: (attempt: ConnectAttempt) => void;
  readonly trace?: TraceSink;
  readonly tuning?: LinkTuning;
}

/** A chip that answered. */
export interface Connection {
  readonly transport: Transport;
  readonly chip: ChipDescriptor;
  /** The loader that answered: normally the ROM's; the stub where one was still running. */
  readonly loader: Loader;
  readonly securityInfo: SecurityInfo | null;
  /** True in Secure Download Mode: registers cannot be read, no stub can be loaded. */
  readonly secureDownloadMode: boolean;
  /** Over what the chip's own console runs, where it could be asked. */
  readonly console: 'uart' | 'usbSerialJtag' | 'usbOtg';
  /** Text that the chip printed while connecting. */
  readonly bootLog: string;
  readonly strategy: ResetStrategyId;
  readonly tuning: LinkTuning;
  /** Detaches from the transport (which stays open and belongs to the caller). */
  detach(): void;
}

/** Implemented in connect.ts. Errors: `connect.*`, `port.*`, `job.cancelled`. */
export type Connect = (transport: Transport, options: ConnectOptions) => Promise<Connection>;

/** Implemented in stub.ts: uploads the stub, waits for its OHAI; `stub.noImage`, `stub.startFailed`. */
export type StartStub = (connection: Connection, options?: Abortable) => Promise<Loader>;
