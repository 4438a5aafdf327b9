import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BoardJobOutcome, MemoryTask } from '../../src-shared/ipc/contract';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { buildTestImage } from '../formats/test-image';
import { createSimBench, settle } from './flash-bench';

const settings = { baudRate: 115_200, useStub: true, before: 'default-reset', after: 'hard-reset' } as const;
const ram = { esp32: 0x3ffb_0000, esp32c3: 0x3fc9_0000, esp8266: 0x3ffe_c000 } as const;

function bench(chip: keyof typeof ram, more: Partial<VirtualBoardOptions> = {}) {
  const sim = createSimBench({ ...more, chip });
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-memory-'));
  const path = `sim://${chip}`;
  const run = (task: MemoryTask, holds = true): Promise<BoardJobOutcome> =>
    new Promise((resolve, reject) => {
      const stop = sim.services.jobs.onBoardJobFinished(({ outcome }) => {
        stop();
        resolve(outcome);
      });
      sim.services.memory.start({ path, settings, task, holds }).catch(reject);
    });
  const saveAs = (name: string): { token: string; path: string } => {
    const place = join(folder, name);
    return { token: sim.services.saves.add(place).token, path: place };
  };
  return { ...sim, folder, path, run, saveAs };
}

describe.each(['esp32', 'esp32c3', 'esp8266'] as const)('memory of %s', (chip) => {
  const address = ram[chip];

  it('a word that was written is there in the next step, while the loader is held', async () => {
    const { run, board } = bench(chip);
    expect(await run({ kind: 'writeWord', address, value: 0xdead_beef, mask: 0xffff_ffff })).toMatchObject({
      kind: 'memory',
      result: { isHeld: true, found: { before: 0, after: 0xdead_beef } },
    });
    expect(board.activity).toBe('romLoader');
    expect(await run({ kind: 'writeWord', address, value: 0, mask: 0xff00 })).toMatchObject({
      result: { found: { before: 0xdead_beef, after: 0xdead_00ef } },
    });
    expect(await run({ kind: 'readWord', address })).toMatchObject({ result: { found: { value: 0xdead_00ef } } });
  });

  it('is left as the settings say where nothing is to be held', async () => {
    const { run, board, clock } = bench(chip);
    expect(await run({ kind: 'readWord', address }, false)).toMatchObject({ result: { isHeld: false } });
    await settle(clock);
    expect(board.activity).toBe('application');
  });

  it('goes on after the held loader was reset by hand', async () => {
    const { run, board, clock } = bench(chip);
    await run({ kind: 'readWord', address });
    board.pressReset();
    await settle(clock);
    expect(await run({ kind: 'readWord', address })).toMatchObject({ kind: 'memory' });
  });

  it('is read into a file, from any byte to any byte, over whatever is running', async () => {
    const { run, saveAs } = bench(chip);
    await run({ kind: 'writeWord', address, value: 0x4433_2211, mask: 0xffff_ffff });
    const { token, path } = saveAs('dump.bin');
    expect(await run({ kind: 'dump', address: address + 1, sizeBytes: 6, save: token })).toMatchObject({
      kind: 'memory',
      result: { found: { kind: 'dump', sizeBytes: 6 } },
    });
    expect([...readFileSync(path)]).toEqual([0x22, 0x33, 0x44, 0, 0, 0]);
  });
});

describe('memory tasks', () => {
  it('a program is loaded and started, and the board left alone afterwards', async () => {
    const { run, services, folder, board } = bench('esp32c3', { uploads: 'program' });
    const file = join(folder, 'blink.bin');
    writeFileSync(file, buildTestImage({ chipId: 5, segments: [[ram.esp32c3, 3000]] }));
    const program = await services.memory.openProgram(file);
    expect(program).toMatchObject({ name: 'blink.bin', segments: [{ address: ram.esp32c3, sizeBytes: 3000 }] });
    expect(await run({ kind: 'load', program: program.token })).toMatchObject({
      kind: 'memory',
      result: { isHeld: false, found: { kind: 'load', segments: [{ address: ram.esp32c3, sizeBytes: 3000 }] } },
    });
    expect(board.activity).not.toBe('romLoader');
  });

  it('an image for flash, or for another chip, is not loaded; nor is what is no image', async () => {
    const { run, services, folder } = bench('esp32c3');
    const make = async (name: string, bytes: Uint8Array): Promise<string> => {
      writeFileSync(join(folder, name), bytes);
      return (await services.memory.openProgram(join(folder, name))).token;
    };
    const inFlash = await make('app.bin', buildTestImage({ chipId: 5, segments: [[0x4200_0020, 100]] }));
    expect(await run({ kind: 'load', program: inFlash })).toMatchObject({ error: { code: 'plan.imageBroken' } });
    const other = await make('s3.bin', buildTestImage({ chipId: 9, segments: [[0x3fc9_0000, 100]] }));
    expect(await run({ kind: 'load', program: other })).toMatchObject({ error: { code: 'plan.wrongChip' } });
    await expect(make('text.bin', Buffer.from('hello'))).rejects.toMatchObject({ code: 'file.notUnderstood' });
    await expect(run({ kind: 'load', program: 'program-99' })).rejects.toMatchObject({ code: 'file.notFound' });
  });

  it('the application is started out of a held loader', async () => {
    const { run, board, clock } = bench('esp32');
    await run({ kind: 'readWord', address: ram.esp32 });
    expect(await run({ kind: 'run' })).toMatchObject({ kind: 'memory', result: { isHeld: false } });
    await settle(clock);
    expect(board.activity).toBe('application');
  });

  it('refuses half words, and what lies behind the last address, and leaves no file', async () => {
    const { run, saveAs, folder } = bench('esp32');
    expect(await run({ kind: 'readWord', address: 0x3ffb_0002 })).toMatchObject({ error: { code: 'plan.unaligned' } });
    const { token } = saveAs('end.bin');
    const behind = { kind: 'dump', address: 0xffff_ff00, sizeBytes: 0x200, save: token } as const;
    expect(await run(behind)).toMatchObject({ error: { code: 'plan.pastEnd' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a dump that is cancelled leaves no file', async () => {
    const { services, saveAs, folder, path } = bench('esp32', { pace: true });
    const { token } = saveAs('cancelled.bin');
    const outcome = new Promise<BoardJobOutcome>((resolve) => {
      services.jobs.onBoardJobFinished((finished) => resolve(finished.outcome));
    });
    const task = { kind: 'dump', address: ram.esp32, sizeBytes: 0x4000, save: token } as const;
    const { jobId } = await services.memory.start({ path, settings, task, holds: true });
    services.jobs.onProgress(({ stage, doneBytes }) => {
      if (stage === 'reading' && doneBytes > 0x100) services.jobs.cancel(jobId);
    });
    expect((await outcome).kind).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('Secure Download Mode closes memory, and not the way to the application', async () => {
    const { run } = bench('esp32c3', { security: { secureDownloadMode: true } });
    expect(await run({ kind: 'readWord', address: ram.esp32c3 })).toMatchObject({
      error: { code: 'flash.secureDownloadMode', facts: { operation: 'read-mem' } },
    });
    expect((await run({ kind: 'run' })).kind).toBe('memory');
  });

  it('what is known of the flash stays known', async () => {
    const { run, services, path } = bench('esp32');
    await services.boards.addNetwork(path);
    await services.boards.identify(path);
    await run({ kind: 'readWord', address: ram.esp32 });
    expect(services.boards.list()[0]?.identity?.flash?.sizeBytes).toBe(4 << 20);
  });
});
