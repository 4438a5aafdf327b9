import { describe, expect, it } from 'vitest';
import { createPortWatcher } from '../../src-main/jobs/port-watcher';
import { FakeClock } from '../../src-main/virtual/fake-clock';

describe('watching ports', () => {
  it('tells of changes alone, and only while somebody looks', async () => {
    const clock = new FakeClock();
    let ports = ['COM3'];
    let asked = 0;
    const seen: (readonly string[])[] = [];
    const watcher = createPortWatcher(
      () => {
        asked += 1;
        return Promise.resolve(ports);
      },
      (list) => seen.push(list),
      clock,
    );
    await clock.advance(5000);
    expect(asked).toBe(0);
    watcher.start();
    await clock.advance(3500);
    expect(asked).toBe(4);
    expect(seen).toEqual([['COM3']]);
    ports = ['COM3', 'COM4'];
    await clock.advance(1000);
    ports = [];
    await clock.advance(1000);
    expect(seen).toEqual([['COM3'], ['COM3', 'COM4'], []]);
    watcher.stop();
    const before = asked;
    await clock.advance(5000);
    expect(asked).toBe(before);
  });

  it('takes a list that cannot be read for an unchanged one, and does not pile up slow ones', async () => {
    const clock = new FakeClock();
    const seen: (readonly string[])[] = [];
    let asked = 0;
    const list = (): Promise<string[]> => {
      asked += 1;
      if (asked === 2) return Promise.reject(new Error('busy'));
      return new Promise((resolve) => clock.after(3000, () => resolve(['COM3'])));
    };
    createPortWatcher(list, (items) => seen.push(items), clock).start();
    await clock.advance(9500);
    expect(asked).toBe(4);
    expect(seen).toEqual([['COM3']]);
  });
});
