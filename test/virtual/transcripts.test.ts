import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { VirtualBoard } from '../../src-main/virtual/virtual-board';

const folder = '../shared/fixtures/transcripts';
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: ${folder} is not there`);

interface Exchange {
  readonly fromHost: string;
  fromChip: string;
}

/** A recording as what the host sent and what the chip answered until the host went on. */
function exchanges(file: string): Exchange[] {
  const result: Exchange[] = [];
  let isHost = false;
  let hostHex = '';
  for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n')) {
    const { dir, hex } = JSON.parse(line) as { dir: '<' | '>'; hex: string };
    if (dir === '>') {
      hostHex = isHost ? hostHex + hex : hex;
      isHost = true;
      continue;
    }
    if (isHost) result.push({ fromHost: hostHex, fromChip: '' });
    isHost = false;
    result.at(-1)!.fromChip += hex;
  }
  return result;
}

/**
 * Replaying the host's side has to give the chip's side byte for byte: opcodes, lengths, the value word, data and
 * status of every reply, their number and order. Not compared are only
 * - times, and into how many pieces a reply was cut on its way: they belong to the recording's serial line;
 * - what comes after the last recorded byte: the recordings end with FLASH_END 0, and a board that reboots
 *   goes on to print its boot text some milliseconds later.
 * Configured, because it belongs to the recorded board and not to the protocol, is only
 * - the words of eFuse that were read (revision, package, MAC address with its CRC);
 * - three registers of the ESP32 that are what its surroundings made them: UART divider, the date register
 *   that holds a bit of the revision, strapping pins;
 * - what the flash held before READ_FLASH showed it.
 */
const recordedBoards: Partial<Record<ChipId, ConstructorParameters<typeof VirtualBoard>[0]>> = {
  esp32: {
    chip: 'esp32',
    clock: new FakeClock(),
    efuse: {
      0x3ff5_a000: 0,
      0x3ff5_a004: 0xc400_0110,
      0x3ff5_a008: 0x00b9_240a,
      0x3ff5_a00c: 0x8200,
      0x3ff5_a010: 0x50,
      0x3ff5_a014: 0x0010_0000,
    },
    registers: { 0x3ff4_0014: 0x15a, 0x3ff6_607c: 0x9604_2000, 0x3ff4_4038: 0xf },
  },
  esp32c3: { chip: 'esp32c3', clock: new FakeClock(), revision: 3, mac: 'c4:0a:24:fe:10:01' },
};

/** Flash as it was when the recording began: what READ_FLASH showed is put there. */
function flashBehind(steps: readonly Exchange[]): Uint8Array {
  const flash = new Uint8Array(4 * 1024 * 1024).fill(0xff);
  let at = -1;
  for (const step of steps) {
    const request = Buffer.from(step.fromHost, 'hex');
    if (request[2] === 0xd2) at = request.readUInt32LE(9);
    else if (at >= 0 && request.length !== 6) break;
    if (at < 0) continue;
    for (const frame of unframed(Buffer.from(step.fromChip, 'hex'))) {
      if (frame.length <= 16) continue;
      flash.set(frame, at);
      at += frame.length;
    }
  }
  return flash;
}

function unframed(bytes: Buffer): Buffer[] {
  return bytes
    .toString('latin1')
    .split('\xc0')
    .filter((part) => part !== '')
    .map((part) => Buffer.from(part.replaceAll('\xdb\xdc', '\xc0').replaceAll('\xdb\xdd', '\xdb'), 'latin1'));
}

describe.skipIf(!isThere)('recorded conversations with real chips', () => {
  const files = isThere ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];

  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(16));

  it.each(files)('%s: the board answers every command byte for byte', async (file) => {
    const steps = exchanges(file);
    const clock = new FakeClock();
    const options = recordedBoards[file.split('-')[0] as ChipId]!;
    const board = new VirtualBoard({ ...options, hasSfdp: false, clock, wiring: 'none', flash: flashBehind(steps) });
    let answer = '';
    board.onBytes((bytes) => (answer += Buffer.from(bytes).toString('hex')));
    for (const [index, step] of steps.entries()) {
      answer = '';
      await board.receive(Buffer.from(step.fromHost, 'hex'));
      // Long enough for any answer, too short for the text of the reboot that ends a recording.
      await clock.advance(1);
      expect({ index, sent: step.fromHost.slice(0, 80), answer }).toEqual({
        index,
        sent: step.fromHost.slice(0, 80),
        answer: step.fromChip,
      });
    }
  });
});
