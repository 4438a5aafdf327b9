import type { CloseReason, LinkFacts, Transport } from '../../../src-main/engine/transport/transport';
import { SlipDecoder, encodeSlip } from '../../../src-main/engine/slip/slip';
import { FakeClock } from '../../../src-main/virtual/fake-clock';

/** A wire whose far end is a function of the frames that the host sends. */
export class ScriptedTransport implements Transport {
  readonly path = 'test://wire';
  link: LinkFacts = { kind: 'usbUartBridge', hasModemLines: true, hasBaudRate: true, setsLinesTogether: true };
  readonly sent: Uint8Array[] = [];
  readonly baudRates: number[] = [];
  discards = 0;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  readonly #closeListeners = new Set<(reason: CloseReason) => void>();
  readonly #decoder: SlipDecoder;

  constructor(
    private readonly onFrame: (frame: Uint8Array, wire: ScriptedTransport) => void = () => undefined,
    readonly clock: FakeClock = new FakeClock({ autoAdvance: true }),
  ) {
    this.#decoder = new SlipDecoder({
      onFrame: (frame) => {
        this.sent.push(frame);
        // As on a real wire, the answer never comes before the write has been taken.
        queueMicrotask(() => this.onFrame(frame, this));
      },
      onBadFrame: () => undefined,
      onText: () => undefined,
    });
  }

  get listenerCount(): number {
    return this.#listeners.size + this.#closeListeners.size;
  }

  /** Bytes from the chip, as they stand. */
  receive(bytes: Uint8Array): void {
    for (const listener of this.#listeners) listener(bytes);
  }

  /** A reply: header, data and status in one frame. */
  reply(opcode: number, { value = 0, body = [0, 0, 0, 0] }: { value?: number; body?: readonly number[] } = {}): void {
    const frame = new Uint8Array(8 + body.length);
    const view = new DataView(frame.buffer);
    view.setUint8(0, 1);
    view.setUint8(1, opcode);
    view.setUint16(2, body.length, true);
    view.setUint32(4, value, true);
    frame.set(body, 8);
    this.receive(encodeSlip(frame));
  }

  unplug(): void {
    for (const listener of this.#closeListeners) listener('unplugged');
  }

  open(): Promise<void> {
    return Promise.resolve();
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
  write(bytes: Uint8Array): Promise<void> {
    this.#decoder.push(bytes);
    return Promise.resolve();
  }
  setBaudRate(baudRate: number): Promise<void> {
    this.baudRates.push(baudRate);
    return Promise.resolve();
  }
  setModemLines(): Promise<void> {
    return Promise.resolve();
  }
  discardInput(): Promise<void> {
    this.discards += 1;
    return Promise.resolve();
  }
  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  onClose(listener: (reason: CloseReason) => void): () => void {
    this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }
}

/** Opcode of a frame that the host sent. */
export const opcodeOf = (frame: Uint8Array): number => frame[1] ?? -1;
