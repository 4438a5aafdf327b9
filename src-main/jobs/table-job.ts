import {
  defaultFlashSettings,
  type BoardIdentity,
  type BoardLayout,
  type FlashResult,
  type FlashSettings,
} from '../../src-shared/ipc/contract';
import { buildPlan } from '../engine/plan/build-plan';
import type { ServiceDependencies } from './dependencies';
import { runFlashJob, type FlashOrder } from './flash-job';
import { tableRow } from './partition-desk';
import type { WriteTableRequest } from './services';

/**
 * Writes a partition table as a write of one file, and proves it like one. Nothing is written where something is wrong
 * with the table on the board that answers: `plan.partitionTableBroken`, and the errors of a write.
 */
export function runTableJob(
  deps: Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>,
  order: Pick<FlashOrder, 'path' | 'signal' | 'trace' | 'report' | 'onIdentity'>,
  { settings: contact, ...table }: Omit<WriteTableRequest, 'path'>,
  layoutOf: (identity: BoardIdentity) => BoardLayout | null,
): Promise<FlashResult> {
  const settings: FlashSettings = { ...defaultFlashSettings, ...contact, flashSize: 'keep' };
  return runFlashJob(deps, {
    ...order,
    settings,
    rowCount: 1,
    makePlan: (identity) =>
      buildPlan({ rows: [tableRow(table, identity)], settings, identity, layout: layoutOf(identity) }),
    readFilesAgain: () => Promise.resolve(),
  });
}
