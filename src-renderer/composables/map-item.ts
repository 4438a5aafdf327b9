import type { MapRegion, RegionProgress } from '../../src-shared/ipc/contract';

/**
 * How something is drawn: `solid`: it is, or will be, there; `kept`: left as it is (hatched); `empty`: a place that
 * nothing is put in (dashed); `free`: no partition has it; `unread`: nobody can tell (dotted).
 */
export type MapLook = 'solid' | 'kept' | 'empty' | 'free' | 'unread';

/** How far the writing of a region is; `written`: done, and nothing can be read back to prove it. */
export interface MapProgress {
  /** From 0 to 1. */
  readonly part: number;
  readonly state: RegionProgress['state'] | 'written';
}

/** A span of flash on the map, with everything that is said about it. */
export interface MapItem {
  readonly offset: number;
  readonly sizeBytes: number;
  /** Row of the flash table that it comes from. */
  readonly row: number | null;
  readonly name: string;
  /** What it is, in words. */
  readonly what: string;
  readonly kind: MapRegion['kind'];
  readonly look: MapLook;
  /** A second line where there is room: name and version of an app, `empty`. */
  readonly detail: string | null;
  /** What happens to it or by it, in sentences. */
  readonly notes: readonly string[];
  /** Stands out: something about it must be mended, or will be lost. */
  readonly isTrouble: boolean;
  /** Null while nothing runs. */
  readonly progress: MapProgress | null;
}

/** One bar of the map. */
export interface MapLane {
  readonly label: string;
  /** Drawn paler: not what the page is about. */
  readonly isQuiet: boolean;
  /** By offset. Empty: what stands in its place is told by the page. */
  readonly items: readonly MapItem[];
  /** Outlines behind the items, such as the partitions that they go into. */
  readonly backdrop: readonly MapSpan[];
  /** Spans that stand out: sectors that differ. */
  readonly marks: readonly MapSpan[];
  /** Spans that are not there any more: erased or written over. */
  readonly gone: readonly MapSpan[];
}

/** Bytes of flash. */
export interface MapSpan {
  readonly offset: number;
  readonly sizeBytes: number;
}
