import { AppError } from '../../../src-shared/errors/app-error';
import type { Clock } from '../transport/transport';
import type { ReplyFrame } from './command-codec';
import { commandRow } from './commands';
import type { CommandName } from './commands';

/** After a damaged frame a command that may be repeated waits no longer than this. */
const afterBadFrameMs = 300;

/** The one command in flight: its reply, its deadline, and why there will be no reply. */
export class ReplyWaiter {
  readonly opcode: number;
  readonly reply: Promise<ReplyFrame>;
  /** True where the chip refused the command by the frame of another one, which it may send several times. */
  wasRefused = false;
  #resolve: (frame: ReplyFrame) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #cancelDeadline: (() => void) | null = null;
  #badFrame: AppError | null = null;
  #isDone = false;

  constructor(
    readonly command: CommandName,
    private readonly clock: Clock,
  ) {
    this.opcode = commandRow(command).opcode;
    this.reply = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever gives up early, a failed write for one, must not leave an unhandled rejection behind.
    this.reply.catch(() => undefined);
  }

  /** (Re)starts the deadline; harmless when the reply is already there. */
  expectWithin(timeoutMs: number): void {
    if (this.#isDone) return;
    this.#cancelDeadline?.();
    this.#cancelDeadline = this.clock.after(timeoutMs, () => {
      this.reject(this.#badFrame ?? new AppError('protocol.timeout', { command: this.command, timeoutMs }));
    });
  }

  /** The reply may have been in that frame; becomes the error if no reply follows. */
  hasSeenBadFrame(error: AppError): void {
    this.#badFrame = error;
    if (commandRow(this.command).repeatable) this.expectWithin(afterBadFrameMs);
  }

  /** Fails with this error unless something more telling happens before, such as the transport's end. */
  failAfter(delayMs: number, error: unknown): void {
    if (this.#isDone) return;
    this.#cancelDeadline?.();
    this.#cancelDeadline = this.clock.after(delayMs, () => this.reject(error));
  }

  resolve(frame: ReplyFrame): void {
    this.dispose();
    this.#resolve(frame);
  }

  reject(error: unknown): void {
    this.dispose();
    this.#reject(error);
  }

  dispose(): void {
    this.#isDone = true;
    this.#cancelDeadline?.();
    this.#cancelDeadline = null;
  }
}
