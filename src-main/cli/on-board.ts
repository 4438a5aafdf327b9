import type { BoardIdentity } from '../../src-shared/ipc/contract';
import { runOnBoard, type BoardAtWork, type BoardOrder } from '../jobs/board-job';
import { ProgressMeter } from '../jobs/progress-meter';
import { describeBoard } from './board-text';
import type { ConsoleIo } from './console-io';
import type { GlobalOptions } from './global-options';
import { ProgressLine } from './progress-line';
import { withServices } from './run-services';

/** What a command wants before its own part begins. */
export interface OnBoardOptions extends Pick<BoardOrder, 'asksFlash' | 'examine' | 'flashSizeBytes'> {
  /** False where the ROM loader does as well and is there at once. Default: as `--no-stub` says. */
  readonly useStub?: boolean;
  /** Data in bulk is worth a higher speed. Default: false. */
  readonly isBulk?: boolean;
  /** How the board is left. Default: as `--after` says. */
  readonly after?: GlobalOptions['after'];
}

/** A board, and a way to tell how far things are. */
export interface CommandOnBoard extends BoardAtWork {
  readonly signal: AbortSignal;
  readonly onBytes: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Connects to the board that the options mean, prints which one that is, and carries out one operation on it. Prints
 * nothing of the operation itself, which may run again after trouble on the wire.
 */
export function onBoard<T>(
  io: ConsoleIo,
  options: GlobalOptions,
  wish: OnBoardOptions,
  operation: (board: CommandOnBoard) => Promise<T>,
): Promise<{ readonly identity: BoardIdentity; readonly value: T }> {
  return withServices(io, options, async ({ deps, path, signal }) => {
    io.out(`Port: ${path}\n`);
    const line = new ProgressLine(io);
    const meter = new ProgressMeter(
      {
        jobId: '',
        kind: 'read',
        path,
        stage: 'waiting',
        detail: null,
        doneBytes: 0,
        totalBytes: 0,
        rowDoneBytes: [],
        rowTotalBytes: [],
        baudRate: null,
      },
      deps.clock,
      (progress) => line.show(progress),
    );
    const order: BoardOrder = {
      path,
      signal,
      ...wish,
      settings: {
        useStub: options.useStub && (wish.useStub ?? true),
        baudRate: wish.isBulk === true ? options.baudRate : deps.connect.baudRate,
        before: options.before,
        after: wish.after ?? options.after,
      },
      trace: deps.connect.trace ?? (() => undefined),
      report: (change) => meter.update(change),
      onIdentity: () => undefined,
    };
    try {
      const done = await runOnBoard(deps, order, async (board) => {
        const onBytes = (doneBytes: number, totalBytes: number): void =>
          meter.update({ stage: 'reading', doneBytes, totalBytes });
        return { identity: board.identity, value: await operation({ ...board, signal, onBytes }) };
      });
      meter.flush();
      line.end();
      io.out(describeBoard(done.identity));
      return done;
    } finally {
      meter.flush();
      line.end();
    }
  });
}
