import type { Span } from './flash-map-scale';

/** The part of flash that is in sight, in bytes; `to` is the first one behind it. */
export interface MapView {
  readonly from: number;
  readonly to: number;
}

/** A few sectors: looking closer than that would show nothing more. */
const leastViewBytes = 0x4000;
/** How much room a region gets on each side when it is looked at alone, as a share of its size. */
const margin = 0.15;

/** Everything. */
export function fitView(totalBytes: number): MapView {
  return { from: 0, to: Math.max(1, totalBytes) };
}

export function isFit(view: MapView, totalBytes: number): boolean {
  return view.from <= 0 && view.to >= totalBytes;
}

export function canZoomIn(view: MapView): boolean {
  return view.to - view.from > leastViewBytes;
}

/** `factor` below 1 looks closer. What lies at `around` stays at the same place of the bar, by default its middle. */
export function zoomView(view: MapView, totalBytes: number, factor: number, around?: number, place?: number): MapView {
  const size = view.to - view.from;
  const centre = around ?? view.from + size / 2;
  const at = place ?? (centre - view.from) / size;
  const next = clampSize(size * factor, totalBytes);
  return within(centre - at * next, next, totalBytes);
}

/** Moves by that many bytes, as far as there are any. */
export function panView(view: MapView, totalBytes: number, byBytes: number): MapView {
  return within(view.from + byBytes, view.to - view.from, totalBytes);
}

/** One region, with some room beside it. */
export function viewOn(span: Span, totalBytes: number): MapView {
  const size = clampSize(span.sizeBytes * (1 + 2 * margin), totalBytes);
  return within(span.offset + span.sizeBytes / 2 - size / 2, size, totalBytes);
}

/** Moves no further than it takes to see where the region begins; the same view where it is seen already. */
export function viewWith(view: MapView, span: Span, totalBytes: number): MapView {
  const end = span.offset + span.sizeBytes;
  if (span.offset < view.to && end > view.from) return view;
  const size = view.to - view.from;
  const room = size * margin;
  const from = span.offset >= view.to ? Math.min(span.offset - room, end - size + room) : end - size + room;
  return within(from, size, totalBytes);
}

function clampSize(size: number, totalBytes: number): number {
  return Math.min(Math.max(size, leastViewBytes), Math.max(1, totalBytes));
}

function within(from: number, size: number, totalBytes: number): MapView {
  const start = Math.round(Math.min(Math.max(0, from), Math.max(0, totalBytes - size)));
  return { from: start, to: Math.round(start + size) };
}
