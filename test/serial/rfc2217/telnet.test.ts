import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comPortOption,
  decodeComPortMessage,
  encodeComPortMessage,
  type ComPortMessage,
} from '../../../src-main/serial/rfc2217/com-port-option';
import {
  encodeNegotiation,
  encodeSubnegotiation,
  encodeTelnetData,
  longestSubnegotiation,
  TelnetDecoder,
  type TelnetVerb,
} from '../../../src-main/serial/rfc2217/telnet';
import { TelnetNegotiation } from '../../../src-main/serial/rfc2217/telnet-negotiation';

type Event = ['data', number[]] | ['verb', TelnetVerb, number] | ['sub', number, number[]];

/** Decodes pieces; data that comes in several runs is joined. */
function decode(pieces: readonly Uint8Array[]): Event[] {
  const events: Event[] = [];
  const decoder = new TelnetDecoder({
    onData: (bytes) => {
      const last = events.at(-1);
      if (last?.[0] === 'data') last[1].push(...bytes);
      else events.push(['data', [...bytes]]);
    },
    onNegotiation: (verb, option) => events.push(['verb', verb, option]),
    onSubnegotiation: (option, payload) => events.push(['sub', option, [...payload]]),
  });
  for (const piece of pieces) decoder.push(piece);
  return events;
}

function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (const length of lengths) {
    pieces.push(bytes.subarray(start, start + length));
    start += length;
  }
  return [...pieces, bytes.subarray(start)];
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const concat = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
// FFh is what everything here is about, so that it comes often.
const byte = fc.oneof(fc.constant(255), fc.integer({ min: 0, max: 255 }));
const verb = fc.constantFrom<TelnetVerb>('will', 'wont', 'do', 'dont');
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.tuple(fc.constant('data' as const), fc.array(byte, { minLength: 1, maxLength: 40 })),
  fc.tuple(fc.constant('verb' as const), verb, byte),
  fc.tuple(fc.constant('sub' as const), byte, fc.array(byte, { maxLength: 40 })),
);

function encode(one: Event): Uint8Array {
  switch (one[0]) {
    case 'data':
      return encodeTelnetData(Uint8Array.from(one[1]));
    case 'verb':
      return encodeNegotiation(one[1], one[2]);
    case 'sub':
      return encodeSubnegotiation(one[1], Uint8Array.from(one[2]));
  }
}

describe('the Telnet stream', () => {
  it('is written as RFC 854 and RFC 855 have it', () => {
    expect(encodeNegotiation('will', 44)).toEqual(bytes(255, 251, 44));
    expect(encodeNegotiation('wont', 44)).toEqual(bytes(255, 252, 44));
    expect(encodeNegotiation('do', 0)).toEqual(bytes(255, 253, 0));
    expect(encodeNegotiation('dont', 3)).toEqual(bytes(255, 254, 3));
    expect(encodeTelnetData(bytes(1, 255, 2))).toEqual(bytes(1, 255, 255, 2));
    expect(encodeSubnegotiation(44, bytes(1, 255))).toEqual(bytes(255, 250, 44, 1, 255, 255, 255, 240));
  });

  it('is understood however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.array(fc.nat(7), { maxLength: 60 }), (events, lengths) => {
        const joined = events.reduce<Event[]>((list, one) => {
          const last = list.at(-1);
          if (one[0] === 'data' && last?.[0] === 'data') last[1].push(...one[1]);
          else list.push(one[0] === 'data' ? ['data', [...one[1]]] : one);
          return list;
        }, []);
        expect(decode(cut(concat(events.map(encode)), lengths))).toEqual(joined);
      }),
    );
  });

  it('of any bytes at all gives no more data than it has bytes, and goes on afterwards', () => {
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 400 }), (noise) => {
        const seen = decode([Uint8Array.from(noise)]).reduce(
          (count, one) => count + (one[0] === 'data' ? one[1].length : 0),
          0,
        );
        expect(seen).toBeLessThanOrEqual(noise.length);
        // SE twice ends a subnegotiation that noise began, whatever state it left behind.
        const end = bytes(0, 255, 240, 255, 240);
        expect(
          decode([Uint8Array.from(noise), end, bytes(65, 66)])
            .at(-1)
            ?.at(-1),
        ).toEqual(expect.arrayContaining([65, 66]));
      }),
    );
  });

  it('drops a subnegotiation without end instead of keeping it', () => {
    const endless = new Uint8Array(2_000_000).fill(7);
    expect(decode([bytes(255, 250, 44), endless, bytes(255, 240), bytes(65)])).toEqual([['data', [65]]]);
    const longest = new Uint8Array(longestSubnegotiation).fill(7);
    expect(decode([encodeSubnegotiation(44, longest)])).toEqual([['sub', 44, [...longest]]]);
  });

  it('takes a subnegotiation that another command breaks off for lost', () => {
    expect(decode([bytes(255, 250, 44, 1, 2, 255, 253, 3, 65)])).toEqual([
      ['verb', 'do', 3],
      ['data', [65]],
    ]);
  });

  it('skips commands that mean nothing to a port', () => {
    expect(decode([bytes(65, 255, 241, 66, 255, 246, 67)])).toEqual([['data', [65, 66, 67]]]);
  });
});

const byteCommands = [
  'dataSize',
  'parity',
  'stopSize',
  'control',
  'lineState',
  'modemState',
  'lineStateMask',
  'modemStateMask',
  'purge',
] as const;
const message: fc.Arbitrary<ComPortMessage> = fc.oneof(
  fc.record({
    command: fc.constant('signature' as const),
    text: fc.string({ unit: 'grapheme-ascii', maxLength: 80 }),
  }),
  fc.record({ command: fc.constant('baudRate' as const), value: fc.integer({ min: 0, max: 0xffff_ffff }) }),
  fc.record({ command: fc.constantFrom(...byteCommands), value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ command: fc.constantFrom('suspend' as const, 'resume' as const) }),
);
const side = fc.constantFrom('client' as const, 'server' as const);

describe('messages of the COM-PORT-OPTION', () => {
  it('are numbered as RFC 2217 has it', () => {
    expect(encodeComPortMessage({ command: 'baudRate', value: 115_200 }, 'client')).toEqual(bytes(1, 0, 1, 0xc2, 0));
    expect(encodeComPortMessage({ command: 'baudRate', value: 9600 }, 'server')).toEqual(bytes(101, 0, 0, 0x25, 0x80));
    expect(encodeComPortMessage({ command: 'control', value: 8 }, 'client')).toEqual(bytes(5, 8));
    expect(encodeComPortMessage({ command: 'purge', value: 1 }, 'server')).toEqual(bytes(112, 1));
    expect(encodeComPortMessage({ command: 'signature', text: 'ab' }, 'server')).toEqual(bytes(100, 97, 98));
    expect(encodeComPortMessage({ command: 'resume' }, 'client')).toEqual(bytes(9));
  });

  it('may ask for the input lines without a value, as pySerial does', () => {
    expect(decodeComPortMessage(bytes(7), 'client')).toEqual({ command: 'modemState', value: 0 });
    expect(decodeComPortMessage(bytes(6), 'client')).toEqual({ command: 'lineState', value: 0 });
  });

  it('come out as they went in', () => {
    fc.assert(
      fc.property(message, side, (one, from) => {
        expect(decodeComPortMessage(encodeComPortMessage(one, from), from)).toEqual(one);
      }),
    );
  });

  it('of the other side, of the wrong length or of no kind mean nothing', () => {
    expect(decodeComPortMessage(encodeComPortMessage({ command: 'resume' }, 'client'), 'server')).toBeNull();
    for (const payload of [[], [1, 0, 0], [1, 0, 0, 0, 0, 0], [5], [5, 1, 1], [50, 1], [13, 0]]) {
      expect(decodeComPortMessage(Uint8Array.from(payload), 'client')).toBeNull();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), side, (payload, from) => {
        expect(() => decodeComPortMessage(payload, from)).not.toThrow();
      }),
    );
  });
});

describe('agreeing on options', () => {
  const wanted = { local: [0, comPortOption], remote: [0, 3] };

  /** Two ends wired together; how many words they exchange until both are silent. */
  function converse(left: typeof wanted, right: typeof wanted, first: readonly [TelnetVerb, number][]): number {
    const queue: (() => void)[] = [];
    let words = 0;
    const ends: TelnetNegotiation[] = [];
    const say =
      (to: number) =>
      (said: TelnetVerb, option: number): void => {
        words += 1;
        queue.push(() => ends[to]?.receive(said, option));
      };
    ends.push(new TelnetNegotiation(left, say(1)), new TelnetNegotiation(right, say(0)));
    for (const [said, option] of first) ends[0]?.receive(said, option);
    for (const end of ends) end.ask();
    while (queue.length > 0 && words < 1000) queue.shift()?.();
    return words;
  }

  it('comes to an end with every peer', () => {
    const options = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 6 });
    const wish = fc.record({ local: options, remote: options });
    const start = fc.array(fc.tuple(verb, fc.integer({ min: 0, max: 50 })), { maxLength: 6 });
    fc.assert(
      fc.property(wish, wish, start, (left, right, first) => {
        expect(converse(left, right, first)).toBeLessThan(100);
      }),
    );
  });

  it('declines what it does not want and confirms what it has not asked for', () => {
    const said: string[] = [];
    const end = new TelnetNegotiation(wanted, (...words) => said.push(words.join(' ')));
    end.receive('do', 1);
    end.receive('will', 24);
    end.receive('do', comPortOption);
    end.receive('do', comPortOption);
    expect(said).toEqual(['wont 1', 'dont 24', 'will 44']);
    expect(end.isOn(comPortOption)).toBe(true);
    end.receive('dont', comPortOption);
    expect(said.at(-1)).toBe('wont 44');
    expect(end.isRefused(comPortOption)).toBe(true);
  });

  it('does not answer an answer', () => {
    const said: string[] = [];
    const end = new TelnetNegotiation(wanted, (...words) => said.push(words.join(' ')));
    end.ask();
    expect(said).toEqual(['will 0', 'will 44', 'do 0', 'do 3']);
    for (const option of wanted.local) end.receive('do', option);
    for (const option of wanted.remote) end.receive('will', option);
    end.receive('wont', 1);
    expect(said).toHaveLength(4);
  });
});
