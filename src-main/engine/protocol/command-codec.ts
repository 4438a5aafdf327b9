import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { commandRow, commands } from './commands';
import type { CommandFields, CommandName } from './commands';
import { failureMeaning } from './failure-reasons';

const headerBytes = 8;
const fromHost = 0x00;
const fromChip = 0x01;
const checksumSeed = 0xef;

/** "Initial Synchronisation": four fixed bytes, then 32 × 0x55 for the chip's baud rate detection. */
const syncBody = Uint8Array.from([0x07, 0x07, 0x12, 0x20, ...Array.from({ length: 32 }, () => 0x55)]);

/** A reply frame taken apart, its status not yet judged. */
export interface ReplyFrame {
  readonly opcode: number;
  /** The register's value for READ_REG; otherwise whatever stood there. */
  readonly value: number;
  /** Data and status bytes. */
  readonly body: Uint8Array;
}

/** A reply that reports success. */
export interface Reply {
  readonly value: number;
  readonly data: Uint8Array;
}

/** XOR over the data of a block, seeded ("Checksum"). */
export function blockChecksum(data: Uint8Array): number {
  let checksum = checksumSeed;
  for (const byte of data) checksum ^= byte;
  return checksum;
}

/** A command as the payload of one frame, in parts so that block data need not be copied. */
export function encodeCommand<N extends CommandName>(
  name: N,
  fields: CommandFields<N>,
): readonly [head: Uint8Array, data: Uint8Array] {
  const row = commandRow(name);
  const values = fields as unknown as Readonly<Record<string, number | Uint8Array | undefined>>;
  const word = (field: string): number => {
    const value = values[field];
    return typeof value === 'number' ? value : 0;
  };

  const words: number[] = [];
  let data: Uint8Array = new Uint8Array(0);
  if (row.body === 'block') {
    if (values['data'] instanceof Uint8Array) data = values['data'];
    words.push(data.length, word('sequence'), 0, 0);
  } else {
    for (const field of row.words) words.push(word(field));
    for (const field of row.optionalWords) if (values[field] !== undefined) words.push(word(field));
    for (let count = 0; count < row.zeroWords; count += 1) words.push(0);
    if (row.body === 'sync') data = syncBody;
  }

  const bodyBytes = words.length * 4 + data.length;
  if (bodyBytes > 0xffff) throw new AppError('internal', { reason: `${name} with ${bodyBytes} bytes` });
  const head = new Uint8Array(headerBytes + words.length * 4);
  const view = new DataView(head.buffer);
  view.setUint8(0, fromHost);
  view.setUint8(1, row.opcode);
  view.setUint16(2, bodyBytes, true);
  view.setUint32(4, row.body === 'block' ? blockChecksum(data) : 0, true);
  words.forEach((value, index) => view.setUint32(headerBytes + index * 4, value, true));
  return [head, data];
}

/** Null where the frame is no reply: raw flash data, a greeting, text that looked like a frame. */
export function decodeReplyFrame(frame: Uint8Array): ReplyFrame | null {
  if (frame.length < headerBytes || frame[0] !== fromChip) return null;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint16(2, true) !== frame.length - headerBytes) return null;
  return { opcode: view.getUint8(1), value: view.getUint32(4, true), body: frame.subarray(headerBytes) };
}

/**
 * The reason byte of a reply that reports failure, null where it reports success. ROM loaders put a
 * flag and a reason into the first two of their two or four status bytes; the stub sends its 16-bit
 * code big-endian, so that the reason stands where the ROM has the flag (esp-flasher-stub,
 * `command_handler.c`).
 */
function failureReason(status: Uint8Array): number | null {
  const [flag = 0, reason = 0] = status;
  if (flag === 0) return null;
  return flag === 1 ? reason : flag;
}

/**
 * Splits a reply into data and status and judges it. Two status bytes or four follow the data,
 * depending on the loader; as every command's data has a known length, the reply tells which by itself.
 *
 * @throws `protocol.commandFailed` when the loader says no, `protocol.badReply` when the reply has no
 * form that this command's reply can have.
 */
export function judgeReply(name: CommandName, frame: ReplyFrame): Reply {
  const { body, value } = frame;
  for (const dataBytes of commands[name].replyDataBytes) {
    const status = body.subarray(dataBytes);
    if (status.length !== 2 && status.length !== 4) continue;
    const reason = failureReason(status);
    if (reason === null) return { value, data: body.subarray(0, dataBytes) };
    throw new AppError('protocol.commandFailed', { command: name, reason, meaning: failureMeaning(reason) });
  }
  if (body.length === 2 || body.length === 4) {
    const reason = failureReason(body);
    if (reason !== null) {
      throw new AppError('protocol.commandFailed', { command: name, reason, meaning: failureMeaning(reason) });
    }
  }
  throw new AppError('protocol.badReply', { command: name, reason: `${body.length} bytes of data and status` });
}

/** True for the frame with which a ROM refuses a command: its opcode is that of an earlier command. */
export function isRefusalOfUnknownCommand(frame: ReplyFrame): boolean {
  return (frame.body.length === 2 || frame.body.length === 4) && frame.body[0] === 1 && frame.body[1] === 5;
}

/** One line for a trace: `FLASH_DEFL_DATA seq=3 len=16384`, `READ_REG address=0x40001000`. */
export function describeCommand<N extends CommandName>(name: N, fields: CommandFields<N>): string {
  const parts = Object.entries(fields as Readonly<Record<string, number | Uint8Array>>).map(([field, value]) => {
    if (typeof value !== 'number') return `len=${value.length}`;
    return field === 'sequence' ? `seq=${value}` : `${field}=0x${(value >>> 0).toString(16)}`;
  });
  return [name, ...parts].join(' ');
}

const namesByOpcode: ReadonlyMap<number, string> = new Map(
  Object.entries(commands).map(([name, row]) => [row.opcode, name]),
);

/** One line for a trace of a reply; with why it failed, where it is known which command it answers. */
export function describeReply(frame: ReplyFrame, command?: CommandName): string {
  const name = namesByOpcode.get(frame.opcode) ?? `opcode 0x${frame.opcode.toString(16)}`;
  const line = `${name} value=0x${frame.value.toString(16)} len=${frame.body.length}`;
  const refusal = command === undefined ? null : refusalIn(command, frame);
  return refusal === null ? line : `${line} failed: ${refusal}`;
}

function refusalIn(command: CommandName, frame: ReplyFrame): string | null {
  try {
    judgeReply(command, frame);
    return null;
  } catch (error) {
    return isAppError(error, 'protocol.commandFailed') ? error.facts.meaning : 'not understood';
  }
}
