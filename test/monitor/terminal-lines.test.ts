import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TerminalLines, type TextLine } from '../../src-shared/monitor/terminal-lines';
import { styleFacts } from '../../src-shared/monitor/text-style';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Everything that came of the packets, the unfinished line last. */
function linesOf(...packets: readonly (string | Uint8Array)[]): TextLine[] {
  const terminal = new TerminalLines();
  const lines: TextLine[] = [];
  let current: TextLine | null = null;
  for (const packet of packets) {
    const now = terminal.push(typeof packet === 'string' ? bytesOf(packet) : packet, 1000);
    lines.push(...now.completed);
    current = now.current;
  }
  return current === null ? lines : [...lines, current];
}
const textsOf = (...packets: readonly (string | Uint8Array)[]): string[] => linesOf(...packets).map(({ text }) => text);
const foregrounds = (text: string): unknown[] =>
  linesOf(text).flatMap((line) =>
    line.spans.map(({ start, end, style }) => [line.text.slice(start, end), styleFacts(style).foreground]),
  );

describe('lines of what a board prints', () => {
  it('end with any line end, and an empty line is one', () => {
    expect(textsOf('one\r\ntwo\n\nthree')).toEqual(['one', 'two', '', 'three']);
    expect(textsOf('one\r', '\ntwo')).toEqual(['one', 'two']);
  });

  it('keep their number while they grow, and no number comes twice', () => {
    const terminal = new TerminalLines();
    expect(terminal.push(bytesOf('Hel'), 5).current).toMatchObject({ id: 1, text: 'Hel', atMs: 5 });
    const { completed, current } = terminal.push(bytesOf('lo\nthere'), 9);
    expect(completed).toMatchObject([{ id: 1, text: 'Hello', atMs: 5 }]);
    expect(current).toMatchObject({ id: 2, text: 'there', atMs: 9 });
    expect(terminal.breakOff()).toMatchObject({ id: 2, text: 'there' });
    expect(terminal.breakOff()).toBeNull();
    expect(terminal.push(bytesOf('x'), 10).current).toMatchObject({ id: 3 });
  });

  it('have whole characters also where a packet ends inside one', () => {
    const bytes = bytesOf('Grüße 温度 🌡\n');
    expect(textsOf(...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(['Grüße 温度 🌡']);
    expect(textsOf(Uint8Array.of(0x41, 0xff, 0x42, 0x0a))).toEqual(['A\ufffdB']);
  });

  it('are written over by a carriage return, as progress is', () => {
    expect(textsOf('\rloading 10 %', '\rloading 20 %', '\r\n')).toEqual(['loading 20 %']);
    expect(textsOf('abcdef\rxy')).toEqual(['xycdef']);
    expect(textsOf('abcdef\r\u001b[Kxy')).toEqual(['xy']);
    expect(textsOf('12345\b\b\b9')).toEqual(['12945']);
    expect(textsOf('\b\b\bok')).toEqual(['ok']);
  });

  it('know tabs and movement within the line', () => {
    expect(textsOf('a\tb')).toEqual(['a       b']);
    expect(textsOf('abc\u001b[3Dx\u001b[5Gy')).toEqual(['xbc y']);
    expect(textsOf('prompt> \u001b[2K\rnew')).toEqual(['new     ']);
  });

  it('have colours, across packets and lines, until they are taken back', () => {
    expect(foregrounds('\u001b[0;32mI (1) a: b\u001b[0m plain')).toEqual([['I (1) a: b', 'green']]);
    const split = linesOf('\u001b[3', '1mred\nstill', '\u001b[39m not');
    expect(split.map(({ spans }) => spans.map(({ start, end }) => [start, end]))).toEqual([[[0, 3]], [[0, 5]]]);
    expect(foregrounds('\u001b[91mbright\u001b[38;5;21mblue\u001b[38;2;200;180;20myellow')).toEqual([
      ['bright', 'red'],
      ['blue', 'blue'],
      ['yellow', 'yellow'],
    ]);
    const [line] = linesOf('\u001b[1;4;7;31mloud\u001b[22;24;27m');
    expect(styleFacts(line!.spans[0]!.style)).toEqual({
      foreground: null,
      background: 'red',
      isBold: true,
      isDim: false,
      isItalic: false,
      isUnderlined: true,
    });
  });

  it('pass over what is meant for a screen, and show noise as noise', () => {
    expect(textsOf('\u001b]0;title\u0007a\u001b[?25l\u001b(Bb\u001b[10;20Hc')).toEqual(['abc']);
    expect(textsOf('old\u001b[2Jnew')).toEqual(['old', 'new']);
    expect(textsOf('a\u0000\u0007b\u0001\u007f')).toEqual(['ab\u2401\u2421']);
    expect(textsOf('\u001b[1;2;3\nnext')).toEqual(['', 'next']);
  });

  it('are cut where noise knows no end', () => {
    const lines = linesOf('x'.repeat(9000));
    expect(lines.map(({ text, isCut }) => [text.length, isCut])).toEqual([
      [4000, true],
      [4000, true],
      [1000, false],
    ]);
    expect(textsOf(`\u001b[999999999C|`)[0]).toHaveLength(4000);
  });

  it('come of any bytes whatever, however they are cut into packets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.array(fc.integer({ min: 1, max: 40 })), (bytes, sizes) => {
        const packets: Uint8Array[] = [];
        for (let at = 0, n = 0; at < bytes.length; n++) {
          const size = sizes[n % Math.max(1, sizes.length)] ?? 7;
          packets.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(textsOf(...packets)).toEqual(textsOf(bytes));
        for (const { text, spans } of linesOf(bytes)) {
          expect(text.length).toBeLessThanOrEqual(8000);
          for (const { start, end } of spans) expect(start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});
