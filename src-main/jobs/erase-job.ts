import { chipById } from '../../src-shared/chips';
import { AppError } from '../../src-shared/errors/app-error';
import type { BoardIdentity, EraseResult, FlashSpan } from '../../src-shared/ipc/contract';
import { checkEraseRange, eraseFlash } from '../engine/operations/erase-flash';
import { runOnBoard, type BoardOrder } from './board-job';
import type { ServiceDependencies } from './dependencies';
import type { EraseRequest } from './services';

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;

/**
 * Erases whole sectors and proves it. A chip that starts only what is signed or encrypted may be lost for good
 * without it, so there it takes `force`: `flash.secureBoot`, `flash.encrypted`.
 */
export async function runEraseJob(
  deps: Dependencies,
  order: Omit<BoardOrder, 'examine'>,
  request: Pick<EraseRequest, 'span' | 'force' | 'flashSizeBytes'>,
): Promise<EraseResult> {
  const { span, force, flashSizeBytes: statedBytes = null } = request;
  // Before any port is opened.
  checkSpan(span, statedBytes);
  const startedMs = deps.clock.nowMs();
  const examine = (identity: BoardIdentity): void => {
    if (!force) refuseProtected(identity);
    if (identity.secureDownloadMode && statedBytes === null && hasOpenEnd(span)) {
      throw new AppError('flash.sizeNotTold', { chip: chipById(identity.chip).name });
    }
    checkSpan(span, identity.flash?.sizeBytes ?? statedBytes);
  };
  return await runOnBoard(deps, { ...order, examine, flashSizeBytes: statedBytes }, async ({ loader, identity }) => {
    const erased = await eraseFlash(loader, span, {
      signal: order.signal,
      flashSizeBytes: identity.flash?.sizeBytes ?? statedBytes,
      canProve: !identity.secureDownloadMode,
      onProgress: (stage, doneBytes, totalBytes) => order.report({ stage, doneBytes, totalBytes }),
    });
    return { identity, ...erased, elapsedMs: Math.round(deps.clock.nowMs() - startedMs) };
  });
}

function checkSpan(span: FlashSpan, flashSizeBytes: number | null): void {
  if (span === 'all') return;
  const { offset, sizeBytes } = span;
  checkEraseRange({ offset, sizeBytes: sizeBytes === 'rest' ? 0 : sizeBytes }, flashSizeBytes);
}

function hasOpenEnd(span: FlashSpan): boolean {
  return span === 'all' || span.sizeBytes === 'rest';
}

function refuseProtected({ chip, secureBoot, flashEncryption }: BoardIdentity): void {
  const { name } = chipById(chip);
  if (secureBoot === true) throw new AppError('flash.secureBoot', { chip: name });
  if (flashEncryption === true) throw new AppError('flash.encrypted', { chip: name });
}
