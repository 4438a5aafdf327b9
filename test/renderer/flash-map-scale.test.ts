import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flashMapScale, ticksFor } from '../../src-renderer/composables/flash-map-scale';

const mib = 1024 * 1024;
const typical = [
  { offset: 0, sizeBytes: 21_712 },
  { offset: 0x8000, sizeBytes: 3072 },
  { offset: 0xe000, sizeBytes: 8192 },
  { offset: 0x10000, sizeBytes: 1_237_504 },
];
const widthOf = (span: { offset: number; sizeBytes: number }, total = 4 * mib): number => {
  const scale = flashMapScale(typical, total);
  return scale(span.offset + span.sizeBytes) - scale(span.offset);
};

describe('the scale of the flash map', () => {
  test('a region of 3 KB in 4 MB is wide enough to be seen and hit', () => {
    expect(widthOf({ offset: 0x8000, sizeBytes: 3072 })).toBeGreaterThan(0.025);
  });

  test('large spans keep their proportion', () => {
    const app = widthOf({ offset: 0x10000, sizeBytes: 1_237_504 });
    const free = widthOf({ offset: 0x10000 + 1_237_504, sizeBytes: 4 * mib - 0x10000 - 1_237_504 });
    expect(app / free).toBeCloseTo(1_237_504 / (4 * mib - 0x10000 - 1_237_504), 3);
  });

  test('the bar begins at 0 and ends with the flash', () => {
    const scale = flashMapScale(typical, 4 * mib);
    expect(scale(0)).toBe(0);
    expect(scale(4 * mib)).toBe(1);
    expect(scale(99 * mib)).toBe(1);
  });

  test('nothing to draw is no trouble', () => {
    expect(flashMapScale([], 0)(0)).toBe(0);
    expect(flashMapScale([], mib)(mib / 2)).toBeCloseTo(0.5);
  });

  test('it never runs backwards and stays on the bar, whatever the regions', () => {
    const span = fc.record({ offset: fc.nat(16 * mib), sizeBytes: fc.nat(2 * mib) });
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 60 }),
        fc.array(fc.nat(16 * mib), { maxLength: 20 }),
        (spans, offsets) => {
          const scale = flashMapScale(spans, 16 * mib);
          const places = [...offsets].sort((a, b) => a - b).map(scale);
          expect(places.every((place) => place >= 0 && place <= 1 + 1e-9)).toBe(true);
          expect(places.every((place, index) => place >= (places[index - 1] ?? 0) - 1e-9)).toBe(true);
        },
      ),
    );
  });

  test('tick labels keep their distance', () => {
    const scale = flashMapScale(typical, 4 * mib);
    const ticks = ticksFor(typical, 4 * mib, scale, 0.1);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(4 * mib);
    const places = ticks.map(scale);
    expect(places.slice(1).every((place, index) => place - places[index]! >= 0.1 - 1e-9)).toBe(true);
  });
});
