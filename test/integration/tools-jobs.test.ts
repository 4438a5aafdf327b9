import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chipById } from '../../src-shared/chips';
import type { BoardJobOutcome, Tool, ToolsFound, ToolsTask } from '../../src-shared/ipc/contract';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createSimBench } from './flash-bench';

const settings = { baudRate: 921_600, useStub: true, before: 'default-reset', after: 'hard-reset' } as const;
const chips = ['esp8266', 'esp32', 'esp32s3', 'esp32c3', 'esp32c6'] as const;
type Found<K extends ToolsFound['kind']> = Extract<ToolsFound, { readonly kind: K }>;

function bench(chip: (typeof chips)[number] | 'esp32s2', more: Partial<VirtualBoardOptions> = {}) {
  const sim = createSimBench({ ...more, chip });
  const path = `sim://${chip}`;
  const run = (task: ToolsTask): Promise<BoardJobOutcome> =>
    new Promise((resolve, reject) => {
      const stop = sim.services.jobs.onBoardJobFinished(({ outcome }) => {
        stop();
        resolve(outcome);
      });
      sim.services.tools.start({ path, settings, task }).catch(reject);
    });
  const found = async <K extends ToolsFound['kind']>(task: ToolsTask, kind: K): Promise<Found<K>> => {
    const outcome = await run(task);
    if (outcome.kind !== 'tools' || outcome.result.found.kind !== kind) throw new Error(JSON.stringify(outcome));
    return outcome.result.found as Found<K>;
  };
  const read = (tools: readonly Tool[], statusBytes: 1 | 2 | 3 = 2): Promise<Found<'read'>> =>
    found({ kind: 'read', tools: [...tools], statusBytes }, 'read');
  const write = (value: number, was: number, statusBytes: 1 | 2 | 3 = 2, nonVolatile = true) =>
    found({ kind: 'writeStatus', statusBytes, value, was, nonVolatile }, 'writeStatus');
  return { ...sim, path, run, read, write };
}

describe.each(chips)('the tools on %s', (chip) => {
  const { rom, mac } = chipById(chip);

  it('tell everything in one go, without the stub', async () => {
    const { read, trace } = bench(chip);
    const all = await read(['flash', 'sfdp', 'security', 'mac']);
    expect(all.flash).toMatchObject({
      flash: { manufacturer: 'GigaDevice', deviceId: 0x4016, sizeBytes: 4 << 20 },
      statusBytes: 2,
      value: 0,
    });
    expect(all.sfdp?.contents).toMatchObject({
      revision: '1.6',
      basics: { sizeBytes: 4 << 20, pageBytes: 256, erases: [{ opcode: 0x20 }, { opcode: 0x52 }, { opcode: 0xd8 }] },
    });
    expect(all.security === null).toBe(rom.securityInfo === 'none');
    expect(all.mac?.base).toMatch(/^24:0a:c4(:[0-9a-f]{2}){3}$/);
    expect(all.mac?.eui64 !== null).toBe(mac.by === 'efuseWords' && mac.extensionAddress !== null);
    expect(trace.some(({ text }) => text.includes('MEM_BEGIN'))).toBe(false);
  });

  it('write a status register, which holds what was written for the next look and for the power', async () => {
    const { read, write, board } = bench(chip);
    expect(await write(0x1c, 0, 1)).toMatchObject({ before: 0, value: 0x1c, after: 0x1c });
    expect((await read(['flash'], 1)).flash?.value).toBe(0x1c);
    expect((await read(['flash'], 3)).flash?.value).toBe(0x1c);
    expect(board.flashPart.isProtected).toBe(true);
    // Volatile: until the power goes.
    expect(await write(0, 0x1c, 1, false)).toMatchObject({ before: 0x1c, after: 0 });
    expect((await read(['flash'], 1)).flash?.value).toBe(0);
    board.flashPart.powerCycle();
    expect((await read(['flash'], 1)).flash?.value).toBe(0x1c);
  });

  it('write two and three registers at once', async () => {
    const { read, write } = bench(chip);
    expect(await write(0x0200, 0)).toMatchObject({ after: 0x0200 });
    expect(await write(0x60_0200, 0x0200, 3)).toMatchObject({ before: 0x0200, after: 0x60_0200 });
    expect((await read(['flash'], 3)).flash?.value).toBe(0x60_0200);
  });
});

describe('the tools', () => {
  it('tell what the part made of it where it does not have all the bits', async () => {
    const { write } = bench('esp32c3', { flashStatusMask: 0x02ff });
    expect(await write(0x5a04, 0)).toMatchObject({ value: 0x5a04, after: 0x0204 });
  });

  it('write nothing over a status that is not what somebody looked at', async () => {
    const { run, read, write } = bench('esp32c3');
    await write(0x0200, 0);
    const task = { kind: 'writeStatus', statusBytes: 2, value: 0, was: 0, nonVolatile: true } as const;
    expect(await run(task)).toMatchObject({
      kind: 'failed',
      error: { code: 'flash.statusChanged', facts: { was: '0x0000', now: '0x0200' } },
    });
    expect((await read(['flash'])).flash?.value).toBe(0x0200);
    // The bits that the part sets by itself are nobody's decision.
    expect(await run({ ...task, was: 0x0203 })).toMatchObject({ kind: 'tools' });
  });

  it('read one register of a Macronix part, to which the command for the second means something else', async () => {
    const { read, run, board } = bench('esp32c3', { flashId: 0x16_20c2 });
    const asked: number[] = [];
    const command = board.flashPart.command.bind(board.flashPart);
    board.flashPart.command = (opcode, ...rest) => {
      asked.push(opcode);
      return command(opcode, ...rest);
    };
    expect((await read(['flash'], 3)).flash).toMatchObject({ statusBytes: 1, value: 0 });
    const task = { kind: 'writeStatus', statusBytes: 2, value: 0, was: 0, nonVolatile: true } as const;
    expect(await run(task)).toMatchObject({ error: { code: 'flash.statusChanged' } });
    expect(asked).toContain(0x05);
    expect(asked).not.toContain(0x35);
  });

  it('write once more after a reset in mid-write, and still tell what was there at first', async () => {
    const { write, board } = bench('esp32c3');
    let writes = 0;
    const command = board.flashPart.command.bind(board.flashPart);
    board.flashPart.command = (opcode, ...rest) => {
      const answer = command(opcode, ...rest);
      if (opcode === 0x01 && ++writes === 1) board.pressReset();
      return answer;
    };
    expect(await write(0x0200, 0)).toMatchObject({ before: 0, value: 0x0200, after: 0x0200 });
    expect(writes).toBe(2);
  });

  it('save the parameters byte for byte, and say so where a part has none', async () => {
    const { read, services } = bench('esp32s3');
    const { sfdp } = await read(['sfdp']);
    const path = join(mkdtempSync(join(tmpdir(), 'esplanade-tools-')), 'sfdp.bin');
    const save = services.saves.add(path).token;
    await services.tools.saveSfdp(sfdp?.token ?? '', save);
    expect(new Uint8Array(readFileSync(path))).toEqual(sfdp?.bytes);
    expect(readFileSync(path).subarray(0, 4).toString()).toBe('SFDP');
    await expect(services.tools.saveSfdp('sfdp-99', save)).rejects.toMatchObject({ code: 'file.notFound' });

    const silent = await bench('esp32s3', { hasSfdp: false }).read(['sfdp', 'flash']);
    expect(silent).toMatchObject({ sfdp: { token: null, contents: null }, flash: { value: 0 } });
  });

  it('tell security where it is closed, and nothing else', async () => {
    const { run, read } = bench('esp32c3', {
      security: { secureDownloadMode: true, secureBoot: true, flashEncryption: true },
    });
    expect((await read(['security'])).security).toMatchObject({
      secureDownloadMode: true,
      secureBoot: true,
      flashEncryption: true,
      flashCryptCount: 1,
      chipId: 5,
      keys: Array.from({ length: 6 }, () => ({ purpose: 0, name: 'USER/EMPTY' })),
    });
    for (const tool of ['flash', 'sfdp', 'mac'] as const) {
      expect(await run({ kind: 'read', tools: ['security', tool], statusBytes: 2 })).toMatchObject({
        error: { code: 'flash.secureDownloadMode' },
      });
    }
    const task = { kind: 'writeStatus', statusBytes: 1, value: 0, was: 0, nonVolatile: false } as const;
    expect(await run(task)).toMatchObject({ error: { code: 'flash.secureDownloadMode' } });
  });

  it('tell security of ESP32-S2 without a chip id', async () => {
    expect((await bench('esp32s2').read(['security'])).security).toMatchObject({ chipId: null, apiVersion: null });
  });

  it('tell ESP8266 its own chip id, and addresses where the flash part is dead', async () => {
    const { read, run } = bench('esp8266', { mac: '18:fe:34:d5:06:0f', flashId: 0xff_ffff });
    expect((await read(['mac'])).mac).toEqual({
      base: '18:fe:34:d5:06:0f',
      extension: null,
      eui64: null,
      esp8266ChipId: 0x00d5_060f,
    });
    expect(await run({ kind: 'read', tools: ['flash'], statusBytes: 1 })).toMatchObject({
      error: { code: 'flash.noAnswer' },
    });
  });

  it('are cancelled in the middle of the parameters', async () => {
    const { services, path } = bench('esp32', { pace: true });
    const outcome = new Promise<BoardJobOutcome>((resolve) => {
      services.jobs.onBoardJobFinished((finished) => resolve(finished.outcome));
    });
    const task = { kind: 'read', tools: ['sfdp'], statusBytes: 2 } as const;
    const { jobId } = await services.tools.start({ path, settings, task: { ...task, tools: ['sfdp'] } });
    services.jobs.onProgress(({ stage, doneBytes }) => {
      if (stage === 'reading' && doneBytes > 8) services.jobs.cancel(jobId);
    });
    expect((await outcome).kind).toBe('cancelled');
  });

  it('keep what is known of the flash where they do not ask for it', async () => {
    const { read, services, path } = bench('esp32c6');
    await services.boards.addNetwork(path);
    await services.boards.identify(path);
    await read(['mac', 'security']);
    expect(services.boards.list()[0]?.identity?.flash?.sizeBytes).toBe(4 << 20);
  });
});
