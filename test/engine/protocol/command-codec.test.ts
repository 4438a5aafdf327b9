import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src-shared/errors/app-error';
import {
  blockChecksum,
  decodeReplyFrame,
  describeCommand,
  encodeCommand,
  judgeReply,
} from '../../../src-main/engine/protocol/command-codec';
import { commandRow, commands, timeoutOf } from '../../../src-main/engine/protocol/commands';
import type { CommandFields, CommandName } from '../../../src-main/engine/protocol/commands';
import { SlipDecoder, encodeSlip } from '../../../src-main/engine/slip/slip';
import { fieldsOf, fromHex, golden, toHex } from './golden-vectors';

const names = Object.keys(commands) as CommandName[];

function onlyFrame(wire: Uint8Array): Uint8Array {
  const frames: Uint8Array[] = [];
  new SlipDecoder({
    onFrame: (frame) => frames.push(frame),
    onBadFrame: (reason) => expect.fail(reason),
    onText: () => undefined,
  }).push(wire);
  expect(frames).toHaveLength(1);
  return frames[0]!;
}

describe('golden vectors', () => {
  it.each(golden.vectors)('$name to the $loader loader of $chip is encoded byte for byte', (vector) => {
    const [head, data] = encodeCommand(vector.name, fieldsOf(vector));
    expect(toHex(encodeSlip(head, data))).toBe(vector.request);
  });

  it.each(golden.vectors)('the reply to $name from the $loader loader of $chip is understood', (vector) => {
    const reply = decodeReplyFrame(onlyFrame(fromHex(vector.reply)));
    expect(reply?.opcode).toBe(commandRow(vector.name).opcode);
    const { value, data } = judgeReply(vector.name, reply!);
    expect(value).toBe(vector.replyValue);
    expect(toHex(data)).toBe(vector.replyData);
  });

  it.each(golden.failures)('a $loader loader that refuses $name is heard', ({ name, reply, reason }) => {
    const frame = decodeReplyFrame(onlyFrame(fromHex(reply)))!;
    expect(() => judgeReply(name, frame)).toThrow(
      expect.objectContaining({
        code: 'protocol.commandFailed',
        facts: expect.objectContaining({ reason }) as unknown,
      }),
    );
  });

  it('cover every command but the one that is never answered', () => {
    const covered = new Set(golden.vectors.map(({ name }) => name));
    expect(names.filter((name) => !covered.has(name))).toEqual(['RUN_USER_CODE']);
  });
});

describe('encoding', () => {
  it('puts header, words and data where the document says, for any values', () => {
    const word = fc.nat(0xffff_ffff);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.infiniteStream(word),
        fc.uint8Array({ maxLength: 300 }),
        (name, words, data) => {
          const row = commandRow(name);
          const values: Record<string, number | Uint8Array> = { data };
          for (const field of [...row.words, ...row.optionalWords]) values[field] = words.next().value as number;
          const [head, tail] = encodeCommand(name, values as unknown as CommandFields<CommandName>);
          const view = new DataView(head.buffer);
          expect(view.getUint8(0)).toBe(0);
          expect(view.getUint8(1)).toBe(row.opcode);
          expect(view.getUint16(2, true)).toBe(head.length - 8 + tail.length);
          if (row.body === 'block') {
            expect(tail).toEqual(data);
            expect(view.getUint32(4, true)).toBe(data.reduce((sum, byte) => sum ^ byte, 0xef));
            expect(view.getUint32(8, true)).toBe(data.length);
          } else {
            expect(view.getUint32(4, true)).toBe(0);
            [...row.words, ...row.optionalWords].forEach((field, index) => {
              expect(view.getUint32(8 + index * 4, true)).toBe(values[field]);
            });
          }
        },
      ),
    );
  });

  it('seeds the checksum with 0xEF', () => {
    expect(blockChecksum(new Uint8Array(0))).toBe(0xef);
    expect(blockChecksum(Uint8Array.of(0xef, 0x01))).toBe(0x01);
  });

  it('describes a block by its sequence and length, never by its bytes', () => {
    expect(describeCommand('FLASH_DEFL_DATA', { sequence: 3, data: new Uint8Array(16384) })).toBe(
      'FLASH_DEFL_DATA seq=3 len=16384',
    );
    expect(describeCommand('READ_REG', { address: 0x4000_1000 })).toBe('READ_REG address=0x40001000');
  });
});

describe('decoding', () => {
  it('throws nothing but AppErrors, whatever the frame', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 100 }), (name, bytes) => {
        const reply = decodeReplyFrame(bytes);
        if (reply === null) return;
        try {
          judgeReply(name, reply);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });

  it('throws nothing but AppErrors on well-formed frames with any body', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 80 }), (name, body) => {
        const frame = Uint8Array.of(1, commandRow(name).opcode, body.length, 0, 0, 0, 0, 0, ...body);
        try {
          judgeReply(name, decodeReplyFrame(frame)!);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });

  it('takes no request, no short frame and no frame of wrong length for a reply', () => {
    expect(decodeReplyFrame(fromHex('000800000000000000000000'))).toBeNull();
    expect(decodeReplyFrame(fromHex('010804'))).toBeNull();
    expect(decodeReplyFrame(fromHex('010804000712205500'))).toBeNull();
    expect(decodeReplyFrame(fromHex('4f484149'))).toBeNull();
  });
});

describe('time-outs', () => {
  it('grow with the bytes of flash behind a command', () => {
    expect(timeoutOf('READ_REG', 0)).toBe(3000);
    expect(timeoutOf('FLASH_BEGIN', 0)).toBe(10_000);
    expect(timeoutOf('FLASH_BEGIN', 4_000_000)).toBe(120_000);
    expect(timeoutOf('FLASH_DEFL_DATA', 16_000_000)).toBe(640_000);
    expect(timeoutOf('SPI_FLASH_MD5', 1_000_000)).toBe(8000);
  });

  it('may be chosen otherwise, rule by rule', () => {
    expect(timeoutOf('READ_REG', 0, { usualMs: 1000 })).toBe(1000);
    expect(timeoutOf('SYNC', 0, { usualMs: 9000, syncMs: 250 })).toBe(250);
    expect(timeoutOf('MEM_END', 0, { memEndMs: 700 })).toBe(700);
    expect(timeoutOf('ERASE_FLASH', 16_000_000, { chipEraseMs: 140_000 })).toBe(140_000);
    expect(timeoutOf('ERASE_REGION', 4_000_000, { erasePerMegabyteMs: 50_000 })).toBe(200_000);
    expect(timeoutOf('FLASH_DEFL_DATA', 1_000_000, { writePerMegabyteMs: 60_000 })).toBe(60_000);
    expect(timeoutOf('SPI_FLASH_MD5', 1_000_000, { md5PerMegabyteMs: 12_000 })).toBe(12_000);
  });

  it('never get shorter where the chip erases, nor longer than the longest', () => {
    expect(timeoutOf('FLASH_BEGIN', 0, { usualMs: 1000 })).toBe(10_000);
    expect(timeoutOf('FLASH_BEGIN', 0, { usualMs: 20_000 })).toBe(20_000);
    expect(timeoutOf('FLASH_DEFL_DATA', 16_000_000, { longestMs: 240_000 })).toBe(240_000);
    // There a missing answer is an answer.
    expect(timeoutOf('GET_SECURITY_INFO', 0, { usualMs: 20_000 })).toBe(500);
  });
});
