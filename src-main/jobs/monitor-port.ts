import { AppError, isAppError } from '../../src-shared/errors/app-error';
import type { MonitorSettings } from '../../src-shared/ipc/contract';
import { lines as line } from '../engine/reset/line-sequence';
import { hardReset, strategiesFor } from '../engine/reset/reset-strategies';
import type { CloseReason, LinkFacts, ModemLines, Transport } from '../engine/transport/transport';
import type { ConnectPreferences } from './dependencies';

/** Pieces of a long text: between them the board may say something, and a person may think better of it. */
const writeBytes = 1024;

/**
 * What DTR and RTS should be while somebody listens. Both at the same level leave the usual circuits of EN and BOOT
 * alone, released or asserted, so a board is neither reset nor held. A program that talks USB by itself takes an
 * asserted DTR for a terminal that is there, and is silent without.
 */
export function linesWhileListening({ kind }: LinkFacts, wish: MonitorSettings['lines']): ModemLines {
  const isAsserted = wish === 'asserted' || (wish === 'automatic' && kind === 'usbOtg');
  return line(isAsserted, isAsserted);
}

/** An open port that is listened to: what can be done there besides, one thing after the other. */
export class MonitorPort {
  private queue: Promise<unknown> = Promise.resolve();
  private closed: CloseReason | null = null;

  constructor(
    private readonly transport: Transport,
    private readonly preferences: Pick<ConnectPreferences, 'customResetSequence' | 'tuning'>,
  ) {
    transport.onClose((reason) => {
      this.closed = reason;
    });
  }

  get canReset(): boolean {
    return this.transport.link.hasModemLines;
  }

  /**
   * Opens without touching the board, then brings the lines to where they are wanted.
   *
   * @throws AppError `port.*`.
   */
  async open(baudRate: number, wish: MonitorSettings['lines']): Promise<void> {
    await this.transport.open(baudRate);
    await this.setLines(wish);
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.transport.onBytes(listener);
  }

  /** Told at once where it is closed already. */
  onClose(listener: (reason: CloseReason) => void): () => void {
    if (this.closed !== null) listener(this.closed);
    return this.transport.onClose(listener);
  }

  async close(): Promise<void> {
    await this.transport.close();
  }

  setRate(baudRate: number): Promise<void> {
    return this.inTurn(() => this.transport.setBaudRate(baudRate));
  }

  setLines(wish: MonitorSettings['lines']): Promise<void> {
    return this.inTurn(() => this.transport.setModemLines(linesWhileListening(this.transport.link, wish)));
  }

  /** Restarts the board; afterwards the lines are again as wished. A port that goes away by it is no failure. */
  reset(into: 'app' | 'downloadMode', wish: MonitorSettings['lines']): Promise<void> {
    const { transport, preferences } = this;
    return this.inTurn(async () => {
      if (into === 'app') await hardReset(transport, undefined, preferences.tuning.hardResetSequence);
      else {
        const [strategy] = strategiesFor(transport.link, 'default-reset', preferences.customResetSequence);
        await strategy?.enterDownloadMode(transport).catch((error: unknown) => {
          if (!goesAwayByReset(transport.link) || !isAppError(error) || !error.code.startsWith('port.')) throw error;
        });
      }
      await transport.setModemLines(linesWhileListening(transport.link, wish)).catch(() => undefined);
    });
  }

  /** `signal` stops between two pieces of a long text. */
  send(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    return this.inTurn(async () => {
      for (let at = 0; at < bytes.length; at += writeBytes) {
        if (signal.aborted) throw new AppError('job.cancelled', {});
        await this.transport.write(bytes.subarray(at, at + writeBytes));
      }
    });
  }

  private inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.queue.then(action);
    this.queue = done.catch(() => undefined);
    return done;
  }
}

/** The chip's own USB goes away with the chip. */
function goesAwayByReset({ kind }: LinkFacts): boolean {
  return kind === 'usbSerialJtag' || kind === 'usbOtg';
}
