import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flashMapScale, type Span, ticksFor } from '../../src-renderer/composables/flash-map-scale';
import {
  canZoomIn,
  fitView,
  isFit,
  panView,
  viewOn,
  viewWith,
  zoomView,
} from '../../src-renderer/composables/flash-map-view';
import { tracksOf } from '../../src-renderer/composables/map-tracks';
import { mapKey, mapPlaceOf, walkMap } from '../../src-renderer/composables/map-walk';

const mib = 1024 * 1024;
const typical = [
  { offset: 0, sizeBytes: 21_712 },
  { offset: 0x8000, sizeBytes: 3072 },
  { offset: 0xe000, sizeBytes: 8192 },
  { offset: 0x10000, sizeBytes: 1_237_504 },
];
const widthOf = (span: Span, total: number, spans: readonly Span[] = typical): number => {
  const scale = flashMapScale(spans, fitView(total));
  return scale.placeOf(span.offset + span.sizeBytes) - scale.placeOf(span.offset);
};
const table = { offset: 0x8000, sizeBytes: 3072 };

describe('the scale of the flash map', () => {
  test.each([
    ['512 KB', mib / 2],
    ['4 MB', 4 * mib],
    ['128 MB', 128 * mib],
  ])('a region of 3 KB in %s is wide enough to be seen and hit', (_, total) => {
    const app = { offset: 0x10000, sizeBytes: 0x40000 };
    expect(widthOf(table, total, [...typical.slice(0, 3), app])).toBeGreaterThan(0.025);
  });

  test('ninety partitions in 128 MB are all there, and most of the bar is still to scale', () => {
    const many = Array.from({ length: 90 }, (_, index) => ({ offset: 0x10000 + index * 0x2000, sizeBytes: 0x1000 }));
    const scale = flashMapScale(many, fitView(128 * mib));
    const widths = many.map((span) => scale.placeOf(span.offset + span.sizeBytes) - scale.placeOf(span.offset));
    expect(Math.min(...widths)).toBeGreaterThan(0.003);
    expect(scale.placeOf(0x200000)).toBeLessThan(0.65);
  });

  test('large spans keep their proportion', () => {
    const app = widthOf({ offset: 0x10000, sizeBytes: 1_237_504 }, 4 * mib);
    const rest = { offset: 0x10000 + 1_237_504, sizeBytes: 4 * mib - 0x10000 - 1_237_504 };
    expect(app / widthOf(rest, 4 * mib)).toBeCloseTo(1_237_504 / rest.sizeBytes, 3);
  });

  test('looked at closely, everything is to scale', () => {
    const scale = flashMapScale(typical, { from: 0x8000, to: 0x10000 });
    expect(scale.placeOf(0x8000 + 3072)).toBeCloseTo(3072 / 0x8000, 6);
    expect(scale.placeOf(0xe000)).toBeCloseTo(0x6000 / 0x8000, 6);
  });

  test('what is out of sight lies on the edge', () => {
    const scale = flashMapScale(typical, { from: 0x8000, to: 0x10000 });
    expect(scale.placeOf(0)).toBe(0);
    expect(scale.placeOf(0x8000)).toBe(0);
    expect(scale.placeOf(4 * mib)).toBe(1);
  });

  test('nothing to draw is no trouble', () => {
    expect(flashMapScale([], fitView(0)).placeOf(0)).toBe(0);
    expect(flashMapScale([], fitView(mib)).placeOf(mib / 2)).toBeCloseTo(0.5);
  });

  test('it never runs backwards, stays on the bar, and leads back from a place to its offset', () => {
    const span = fc.record({ offset: fc.nat(16 * mib), sizeBytes: fc.nat(2 * mib) });
    const views = fc
      .tuple(fc.nat(16 * mib), fc.integer({ min: 1, max: 16 * mib }))
      .map(([from, size]) => ({ from, to: from + size }));
    const offsets = fc.array(fc.nat(16 * mib), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 60 }), views, offsets, (spans, view, places) => {
        const scale = flashMapScale(spans, view);
        const sorted = [...places].sort((a, b) => a - b);
        const found = sorted.map((offset) => scale.placeOf(offset));
        expect(found.every((place) => place >= 0 && place <= 1 + 1e-9)).toBe(true);
        expect(found.every((place, index) => place >= (found[index - 1] ?? 0) - 1e-9)).toBe(true);
        for (const [index, offset] of sorted.entries()) {
          if (offset < view.from || offset > view.to) continue;
          expect(Math.abs(scale.offsetAt(found[index]!) - offset)).toBeLessThanOrEqual(
            1 + (view.to - view.from) * 1e-6,
          );
        }
      }),
    );
  });

  test('tick labels keep their distance', () => {
    const view = fitView(4 * mib);
    const scale = flashMapScale(typical, view);
    const ticks = ticksFor(typical, view, scale, 0.1);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(4 * mib);
    const places = ticks.map((tick) => scale.placeOf(tick));
    expect(places.slice(1).every((place, index) => place - places[index]! >= 0.1 - 1e-9)).toBe(true);
    // The last label stops where the map does: it needs its room before the place, the one beside it behind its own.
    const late = [{ offset: 3.4 * mib, sizeBytes: 0.6 * mib }];
    expect(ticksFor(late, view, flashMapScale(late, view), 0.1)).toEqual([0, view.to]);
  });
});

describe('the part of the map in sight', () => {
  const total = 128 * mib;

  test('what is under the pointer stays under it', () => {
    const view = { from: 32 * mib, to: 64 * mib };
    const closer = zoomView(view, total, 0.5, 40 * mib, 0.25);
    expect(closer).toEqual({ from: 36 * mib, to: 52 * mib });
  });

  test('however far somebody zooms and moves, it stays inside of the flash', () => {
    const step = fc.oneof(
      fc.record({ factor: fc.double({ min: 0.25, max: 4, noNaN: true }), around: fc.nat(total) }),
      fc.record({ bytes: fc.integer({ min: -total, max: total }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let view = fitView(total);
        for (const one of steps) {
          view = 'bytes' in one ? panView(view, total, one.bytes) : zoomView(view, total, one.factor, one.around);
          expect(view.from).toBeGreaterThanOrEqual(0);
          expect(view.to).toBeLessThanOrEqual(total);
          expect(view.to - view.from).toBeGreaterThanOrEqual(0x4000);
        }
      }),
    );
  });

  test('from 128 MB to a single sector and back', () => {
    let view = fitView(total);
    for (let step = 0; canZoomIn(view); step++) {
      expect(step).toBeLessThan(20);
      view = zoomView(view, total, 0.5, 0x8800, 0.5);
    }
    expect(view.from <= 0x8000 && view.to >= 0x9000).toBe(true);
    for (let step = 0; step < 20; step++) view = zoomView(view, total, 2);
    expect(isFit(view, total)).toBe(true);
  });

  test('one region is shown with room beside it; the whole flash where it is the whole flash', () => {
    const view = viewOn({ offset: 0x10000, sizeBytes: 0x100000 }, total);
    expect(view.from).toBeLessThan(0x10000);
    expect(view.to).toBeGreaterThan(0x110000);
    expect(viewOn({ offset: 0, sizeBytes: total }, total)).toEqual(fitView(total));
  });

  test('a region that is out of sight is brought in, one that is seen moves nothing', () => {
    const view = { from: 0x20000, to: 0x40000 };
    expect(viewWith(view, { offset: 0x30000, sizeBytes: 0x100000 }, total)).toBe(view);
    for (const span of [
      { offset: 0x8000, sizeBytes: 0x1000 },
      { offset: 0x200000, sizeBytes: 0x80000 },
    ]) {
      const moved = viewWith(view, span, total);
      expect(moved.to - moved.from).toBe(0x20000);
      expect(span.offset < moved.to && span.offset + span.sizeBytes > moved.from).toBe(true);
    }
  });

  test('a flash that is smaller than the closest look is shown whole', () => {
    expect(zoomView(fitView(0x2000), 0x2000, 0.5)).toEqual({ from: 0, to: 0x2000 });
  });
});

describe('walking over the map', () => {
  const lanes = [
    [
      { offset: 0, sizeBytes: 0x8000 },
      { offset: 0x8000, sizeBytes: 0x1000 },
      { offset: 0x10000, sizeBytes: 0x100000 },
    ],
    [
      { offset: 0, sizeBytes: 0x6000 },
      { offset: 0x10000, sizeBytes: 0x80000 },
    ],
  ];
  const walk = (from: string, key: string, isMirrored = false): string | null => {
    const place = walkMap(lanes, mapPlaceOf(from), key, isMirrored);
    return place === null ? null : mapKey(place);
  };

  test('along a lane, and not over its ends', () => {
    expect(walk('0:0', 'ArrowRight')).toBe('0:1');
    expect(walk('0:2', 'ArrowRight')).toBe('0:2');
    expect(walk('0:0', 'ArrowLeft')).toBe('0:0');
    expect(walk('0:1', 'End')).toBe('0:2');
    expect(walk('0:2', 'Home')).toBe('0:0');
  });
  test('to what lies nearest in the other lane, and no further', () => {
    expect(walk('0:2', 'ArrowDown')).toBe('1:1');
    expect(walk('0:1', 'ArrowDown')).toBe('1:0');
    expect(walk('1:1', 'ArrowUp')).toBe('0:2');
    expect(walk('0:1', 'ArrowUp')).toBeNull();
    expect(walk('1:1', 'ArrowDown')).toBeNull();
  });
  test('right is forward where people read to the right', () => {
    expect(walk('0:1', 'ArrowRight', true)).toBe('0:0');
    expect(walk('0:1', 'ArrowLeft', true)).toBe('0:2');
  });
  test('other keys are left alone', () => {
    expect(walk('0:1', 'a')).toBeNull();
  });
});

describe('regions that overlap', () => {
  test('share the height; the others have all of it', () => {
    const spans = [
      { offset: 0, sizeBytes: 0x1000 },
      { offset: 0x10000, sizeBytes: 0x8000 },
      { offset: 0x14000, sizeBytes: 0x1000 },
      { offset: 0x16000, sizeBytes: 0x8000 },
      { offset: 0x1e000, sizeBytes: 0x1000 },
    ];
    expect(tracksOf(spans)).toEqual([
      { index: 0, count: 1 },
      { index: 0, count: 2 },
      { index: 1, count: 2 },
      { index: 1, count: 2 },
      { index: 0, count: 1 },
    ]);
  });

  test('never lie on one another', () => {
    const span = fc.record({ offset: fc.nat(1000), sizeBytes: fc.integer({ min: 1, max: 300 }) });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const tracks = tracksOf(spans);
        spans.forEach((a, i) =>
          spans.forEach((b, j) => {
            if (i >= j || a.offset >= b.offset + b.sizeBytes || b.offset >= a.offset + a.sizeBytes) return;
            expect(tracks[i]!.index).not.toBe(tracks[j]!.index);
            expect(tracks[i]!.count).toBe(tracks[j]!.count);
          }),
        );
      }),
    );
  });
});
