/**
 * The seam between the engine and whatever carries its bytes: a serial port, a TCP socket or a
 * virtual board. A transport owns the wire AND time, so that a whole integration suite can run on a
 * fake clock in seconds and the engine itself needs neither timers nor streams.
 */

/** Time as the engine sees it. Milliseconds, monotonic; the origin means nothing. */
export interface Clock {
  nowMs(): number;
  /** Calls `callback` once after `delayMs`; the returned function cancels it (harmless when late). */
  after(delayMs: number, callback: () => void): () => void;
}

/** The two modem control outputs. `true` = asserted (the pin is at its active, low, level). */
export interface ModemLines {
  readonly dtr: boolean;
  readonly rts: boolean;
}

/** How the chip shows up on the other end; decides which reset strategies make sense. */
export type LinkKind = 'usbUartBridge' | 'usbSerialJtag' | 'usbOtg' | 'network' | 'unknown';

/** Facts about the link that do not change while the transport exists. */
export interface LinkFacts {
  readonly kind: LinkKind;
  /** False on plain TCP and on a pty: no reset by lines, the board has to be in download mode already. */
  readonly hasModemLines: boolean;
  /** False where a host-side rate means nothing (plain TCP): CHANGE_BAUDRATE is then not sent. */
  readonly hasBaudRate: boolean;
  /** True where both lines change in one call (Unix ioctl), which allows the tight reset sequence. */
  readonly setsLinesTogether: boolean;
  /** How much later than over a cable an answer may come; absent on a cable. */
  readonly answerDelayMs?: number;
}

/** Why a transport stopped: we closed it, or the far side went away. */
export type CloseReason = 'closed' | 'unplugged';

/**
 * A byte pipe to one board. Errors are `AppError`s with a `port.*` code. All methods except
 * `open`, `onBytes` and `onClose` reject with `port.notOpen` or `port.gone` once it is closed.
 */
export interface Transport {
  /** What the user calls it: `COM3`, `/dev/ttyUSB0`, `socket://10.0.0.5:5555`, `sim://esp32c3`. */
  readonly path: string;
  readonly link: LinkFacts;
  readonly clock: Clock;

  /** Opens with DTR and RTS both released, 8N1. `port.busy | notFound | forbidden | openFailed | unreachable`. */
  open(baudRate: number): Promise<void>;
  /** Idempotent; resolves when the operating system has let go of the port. Never rejects. */
  close(): Promise<void>;
  /** Resolves when the bytes have left this process (drained), so that back pressure is felt. */
  write(bytes: Uint8Array): Promise<void>;
  setBaudRate(baudRate: number): Promise<void>;
  /** No-op on a link without modem lines. */
  setModemLines(lines: ModemLines): Promise<void>;
  /** Forgets received bytes that the operating system still holds and that no listener has seen. */
  discardInput(): Promise<void>;

  /** Bytes in arrival order; the array must not be kept without copying. Returns the unsubscribe. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** Called at most once per open. */
  onClose(listener: (reason: CloseReason) => void): () => void;
}
