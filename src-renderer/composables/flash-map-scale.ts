import type { MapView } from './flash-map-view';

/** A span of flash, in bytes. */
export interface Span {
  readonly offset: number;
  readonly sizeBytes: number;
}

/** Where things lie on the bar: 0 is its left edge, 1 the right one. */
export interface FlashMapScale {
  /** The place of a flash offset; what is out of sight lies on the nearer edge. */
  placeOf(offset: number): number;
  /** The flash offset at a place. */
  offsetAt(place: number): number;
}

/** Narrowest drawing of a region as a share of the bar, unless told otherwise: regions stay visible and can be hit. */
const usualLeast = 0.032;
/** Gaps need not be hit. */
const gapShare = 0.25;
/** However many regions there are, at least this much of the bar is to scale. */
const mostForLeast = 0.6;

/**
 * A scale of the part in sight that is true wherever it can be: proportional, except that no region and no gap is drawn
 * narrower than a least width. The closer one looks, the less of that is needed. Offsets in between are interpolated,
 * so that progress can be painted.
 */
export function flashMapScale(spans: readonly Span[], view: MapView, leastRegion = usualLeast): FlashMapScale {
  const { from, to } = view;
  const isInside = (offset: number): boolean => offset > from && offset < to;
  const edges = [...new Set(spans.flatMap((span) => [span.offset, span.offset + span.sizeBytes]))].filter(isInside);
  const stops = [from, ...edges.sort((a, b) => a - b), to];
  const pieces = stops.slice(1).map((end, index) => {
    const start = stops[index] ?? from;
    const isRegion = spans.some((span) => span.offset < end && span.offset + span.sizeBytes > start);
    return { bytes: end - start, least: isRegion ? leastRegion : leastRegion * gapShare };
  });
  const asked = pieces.reduce((sum, piece) => sum + piece.least, 0);
  const shrink = Math.min(1, mostForLeast / Math.max(asked, Number.EPSILON));
  const widths = shareOut(pieces.map((piece) => ({ ...piece, least: piece.least * shrink })));
  const places = [0];
  for (const width of widths) places.push((places.at(-1) ?? 0) + width);
  return {
    placeOf: (offset) => (offset <= from || to <= from ? 0 : offset >= to ? 1 : between(stops, places, offset)),
    offsetAt: (place) => (place <= 0 ? from : place >= 1 ? to : between(places, stops, place)),
  };
}

/** What lies in `into` where `value` lies in `of`, both ascending and of one length. */
function between(of: readonly number[], into: readonly number[], value: number): number {
  const next = of.findIndex((stop) => stop > value);
  const index = Math.max(0, (next === -1 ? of.length : next) - 1);
  const start = of[index] ?? 0;
  const room = (of[index + 1] ?? start) - start;
  const low = into[index] ?? 0;
  const high = into[index + 1] ?? low;
  return room <= 0 ? low : low + ((value - start) / room) * (high - low);
}

/** Pieces that would be too narrow get their least width; the others share what is left by their size. */
function shareOut(pieces: readonly { bytes: number; least: number }[]): number[] {
  const isFixed = pieces.map(() => false);
  for (;;) {
    const fixed = pieces.reduce((sum, piece, index) => sum + (isFixed[index] === true ? piece.least : 0), 0);
    const free = pieces.reduce((sum, piece, index) => sum + (isFixed[index] === true ? 0 : piece.bytes), 0);
    const width = (piece: { bytes: number }): number => (free === 0 ? 0 : (piece.bytes / free) * (1 - fixed));
    const narrow = pieces.findIndex((piece, index) => isFixed[index] !== true && width(piece) < piece.least);
    if (narrow === -1) {
      const widths = pieces.map((piece, index) => (isFixed[index] === true ? piece.least : width(piece)));
      const sum = widths.reduce((total, each) => total + each, 0);
      return widths.map((each) => each / sum);
    }
    isFixed[narrow] = true;
  }
}

/**
 * Ticks that have room for their labels: both ends, and starts of regions that are far enough from the last one. A label
 * begins at its place, that of the end stops there.
 */
export function ticksFor(spans: readonly Span[], view: MapView, scale: FlashMapScale, room: number): number[] {
  const starts = [...new Set(spans.map((span) => span.offset))].sort((a, b) => a - b);
  const ticks = [view.from];
  for (const start of starts) {
    if (start <= view.from || start >= view.to) continue;
    const place = scale.placeOf(start);
    if (place - scale.placeOf(ticks.at(-1) ?? view.from) >= room && 1 - place >= 2 * room) ticks.push(start);
  }
  return [...ticks, view.to];
}
