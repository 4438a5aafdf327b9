import type { FlashRange, FlashSpan, ReadResult } from '../../src-shared/ipc/contract';
import { rangeOf } from '../engine/operations/erase-flash';
import { beginReading, readFlash, type FlashReading } from '../engine/operations/read-flash';
import { refuseInSecureDownloadMode, refusePastEnd, runOnBoard, type BoardOrder } from './board-job';
import type { ServiceDependencies } from './dependencies';
import type { ReadRequest } from './services';
import { writeWhole } from './whole-file';

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;

/**
 * Reads a span of flash into a file that appears only when all of it is there. After trouble on the wire it goes on
 * where it was. Errors besides those of the wire: `file.notWritten`, `plan.pastEnd`, `flash.secureDownloadMode`.
 */
export async function runReadJob(
  deps: Dependencies,
  order: Omit<BoardOrder, 'examine'>,
  { span, outputPath, flashSizeBytes = null }: Pick<ReadRequest, 'span' | 'outputPath' | 'flashSizeBytes'>,
): Promise<ReadResult> {
  const startedMs = deps.clock.nowMs();
  return writeWhole(outputPath, async () => {
    let memory: { readonly mac: string | null; readonly reading: FlashReading } | null = null;
    const examine: BoardOrder['examine'] = (identity) => refuseInSecureDownloadMode(identity, 'read-flash');
    return await runOnBoard(deps, { ...order, examine, flashSizeBytes }, async (board) => {
      const { offset, sizeBytes } = checkedRange(span, flashSizeBytes ?? board.identity.flash?.sizeBytes ?? null);
      const { identity, loader, baudRate } = board;
      // Another board that was plugged in meanwhile has other contents.
      if (memory === null || memory.mac !== identity.mac) {
        memory = { mac: identity.mac, reading: beginReading(offset, sizeBytes) };
      }
      const { reading } = memory;
      const { md5, isProven } = await readFlash(loader, reading, {
        signal: order.signal,
        onProgress: (stage, doneBytes) => order.report({ stage, doneBytes, totalBytes: sizeBytes }),
      });
      const { blankBytes, bytes } = reading;
      const elapsedMs = Math.round(deps.clock.nowMs() - startedMs);
      return { bytes, result: { identity, offset, sizeBytes, md5, isProven, blankBytes, elapsedMs, baudRate } };
    });
  });
}

function checkedRange(span: FlashSpan, flashSizeBytes: number | null): FlashRange {
  const range = rangeOf(span, flashSizeBytes);
  refusePastEnd(flashSizeBytes, { label: 'region', ...range });
  return range;
}
