import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  contactSettingsSchema,
  defaultFlashSettings,
  type BoardJobOutcome,
  type ContactSettings,
  type FlashSpan,
} from '../../src-shared/ipc/contract';
import type { TraceEvent } from '../../src-main/engine/loader/connection';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createSimBench, type BenchFile, type FlashBench } from './flash-bench';

const { baudRate, useStub, before, after } = defaultFlashSettings;
const usual: ContactSettings = contactSettingsSchema.parse({ baudRate, useStub, before, after });

/** A bench on which flash is read, erased and compared. */
export interface BoardJobBench extends ReturnType<typeof createSimBench> {
  readonly folder: string;
  readonly outputPath: string;
  readonly read: (span: FlashSpan, settings?: Partial<ContactSettings>) => Promise<BoardJobOutcome>;
  readonly erase: (span: FlashSpan, more?: { force?: boolean; useStub?: boolean }) => Promise<BoardJobOutcome>;
  readonly verify: (
    files: readonly BenchFile[],
    more?: { diff?: boolean; useStub?: boolean },
  ) => Promise<BoardJobOutcome>;
}

/** A bench over one virtual board. */
export function createBoardJobBench(
  board: Omit<VirtualBoardOptions, 'clock'>,
  onTrace: (event: TraceEvent) => void = () => undefined,
): BoardJobBench {
  const bench = createSimBench(board, { onTrace });
  const { services } = bench;
  const path = `sim://${board.chip}`;
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-board-job-'));
  const outputPath = join(folder, 'flash.bin');
  return {
    ...bench,
    folder,
    outputPath,
    read: (span, settings) =>
      ended(services, services.jobs.startRead({ path, span, outputPath, settings: { ...usual, ...settings } })),
    erase: (span, { force = false, useStub: stub = true } = {}) =>
      ended(services, services.jobs.startErase({ path, span, force, settings: { ...usual, useStub: stub } })),
    verify: async (files, { diff = false, useStub: stub = true } = {}) => {
      const paths = files.map(({ name, bytes }, index) => {
        const file = join(folder, name ?? `file-${index}.bin`);
        writeFileSync(file, bytes);
        return file;
      });
      const added = await services.firmware.addPaths(paths, null);
      const rows = added.files.map(({ token }, index) => ({
        token,
        enabled: true,
        offsetText: `${files[index]?.offset ?? 0}`,
      }));
      const settings = { ...defaultFlashSettings, flashSize: 'keep', useStub: stub };
      return ended(services, services.jobs.startVerify({ path, rows, settings, diff }));
    },
  };
}

/** Waits for the end of a job that is being started. */
export async function ended(
  { jobs }: FlashBench['services'],
  started: Promise<{ jobId: string }>,
): Promise<BoardJobOutcome> {
  const outcomes = new Map<string, BoardJobOutcome>();
  let notify = (): void => undefined;
  const stop = jobs.onBoardJobFinished(({ jobId, outcome }) => {
    outcomes.set(jobId, outcome);
    notify();
  });
  try {
    const { jobId } = await started;
    for (;;) {
      const outcome = outcomes.get(jobId);
      if (outcome !== undefined) return outcome;
      await new Promise<void>((resolve) => (notify = resolve));
    }
  } finally {
    stop();
  }
}
