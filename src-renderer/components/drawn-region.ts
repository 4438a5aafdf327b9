import type { MapRegion } from '../../src-shared/ipc/contract';

/** A region with its place on the bar, both as shares of the bar's width. */
export interface DrawnRegion {
  readonly region: MapRegion;
  readonly left: number;
  readonly width: number;
  /** From 0 to 1 while it is being written. */
  readonly progress: number | null;
  /** Everything about it, for screen readers. */
  readonly text: string;
}

/** A span that is marked on what is drawn, both as shares of the bar's width. */
export interface DrawnMark {
  readonly left: number;
  readonly width: number;
}
