import { AppError, toAppError } from '../../src-shared/errors/app-error';
import type {
  BoardIdentity,
  BoardLayout,
  FlashResult,
  FlashSettings,
  JobProgress,
  PlanView,
} from '../../src-shared/ipc/contract';
import type { TraceSink } from '../engine/loader/connection';
import type { Loader } from '../engine/loader/loader';
import { checkEncryptedWriteAllowed } from '../engine/operations/encrypted-write';
import { readLayout } from '../engine/operations/read-layout';
import { readBootText } from '../engine/operations/read-boot-text';
import { writeFlash, type WriteFlashOptions, type WrittenRegion } from '../engine/operations/write-flash';
import type { BuiltPlan } from '../engine/plan/build-plan';
import type { FlashPlan, WriteProgress } from '../engine/plan/flash-plan';
import type { Clock } from '../engine/transport/transport';
import { withAttempts } from './board-attempts';
import { withBoard, type BoardSession, type SessionOptions } from './board-session';
import { changedParts } from './changed-parts';
import type { ServiceDependencies } from './dependencies';
import type { FlashAttempt } from './flash-attempt';
import { FlashProgress } from './flash-progress';
import { identify } from './identify-job';
import { proveRegion, resumePlan, wholePlan } from './resume-plan';
import { startLoader } from './start-loader';

/** What the job is to do, and whom it tells. */
export interface FlashOrder {
  readonly path: string;
  readonly rowCount: number;
  readonly settings: FlashSettings;
  /** Whether the result is to tell what lies on the board afterwards. */
  readonly looksAfterwards?: boolean;
  readonly signal: AbortSignal;
  readonly trace: TraceSink;
  /** The plan for the board that really answered. */
  readonly makePlan: (identity: BoardIdentity) => BuiltPlan;
  /** Rejects with `file.changed` and the like when a file is not any more what the plan was made from. */
  readonly readFilesAgain: () => Promise<void>;
  readonly report: (change: Partial<JobProgress>) => void;
  readonly onIdentity: (identity: BoardIdentity) => void;
  /** See `SessionOptions`. */
  readonly isPatient?: boolean;
}

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;
type FittingPlan = { readonly plan: FlashPlan; readonly view: PlanView };

/** What one attempt leaves for the next. */
interface Memory {
  readonly startedMs: number;
  mac: string | null;
  /** Regions that were written and compared. */
  proven: WrittenRegion[];
  /** The whole flash was erased and must not be erased again over what is proven. */
  isErased: boolean;
  /** In force when the attempt ended. */
  baudRate: number;
}

/** How long a freshly started application is listened to. */
const listenMs = 1500;

/**
 * The main job: connect, find out who it is, check the plan against that, write, compare every region by MD5
 * on the chip, start the application and listen to it. Resolves only when everything was compared, or written to a
 * chip in Secure Download Mode by somebody who accepts that nothing there can be.
 *
 * Trouble on the wire leads to another attempt, with automatic speed at a lower rate; what the chip already
 * holds is then not written again.
 */
export function runFlashJob(deps: Dependencies, order: FlashOrder): Promise<FlashResult> {
  const startedMs = deps.clock.nowMs();
  const memory: Memory = { startedMs, mac: null, proven: [], isErased: false, baudRate: deps.connect.baudRate };
  return withAttempts(deps, order, memory, (attempt, contact) => flashOnce(deps, order, attempt, contact, memory));
}

function flashOnce(
  deps: Dependencies,
  order: FlashOrder,
  attempt: FlashAttempt,
  contact: SessionOptions,
  memory: Memory,
): Promise<FlashResult> {
  const { settings, signal, report } = order;
  return withBoard(deps, contact, async (session) => {
    report({ stage: 'detecting', detail: null, trouble: null });
    const identity = await identify(session, deps.connect.baudRate, signal);
    order.onIdentity(identity);
    recallBoard(memory, identity);
    const fitting = fittingPlan(order, identity);
    await startLoader(session, {
      useStub: attempt.useStub,
      baudRate: settings.baudRate,
      highestBaudRate: attempt.highestBaudRate,
      speed: memory,
      signal,
      report,
    });
    await order.readFilesAgain();
    const regions = await write(session, order, fitting, attempt, memory);
    const elapsedMs = Math.round(deps.clock.nowMs() - memory.startedMs);
    const layout = order.looksAfterwards === true ? await lookAround(session, order) : null;
    const bootLog = await leaveAndListen(session, order);
    const writtenBytes = regions.reduce((sum, region) => sum + region.sizeBytes, 0);
    const facts = { identity, regions, writtenBytes, baudRate: memory.baudRate, elapsedMs, bootLog };
    return layout === null ? facts : { ...facts, layout };
  });
}

/** What was proven on one board says nothing about another that was plugged in meanwhile. */
function recallBoard(memory: Memory, { mac, secureDownloadMode }: BoardIdentity): void {
  // In Secure Download Mode one board cannot be told from another, and nothing was proven.
  if (memory.mac !== mac || secureDownloadMode) {
    memory.proven = [];
    memory.isErased = false;
  }
  memory.mac = mac;
}

/** Nothing is sent to a board that the plan does not fit. */
function fittingPlan(order: FlashOrder, identity: BoardIdentity): FittingPlan {
  const { plan, view, error } = order.makePlan(identity);
  if (error !== null) throw error;
  if (plan === null || plan.regions.length === 0) throw new AppError('plan.nothingToWrite', {});
  return { plan, view };
}

/** Region by region, so that what is proven stays known when a later one fails. */
async function write(
  { connection, loader, attach }: BoardSession,
  order: FlashOrder,
  { plan, view }: FittingPlan,
  attempt: FlashAttempt,
  memory: Memory,
): Promise<readonly WrittenRegion[]> {
  const { signal, report } = order;
  await loader.attachFlash({ signal, ...attach });
  await loader.setFlashParameters(plan.flashSizeBytes, { signal });

  const canProve = !connection.secureDownloadMode;
  const mayResume = attempt.number > 1 && canProve && (!plan.eraseAll || memory.isErased);
  const left = mayResume ? await resumePlan(loader, plan, memory.proven, signal) : wholePlan(plan);
  const progress = new FlashProgress(plan, view, order.rowCount);
  for (const done of memory.proven) progress.skip(done);
  report({ stage: 'writing', ...progress.totals() });

  if (plan.regions.some(({ encrypted }) => encrypted === true) && canProve) {
    await checkEncryptedWriteAllowed(loader, { signal });
  }
  const skips = plan.eraseAll || !canProve ? 'write' : (order.settings.unchanged ?? 'write');
  for (const { whole, part } of left) {
    const parts = await changedParts(loader, part, skips, signal);
    let sentBytes = 0;
    let proven: WrittenRegion | null = null;
    for (const changed of parts) {
      const eraseAll = plan.eraseAll && !memory.isErased;
      const onProgress = (now: WriteProgress): void => {
        memory.isErased ||= eraseAll && now.stage !== 'erasing';
        report({ ...progress.after(now, whole, changed), isFlashErased: memory.isErased });
      };
      const one = { ...plan, regions: [changed], eraseAll };
      const written = await writeRegion(loader, one, { signal, onProgress, canProve });
      sentBytes += written.sentBytes;
      if (changed === whole) proven = written;
    }
    proven ??= await proveRegion(loader, whole, sentBytes, signal);
    memory.proven = [...memory.proven, proven];
    progress.skip(proven);
    report(progress.totals());
  }
  return [...memory.proven].sort((a, b) => a.offset - b.offset);
}

async function writeRegion(loader: Loader, plan: FlashPlan, options: WriteFlashOptions): Promise<WrittenRegion> {
  const [written] = await writeFlash(loader, plan, options);
  if (written !== undefined) return written;
  throw new AppError('internal', { reason: 'a region was not written' });
}

/** The loader still runs, so that looking costs no restart. The result is certain, so nothing that fails here changes it. */
async function lookAround({ connection, loader }: BoardSession, order: FlashOrder): Promise<BoardLayout | null> {
  if (connection.secureDownloadMode) return null;
  try {
    return await readLayout(loader, { signal: order.signal });
  } catch (error) {
    noteTrouble(order, loader.clock, error);
    return null;
  }
}

function noteTrouble({ trace }: FlashOrder, clock: Clock, error: unknown): void {
  const text = `after the write: ${toAppError(error).message}`;
  trace({ atMs: clock.nowMs(), direction: 'note', text, bytes: null });
}

/** The result is already certain here, so nothing that goes wrong on the way out changes it. */
async function leaveAndListen(session: BoardSession, order: FlashOrder): Promise<string> {
  const { settings, signal, report } = order;
  const { transport, chip } = session.connection;
  const restarts = settings.after !== 'no-reset' && settings.after !== 'no-reset-stub';
  report({ stage: 'resetting' });
  try {
    if (!restarts || !transport.link.hasModemLines) {
      await session.leave();
      return '';
    }
    const leave = async (): Promise<void> => {
      await session.leave();
      report({ stage: 'listening' });
    };
    return (await readBootText(transport, chip, leave, { signal, listenMs })).text;
  } catch (error) {
    noteTrouble(order, transport.clock, error);
    return '';
  }
}
