/** Jobs and looks that go on trying while a person holds a button, plugs in a cable or closes another program. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors/app-error';
import { defaultFlashSettings, type BoardCard, type JobOutcome } from '../../src-shared/ipc/contract';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { parseTrouble } from '../../src-main/virtual/troubles';
import { VirtualBoard } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';
import { createBench, createSimBench, holds, someBytes, type FlashBench } from './flash-bench';

const file = { offset: 0x1_0000, bytes: someBytes(20_000), name: 'app.bin' };

/** A patient write, and its end. */
async function flashPatiently({ services }: FlashBench, token: string, path: string): Promise<JobOutcome> {
  let jobId: string | null = null;
  const outcome = new Promise<JobOutcome>((resolve) => {
    services.jobs.onFinished((finished) => {
      if (finished.jobId === jobId) resolve(finished.outcome);
    });
  });
  ({ jobId } = await services.jobs.startFlash({
    path,
    rows: [{ token, enabled: true, offsetText: '0x10000' }],
    settings: defaultFlashSettings,
    isPatient: true,
  }));
  return outcome;
}

/** The token of the file that a first, impatient write has brought in. */
async function tokenOf(bench: FlashBench): Promise<string> {
  const added = await bench.services.firmware.addPaths(bench.paths, null);
  return added.files[0]?.token ?? '';
}

describe('a patient write', () => {
  it('goes on by itself when the chip starts in download mode at last, and says why it did not before', async () => {
    const bench = createSimBench({ chip: 'esp32c3', troubles: [parseTrouble('no-boot=25')] });
    expect(await bench.flash([file])).toMatchObject({ kind: 'failed', error: { code: 'connect.wrongBootMode' } });
    expect(await flashPatiently(bench, await tokenOf(bench), 'sim://esp32c3')).toMatchObject({ kind: 'verified' });
    expect(holds(bench.board.flash, file)).toBe(true);
    const told = bench.progress.flatMap(({ stage, trouble }) => (stage === 'connecting' ? (trouble ?? []) : []));
    expect(told.at(-1)).toMatchObject({
      code: 'connect.wrongBootMode',
      facts: { chip: 'esp32c3', straps: 'GPIO9 = 1, GPIO8 = 1' },
    });
    expect(bench.progress.at(-1)?.trouble ?? null).toBeNull();
  });

  it('lives through a cable that is pulled and plugged in again', async () => {
    const bench = createSimBench({ chip: 'esp32c3', troubles: [parseTrouble('no-boot=25')] });
    const { board, clock } = bench;
    expect((await bench.flash([file])).kind).toBe('failed');
    const token = await tokenOf(bench);
    let attempts = 0;
    bench.services.jobs.onProgress(({ detail }) => {
      if (detail === null || ++attempts !== 4) return;
      board.unplug();
      clock.after(2000, () => board.plugIn());
    });
    expect(await flashPatiently(bench, token, 'sim://esp32c3')).toMatchObject({ kind: 'verified' });
    expect(bench.progress.flatMap(({ trouble }) => trouble?.code ?? [])).toContain('port.unplugged');
  });

  it('ends when it is cancelled, and nothing was written', async () => {
    const bench = createSimBench({ chip: 'esp32', troubles: [parseTrouble('no-boot')] });
    expect((await bench.flash([file])).kind).toBe('failed');
    const token = await tokenOf(bench);
    let attempts = 0;
    bench.services.jobs.onProgress(({ jobId, detail }) => {
      if (detail !== null && ++attempts === 30) bench.services.jobs.cancel(jobId);
    });
    expect(await flashPatiently(bench, token, 'sim://esp32')).toMatchObject({ kind: 'cancelled' });
    expect(bench.board.flash.every((byte) => byte === 0xff)).toBe(true);
    expect(bench.board.activity).toBe('heldInReset');
  });

  it.each(['port.busy', 'port.notFound', 'port.forbidden'] as const)(
    'waits while the port is in the way: %s',
    async (code) => {
      const clock = new FakeClock({ autoAdvance: true });
      const board = new VirtualBoard({ chip: 'esp32c3', clock });
      const path = 'sim://esp32c3';
      let refusals = 12;
      const bench = createBench({
        path,
        clock,
        openTransport: () => {
          const transport = createVirtualTransport(board, { path });
          const open = transport.open.bind(transport);
          transport.open = (baudRate) =>
            refusals-- > 0 ? Promise.reject(new AppError(code, { path })) : open(baudRate);
          return transport;
        },
      });
      expect(await bench.flash([file])).toMatchObject({ kind: 'failed', error: { code } });
      expect(await flashPatiently(bench, await tokenOf(bench), path)).toMatchObject({ kind: 'verified' });
      expect(bench.progress.flatMap(({ trouble }) => trouble?.code ?? [])).toContain(code);
    },
  );

  it('does not insist where patience is no help', async () => {
    const bench = createSimBench({ chip: 'esp32c3' }, { connect: { expectedChip: 'esp32' } });
    expect((await bench.flash([file])).kind).toBe('failed');
    expect(await flashPatiently(bench, await tokenOf(bench), 'sim://esp32c3')).toMatchObject({
      kind: 'failed',
      error: { code: 'connect.wrongChip' },
    });
  });
});

describe('a patient look at who is there', () => {
  const path = 'sim://esp32c3';
  const benchWith = (trouble: string) =>
    createSimBench({ chip: 'esp32c3', troubles: [parseTrouble(trouble)] }, { virtualBoards: [path] });

  it('says on the card what is in the way, and then who it is', async () => {
    const { services } = benchWith('no-boot=20');
    const seen: BoardCard[] = [];
    services.boards.onChanged((cards) => seen.push(...cards));
    expect(await services.boards.identify(path, true)).toMatchObject({ chip: 'esp32c3' });
    const hindered = seen.filter(({ state, error }) => state === 'asking' && error !== null);
    expect(hindered.at(-1)?.error).toMatchObject({ code: 'connect.wrongBootMode' });
    expect(services.boards.list()[0]).toMatchObject({ state: 'identified', error: null });
  });

  it('ends when it is stopped', async () => {
    const { services } = benchWith('no-boot');
    let seen = 0;
    services.boards.onChanged(() => {
      if (++seen === 20) services.boards.stopIdentify(path);
    });
    await expect(services.boards.identify(path, true)).rejects.toMatchObject({ code: 'job.cancelled' });
  });
});
