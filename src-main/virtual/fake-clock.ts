import type { Clock } from '../engine/transport/transport';

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly callback: () => void;
}

/** How a fake clock moves. */
export interface FakeClockOptions {
  /**
   * True: pending timers fire by themselves, earliest first, as soon as the event loop has nothing
   * else to do. False (default): only `advance` and `runUntilIdle` move time.
   */
  readonly autoAdvance?: boolean;
}

/** Microtask turns after which a chain of promises is taken to be waiting for a timer. */
const IDLE_TURNS = 24;

const macrotask = (globalThis as { setImmediate?: (callback: () => void) => unknown }).setImmediate;

/** Lets everything run that needs no timer: promise chains and, where there is an event loop, one turn of it. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < IDLE_TURNS; turn++) await Promise.resolve();
  if (macrotask !== undefined) await new Promise<void>((resolve) => void macrotask(resolve));
}

/** A clock whose time moves by itself or by hand, so that hours of flashing pass in milliseconds. */
export class FakeClock implements Clock {
  private readonly autoAdvance: boolean;
  private readonly timers = new Set<Timer>();
  private currentMs = 0;
  private nextOrder = 0;
  private isPumping = false;

  constructor(options: FakeClockOptions = {}) {
    this.autoAdvance = options.autoAdvance ?? false;
  }

  nowMs(): number {
    return this.currentMs;
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer: Timer = { dueMs: this.currentMs + Math.max(0, delayMs), order: this.nextOrder++, callback };
    this.timers.add(timer);
    if (this.autoAdvance) this.startPump();
    return () => void this.timers.delete(timer);
  }

  /** How many timers wait. */
  get pendingTimers(): number {
    return this.timers.size;
  }

  /** Moves time on by `durationMs`, firing what falls due in order and letting promises run in between. */
  async advance(durationMs: number): Promise<void> {
    const endMs = this.currentMs + durationMs;
    await settle();
    for (let timer = this.earliest(); timer !== null && timer.dueMs <= endMs; timer = this.earliest()) {
      this.fire(timer);
      await settle();
    }
    this.currentMs = Math.max(this.currentMs, endMs);
  }

  /** Fires timers, moving time as needed, until none is left (or `limitMs` of fake time have passed). */
  async runUntilIdle(limitMs = 24 * 3_600_000): Promise<void> {
    const endMs = this.currentMs + limitMs;
    await settle();
    for (let timer = this.earliest(); timer !== null && timer.dueMs <= endMs; timer = this.earliest()) {
      this.fire(timer);
      await settle();
    }
  }

  private startPump(): void {
    if (this.isPumping) return;
    this.isPumping = true;
    void this.pump();
  }

  private async pump(): Promise<void> {
    await settle();
    for (let timer = this.earliest(); timer !== null; timer = this.earliest()) {
      this.fire(timer);
      await settle();
    }
    this.isPumping = false;
  }

  private earliest(): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.timers) {
      if (first === null || timer.dueMs < first.dueMs || (timer.dueMs === first.dueMs && timer.order < first.order)) {
        first = timer;
      }
    }
    return first;
  }

  private fire(timer: Timer): void {
    this.timers.delete(timer);
    this.currentMs = Math.max(this.currentMs, timer.dueMs);
    timer.callback();
  }
}
