import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflate, inflate } from 'pako';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/engine/loader/connect';
import type { Loader } from '../../../src-main/engine/loader/loader';
import { startStub } from '../../../src-main/engine/loader/stub';
import { toHex } from '../protocol/golden-vectors';
import { opcodeOf } from '../protocol/scripted-transport';
import { connectOptions } from './board';
import { readRecording, replay } from './replay-transport';

const folder = '../shared/fixtures/transcripts';
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: ${folder} is not there`);
const small = isThere ? new Uint8Array(readFileSync(join(folder, 'small.bin'))) : new Uint8Array(0);

/** What the reference tool did in the recordings, done with our loader. */
const jobs: Readonly<Record<string, (loader: Loader) => Promise<void>>> = {
  'flash-id-rom': async (loader) => {
    await loader.attachFlash();
    expect(await loader.runSpiFlashCommand(0x9f, { readBits: 24 })).toBe(0x1640c8);
  },
  'flash-id-stub': async (loader) => {
    await loader.attachFlash();
    expect(await loader.runSpiFlashCommand(0x9f, { readBits: 24 })).toBe(0x1640c8);
    await loader.softReset('romLoader');
  },
  'security-info': async () => Promise.resolve(),
  'change-baud-stub': async (loader) => {
    await loader.changeBaudRate(460800);
    await loader.softReset('romLoader');
  },
  'erase-region-stub': async (loader) => {
    await loader.attachFlash();
    await loader.eraseRegion(0x1_0000, 0x2000);
    await loader.softReset('romLoader');
  },
  'read-flash-stub': async (loader) => {
    await loader.setFlashParameters(0x40_0000);
    expect(await loader.readFlash(0x1_0000, 0x4000)).toHaveLength(0x4000);
    await loader.softReset('romLoader');
  },
  'write-flash-rom': async (loader) => {
    await loader.attachFlash();
    await loader.setFlashParameters(0x40_0000);
    await loader.writeFlash({ offset: 0x2_0000, bytes: small, compressed: null, encrypted: false });
    await loader.finishFlash();
    expect(await loader.md5(0x2_0000, small.length)).toBe('2f34c6611a49f5d97f4e499ac4c97994');
  },
  'write-flash-stub': async (loader) => {
    await loader.attachFlash();
    await loader.setFlashParameters(0x40_0000);
    const compressed = deflate(small, { level: 9, legacyHash: true });
    await loader.writeFlash({ offset: 0x1_0000, bytes: small, compressed, encrypted: false });
    await loader.finishFlash();
    expect(await loader.md5(0x1_0000, small.length)).toBe('2f34c6611a49f5d97f4e499ac4c97994');
    await loader.softReset('romLoader');
  },
};

/**
 * Where the reference tool and we may differ, and why:
 * - SYNC and GET_SECURITY_INFO: it asks the latter again for each report, we keep the first answer.
 * - READ_REG and WRITE_REG: it reads the same eFuse words again and again, and it probes the flash for
 *   its SFDP and suspend commands; ours are checked separately.
 * - MEM_*: it carried an older build of the stub.
 */
const mayDiffer: ReadonlySet<number> = new Set([0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x14]);
const deflData = 0x11;
const blockHeaderBytes = 8 + 16;

function essence(frames: readonly Uint8Array[]): string[] {
  return frames
    .filter((frame) => frame[0] !== 0 || frame.length < 8 || !mayDiffer.has(opcodeOf(frame)))
    .map((frame) =>
      frame[0] === 0 && opcodeOf(frame) === deflData
        ? `FLASH_DEFL_DATA of ${toHex(inflate(frame.subarray(blockHeaderBytes)))}`
        : toHex(frame),
    );
}

const withOpcode = (frames: readonly Uint8Array[], ...opcodes: number[]): string[] =>
  frames.filter((frame) => frame[0] === 0 && opcodes.includes(opcodeOf(frame))).map(toHex);

describe.skipIf(!isThere).each(['esp32', 'esp32c3'] as const)('fed with the recorded side of a real %s', (chip) => {
  it.each(Object.entries(jobs))('%s sends what the reference tool sent', async (name, job) => {
    const recording = readRecording(join(folder, `${chip}-${name}.jsonl`));
    const recorded = recording.map(({ frame }) => frame);
    const { wire, unrecorded } = replay(recording);

    const connection = await connect(wire, { ...connectOptions, before: 'no-reset' });
    expect(connection.chip.id).toBe(chip);
    const loader = name.endsWith('-stub') ? await startStub(connection) : connection.loader;
    await job(loader);

    expect(essence(wire.sent)).toEqual(essence(recorded));
    // Every frame of ours was recorded, byte for byte, but for two registers that the reference tool
    // reads only over other links: the ROM's console number, and the UART's date, our proof of a new rate.
    const allowed = [connection.chip.console?.bufferNumber[0]?.address, connection.chip.uart.dateReg];
    for (const frame of unrecorded) {
      expect(withOpcode([frame], 0x0a)).toHaveLength(1);
      expect(allowed).toContain(new DataView(frame.buffer).getUint32(8, true));
    }
    expect(withOpcode(wire.sent, 0x08)[0]).toBe(withOpcode(recorded, 0x08)[0]);
    expect(withOpcode(wire.sent, 0x14)[0]).toBe(withOpcode(recorded, 0x14)[0]);
  });

  it('the flash id is read by the very sequence of register accesses', async () => {
    const recording = readRecording(join(folder, `${chip}-flash-id-rom.jsonl`));
    const { wire } = replay(recording);
    const connection = await connect(wire, { ...connectOptions, before: 'no-reset' });
    await connection.loader.attachFlash();
    wire.sent.length = 0;
    await connection.loader.runSpiFlashCommand(0x9f, { readBits: 24 });
    const recorded = recording.map(({ frame }) => toHex(frame)).join(' ');
    expect(recorded).toContain(wire.sent.map(toHex).join(' '));
  });

  it('the SFDP signature is read by the very sequence of register accesses', async () => {
    const recording = readRecording(join(folder, `${chip}-flash-id-rom.jsonl`));
    const { wire } = replay(recording);
    const connection = await connect(wire, { ...connectOptions, before: 'no-reset' });
    wire.sent.length = 0;
    await connection.loader.runSpiFlashCommand(0x5a, { address: 0x10, addressBits: 24, dummyBits: 8, readBits: 8 });
    const recorded = recording.map(({ frame }) => toHex(frame)).join(' ');
    expect(recorded).toContain(wire.sent.map(toHex).join(' '));
  });
});
