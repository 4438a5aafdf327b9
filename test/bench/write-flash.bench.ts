/**
 * How long a megabyte takes on a board whose wire and flash are as slow as real ones, in the time of the
 * board (a fake clock), for the stub and the ROM loader, with and without compression.
 */
import { bench, describe } from 'vitest';
import { writeFlash } from '../../src-main/engine/operations/write-flash';
import { connectBoard, firmware } from '../engine/operations/virtual-board-fixture';

const sizeBytes = 1024 * 1024;
/** Start bit, eight data bits, stop bit. */
const bitsPerByte = 10;

const cases = [
  { kind: 'stub', compression: 'automatic' },
  { kind: 'stub', compression: 'never' },
  { kind: 'rom', compression: 'automatic' },
] as const;

async function measure(baudRate: number, { kind, compression }: (typeof cases)[number]): Promise<string> {
  const { board, connection, loader } = await connectBoard({ chip: 'esp32c3', pace: true }, kind);
  const { clock } = connection.transport;
  await loader.changeBaudRate(baudRate);
  const startMs = clock.nowMs();
  let verifyingMs = startMs;
  const plan = {
    chip: board.descriptor.id,
    flashSizeBytes: board.flash.length,
    regions: [{ name: 'app.bin', offset: 0x10000, bytes: firmware(sizeBytes) }],
    eraseAll: false,
    compression,
  };
  const [written] = await writeFlash(loader, plan, {
    onProgress: ({ stage }) => {
      if (stage === 'verifying') verifyingMs = clock.nowMs();
    },
  });
  if (written === undefined) throw new Error('nothing was written');
  const totalMs = clock.nowMs() - startMs;
  const wireMs = (written.sentBytes * bitsPerByte * 1000) / baudRate;
  return [
    `${String(baudRate).padStart(6)} baud`,
    kind.padEnd(4),
    `${String(Math.round(written.sentBytes / 1024)).padStart(4)} KB sent`,
    `${(totalMs / 1000).toFixed(1).padStart(6)} s`,
    `verify ${((clock.nowMs() - verifyingMs) / 1000).toFixed(1)} s`,
    `${Math.round((100 * wireMs) / (verifyingMs - startMs))} % of the wire while writing`,
  ].join(' · ');
}

describe('writing 1 MB to a paced virtual ESP32-C3', () => {
  for (const baudRate of [115_200, 460_800, 921_600]) {
    for (const options of cases) {
      bench(
        `${baudRate} baud, ${options.kind}, compression ${options.compression}`,
        async () => {
          console.log(await measure(baudRate, options));
        },
        { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true },
      );
    }
  }
});
