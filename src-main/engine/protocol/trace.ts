/** One line of the protocol trace: what crossed the wire, decoded. Never holds key material of encrypted writes. */
export interface TraceEvent {
  readonly atMs: number;
  /** `line`: the modem lines or the rate were changed. */
  readonly direction: 'toChip' | 'fromChip' | 'line' | 'note';
  /** `SYNC`, `FLASH_DEFL_DATA seq=3 len=16384`, `boot log`, … */
  readonly text: string;
  readonly bytes: Uint8Array | null;
}

/** Receives trace events as they happen; must not throw. */
export type TraceSink = (event: TraceEvent) => void;
