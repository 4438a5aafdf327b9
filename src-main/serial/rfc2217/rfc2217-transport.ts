import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import type { Clock, CloseReason, LinkFacts, LinkKind, ModemLines, Transport } from '../../engine/transport/transport';
import { sleep } from '../../engine/transport/sleep';
import { TcpConnection } from '../tcp-connection';
import { TransportListeners } from '../transport-listeners';
import { Answers } from './answers';
import {
  comPortOption,
  control,
  decodeComPortMessage,
  eightBits,
  encodeComPortMessage,
  lineMessages,
  noParity,
  oneStopBit,
  purge,
  type ComPortMessage,
} from './com-port-option';
import { parseRfc2217Address, type Rfc2217Address } from './rfc2217-address';
import { linkKindFromSignature } from './server-signature';
import { encodeNegotiation, encodeSubnegotiation, encodeTelnetData, TelnetDecoder, telnetOptions } from './telnet';
import { TelnetNegotiation } from './telnet-negotiation';

/** Longest text that a server may say instead of opening the port, such as `Port already in use`. */
const longestExcuse = 200;
/** How long a server may think before its first words; some never say any unasked. */
const firstWordsMs = 100;
const checkMs = 5;
const defaultWriteTimeoutMs = 10_000;

/**
 * A serial port of another machine, by RFC 2217: baud rate and modem lines travel along, so that a board is
 * reset as if it were here.
 */
export class Rfc2217Transport implements Transport {
  private readonly address: Rfc2217Address;
  private readonly listeners = new TransportListeners();
  private readonly connection: TcpConnection;
  private readonly answers: Answers;
  private negotiation: TelnetNegotiation | null = null;
  private decoder: TelnetDecoder | null = null;
  private kind: LinkKind = 'network';
  /** Text that came before the server agreed to anything. */
  private excuse = '';
  private hasHeardServer = false;
  private isReady = false;
  private isSuspended = false;
  private awaitsLines: boolean;
  private awaitsPurge = true;
  private isPurging = false;

  constructor(
    readonly path: string,
    readonly clock: Clock,
    private readonly options: { readonly writeTimeoutMs?: number | undefined } = {},
  ) {
    this.address = parseRfc2217Address(path);
    this.awaitsLines = this.address.awaitsLines;
    this.answers = new Answers(clock, this.address.answerTimeoutMs);
    this.connection = new TcpConnection({
      path,
      clock,
      address: this.address,
      writeTimeoutMs: options.writeTimeoutMs,
      onBytes: (bytes) => {
        this.hasHeardServer = true;
        this.decoder?.push(bytes);
      },
      onHangUp: () => this.hungUp(),
    });
  }

  get link(): LinkFacts {
    // Both lines go out in one packet, which sets them closer together than two round trips could.
    const { answerDelayMs } = this.connection;
    return { kind: this.kind, hasModemLines: true, hasBaudRate: true, setsLinesTogether: true, answerDelayMs };
  }

  async open(baudRate: number): Promise<void> {
    if (this.isReady) return;
    this.startAfresh();
    await this.connection.open();
    try {
      await this.negotiate();
      await this.configure(baudRate);
      this.isReady = true;
    } catch (error) {
      await this.connection.close();
      throw isAppError(error, 'port.unplugged') ? this.refusal() : error;
    }
  }

  async close(): Promise<void> {
    this.isReady = false;
    this.answers.giveUp();
    if (await this.connection.close()) this.listeners.closed('closed');
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.connection.assertOpen();
    if (this.isSuspended) await this.untilResumed();
    await this.connection.write(encodeTelnetData(bytes));
  }

  async setBaudRate(baudRate: number): Promise<void> {
    const message = { command: 'baudRate', value: baudRate } as const;
    const [answer] = await this.ask([message]);
    if (answer === null || answer === undefined) throw await this.silence();
    if (answer.command === 'baudRate' && answer.value !== baudRate) {
      throw new AppError('port.baudRateRefused', { path: this.path, baudRate });
    }
  }

  async setModemLines(lines: ModemLines): Promise<void> {
    const messages = lineMessages(lines);
    if (!this.awaitsLines) {
      await this.tell(messages);
      return;
    }
    const answers = await this.ask(messages);
    await this.connection.assertOpen();
    // Some servers do as they are told without a word; waiting for it would spoil every reset to come.
    if (answers.includes(null)) this.awaitsLines = false;
  }

  async discardInput(): Promise<void> {
    const message = { command: 'purge', value: purge.received } as const;
    if (!this.awaitsPurge) {
      await this.tell([message]);
      return;
    }
    // What was on its way when we asked is part of what is to be forgotten.
    this.isPurging = true;
    try {
      const [answer] = await this.ask([message]);
      await this.connection.assertOpen();
      if (answer === null) this.awaitsPurge = false;
    } finally {
      this.isPurging = false;
    }
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.listeners.onBytes(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    return this.listeners.onClose(listener);
  }

  private startAfresh(): void {
    const { binary, suppressGoAhead } = telnetOptions;
    const wanted = [binary, suppressGoAhead, comPortOption];
    const negotiation = new TelnetNegotiation({ local: wanted, remote: wanted }, (verb, option) => {
      this.sendUnasked(encodeNegotiation(verb, option));
    });
    this.negotiation = negotiation;
    this.decoder = new TelnetDecoder({
      onData: (bytes) => this.receiveData(bytes),
      onNegotiation: (verb, option) => negotiation.receive(verb, option),
      onSubnegotiation: (option, payload) => {
        if (option === comPortOption) this.receiveMessage(decodeComPortMessage(payload, 'server'));
      },
    });
    this.kind = 'network';
    this.hasHeardServer = false;
    this.excuse = '';
    this.isSuspended = false;
  }

  /** Until the server has agreed to talk about its port. */
  private async negotiate(): Promise<void> {
    const { negotiation, path, clock } = this;
    if (negotiation === null) return;
    await this.hearServer();
    negotiation.ask();
    const endMs = clock.nowMs() + this.address.answerTimeoutMs;
    while (!negotiation.isOn(comPortOption)) {
      await this.connection.assertOpen();
      if (negotiation.isRefused(comPortOption) || clock.nowMs() >= endMs) {
        throw new AppError('port.unreachable', { path, reason: 'no RFC 2217 server is at that address' });
      }
      await sleep(clock, checkMs);
    }
  }

  /**
   * Servers speak first. One that says that the port is in use hangs up in the same breath; whatever we
   * sent to it then would make our system throw its words away unread.
   */
  private async hearServer(): Promise<void> {
    for (let waitedMs = 0; waitedMs < firstWordsMs && !this.hasHeardServer; waitedMs += checkMs) {
      await sleep(this.clock, checkMs);
    }
    await sleep(this.clock, checkMs);
    await this.connection.assertOpen();
  }

  private async configure(baudRate: number): Promise<void> {
    const askedMs = this.clock.nowMs();
    const [rate, ...others] = await this.ask([
      { command: 'baudRate', value: baudRate },
      { command: 'dataSize', value: eightBits },
      { command: 'parity', value: noParity },
      { command: 'stopSize', value: oneStopBit },
    ]);
    await this.connection.assertOpen();
    if (rate === null || rate === undefined || others.length !== 3) {
      throw new AppError('port.unreachable', { path: this.path, reason: 'the server does not set the port up' });
    }
    if (rate.command === 'baudRate' && rate.value !== baudRate) {
      throw new AppError('port.baudRateRefused', { path: this.path, baudRate });
    }
    this.connection.noteRoundTrip(this.clock.nowMs() - askedMs);
    // Nobody here wants to hear about input lines, and flow control would hold the bytes back.
    await this.tell([
      { command: 'modemStateMask', value: 0 },
      { command: 'lineStateMask', value: 0 },
      { command: 'control', value: control.noFlow },
    ]);
    await this.setModemLines({ dtr: false, rts: false });
  }

  /** Sends all at once; the answers come in the order of the messages, null for those that do not come. */
  private async ask(messages: readonly ComPortMessage[]): Promise<readonly (ComPortMessage | null)[]> {
    const answers = Promise.all(messages.map((message) => this.answers.expect(message)));
    await this.tell(messages);
    return answers;
  }

  private async tell(messages: readonly ComPortMessage[]): Promise<void> {
    const packets = messages.map((message) =>
      encodeSubnegotiation(comPortOption, encodeComPortMessage(message, 'client')),
    );
    await this.connection.write(Uint8Array.from(packets.flatMap((packet) => [...packet])));
  }

  private sendUnasked(bytes: Uint8Array): void {
    // A connection that is gone tells so by itself.
    this.connection.write(bytes).catch(() => undefined);
  }

  private receiveData(bytes: Uint8Array): void {
    if (this.isReady) {
      if (!this.isPurging) this.listeners.bytesArrived(bytes);
    } else if (this.excuse.length < longestExcuse) {
      this.excuse += String.fromCharCode(...bytes.subarray(0, longestExcuse));
    }
  }

  private receiveMessage(message: ComPortMessage | null): void {
    if (message === null) return;
    switch (message.command) {
      case 'suspend':
      case 'resume':
        this.isSuspended = message.command === 'suspend';
        return;
      case 'signature':
        this.kind = linkKindFromSignature(message.text) ?? 'network';
        return;
      default:
        this.answers.receive(message);
    }
  }

  private hungUp(): void {
    this.answers.giveUp();
    if (!this.isReady) return;
    this.isReady = false;
    this.listeners.closed('unplugged');
  }

  private async untilResumed(): Promise<void> {
    const endMs = this.clock.nowMs() + (this.options.writeTimeoutMs ?? defaultWriteTimeoutMs);
    while (this.isSuspended && this.connection.isOpen) {
      if (this.clock.nowMs() >= endMs) {
        throw new AppError('port.writeFailed', { path: this.path, reason: 'the server holds back what is sent' });
      }
      await sleep(this.clock, checkMs);
    }
  }

  /** A server that hung up while we were asking for the port: somebody else has it, or it could not open it. */
  private refusal(): AppError {
    const { path } = this;
    const reason = this.excuse.replaceAll(/[^ -~]+/g, ' ').trim();
    if (/in use|busy/i.test(reason)) return new AppError('port.busy', { path });
    if (reason === '') return new AppError('port.unreachable', { path, reason: 'the server hung up' });
    return new AppError('port.openFailed', { path, reason });
  }

  private async silence(): Promise<AppError> {
    await this.connection.assertOpen();
    return new AppError('port.writeFailed', { path: this.path, reason: 'the server does not answer' });
  }
}
