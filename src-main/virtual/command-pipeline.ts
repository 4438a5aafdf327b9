import type { Clock } from '../engine/transport/transport';
import type { ChipProgram, Work } from './chip-program';
import { wrapFrame } from './wire-frames';

/** What the pipeline needs of the board around it. */
export interface PipelineBoard {
  /** Sends bytes; `onSent` runs when they have left the chip. */
  send(bytes: Uint8Array, onSent: () => void): void;
  /** What a given time of work takes here: nothing on a board that is not paced. */
  workMs(milliseconds: number): number;
}

/**
 * One processor working on one frame at a time. While it is at work further frames wait if the running
 * program has room for them, and are lost if not: that is how a host that sends too far ahead overruns
 * a real chip.
 */
export class CommandPipeline {
  private program: ChipProgram | null = null;
  private readonly waiting: Uint8Array[] = [];
  private isBusy = false;
  private cancelStep: (() => void) | null = null;
  /** Counts resets, so that what was under way before one does not go on after it. */
  private era = 0;

  constructor(
    private readonly clock: Clock,
    private readonly board: PipelineBoard,
  ) {}

  /** Stops all work and hands the processor to another program (null: one that does not listen). */
  run(program: ChipProgram | null): void {
    this.era++;
    this.cancelStep?.();
    this.cancelStep = null;
    this.isBusy = false;
    this.waiting.length = 0;
    this.program = program;
  }

  accept(frame: Uint8Array): void {
    if (this.program === null) return;
    if (!this.isBusy) this.start(this.program, frame);
    else if (this.program.hasRoomFor(this.waiting, frame)) this.waiting.push(frame);
  }

  private start(program: ChipProgram, frame: Uint8Array): void {
    this.isBusy = true;
    const work = program.handle(frame);
    // Even an unpaced board answers a moment later, never from inside the host's write.
    this.step(this.board.workMs(work.busyMs), () => this.reply(work));
  }

  private reply(work: Work): void {
    const { era } = this;
    const next = (): void => {
      if (era !== this.era) return;
      if (work.afterwards === null) this.finish();
      else this.step(0, () => this.finishAfter(work.afterwards));
    };
    if (work.replies.length === 0) next();
    else this.board.send(joined(work.replies.map(wrapFrame)), next);
  }

  private finishAfter(afterwards: Work['afterwards']): void {
    const { era } = this;
    const milliseconds = this.board.workMs(afterwards?.() ?? 0);
    if (era !== this.era) return;
    if (milliseconds > 0) this.step(milliseconds, () => this.finish());
    else this.finish();
  }

  private finish(): void {
    this.isBusy = false;
    const frame = this.waiting.shift();
    if (frame !== undefined && this.program !== null) this.start(this.program, frame);
  }

  private step(delayMs: number, action: () => void): void {
    this.cancelStep = this.clock.after(delayMs, () => {
      this.cancelStep = null;
      action();
    });
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
