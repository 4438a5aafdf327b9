import type { Socket } from 'node:net';
import type { ModemLines, Transport } from '../../engine/transport/transport';
import {
  comPortOption,
  control,
  controlSubject,
  decodeComPortMessage,
  eightBits,
  encodeComPortMessage,
  noParity,
  oneStopBit,
  purge,
  type ComPortMessage,
} from './com-port-option';
import { serverSignature } from './server-signature';
import { encodeNegotiation, encodeSubnegotiation, encodeTelnetData, TelnetDecoder, telnetOptions } from './telnet';
import { TelnetNegotiation } from './telnet-negotiation';

/** What a client that does not read may leave unread; a serial port would have lost it long before. */
const longestBacklogBytes = 1 << 20;

/**
 * How long "DTR on" may wait for the "RTS off" that belongs to it. pySerial looks for an answer to the first
 * every 50 ms before it sends the second.
 */
const lineSettlingMs = 400;

/** Something that one client wants done, in the order in which it said so. */
type Wish =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'message'; readonly message: ComPortMessage };

/**
 * One client at one open port. Nothing more is taken in from the client until the port has what came before:
 * that is what the client feels as back pressure, and it keeps a change of the baud rate in its place.
 */
export class PortSession {
  private readonly negotiation: TelnetNegotiation;
  private readonly decoder: TelnetDecoder;
  private readonly wishes: Wish[] = [];
  private readonly held: Uint8Array[] = [];
  private heldBytes = 0;
  private isHeld = false;
  private hasIntroducedItself = false;
  /** As the client wants them. */
  private lines: ModemLines = { dtr: false, rts: false };
  private cancelLateLines: () => void = () => undefined;

  constructor(
    private readonly socket: Socket,
    private readonly transport: Transport,
    private baudRate: number,
  ) {
    const { binary, suppressGoAhead } = telnetOptions;
    this.negotiation = new TelnetNegotiation(
      { local: [binary, suppressGoAhead, comPortOption], remote: [binary, suppressGoAhead, comPortOption] },
      (verb, option) => this.send(encodeNegotiation(verb, option)),
    );
    this.decoder = new TelnetDecoder({
      onData: (bytes) => this.wishes.push({ kind: 'data', bytes: bytes.slice() }),
      onNegotiation: (verb, option) => {
        this.negotiation.receive(verb, option);
        this.introduceItself();
      },
      onSubnegotiation: (option, payload) => {
        const message = option === comPortOption ? decodeComPortMessage(payload, 'client') : null;
        if (message !== null) this.wishes.push({ kind: 'message', message });
      },
    });
  }

  /** Serves until the connection or the port is gone. */
  async run(): Promise<void> {
    const { socket, transport } = this;
    const stopBytes = transport.onBytes((bytes) => this.toClient(bytes));
    const stopClose = transport.onClose(() => socket.destroy());
    try {
      await new Promise<void>((resolve) => {
        socket.on('close', () => resolve());
        socket.on('end', () => socket.end());
        let isFirst = true;
        socket.on('data', (bytes: Buffer) => {
          if (isFirst && isWebRequest(bytes)) {
            socket.destroy();
            return;
          }
          isFirst = false;
          socket.pause();
          this.decoder.push(bytes);
          void this.fulfil().then(
            () => socket.resume(),
            () => socket.destroy(),
          );
        });
        if (socket.destroyed) resolve();
        this.negotiation.ask();
        socket.resume();
      });
    } finally {
      this.cancelLateLines();
      stopBytes();
      stopClose();
    }
  }

  private async fulfil(): Promise<void> {
    for (let wish = this.wishes.shift(); wish !== undefined; wish = this.wishes.shift()) {
      if (wish.kind === 'data') await this.transport.write(wish.bytes);
      else await this.fulfilMessage(wish.message);
    }
  }

  private async fulfilMessage(message: ComPortMessage): Promise<void> {
    switch (message.command) {
      case 'signature':
        if (message.text === '') this.answer({ command: 'signature', text: serverSignature(this.transport.link.kind) });
        return;
      case 'baudRate':
        await this.changeBaudRate(message.value);
        return;
      case 'dataSize':
        this.answer({ command: 'dataSize', value: eightBits });
        return;
      case 'parity':
        this.answer({ command: 'parity', value: noParity });
        return;
      case 'stopSize':
        this.answer({ command: 'stopSize', value: oneStopBit });
        return;
      case 'control':
        await this.changeControl(message.value);
        return;
      case 'purge':
        // There is nothing left to send: whatever came before this has gone out already.
        if (message.value !== purge.toSend) await this.transport.discardInput();
        this.answer(message);
        return;
      case 'suspend':
        this.isHeld = true;
        return;
      case 'resume':
        this.isHeld = false;
        for (const bytes of this.held.splice(0)) this.send(bytes);
        this.heldBytes = 0;
        return;
      case 'lineStateMask':
      case 'modemStateMask':
        this.answer(message);
        return;
      case 'lineState':
      case 'modemState':
        // Asked by clients that poll. Input lines are not known here, so none is asserted.
        this.answer({ command: message.command, value: 0 });
        return;
    }
  }

  private async changeBaudRate(baudRate: number): Promise<void> {
    if (baudRate !== 0) {
      try {
        await this.transport.setBaudRate(baudRate);
        this.baudRate = baudRate;
      } catch {
        // The answer says which rate is in force.
      }
    }
    this.answer({ command: 'baudRate', value: this.baudRate });
  }

  private async changeControl(value: number): Promise<void> {
    switch (controlSubject(value)) {
      case 'dtr':
      case 'rts':
        await this.changeLines(value);
        return;
      case 'flow':
        this.answer({ command: 'control', value: control.noFlow });
        return;
      case 'inboundFlow':
        this.answer({ command: 'control', value: control.noInboundFlow });
        return;
      case 'break':
        this.answer({ command: 'control', value: control.breakOff });
        return;
    }
  }

  /**
   * Between "BOOT low" and "EN high" no round trip may lie. Many clients send the one, wait, and send the other;
   * so the step between the two, both lines asserted after EN was low, waits for what follows. A chip's own USB
   * counts on every step, and there is no circuit that could be too fast for it.
   */
  private async setLines(lines: ModemLines): Promise<void> {
    const before = this.lines;
    this.lines = lines;
    this.cancelLateLines();
    const { kind } = this.transport.link;
    const hasCircuit = kind !== 'usbSerialJtag' && kind !== 'usbOtg';
    const isStepBetween = !before.dtr && before.rts && lines.dtr && lines.rts;
    if (hasCircuit && isStepBetween) {
      this.cancelLateLines = this.transport.clock.after(lineSettlingMs, () => {
        this.transport.setModemLines(lines).catch(() => this.socket.destroy());
      });
    } else {
      await this.transport.setModemLines(lines);
    }
  }

  /**
   * Both lines in one call where the client wants both.
   */
  private async changeLines(value: number): Promise<void> {
    const values = [value];
    const next = this.wishes[0];
    if (next?.kind === 'message' && next.message.command === 'control') {
      const subjects = [controlSubject(value), controlSubject(next.message.value)];
      if (subjects.includes('dtr') && subjects.includes('rts')) {
        values.push(next.message.value);
        this.wishes.shift();
      }
    }
    if (values.some((each) => each !== control.dtrRequest && each !== control.rtsRequest)) {
      await this.setLines(values.reduce(withControl, this.lines));
    }
    for (const each of values) {
      const isDtr = controlSubject(each) === 'dtr';
      const state = isDtr
        ? this.lines.dtr
          ? control.dtrOn
          : control.dtrOff
        : this.lines.rts
          ? control.rtsOn
          : control.rtsOff;
      this.answer({ command: 'control', value: state });
    }
  }

  private introduceItself(): void {
    if (this.hasIntroducedItself || !this.negotiation.isOn(comPortOption)) return;
    this.hasIntroducedItself = true;
    this.answer({ command: 'signature', text: serverSignature(this.transport.link.kind) });
  }

  private toClient(bytes: Uint8Array): void {
    if (this.socket.writableLength + this.heldBytes > longestBacklogBytes) return;
    const encoded = Uint8Array.from(encodeTelnetData(bytes));
    if (!this.isHeld) {
      this.send(encoded);
      return;
    }
    this.held.push(encoded);
    this.heldBytes += encoded.length;
  }

  private answer(message: ComPortMessage): void {
    this.send(encodeSubnegotiation(comPortOption, encodeComPortMessage(message, 'server')));
  }

  private send(bytes: Uint8Array): void {
    if (this.socket.writable) this.socket.write(bytes);
  }
}

/**
 * Any page that is open in a browser may send a request to any port of this computer, with a body of its choice: bytes that
 * reset the board and write to it. A browser always begins with its method.
 */
function isWebRequest(bytes: Buffer): boolean {
  return /^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|TRACE|CONNECT) /.test(bytes.toString('latin1', 0, 8));
}

function withControl(lines: ModemLines, value: number): ModemLines {
  switch (value) {
    case control.dtrOn:
    case control.dtrOff:
      return { ...lines, dtr: value === control.dtrOn };
    case control.rtsOn:
    case control.rtsOff:
      return { ...lines, rts: value === control.rtsOn };
    default:
      return lines;
  }
}
