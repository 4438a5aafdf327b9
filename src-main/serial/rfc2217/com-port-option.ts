import type { ModemLines } from '../../engine/transport/transport';

/** Telnet's option number for serial ports (RFC 2217, "COM-PORT-OPTION"). */
export const comPortOption = 44;

/** What the server adds to a command's number in its answer. */
const serverOffset = 100;

/** Commands with a value of one byte, and their numbers. */
const byteCommands = {
  dataSize: 2,
  parity: 3,
  stopSize: 4,
  control: 5,
  lineState: 6,
  modemState: 7,
  lineStateMask: 10,
  modemStateMask: 11,
  purge: 12,
} as const;
const signatureCommand = 0;
const baudRateCommand = 1;
const suspendCommand = 8;
const resumeCommand = 9;

/** A command whose value is one byte. */
export type ByteCommand = keyof typeof byteCommands;

/** One message of the COM-PORT-OPTION, the same for both directions: the answer repeats the command. */
export type ComPortMessage =
  | { readonly command: 'signature'; readonly text: string }
  /** Baud; 0 from the client asks for the present rate. */
  | { readonly command: 'baudRate'; readonly value: number }
  | { readonly command: ByteCommand; readonly value: number }
  | { readonly command: 'suspend' | 'resume' };

/** Who speaks. */
export type ComPortSide = 'client' | 'server';

/** Values of SET-CONTROL (RFC 2217). Those that end in `Request` ask for the present state. */
export const control = {
  flowRequest: 0,
  noFlow: 1,
  hardwareFlow: 3,
  breakRequest: 4,
  breakOn: 5,
  breakOff: 6,
  dtrRequest: 7,
  dtrOn: 8,
  dtrOff: 9,
  rtsRequest: 10,
  rtsOn: 11,
  rtsOff: 12,
  inboundFlowRequest: 13,
  noInboundFlow: 14,
  lastInboundFlow: 19,
} as const;

/** Values of SET-DATASIZE, SET-PARITY and SET-STOPSIZE that make 8N1. */
export const eightBits = 8;
export const noParity = 1;
export const oneStopBit = 1;

/** Values of PURGE-DATA. */
export const purge = { received: 1, toSend: 2, both: 3 } as const;

/** What a SET-CONTROL value is about; an answer belongs to the question about the same thing. */
export function controlSubject(value: number): 'flow' | 'break' | 'dtr' | 'rts' | 'inboundFlow' {
  if (value <= control.hardwareFlow) return 'flow';
  if (value <= control.breakOff) return 'break';
  if (value <= control.dtrOff) return 'dtr';
  if (value <= control.rtsOff) return 'rts';
  // 17 to 19 are flow control by DCD, DTR and DSR: outbound, inbound, outbound. Nobody here sets them.
  return 'inboundFlow';
}

/** Both modem lines. */
export function lineMessages({ dtr, rts }: ModemLines): readonly ComPortMessage[] {
  return [
    { command: 'control', value: dtr ? control.dtrOn : control.dtrOff },
    { command: 'control', value: rts ? control.rtsOn : control.rtsOff },
  ];
}

/** The payload of the subnegotiation, without Telnet's own framing. */
export function encodeComPortMessage(message: ComPortMessage, from: ComPortSide): Uint8Array {
  const add = from === 'server' ? serverOffset : 0;
  switch (message.command) {
    case 'signature':
      return Uint8Array.of(signatureCommand + add, ...Array.from(message.text, toPrintableByte));
    case 'baudRate': {
      const payload = new Uint8Array(5);
      payload[0] = baudRateCommand + add;
      new DataView(payload.buffer).setUint32(1, message.value);
      return payload;
    }
    case 'suspend':
      return Uint8Array.of(suspendCommand + add);
    case 'resume':
      return Uint8Array.of(resumeCommand + add);
    default:
      return Uint8Array.of(byteCommands[message.command] + add, message.value);
  }
}

/** The other way; null for what is no message of that side. */
export function decodeComPortMessage(payload: Uint8Array, from: ComPortSide): ComPortMessage | null {
  const [first] = payload;
  if (first === undefined) return null;
  const code = from === 'server' ? first - serverOffset : first;
  switch (code) {
    case signatureCommand:
      return { command: 'signature', text: String.fromCharCode(...payload.subarray(1)) };
    case baudRateCommand:
      if (payload.length !== 5) return null;
      return { command: 'baudRate', value: new DataView(payload.buffer, payload.byteOffset).getUint32(1) };
    case suspendCommand:
      return { command: 'suspend' };
    case resumeCommand:
      return { command: 'resume' };
    default:
      return decodeByteCommand(code, payload);
  }
}

function decodeByteCommand(code: number, payload: Uint8Array): ComPortMessage | null {
  const [command] = (Object.keys(byteCommands) as ByteCommand[]).filter((name) => byteCommands[name] === code);
  // pySerial asks for the state of the input lines with a command that has no value.
  const isPoll = payload.length === 1 && (command === 'lineState' || command === 'modemState');
  if (isPoll) return { command, value: 0 };
  const value = payload[1];
  return command === undefined || value === undefined || payload.length !== 2 ? null : { command, value };
}

function toPrintableByte(character: string): number {
  const code = character.charCodeAt(0);
  return code >= 0x20 && code < 0x7f ? code : 0x3f;
}
