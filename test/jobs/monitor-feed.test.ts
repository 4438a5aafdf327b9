import { describe, expect, it } from 'vitest';
import type { MonitorData } from '../../src-shared/ipc/contract';
import { MonitorFeed } from '../../src-main/jobs/monitor-feed';
import { FakeClock } from '../../src-main/virtual/fake-clock';

function createFeed(takes: boolean): {
  feed: MonitorFeed;
  clock: FakeClock;
  sent: MonitorData[];
  recorded: () => number;
} {
  const clock = new FakeClock();
  const sent: MonitorData[] = [];
  let recorded = 0;
  const feed: MonitorFeed = new MonitorFeed(clock, {
    timeMs: () => clock.nowMs(),
    onFrame: (_atMs, bytes) => (recorded += bytes.length),
    send: (data) => {
      sent.push(data);
      if (takes) feed.taken(data.sequence);
    },
  });
  return { feed, clock, sent, recorded: () => recorded };
}
const total = (sent: readonly MonitorData[]): number => sent.reduce((sum, { bytes }) => sum + bytes.length, 0);

describe('what a board sends, on its way to the window', () => {
  it('goes by frames: a thousand pieces are few messages, nothing lost or swapped', async () => {
    const { feed, clock, sent } = createFeed(true);
    for (let index = 0; index < 1000; index++) {
      feed.push(Uint8Array.of(index & 0xff));
      if (index % 10 === 0) await clock.advance(1);
    }
    await clock.advance(20);
    expect(sent.length).toBeLessThan(12);
    expect(sent.flatMap(({ bytes }) => [...bytes])).toEqual(Array.from({ length: 1000 }, (_, index) => index & 0xff));
  });

  it('does not wait for the frame when it is much', () => {
    const { feed, sent } = createFeed(true);
    feed.push(new Uint8Array(200_000));
    expect(total(sent)).toBe(200_000);
  });

  it('stops at a window that takes nothing, loses the oldest, says how much, and records everything', async () => {
    const { feed, clock, sent, recorded } = createFeed(false);
    for (let index = 0; index < 160; index++) feed.push(new Uint8Array(65_536).fill(index));
    await clock.advance(100);
    expect(sent).toHaveLength(24);
    expect(recorded()).toBe(160 * 65_536);
    feed.taken(sent.length);
    feed.taken(9999);
    // It takes the rest from now on.
    for (let taken = 24; taken < sent.length; taken = sent.length) feed.taken(sent.length);
    for (let round = 0; round < 20; round++) feed.taken(sent.length);
    const dropped = sent.reduce((sum, { droppedBytes }) => sum + droppedBytes, 0);
    expect(total(sent) + dropped).toBe(160 * 65_536);
    expect(dropped).toBe((160 - 24 - 64) * 65_536);
    expect(sent.at(-1)?.bytes[0]).toBe(159);
    expect(sent.map(({ sequence }) => sequence)).toEqual(sent.map((_, index) => index + 1));
  });

  it('goes on for a window that was loaded anew', async () => {
    const { feed, clock, sent } = createFeed(false);
    for (let index = 0; index < 30; index++) feed.push(new Uint8Array(65_536));
    await clock.advance(20);
    expect(sent).toHaveLength(24);
    feed.forgetUntaken();
    expect(sent).toHaveLength(30);
  });

  it('keeps what a job heard in its place', async () => {
    const { feed, clock, sent } = createFeed(true);
    feed.push(new TextEncoder().encode('before'));
    feed.pushText('heard\n');
    feed.push(new TextEncoder().encode('after'));
    await clock.advance(20);
    expect(sent.map(({ bytes, origin }) => [new TextDecoder().decode(bytes), origin])).toEqual([
      ['before', 'board'],
      ['heard\n', 'job'],
      ['after', 'board'],
    ]);
  });
});
