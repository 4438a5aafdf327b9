import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import {
  defaultFlashSettings,
  type FlashSettings,
  type JobOutcome,
  type JobProgress,
} from '../../src-shared/ipc/contract';
import type { TraceEvent } from '../../src-main/engine/loader/connection';
import type { Clock, Transport } from '../../src-main/engine/transport/transport';
import { createServices, type JobServices } from '../../src-main/jobs/create-services';
import { defaultConnectPreferences, type ConnectPreferences, type PortInfo } from '../../src-main/jobs/dependencies';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { VirtualBoard, type VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';
import { buildTestImage } from '../formats/test-image';

/** A file and where it goes. */
export interface BenchFile {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly name?: string;
}

/** Services over one path, with everything they say written down. */
export interface FlashBench {
  readonly services: JobServices;
  readonly trace: TraceEvent[];
  readonly progress: JobProgress[];
  /** Paths of the files in `files`, as they were written to disk for the last job. */
  readonly paths: string[];
  readonly flash: (files: readonly BenchFile[], settings?: Partial<FlashSettings>) => Promise<JobOutcome>;
  /** Starts without waiting for the end. */
  readonly start: (
    files: readonly BenchFile[],
    settings?: Partial<FlashSettings>,
    looksAfterwards?: boolean,
  ) => Promise<{ jobId: string; outcome: Promise<JobOutcome> }>;
}

/** How the bench is wired. */
export interface BenchOptions {
  readonly clock: Clock;
  readonly path: string;
  readonly openTransport: (path: string) => Transport;
  readonly connect?: Partial<ConnectPreferences>;
  readonly ports?: () => readonly PortInfo[];
  readonly virtualBoards?: readonly string[];
  readonly onTrace?: (event: TraceEvent) => void;
}

/** Services over any transport. */
export function createBench(options: BenchOptions): FlashBench {
  const trace: TraceEvent[] = [];
  const progress: JobProgress[] = [];
  const paths: string[] = [];
  const services = createServices({
    clock: options.clock,
    openTransport: options.openTransport,
    listPorts: () => Promise.resolve(options.ports?.() ?? []),
    virtualBoards: () => options.virtualBoards ?? [],
    connect: {
      ...defaultConnectPreferences,
      ...options.connect,
      trace: (event) => {
        trace.push(event);
        options.onTrace?.(event);
      },
    },
    about: ['Esplanade test'],
    homeFolder: '/home/somebody',
  });
  services.jobs.onProgress((now) => progress.push(now));

  const start: FlashBench['start'] = async (files, settings = {}, looksAfterwards = false) => {
    const folder = mkdtempSync(join(tmpdir(), 'esplanade-bench-'));
    const now = files.map(({ name, bytes }) => {
      const path = join(folder, name ?? `${randomUUID()}.bin`);
      writeFileSync(path, bytes);
      return path;
    });
    paths.splice(0, paths.length, ...now);
    const added = await services.firmware.addPaths(now, null);
    if (added.rejected[0]) throw new Error(JSON.stringify(added.rejected[0]));
    const rows = added.files.map(({ token }, index) => ({
      token,
      enabled: true,
      offsetText: `0x${(files[index]?.offset ?? 0).toString(16)}`,
    }));
    let jobId: string | null = null;
    const outcome = new Promise<JobOutcome>((resolve) => {
      const stop = services.jobs.onFinished((finished) => {
        if (finished.jobId !== jobId) return;
        stop();
        resolve(finished.outcome);
      });
    });
    ({ jobId } = await services.jobs.startFlash({
      path: options.path,
      rows,
      settings: { ...defaultFlashSettings, ...settings },
      looksAfterwards,
    }));
    return { jobId, outcome };
  };
  const flash: FlashBench['flash'] = async (files, settings) => (await start(files, settings)).outcome;
  return { services, trace, progress, paths, flash, start };
}

/** A bench over one virtual board, on a clock that moves by itself. */
export function createSimBench(
  board: Omit<VirtualBoardOptions, 'clock'>,
  more: Partial<Omit<BenchOptions, 'clock' | 'openTransport'>> = {},
): FlashBench & { readonly board: VirtualBoard; readonly clock: FakeClock } {
  const clock = new FakeClock({ autoAdvance: true });
  const virtual = new VirtualBoard({ ...board, clock });
  const path = `sim://${board.chip}`;
  const bench = createBench({
    path,
    clock,
    openTransport: () => createVirtualTransport(virtual, { path }),
    ...more,
  });
  return { ...bench, board: virtual, clock };
}

/** Bytes like firmware: half of them compress, always the same for the same seed. */
export function someBytes(sizeBytes: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: sizeBytes }, (_, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return index % 64 < 32 ? state >>> 24 : index >> 6;
  });
}

/** An image as a build would make it for this chip: header with mode DIO and the smallest size, checksum, hash. */
export function imageFor(chip: ChipDescriptor, sizeBytes: number): Uint8Array {
  if (chip.imageChipId !== null) {
    return buildTestImage({
      chipId: chip.imageChipId,
      segments: [[0x4000_0000, sizeBytes]],
      firstSegment: someBytes(sizeBytes),
      sizeAndFrequency: 0,
    });
  }
  const data = someBytes(sizeBytes);
  const checksum = data.reduce((sum, byte) => sum ^ byte, 0xef);
  const image = Buffer.alloc(16 + sizeBytes);
  image.set([0xe9, 1, 2, 0]);
  image.writeUInt32LE(0x4010_0000, 4);
  image.writeUInt32LE(0x4010_0000, 8);
  image.writeUInt32LE(sizeBytes, 12);
  image.set(data, 16);
  const padded = Buffer.concat([image, Buffer.alloc(15 - (image.length % 16)), Buffer.from([checksum])]);
  return new Uint8Array(padded);
}

/** The same image with another mode and size in its header and its hash renewed, worked out here anew. */
export function patchedByHand(image: Uint8Array, chip: ChipDescriptor, mode: number, flashSize: string): Uint8Array {
  const patched = image.slice();
  patched[2] = mode;
  patched[3] = (chip.flashSizes[flashSize] ?? 0) | ((image[3] ?? 0) & 0x0f);
  if (chip.imageChipId !== null) {
    const end = patched.length - 32;
    patched.set(createHash('sha256').update(patched.subarray(0, end)).digest(), end);
  }
  return patched;
}

/** Lets the board's own short times pass, such as the rise of EN after a reset. */
export function settle(clock: Clock): Promise<void> {
  return new Promise((resolve) => clock.after(20, resolve));
}

/** True when the flash holds these bytes there. */
export function holds(flash: Uint8Array, { offset, bytes }: BenchFile): boolean {
  return Buffer.compare(flash.subarray(offset, offset + bytes.length), bytes) === 0;
}
