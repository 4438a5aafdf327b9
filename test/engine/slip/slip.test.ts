import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlipDecoder, encodeSlip } from '../../../src-main/engine/slip/slip';

type Heard = ['frame' | 'text', number[]] | ['bad', string];

function hear(pushes: readonly (readonly number[])[], limitBytes?: number): Heard[] {
  const heard: Heard[] = [];
  const decoder = new SlipDecoder(
    {
      onFrame: (frame) => heard.push(['frame', [...frame]]),
      onBadFrame: (reason) => heard.push(['bad', reason]),
      onText: (bytes) => heard.push(['text', [...bytes]]),
    },
    limitBytes,
  );
  for (const push of pushes) decoder.push(Uint8Array.from(push));
  return heard;
}

const framesOf = (heard: Heard[]): Heard[] => heard.filter(([kind]) => kind === 'frame');
const bytes = fc.uint8Array({ maxLength: 200 });

describe('SLIP encoding', () => {
  it('escapes delimiters and escapes after the document', () => {
    expect([...encodeSlip(Uint8Array.of(1, 0xc0), Uint8Array.of(0xdb, 2))]).toEqual([
      0xc0, 1, 0xdb, 0xdc, 0xdb, 0xdd, 2, 0xc0,
    ]);
  });
});

describe('SLIP decoding', () => {
  it('gives back every sequence of payloads, however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 80 })), fc.array(fc.nat(30)), (payloads, cuts) => {
        const stream = payloads.flatMap((payload) => [...encodeSlip(payload)]);
        const pushes: number[][] = [];
        for (const cut of cuts) pushes.push(stream.splice(0, cut));
        pushes.push(stream);
        expect(hear(pushes)).toEqual(payloads.map((payload) => ['frame', [...payload]]));
      }),
    );
  });

  it('never throws and never invents text or frames longer than the limit, whatever arrives', () => {
    fc.assert(
      fc.property(fc.array(bytes), (pushes) => {
        for (const heard of hear(
          pushes.map((push) => [...push]),
          64,
        )) {
          if (heard[0] === 'frame') expect(heard[1].length).toBeLessThanOrEqual(64);
        }
      }),
    );
  });

  it('ignores empty frames', () => {
    expect(hear([[0xc0, 0xc0, 0xc0, 7, 0xc0, 0xc0, 0xc0, 8, 0xc0]])).toEqual([
      ['frame', [7]],
      ['frame', [8]],
    ]);
  });

  it('delivers a boot log around frames as text', () => {
    expect(hear([[0x65, 0x74, 0xc0, 1, 0xc0, 0x73]])).toEqual([
      ['text', [0x65, 0x74]],
      ['frame', [1]],
      ['text', [0x73]],
    ]);
  });

  it('reports a bad escape for its frame and decodes the next one', () => {
    expect(hear([[0xc0, 1, 0xdb, 0x41, 2, 0xc0, 0xc0, 9, 0xc0]])).toEqual([
      ['bad', 'bad escape'],
      ['frame', [9]],
    ]);
  });

  it('survives an escape cut short by a delimiter', () => {
    expect(hear([[0xc0, 1, 0xdb, 0xc0, 9, 0xc0]])).toEqual([
      ['bad', 'bad escape'],
      ['frame', [9]],
    ]);
  });

  it('is bounded: an endless frame is reported once and skipped', () => {
    const endless = Array.from({ length: 300 }, () => 1);
    expect(hear([[0xc0, ...endless], endless, [0xc0, 0xc0, 5, 0xc0]], 256)).toEqual([
      ['bad', 'too long'],
      ['frame', [5]],
    ]);
  });

  it('finds its feet within one frame after a lost delimiter', () => {
    const frame = [...encodeSlip(Uint8Array.of(1, 2, 3))];
    const damaged = [...frame.slice(1), ...frame, ...frame];
    expect(framesOf(hear([damaged])).length).toBeGreaterThanOrEqual(2);
  });

  it('forgets half a frame on reset', () => {
    const heard: number[][] = [];
    const decoder = new SlipDecoder({
      onFrame: (frame) => heard.push([...frame]),
      onBadFrame: () => undefined,
      onText: () => undefined,
    });
    decoder.push(Uint8Array.of(0xc0, 1, 2));
    decoder.reset();
    decoder.push(Uint8Array.of(0xc0, 3, 0xc0));
    expect(heard).toEqual([[3]]);
  });
});
