import type { Span } from './flash-map-scale';

/** Where a region is on the map: its lane, and its number there. Written as a key, `0:3`, in the page. */
export interface MapPlace {
  readonly lane: number;
  readonly index: number;
}

export const mapKey = ({ lane, index }: MapPlace): string => `${lane}:${index}`;

export function mapPlaceOf(key: string): MapPlace {
  const [lane = -1, index = -1] = key.split(':').map(Number);
  return { lane, index };
}

/**
 * Where a key leads from a region: left, right, Home and End along its lane, up and down to what lies nearest in the next
 * one. Null for any other key, and where there is nothing. `isMirrored`: the page is written from right to left.
 */
export function walkMap(
  lanes: readonly (readonly Span[])[],
  { lane, index }: MapPlace,
  key: string,
  isMirrored: boolean,
): MapPlace | null {
  const last = (lanes[lane]?.length ?? 0) - 1;
  const along = (wanted: number): MapPlace => ({ lane, index: Math.min(last, Math.max(0, wanted)) });
  const forward = isMirrored ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return along(index + forward);
    case 'ArrowLeft':
      return along(index - forward);
    case 'Home':
      return along(0);
    case 'End':
      return along(last);
    case 'ArrowDown':
      return nearest(lanes, { lane, index }, lane + 1);
    case 'ArrowUp':
      return nearest(lanes, { lane, index }, lane - 1);
    default:
      return null;
  }
}

function nearest(lanes: readonly (readonly Span[])[], { lane, index }: MapPlace, to: number): MapPlace | null {
  const span = lanes[lane]?.[index];
  const others = lanes[to] ?? [];
  if (span === undefined || others.length === 0) return null;
  const middle = span.offset + span.sizeBytes / 2;
  const distances = others.map((other) =>
    Math.max(0, other.offset - middle, middle - (other.offset + other.sizeBytes)),
  );
  return { lane: to, index: distances.indexOf(Math.min(...distances)) };
}
