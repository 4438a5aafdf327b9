import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { type FrameFault, SlipDecoder, encodeSlip } from '../slip/slip';
import { sleep } from '../transport/sleep';
import type { CloseReason, Transport } from '../transport/transport';
import {
  decodeReplyFrame,
  describeCommand,
  describeReply,
  encodeCommand,
  isRefusalOfUnknownCommand,
  judgeReply,
} from './command-codec';
import type { Reply, ReplyFrame } from './command-codec';
import { commandRow, timeoutOf } from './commands';
import type { CommandFields, CommandName } from './commands';
import { failureMeaning } from './failure-reasons';
import { FrameQueue } from './frame-queue';
import { ReplyWaiter } from './reply-waiter';
import type { TimeoutOverrides } from './timeout-overrides';
import type { TraceEvent, TraceSink } from './trace';

/** How often a command whose repetition changes nothing is sent before it counts as failed. */
const sendings = 2;
/** Input counts as drained after so long without a byte; longer than the latency timer of any USB bridge. */
const quietMs = 20;
const quietRounds = 15;
/** Longest time that one byte may need to leave this machine: 9600 baud, doubled. */
const writeMsPerByte = 2;
const writeFloorMs = 3000;
/** A board pulled out shows as a failed write a moment before the port is known to be gone. */
const unplugNoticeMs = 300;

/** How one command is sent. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Bytes of flash that the chip works on before it answers; the time-out grows with them. */
  readonly workBytes?: number;
  /** Instead of the table's rule. */
  readonly timeoutMs?: number;
  /** The trace then names the command but does not hold its bytes. */
  readonly confidential?: boolean;
}

/**
 * Sends commands over a transport and finds their replies: one command in flight, replies matched by
 * opcode (late and duplicate ones are skipped), one deadline each on the transport's clock.
 *
 * Errors of its methods: `protocol.timeout | badFrame | badReply | commandFailed`, `job.cancelled`,
 * `port.unplugged`, `port.notOpen` and whatever the transport's `write` rejects with.
 */
export class CommandChannel {
  readonly #decoder: SlipDecoder;
  readonly #textListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #unsubscribe: readonly (() => void)[];
  #waiter: ReplyWaiter | null = null;
  #queue: FrameQueue | null = null;
  #closed: AppError | null = null;
  /** True where a reply to something given up may still arrive: drain before the next command. */
  #stale = false;
  #receivedBytes = 0;

  constructor(
    readonly transport: Transport,
    private readonly trace: TraceSink | null = null,
    private readonly timeouts: TimeoutOverrides = {},
  ) {
    this.#decoder = new SlipDecoder({
      onFrame: (frame) => this.#onFrame(frame),
      onBadFrame: (reason, sample) => this.#onBadFrame(reason, sample),
      onText: (bytes) => this.#onText(bytes),
    });
    this.#unsubscribe = [
      transport.onBytes((bytes) => {
        this.#receivedBytes += bytes.length;
        this.#decoder.push(bytes);
      }),
      transport.onClose((reason) => this.#onClose(reason)),
    ];
  }

  /** Bytes that have arrived since the channel exists. */
  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  /** Text between frames, such as a boot log; valid during the call only. Returns the unsubscribe. */
  onText(listener: (bytes: Uint8Array) => void): () => void {
    this.#textListeners.add(listener);
    return () => this.#textListeners.delete(listener);
  }

  /** Sends one command and waits for its reply. */
  async request<N extends CommandName>(
    name: N,
    fields: CommandFields<N>,
    options: RequestOptions = {},
  ): Promise<Reply> {
    for (let sending = 1; ; sending += 1) {
      try {
        return await this.#requestOnce(name, fields, options);
      } catch (error) {
        const lost = isAppError(error, 'protocol.timeout') || isAppError(error, 'protocol.badFrame');
        if (!lost || !commandRow(name).repeatable || sending === sendings) throw error;
        this.#note(`${name} again`);
      }
    }
  }

  /**
   * From now on frames that answer no command are kept for the caller: flash data that the stub sends,
   * its greeting. `what` names them in a time-out. Close the queue when done.
   */
  collectFrames(what: string): FrameQueue {
    const queue = new FrameQueue(what, this.transport.clock, this.#closed, () => {
      if (this.#queue === queue) this.#queue = null;
    });
    this.#queue = queue;
    return queue;
  }

  /** Sends a frame that is no command: the acknowledgement of flash data. */
  async sendFrame(payload: Uint8Array): Promise<void> {
    if (this.#closed !== null) throw this.#closed;
    this.#emit('toChip', `frame len=${payload.length}`, payload);
    await this.transport.write(encodeSlip(payload));
  }

  /** Throws away what has arrived and what arrives until the line is quiet. */
  async drain(signal?: AbortSignal): Promise<void> {
    this.#decoder.reset();
    await this.transport.discardInput();
    const { answerDelayMs = 0 } = this.transport.link;
    for (let round = 0; round < quietRounds; round += 1) {
      const before = this.#receivedBytes;
      await sleep(this.transport.clock, quietMs + answerDelayMs, signal);
      if (this.#receivedBytes === before) break;
    }
    this.#decoder.reset();
    this.#stale = false;
  }

  /** Lets go of the transport, which stays open. Whoever still waits is told `port.notOpen`. */
  detach(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#onClose('closed');
    this.#textListeners.clear();
  }

  async #requestOnce<N extends CommandName>(
    name: N,
    fields: CommandFields<N>,
    options: RequestOptions,
  ): Promise<Reply> {
    const { signal } = options;
    if (this.#closed !== null) throw this.#closed;
    if (signal?.aborted === true) throw new AppError('job.cancelled', {});
    if (this.#waiter !== null) throw new AppError('internal', { reason: `${name} while a command is in flight` });
    if (this.#stale) await this.drain(signal);

    const [head, data] = encodeCommand(name, fields);
    const frame = encodeSlip(head, data);
    const { answerDelayMs = 0 } = this.transport.link;
    const timeoutMs = answerDelayMs + (options.timeoutMs ?? timeoutOf(name, options.workBytes ?? 0, this.timeouts));
    const { clock } = this.transport;
    const waiter = new ReplyWaiter(name, clock);
    this.#waiter = waiter;
    const onAbort = (): void => waiter.reject(new AppError('job.cancelled', {}));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      if (this.trace !== null) {
        const bytes = options.confidential === true ? null : joined(head, data);
        this.#emit('toChip', describeCommand(name, fields), bytes);
      }
      waiter.expectWithin(writeFloorMs + frame.length * writeMsPerByte + timeoutMs);
      this.transport.write(frame).then(
        () => waiter.expectWithin(timeoutMs),
        (error: unknown) => waiter.failAfter(unplugNoticeMs, error),
      );
      return judgeReply(name, await waiter.reply);
    } catch (error) {
      if (!isAppError(error, 'protocol.commandFailed') || waiter.wasRefused) this.#stale = true;
      throw error;
    } finally {
      waiter.dispose();
      this.#waiter = null;
      signal?.removeEventListener('abort', onAbort);
    }
  }

  #onFrame(frame: Uint8Array): void {
    const reply = decodeReplyFrame(frame);
    if (this.#waiter !== null && reply !== null) {
      this.#onReply(this.#waiter, reply, frame);
    } else if (this.#queue !== null) {
      this.#emit('fromChip', `frame len=${frame.length}`, frame);
      this.#queue.push(frame);
    } else if (reply === null && frame.every(isTextByte)) {
      this.#onText(frame);
    } else {
      this.#emit('fromChip', reply === null ? 'unknown frame' : `late ${describeReply(reply)}`, frame);
    }
  }

  #onReply(waiter: ReplyWaiter, reply: ReplyFrame, frame: Uint8Array): void {
    if (reply.opcode === waiter.opcode) {
      if (this.trace !== null) this.#emit('fromChip', describeReply(reply, waiter.command), frame);
      waiter.resolve(reply);
    } else if (isRefusalOfUnknownCommand(reply)) {
      this.#emit('fromChip', `refused ${waiter.command}`, frame);
      waiter.wasRefused = true;
      waiter.reject(
        new AppError('protocol.commandFailed', { command: waiter.command, reason: 5, meaning: failureMeaning(5) }),
      );
    } else {
      this.#emit('fromChip', `skipped ${describeReply(reply)}`, frame);
    }
  }

  #onBadFrame(reason: FrameFault, sample: Uint8Array): void {
    this.#emit('fromChip', `bad frame: ${reason}`, sample);
    const error = new AppError('protocol.badFrame', { reason, sample: hex(sample) });
    if (this.#waiter !== null) this.#waiter.hasSeenBadFrame(error);
    else this.#queue?.fail(error);
  }

  #onText(bytes: Uint8Array): void {
    this.#emit('fromChip', 'text', bytes);
    for (const listener of this.#textListeners) listener(bytes);
  }

  #onClose(reason: CloseReason): void {
    const { path } = this.transport;
    this.#closed ??=
      reason === 'unplugged' ? new AppError('port.unplugged', { path }) : new AppError('port.notOpen', { path });
    this.#waiter?.reject(this.#closed);
    this.#queue?.fail(this.#closed);
  }

  #note(text: string): void {
    this.#emit('note', text, null);
  }

  #emit(direction: TraceEvent['direction'], text: string, bytes: Uint8Array | null): void {
    this.trace?.({ atMs: this.transport.clock.nowMs(), direction, text, bytes: bytes?.slice() ?? null });
  }
}

function joined(head: Uint8Array, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + data.length);
  whole.set(head);
  whole.set(data, head.length);
  return whole;
}

function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
