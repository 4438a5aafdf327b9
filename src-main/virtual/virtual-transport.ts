import { AppError } from '../../src-shared/errors/app-error';
import type { CloseReason, Clock, LinkFacts, LinkKind, ModemLines, Transport } from '../engine/transport/transport';
import type { Wiring } from './modem-lines';
import type { VirtualBoard } from './virtual-board';

export { parseTrouble } from './troubles';

/** How the link to a virtual board looks to its host. */
export interface VirtualTransportOptions {
  /** Default: `sim://` and the chip's id. */
  readonly path?: string;
  /** False where each line takes a call of its own, as on Windows. Default: true. */
  readonly setsLinesTogether?: boolean;
}

const linkKinds: Readonly<Record<Wiring, LinkKind>> = {
  uartBridge: 'usbUartBridge',
  usbSerialJtag: 'usbSerialJtag',
  none: 'network',
};

/** A virtual board as a port that can be opened; the board lives on when the port is closed. */
export function createVirtualTransport(board: VirtualBoard, options: VirtualTransportOptions = {}): Transport {
  return new VirtualTransport(board, options);
}

/** Boards whose port is open: a port can be open only once. */
const openBoards = new WeakSet<VirtualBoard>();

class VirtualTransport implements Transport {
  readonly path: string;
  readonly link: LinkFacts;
  private readonly byteListeners = new Set<(bytes: Uint8Array) => void>();
  private readonly closeListeners = new Set<(reason: CloseReason) => void>();
  private detach: (() => void) | null = null;
  private wasUnplugged = false;

  constructor(
    private readonly board: VirtualBoard,
    options: VirtualTransportOptions,
  ) {
    this.path = options.path ?? `sim://${board.descriptor.id}`;
    this.link = {
      kind: linkKinds[board.wiring],
      hasModemLines: board.wiring !== 'none',
      hasBaudRate: board.wiring === 'uartBridge',
      setsLinesTogether: options.setsLinesTogether ?? true,
    };
  }

  get clock(): Clock {
    return this.board.clock;
  }

  open(baudRate: number): Promise<void> {
    return attempt(() => {
      if (this.board.activity === 'unplugged') throw new AppError('port.notFound', { path: this.path });
      if (openBoards.has(this.board)) throw new AppError('port.busy', { path: this.path });
      openBoards.add(this.board);
      this.wasUnplugged = false;
      const stopBytes = this.board.onBytes((bytes) => {
        for (const listener of [...this.byteListeners]) listener(bytes);
      });
      const stopUnplug = this.board.onUnplug(() => {
        this.wasUnplugged = true;
        this.shut('unplugged');
      });
      this.detach = () => {
        stopBytes();
        stopUnplug();
      };
      this.board.setHostBaudRate(baudRate);
      this.board.setModemLines({ dtr: false, rts: false });
    });
  }

  close(): Promise<void> {
    this.shut('closed');
    return Promise.resolve();
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.assertOpen();
    await this.board.receive(bytes);
    // The far end may have gone while the bytes were on their way.
    this.assertOpen();
  }

  setBaudRate(baudRate: number): Promise<void> {
    return attempt(() => {
      this.assertOpen();
      this.board.setHostBaudRate(baudRate);
    });
  }

  setModemLines(lines: ModemLines): Promise<void> {
    return attempt(() => {
      this.assertOpen();
      this.board.setModemLines(lines);
    });
  }

  discardInput(): Promise<void> {
    return attempt(() => this.assertOpen());
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.byteListeners.add(listener);
    return () => void this.byteListeners.delete(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    this.closeListeners.add(listener);
    return () => void this.closeListeners.delete(listener);
  }

  private shut(reason: CloseReason): void {
    if (this.detach === null) return;
    this.detach();
    this.detach = null;
    this.board.hostLeft();
    openBoards.delete(this.board);
    for (const listener of [...this.closeListeners]) listener(reason);
  }

  private assertOpen(): void {
    if (this.detach !== null) return;
    throw new AppError(this.wasUnplugged ? 'port.unplugged' : 'port.notOpen', { path: this.path });
  }
}

/** Runs `action` and turns what it throws into a rejection. */
function attempt(action: () => void): Promise<void> {
  return new Promise((resolve) => {
    action();
    resolve();
  });
}
