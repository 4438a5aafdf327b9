/** A span of flash, in bytes. */
export interface Span {
  readonly offset: number;
  readonly sizeBytes: number;
}

/** Places a flash offset on the bar: 0 is the left edge, 1 the right one. */
export type FlashMapScale = (offset: number) => number;

/** Narrowest drawing of a region and of a gap, as a share of the bar: regions stay visible and can be hit. */
const leastRegion = 0.032;
const leastGap = 0.008;
/** However many regions there are, at least this much of the bar is to scale. */
const mostForLeast = 0.6;

/**
 * A scale that is true wherever it can be: proportional, except that no region and no gap is drawn
 * narrower than a least width. Offsets in between are interpolated, so progress can be painted.
 */
export function flashMapScale(spans: readonly Span[], totalBytes: number): FlashMapScale {
  const isInside = (offset: number): boolean => offset > 0 && offset < totalBytes;
  const edges = [...new Set(spans.flatMap((span) => [span.offset, span.offset + span.sizeBytes]))].filter(isInside);
  const stops = [0, ...edges.sort((a, b) => a - b), totalBytes];
  const pieces = stops.slice(1).map((end, index) => {
    const start = stops[index] ?? 0;
    const isRegion = spans.some((span) => span.offset < end && span.offset + span.sizeBytes > start);
    return { bytes: end - start, least: isRegion ? leastRegion : leastGap };
  });
  const asked = pieces.reduce((sum, piece) => sum + piece.least, 0);
  const shrink = Math.min(1, mostForLeast / Math.max(asked, Number.EPSILON));
  const widths = shareOut(pieces.map((piece) => ({ ...piece, least: piece.least * shrink })));

  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  return (offset) => {
    if (offset <= 0 || totalBytes <= 0) return 0;
    if (offset >= totalBytes) return 1;
    const index = stops.filter((stop) => stop <= offset).length - 1;
    const start = stops[index] ?? 0;
    const end = stops[index + 1] ?? totalBytes;
    return (lefts[index] ?? 0) + ((offset - start) / (end - start)) * (widths[index] ?? 0);
  };
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

/** Ticks that have room for their labels: both ends, and region starts that are far enough from the last one. */
export function ticksFor(spans: readonly Span[], totalBytes: number, scale: FlashMapScale, room: number): number[] {
  const starts = [...new Set(spans.map((span) => span.offset))].sort((a, b) => a - b);
  const ticks = [0];
  for (const start of starts) {
    const last = scale(ticks.at(-1) ?? 0);
    if (start < totalBytes && scale(start) - last >= room && 1 - scale(start) >= room) ticks.push(start);
  }
  return [...ticks, totalBytes];
}
