import type { Clock } from '../engine/transport/transport';
import type { PortInfo } from '../jobs/dependencies';

/** The outside world of one run of the command line, so that a run can be watched from within a test. */
export interface ConsoleIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Where configuration files are looked for. */
  readonly workingFolder: string;
  readonly homeFolder: string;
  out(text: string): void;
  err(text: string): void;
  /** Whether `err` is a terminal, where a line can be written over. */
  readonly isTerminal: boolean;
  listPorts(): Promise<readonly PortInfo[]>;
  /** Calls the listener on Ctrl-C and on a request to end. */
  onInterrupt(listener: () => void): () => void;
}

/** Exit codes: success only after verification, 2 for anything refused or failed, 130 for Ctrl-C. */
export const exitCodes = { done: 0, failed: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
