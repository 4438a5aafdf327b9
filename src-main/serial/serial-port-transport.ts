import { SerialPort } from 'serialport';
import { AppError } from '../../src-shared/errors/app-error';
import type { Clock, CloseReason, LinkFacts, LinkKind, ModemLines, Transport } from '../engine/transport/transport';
import { toPortOpenError, tidyReason } from './port-open-error';
import { TransportListeners } from './transport-listeners';
import { within } from './within';

/** What a serial transport needs besides its path. */
export interface SerialPortOptions {
  readonly clock: Clock;
  /** How the chip is wired to this port, asked while opening; decides which resets are tried. */
  readonly linkKindOf: (path: string) => Promise<LinkKind>;
  /** How long the port may accept nothing, beyond the time that the bytes themselves take. */
  readonly writeTimeoutMs?: number;
}

/** A driver that takes longer than this to let go of a port is left behind. */
const closeTimeoutMs = 2000;
const defaultWriteTimeoutMs = 5000;

/** What writing to a device that was pulled out gives: EIO and ENXIO on Unix, an aborted operation on Windows. */
const deviceIsGone =
  // The last two are Windows: ERROR_NO_SUCH_DEVICE and ERROR_DEVICE_NOT_CONNECTED, which the binding has no words for.
  /Input\/output error|\bEIO\b|ENXIO|No such device|Device not configured|GetOverlappedResult|error code (?:433|1167)\b/i;

/** A real serial port. Opens without touching the board: both lines end up released. */
export class SerialPortTransport implements Transport {
  readonly clock: Clock;
  private readonly listeners = new TransportListeners();
  private port: SerialPort | null = null;
  private kind: LinkKind = 'unknown';
  private hasModemLines = true;
  private wasUnplugged = false;
  private closing: Promise<void> | null = null;

  constructor(
    readonly path: string,
    private readonly options: SerialPortOptions,
  ) {
    this.clock = options.clock;
  }

  get link(): LinkFacts {
    return {
      kind: this.kind,
      hasModemLines: this.hasModemLines,
      hasBaudRate: true,
      // The Windows driver model has one call per line; everywhere else it is one ioctl.
      setsLinesTogether: process.platform !== 'win32',
    };
  }

  async open(baudRate: number): Promise<void> {
    await this.closing;
    if (this.port !== null) return;
    const [port, kind] = await Promise.all([
      this.openPort(baudRate),
      this.options.linkKindOf(this.path).catch((): LinkKind => 'unknown'),
    ]);
    this.kind = kind;
    this.wasUnplugged = false;
    this.port = port;
    port.on('data', (bytes: Uint8Array) => this.listeners.bytesArrived(bytes));
    port.on('close', () => this.portGone(port));
    port.on('end', () => this.portGone(port));
    // A failing write reports through its own callback; without a listener the event would end the process.
    port.on('error', () => undefined);
    this.hasModemLines = true;
    await this.setModemLines({ dtr: false, rts: false });
  }

  close(): Promise<void> {
    this.closing ??= this.closePort().finally(() => {
      this.closing = null;
    });
    return this.closing;
  }

  async write(bytes: Uint8Array): Promise<void> {
    const port = this.openedPort();
    const wireMs = (bytes.length * 10_000) / port.baudRate;
    const written = this.call((done) => {
      port.write(Buffer.from(bytes), (error) => {
        if (error) done(error);
        else port.drain(done);
      });
    });
    const { writeTimeoutMs = defaultWriteTimeoutMs } = this.options;
    try {
      await within(this.clock, writeTimeoutMs + 2 * wireMs, written, () => new Error('the port accepts no data'));
    } catch (error) {
      throw this.failure(error, (reason) => new AppError('port.writeFailed', { path: this.path, reason }));
    }
  }

  async setBaudRate(baudRate: number): Promise<void> {
    const port = this.openedPort();
    try {
      await this.call((done) => port.update({ baudRate }, done));
    } catch (error) {
      throw this.failure(error, () => new AppError('port.baudRateRefused', { path: this.path, baudRate }));
    }
  }

  async setModemLines(lines: ModemLines): Promise<void> {
    const port = this.openedPort();
    if (!this.hasModemLines) return;
    try {
      // A flag that is left out takes the binding's default, and that is "asserted" for both lines.
      await this.call((done) => port.set({ dtr: lines.dtr, rts: lines.rts, brk: false }, done));
    } catch (error) {
      if (error instanceof Error && isNoModemLines(error)) {
        this.hasModemLines = false;
        return;
      }
      throw this.failure(error, (reason) => new AppError('port.writeFailed', { path: this.path, reason }));
    }
  }

  async discardInput(): Promise<void> {
    const port = this.openedPort();
    try {
      await this.call((done) => port.flush(done));
    } catch (error) {
      throw this.failure(error, (reason) => new AppError('port.writeFailed', { path: this.path, reason }));
    }
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.listeners.onBytes(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    return this.listeners.onClose(listener);
  }

  private async openPort(baudRate: number): Promise<SerialPort> {
    try {
      // hupcl decides on Windows whether DTR is asserted on opening, and elsewhere whether closing resets the board.
      const port = new SerialPort({ path: this.path, baudRate, autoOpen: false, hupcl: false });
      await this.call((done) => port.open(done));
      return port;
    } catch (error) {
      throw await toPortOpenError(this.path, error);
    }
  }

  private async closePort(): Promise<void> {
    const port = this.port;
    if (port === null) return;
    this.port = null;
    port.removeAllListeners('data');
    try {
      // What nobody reads would keep the driver waiting for it to be sent.
      await within(
        this.clock,
        closeTimeoutMs / 2,
        this.call((done) => port.flush(done)),
        timedOut,
      ).catch(() => null);
      if (port.isOpen)
        await within(
          this.clock,
          closeTimeoutMs,
          this.call((done) => port.close(done)),
          timedOut,
        );
    } catch {
      // The operating system did not let go in time or had done so before: nothing is left to do here.
    }
    this.listeners.closed('closed');
  }

  private portGone(port: SerialPort): void {
    if (this.port !== port) return;
    this.port = null;
    this.wasUnplugged = true;
    if (port.isOpen) port.close(() => undefined);
    this.listeners.closed('unplugged');
  }

  private openedPort(): SerialPort {
    if (this.port !== null) return this.port;
    throw new AppError(this.wasUnplugged ? 'port.unplugged' : 'port.notOpen', { path: this.path });
  }

  private failure(error: unknown, otherwise: (reason: string) => AppError): AppError {
    const message = error instanceof Error ? error.message : String(error);
    // A call may fail before the event that says the same.
    if (this.port !== null && deviceIsGone.test(message)) this.portGone(this.port);
    if (this.wasUnplugged) return new AppError('port.unplugged', { path: this.path }, { cause: error });
    if (this.port === null) return new AppError('port.notOpen', { path: this.path }, { cause: error });
    return otherwise(tidyReason(message));
  }

  private call(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      start((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }
}

/** A pseudo terminal has no modem lines: ENOTTY. Some adapters' drivers say EINVAL for the same. */
function isNoModemLines(error: Error): boolean {
  return /Inappropriate ioctl|ENOTTY|Invalid argument/i.test(error.message);
}

function timedOut(): Error {
  return new Error('timed out');
}
