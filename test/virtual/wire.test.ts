import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordAt } from '../../src-main/virtual/little-endian';
import { checksumOf, makeReply, payloadOf, readRequest } from '../../src-main/virtual/request';
import { FrameReceiver, wrapFrame } from '../../src-main/virtual/wire-frames';

interface Framing {
  readonly packets: readonly { readonly name: string; readonly packet: string; readonly wire: string }[];
  readonly streams: readonly { readonly name: string; readonly wire: string; readonly packets: readonly string[] }[];
}
interface Commands {
  readonly vectors: readonly {
    readonly name: string;
    readonly chip: string;
    readonly loader: 'rom' | 'stub';
    readonly fields: Readonly<Record<string, number | string>>;
    readonly request: string;
    readonly reply: string;
    readonly replyValue: number;
    readonly replyData: string;
  }[];
  readonly failures: readonly { readonly name: string; readonly loader: 'rom' | 'stub'; readonly reply: string }[];
}

const golden = (name: string): unknown => JSON.parse(readFileSync(`test/golden/${name}`, 'utf8'));
const framing = golden('framing.json') as Framing;
const commands = golden('commands.json') as Commands;
const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Feeds a stream in parts of `partBytes` and answers the frames. */
function receive(wire: Uint8Array, partBytes = wire.length): Uint8Array[] {
  const receiver = new FrameReceiver();
  const frames: Uint8Array[] = [];
  for (let at = 0; at < wire.length; at += partBytes) {
    receiver.push(wire.subarray(at, at + partBytes), (frame) => frames.push(frame));
  }
  return frames;
}

describe('framing on the device', () => {
  it.each(framing.packets)('sends and receives $name', ({ packet, wire }) => {
    expect(toHex(wrapFrame(fromHex(packet)))).toBe(wire);
    expect(receive(fromHex(wire)).map(toHex)).toEqual([packet]);
  });

  it.each(framing.streams)('reads $name, whole or byte by byte', ({ wire, packets }) => {
    expect(receive(fromHex(wire)).map(toHex)).toEqual(packets);
    expect(receive(fromHex(wire), 1).map(toHex)).toEqual(packets);
  });

  it('brings any packet across, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 64 }), (packet, part) => {
        expect(receive(wrapFrame(packet), part).map(toHex)).toEqual([toHex(packet)]);
      }),
    );
  });

  it('throws away a frame larger than its memory and reads the next one', () => {
    const stream = Buffer.concat([wrapFrame(new Uint8Array(0x2_0000)), wrapFrame(Uint8Array.of(1, 2))]);
    expect(receive(stream, 5000).map(toHex)).toEqual(['0102']);
  });
});

describe('commands on the device', () => {
  it.each(commands.vectors)('reads $name for the $loader loader of $chip', ({ fields, request }) => {
    const [frame] = receive(fromHex(request));
    const read = readRequest(frame!)!;
    expect(read.isWhole).toBe(true);
    expect(read.opcode).toBe(fromHex(request)[2]);
    if (typeof fields['data'] === 'string') {
      const payload = payloadOf(read);
      expect({ sequence: payload.sequence, data: toHex(payload.bytes) }).toEqual(fields);
      expect(payload.declaredBytes).toBe(payload.bytes.length);
      expect(checksumOf(payload.bytes)).toBe(read.checksum);
      return;
    }
    const values = Object.values(fields);
    expect(values.map((_, index) => wordAt(read.data, index * 4))).toEqual(values);
  });

  it.each(commands.vectors)('answers $name as the $loader loader of $chip', ({ loader, reply, ...vector }) => {
    const statusBytes = loader === 'stub' || vector.chip === 'esp8266' ? 2 : 4;
    const packet = makeReply(
      fromHex(vector.request)[2]!,
      vector.replyValue,
      fromHex(vector.replyData),
      new Uint8Array(statusBytes),
    );
    expect(toHex(wrapFrame(packet))).toBe(reply);
  });

  it('does not take a reply for a command', () => {
    expect(readRequest(fromHex('0108040007071220'))).toBeNull();
    expect(readRequest(fromHex('0008'))).toBeNull();
  });

  it('notices a length field that does not fit', () => {
    expect(readRequest(fromHex('000a08000000000000100040'))!.isWhole).toBe(false);
  });
});
