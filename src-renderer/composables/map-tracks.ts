import type { Span } from './flash-map-scale';

/** Which of how many tracks, one above the other, something is drawn on. */
export interface Track {
  readonly index: number;
  readonly count: number;
}

/**
 * Tracks for regions, in their order: all on one, except that those that overlap share the height between them, so that
 * nothing hides what it lies over.
 */
export function tracksOf(spans: readonly Span[]): Track[] {
  const order = spans.map((_, index) => index).sort((a, b) => (spans[a]?.offset ?? 0) - (spans[b]?.offset ?? 0));
  const tracks: { index: number; count: number }[] = spans.map(() => ({ index: 0, count: 1 }));
  let cluster: number[] = [];
  /** Where each track of the cluster is free again. */
  let ends: number[] = [];
  const close = (): void => {
    for (const member of cluster)
      tracks[member] = { index: tracks[member]?.index ?? 0, count: Math.max(1, ends.length) };
    cluster = [];
    ends = [];
  };
  for (const at of order) {
    const span = spans[at];
    if (span === undefined) continue;
    if (ends.every((end) => end <= span.offset)) close();
    const free = ends.findIndex((end) => end <= span.offset);
    const index = free === -1 ? ends.length : free;
    ends[index] = span.offset + span.sizeBytes;
    tracks[at] = { index, count: 1 };
    cluster.push(at);
  }
  close();
  return tracks;
}
