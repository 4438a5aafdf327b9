import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/engine/loader/connect';
import { startStub } from '../../../src-main/engine/loader/stub';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { parseTrouble } from '../../../src-main/virtual/troubles';
import { VirtualBoard } from '../../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../../src-main/virtual/virtual-transport';
import { firmware } from '../operations/virtual-board-fixture';

const packetBytes = 4096;
const sizeBytes = 16 * packetBytes;

/** Reads the same span twice over a wire as slow as a real one; answers how many acknowledgements each time took. */
async function acknowledgements(...troubles: string[]): Promise<number[]> {
  const flash = firmware(sizeBytes);
  const clock = new FakeClock({ autoAdvance: true });
  const board = new VirtualBoard({ chip: 'esp32c3', clock, flash, pace: true, troubles: troubles.map(parseTrouble) });
  const transport = createVirtualTransport(board);
  await transport.open(115_200);
  let sent = 0;
  const connection = await connect(transport, {
    before: 'default-reset',
    attempts: 3,
    baudRate: 115_200,
    expectedChip: 'esp32c3',
    customResetSequence: null,
    trace: ({ direction, text }) => {
      if (direction === 'toChip' && text === 'frame len=4') sent += 1;
    },
  });
  const loader = await startStub(connection);
  await loader.changeBaudRate(921_600);
  const counts: number[] = [];
  for (let reading = 0; reading < 3; reading += 1) {
    sent = 0;
    expect(await loader.readFlash(0, sizeBytes)).toEqual(flash);
    counts.push(sent);
  }
  // Nothing of a stream is left over: the loader answers.
  expect(await loader.md5(0, sizeBytes)).toHaveLength(32);
  return counts;
}

describe('while flash is read', () => {
  it('every packet is acknowledged once where the wire is kept busy that way', async () => {
    expect(await acknowledgements()).toEqual([16, 16, 16]);
  });

  it('one acknowledgement is sent ahead once the adapter has shown to be late', async () => {
    expect(await acknowledgements('latency=16')).toEqual([16, 17, 17]);
  });
});
