import type { TraceLine } from '../../src-shared/ipc/contract';

/** The shown lines of a trace as they are now; another object whenever they may have changed. */
export interface TraceSource {
  readonly total: number;
  /** So many went in front since `generation` began. */
  readonly gone: number;
  readonly generation: number;
  readonly line: (place: number) => TraceLine | null;
  readonly placeOf: (number: number) => number;
}

/** Lines that are chosen, by number, both included. */
export interface TraceRange {
  readonly anchor: number;
  readonly head: number;
}
