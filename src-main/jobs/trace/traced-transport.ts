import type { TraceSink } from '../../engine/loader/connection';
import type { CloseReason, Clock, LinkFacts, ModemLines, Transport } from '../../engine/transport/transport';

const state = (isAsserted: boolean): string => (isAsserted ? 'on' : 'off');

/** The same transport, which notes what is done with the modem lines and the rate: resets are made of nothing else. */
export class TracedTransport implements Transport {
  constructor(
    private readonly inner: Transport,
    private readonly trace: TraceSink,
  ) {}

  get path(): string {
    return this.inner.path;
  }

  get link(): LinkFacts {
    return this.inner.link;
  }

  get clock(): Clock {
    return this.inner.clock;
  }

  async open(baudRate: number): Promise<void> {
    await this.inner.open(baudRate);
    this.note(`open ${this.inner.link.kind}, ${baudRate} baud`);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.inner.write(bytes);
  }

  setBaudRate(baudRate: number): Promise<void> {
    this.note(`${baudRate} baud`);
    return this.inner.setBaudRate(baudRate);
  }

  setModemLines(lines: ModemLines): Promise<void> {
    this.note(`DTR ${state(lines.dtr)}, RTS ${state(lines.rts)}`);
    return this.inner.setModemLines(lines);
  }

  discardInput(): Promise<void> {
    return this.inner.discardInput();
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.inner.onBytes(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    return this.inner.onClose(listener);
  }

  private note(text: string): void {
    this.trace({ atMs: this.clock.nowMs(), direction: 'line', text, bytes: null });
  }
}
