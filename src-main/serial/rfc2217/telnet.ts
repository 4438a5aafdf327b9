/** Telnet's commands, the bytes after IAC (RFC 854, "Telnet command structure"). */
const se = 240;
const sb = 250;
const verbs = { will: 251, wont: 252, do: 253, dont: 254 } as const;
const iac = 255;

/** What one side says about an option. */
export type TelnetVerb = keyof typeof verbs;

/** Options of Telnet that matter to a serial port (RFC 856, RFC 858). */
export const telnetOptions = { binary: 0, suppressGoAhead: 3 } as const;

/** No subnegotiation of ours is longer than a signature; what is longer is noise. */
export const longestSubnegotiation = 512;

/** Who is told, in the order of the bytes. The arrays are valid during the call only. */
export interface TelnetListener {
  onData(bytes: Uint8Array): void;
  onNegotiation(verb: TelnetVerb, option: number): void;
  onSubnegotiation(option: number, payload: Uint8Array): void;
}

type State = 'data' | 'command' | 'option' | 'subOption' | 'subData' | 'subCommand';

/**
 * Takes a Telnet stream apart, however it is cut into pieces (RFC 854, RFC 855). Holds at most one
 * subnegotiation; one that is too long, or broken off by another command, is dropped whole.
 */
export class TelnetDecoder {
  private state: State = 'data';
  private verb: TelnetVerb = 'wont';
  private subOption = 0;
  private readonly payload = new Uint8Array(longestSubnegotiation);
  private payloadLength = 0;

  constructor(private readonly listener: TelnetListener) {}

  push(bytes: Uint8Array): void {
    let start = 0;
    bytes.forEach((byte, index) => {
      if (this.state !== 'data') {
        start = this.take(byte) ? index : index + 1;
      } else if (byte === iac) {
        this.emitData(bytes.subarray(start, index));
        this.state = 'command';
      }
    });
    if (this.state === 'data') this.emitData(bytes.subarray(start));
  }

  /** One byte that is not plain data; true where it turns out to be data after all: the second IAC of two. */
  private take(byte: number): boolean {
    switch (this.state) {
      case 'data':
        return true;
      case 'command':
        return this.takeCommand(byte);
      case 'option':
        this.state = 'data';
        this.listener.onNegotiation(this.verb, byte);
        return false;
      case 'subOption':
        this.subOption = byte;
        this.payloadLength = 0;
        this.state = 'subData';
        return false;
      case 'subData':
        if (byte === iac) this.state = 'subCommand';
        else this.keep(byte);
        return false;
      case 'subCommand':
        return this.takeSubCommand(byte);
    }
  }

  private takeCommand(byte: number): boolean {
    const verb = verbOf(byte);
    if (verb !== null) {
      this.verb = verb;
      this.state = 'option';
    } else {
      // Every other command (NOP, AYT, …) means nothing to a serial port.
      this.state = byte === sb ? 'subOption' : 'data';
    }
    return byte === iac;
  }

  private takeSubCommand(byte: number): boolean {
    if (byte === iac) {
      this.keep(byte);
      this.state = 'subData';
      return false;
    }
    if (byte !== se) return this.takeCommand(byte);
    this.state = 'data';
    if (this.payloadLength <= longestSubnegotiation) {
      this.listener.onSubnegotiation(this.subOption, this.payload.subarray(0, this.payloadLength));
    }
    return false;
  }

  private keep(byte: number): void {
    if (this.payloadLength < longestSubnegotiation) this.payload[this.payloadLength] = byte;
    if (this.payloadLength <= longestSubnegotiation) this.payloadLength += 1;
  }

  private emitData(bytes: Uint8Array): void {
    if (bytes.length > 0) this.listener.onData(bytes);
  }
}

/** Data as it goes over the line: every FFh doubled. */
export function encodeTelnetData(bytes: Uint8Array): Uint8Array {
  const doubled = bytes.reduce((count, byte) => count + (byte === iac ? 1 : 0), 0);
  if (doubled === 0) return bytes;
  const encoded = new Uint8Array(bytes.length + doubled);
  let length = 0;
  for (const byte of bytes) {
    encoded[length++] = byte;
    if (byte === iac) encoded[length++] = byte;
  }
  return encoded;
}

/** `IAC WILL option` and its like. */
export function encodeNegotiation(verb: TelnetVerb, option: number): Uint8Array {
  return Uint8Array.of(iac, verbs[verb], option);
}

/** `IAC SB option … IAC SE` */
export function encodeSubnegotiation(option: number, payload: Uint8Array): Uint8Array {
  return Uint8Array.of(iac, sb, option, ...encodeTelnetData(payload), iac, se);
}

function verbOf(byte: number): TelnetVerb | null {
  switch (byte) {
    case verbs.will:
      return 'will';
    case verbs.wont:
      return 'wont';
    case verbs.do:
      return 'do';
    case verbs.dont:
      return 'dont';
    default:
      return null;
  }
}
