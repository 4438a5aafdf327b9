import { readFileSync } from 'node:fs';
import { SlipDecoder } from '../../../src-main/engine/slip/slip';
import { opcodeOf, ScriptedTransport } from '../protocol/scripted-transport';
import { toHex } from '../protocol/golden-vectors';

/** One frame that the reference tool sent, and what the chip answered until the next one. */
interface Exchange {
  readonly frame: Uint8Array;
  answer: number[];
}

function framesIn(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  new SlipDecoder({
    onFrame: (frame) => frames.push(frame),
    onBadFrame: () => undefined,
    onText: () => undefined,
  }).push(bytes);
  return frames;
}

/** A recording, as frames of the host and bytes of the chip. */
export function readRecording(path: string): Exchange[] {
  const exchanges: Exchange[] = [];
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const { dir, hex } = JSON.parse(line) as { dir: '<' | '>'; hex: string };
    const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
    if (dir === '>') for (const frame of framesIn(bytes)) exchanges.push({ frame, answer: [] });
    else exchanges.at(-1)?.answer.push(...bytes);
  }
  return exchanges;
}

const readReg = 0x0a;
/** Uploads of another stub build, and data compressed by another deflate, are answered by their opcode. */
const answeredByOpcode: ReadonlySet<number> = new Set([0x05, 0x06, 0x07, 0x11]);

/**
 * The chip's side of a recording: each frame gets the answer that was recorded for that very frame, in
 * the order recorded, the last one again where the host asks more often. A frame that was never
 * recorded is noted and gets no answer; a register that was never read holds 0.
 */
export function replay(exchanges: readonly Exchange[]): { wire: ScriptedTransport; unrecorded: Uint8Array[] } {
  const unrecorded: Uint8Array[] = [];
  const keyOf = (frame: Uint8Array): string =>
    answeredByOpcode.has(opcodeOf(frame)) && frame[0] === 0 ? `opcode ${opcodeOf(frame)}` : toHex(frame);
  const answers = new Map<string, number[][]>();
  for (const { frame, answer } of exchanges) {
    const key = keyOf(frame);
    answers.set(key, [...(answers.get(key) ?? []), answer]);
  }
  const wire = new ScriptedTransport((frame, it) => {
    const queue = answers.get(keyOf(frame));
    const answer = queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0];
    if (answer !== undefined) {
      it.receive(Uint8Array.from(answer));
      return;
    }
    unrecorded.push(frame);
    if (opcodeOf(frame) === readReg) it.reply(readReg, { value: 0, body: [0, 0] });
  });
  return { wire, unrecorded };
}
