/** How fast the decoder takes frames apart: it must never be what a wire of a few megabytes a second waits for. */
import { bench, describe } from 'vitest';
import { encodeSlip, SlipDecoder } from '../../src-main/engine/slip/slip';

const frame = encodeSlip(new Uint8Array(4096).map((_, index) => (index * 31) & 0xff));
const frames = 250;

describe(`SLIP, ${frames} frames of 4 KB`, () => {
  bench('decoding', () => {
    let count = 0;
    const decoder = new SlipDecoder({
      onFrame: () => (count += 1),
      onBadFrame: () => undefined,
      onText: () => undefined,
    });
    for (let round = 0; round < frames; round += 1) decoder.push(frame);
    if (count !== frames) throw new Error(`${count} of ${frames} frames came out`);
  });
});
