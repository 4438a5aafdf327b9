/**
 * How long it takes to read a megabyte that does not compress to nothing, on a board whose wire and flash are as slow as
 * real ones, in the time of the board (a fake clock), against what the wire could carry at most.
 */
import { bench, describe } from 'vitest';
import { beginReading, readFlash } from '../../src-main/engine/operations/read-flash';
import { parseTrouble } from '../../src-main/virtual/troubles';
import { connectBoard, firmware } from '../engine/operations/virtual-board-fixture';

const sizeBytes = 1024 * 1024;
/** Start bit, eight data bits, stop bit. */
const bitsPerByte = 10;

interface Case {
  readonly baudRate: number;
  /** Of an adapter that holds back what it received. */
  readonly latencyMs: number;
}

const cases: readonly Case[] = [
  { baudRate: 115_200, latencyMs: 0 },
  { baudRate: 460_800, latencyMs: 0 },
  { baudRate: 921_600, latencyMs: 0 },
  { baudRate: 921_600, latencyMs: 16 },
];

async function measure({ baudRate, latencyMs }: Case): Promise<string> {
  const troubles = latencyMs === 0 ? [] : [parseTrouble(`latency=${latencyMs}`)];
  const flash = firmware(sizeBytes);
  const { connection, loader } = await connectBoard({ chip: 'esp32c3', pace: true, flash, troubles }, 'stub');
  const { clock } = connection.transport;
  await loader.changeBaudRate(baudRate);
  const startMs = clock.nowMs();
  let verifyingMs = null as number | null;
  const contents = await readFlash(loader, beginReading(0, sizeBytes), {
    onProgress: (stage) => {
      if (stage === 'verifying') verifyingMs ??= clock.nowMs();
    },
  });
  if (!contents.isProven) throw new Error('nothing was proven');
  const endMs = clock.nowMs();
  const readingMs = (verifyingMs ?? endMs) - startMs;
  const wireMs = (sizeBytes * bitsPerByte * 1000) / baudRate;
  return [
    `${String(baudRate).padStart(6)} baud`,
    `${String(latencyMs).padStart(2)} ms late`,
    `${((endMs - startMs) / 1000).toFixed(1).padStart(6)} s`,
    `verify ${((endMs - startMs - readingMs) / 1000).toFixed(1)} s`,
    `${Math.round((100 * wireMs) / readingMs)} % of the wire while reading`,
  ].join(' · ');
}

describe('reading 1 MB from a paced virtual ESP32-C3', () => {
  for (const one of cases) {
    bench(
      `${one.baudRate} baud, ${one.latencyMs} ms late`,
      async () => {
        console.log(await measure(one));
      },
      { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true },
    );
  }
});
