import { AppError, toAppError } from '../../src-shared/errors/app-error';
import type { BoardIdentity, MemoryFound, MemoryResult, MemoryTask } from '../../src-shared/ipc/contract';
import { leaveLoader } from '../engine/operations/leave-loader';
import { loadRam, type LoadedProgram } from '../engine/operations/load-ram';
import { readMemory, readWord, writeWord } from '../engine/operations/memory';
import { readBootText } from '../engine/operations/read-boot-text';
import { refuseInSecureDownloadMode, runOnBoard, type BoardAtWork, type BoardOrder } from './board-job';
import type { ServiceDependencies } from './dependencies';
import { writeWhole } from './whole-file';

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;

/** A task with what its tokens stand for. */
export type MemoryWork =
  | Exclude<MemoryTask, { readonly kind: 'dump' | 'load' }>
  | (Omit<Extract<MemoryTask, { readonly kind: 'dump' }>, 'save'> & { readonly outputPath: string })
  | { readonly kind: 'load'; readonly name: string; readonly image: Uint8Array };

/** What to do, and how the board is found and left. */
export interface MemoryOrder {
  readonly work: MemoryWork;
  /** Leaves the loader running. */
  readonly holds: boolean;
  /** A loader was left running: it is tried before the board is reset. */
  readonly isHeld: boolean;
}

/** How long a program that was just started is listened to. */
const listenMs = 1500;

/**
 * Works on the CPU's address space over the ROM loader; only a dump is worth the stub and its speed. Errors besides
 * those of the wire: `plan.unaligned`, `file.notWritten`, `flash.secureDownloadMode`, and those of `loadRam`.
 */
export async function runMemoryJob(
  deps: Dependencies,
  order: Omit<BoardOrder, 'examine' | 'asksFlash'>,
  { work, holds, isHeld }: MemoryOrder,
): Promise<MemoryResult> {
  const startedMs = deps.clock.nowMs();
  const starts = work.kind === 'load' || work.kind === 'run';
  const isBulk = work.kind === 'dump';
  const settings: BoardOrder['settings'] = {
    ...order.settings,
    useStub: isBulk && order.settings.useStub,
    baudRate: isBulk ? order.settings.baudRate : deps.connect.baudRate,
    // What was started must not be reset away.
    after: holds || starts ? 'no-reset-stub' : order.settings.after,
  };
  const examine = (identity: BoardIdentity): void => {
    if (work.kind !== 'run') refuseInSecureDownloadMode(identity, operations[work.kind]);
  };
  const once = (from: Dependencies, before: BoardOrder['settings']['before']): Promise<MemoryResult> =>
    runOnBoard(from, { ...order, settings: { ...settings, before }, examine, asksFlash: false }, async (board) => ({
      identity: board.identity,
      found: await carryOut(board, order, work),
      elapsedMs: Math.round(deps.clock.nowMs() - startedMs),
      isHeld: holds && !starts,
    }));
  const carry = async (): Promise<MemoryResult> => {
    if (isHeld) {
      try {
        return await once({ ...deps, connect: { ...deps.connect, attempts: 1 } }, 'no-reset');
      } catch (error) {
        // It was reset, or something else runs by now.
        if (!toAppError(error).code.startsWith('connect.')) throw error;
      }
    }
    return await once(deps, order.settings.before);
  };
  if (work.kind !== 'dump') return await carry();
  checkEnd(work);
  return await writeWhole(work.outputPath, async () => {
    const result = await carry();
    const { bytes, ...found } = result.found as FoundDump;
    return { bytes, result: { ...result, found } };
  });
}

const operations = { readWord: 'read-mem', writeWord: 'write-mem', dump: 'dump-mem', load: 'load-ram' } as const;

type FoundDump = Extract<MemoryFound, { readonly kind: 'dump' }> & { readonly bytes: Uint8Array };

async function carryOut(
  { session, loader }: BoardAtWork,
  { signal, report }: Pick<BoardOrder, 'signal' | 'report'>,
  work: MemoryWork,
): Promise<MemoryFound> {
  switch (work.kind) {
    case 'readWord': {
      const { address } = work;
      return { kind: 'readWord', address, value: await readWord(loader, address, { signal }) };
    }
    case 'writeWord': {
      const { address, value, mask } = work;
      const before = await readWord(loader, address, { signal });
      await writeWord(loader, address, value, mask, { signal });
      return { kind: 'writeWord', address, value, mask, before, after: await readWord(loader, address, { signal }) };
    }
    case 'dump': {
      const { address, sizeBytes } = work;
      report({ stage: 'reading', doneBytes: 0, totalBytes: sizeBytes });
      const bytes = await readMemory(loader, address, sizeBytes, {
        signal,
        onBytes: (doneBytes) => report({ stage: 'reading', doneBytes, totalBytes: sizeBytes }),
      });
      const found: FoundDump = { kind: 'dump', address, sizeBytes, bytes };
      return found;
    }
    case 'load': {
      const { name, image } = work;
      const onBytes = (doneBytes: number, totalBytes: number): void =>
        report({ stage: 'writing', doneBytes, totalBytes });
      let program: LoadedProgram = { entryAddress: 0, segments: [] };
      const { text } = await listen(session, signal, async () => {
        program = await loadRam(loader, image, { name, signal, onBytes });
        report({ stage: 'listening' });
      });
      return { kind: 'load', name, ...program, output: text };
    }
    case 'run': {
      // The loader starts the application by way of a write of nothing, for which it wants its flash.
      await loader.attachFlash({ signal, ...session.attach });
      const { text } = await listen(session, signal, async () => {
        await leaveLoader(session.connection, loader, 'soft-reset', { signal });
        report({ stage: 'listening' });
      });
      return { kind: 'run', output: text };
    }
  }
}

function listen(
  { connection }: BoardAtWork['session'],
  signal: AbortSignal,
  start: () => Promise<void>,
): ReturnType<typeof readBootText> {
  return readBootText(connection.transport, connection.chip, start, { signal, listenMs });
}

function checkEnd({ address, sizeBytes }: { readonly address: number; readonly sizeBytes: number }): void {
  const endOffset = address + sizeBytes;
  const flashSizeBytes = 2 ** 32;
  if (endOffset > flashSizeBytes) throw new AppError('plan.pastEnd', { name: 'memory', endOffset, flashSizeBytes });
}
