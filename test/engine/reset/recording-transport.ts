import type { LinkFacts, LinkKind, ModemLines, Transport } from '../../../src-main/engine/transport/transport';
import { FakeClock } from '../../../src-main/virtual/fake-clock';

/** Facts of a link of the given kind, as a serial port on Linux or macOS has them. */
export function link(kind: LinkKind, facts: Partial<LinkFacts> = {}): LinkFacts {
  return { kind, hasModemLines: true, hasBaudRate: true, setsLinesTogether: true, ...facts };
}

/** A transport that writes down when its lines were set to what, and can break. */
export class RecordingTransport implements Transport {
  readonly path = 'test';
  readonly clock = new FakeClock({ autoAdvance: true });
  /** `100 0,1`: after 100 ms, DTR released and RTS asserted. */
  readonly log: string[] = [];
  lines: ModemLines = { dtr: false, rts: false };
  /** What setting the lines throws, from the call with this number on. */
  failure: { fromCall: number; error: Error } | null = null;
  private calls = 0;

  constructor(readonly link: LinkFacts) {}

  setModemLines(lines: ModemLines): Promise<void> {
    this.calls++;
    if (this.failure !== null && this.calls >= this.failure.fromCall) return Promise.reject(this.failure.error);
    this.lines = lines;
    this.log.push(`${this.clock.nowMs()} ${lines.dtr ? 1 : 0},${lines.rts ? 1 : 0}`);
    return Promise.resolve();
  }

  setBaudRate(baudRate: number): Promise<void> {
    this.log.push(`${this.clock.nowMs()} baud ${baudRate}`);
    return Promise.resolve();
  }

  open = (): Promise<void> => Promise.resolve();
  close = (): Promise<void> => Promise.resolve();
  write = (): Promise<void> => Promise.resolve();
  discardInput = (): Promise<void> => Promise.resolve();
  onBytes = (): (() => void) => () => undefined;
  onClose = (): (() => void) => () => undefined;
}
