import type { BoardIdentity, FlashRow, FlashSettings, PlanView } from '../../src-shared/ipc/contract';
import { buildPlan } from '../engine/plan/build-plan';
import type { FlashPlan } from '../engine/plan/flash-plan';
import type { Boards } from './board-registry';
import type { FirmwareFiles } from './firmware-store';
import type { FlashRequest, PlanChecker } from './services';

/** Pre-flight checks over what is known without touching the board. */
export class Plans implements PlanChecker {
  constructor(
    private readonly firmware: FirmwareFiles,
    private readonly boards: Boards,
  ) {}

  check({ path, rows, settings }: Omit<FlashRequest, 'path'> & { readonly path: string | null }): Promise<PlanView> {
    const identity = path === null ? null : this.boards.identityOf(path);
    return Promise.resolve(makePlan(this.firmware, rows, settings, identity).view);
  }
}

/** The plan for a board, as far as it is known. */
export function makePlan(
  firmware: FirmwareFiles,
  rows: readonly FlashRow[],
  settings: FlashSettings,
  identity: BoardIdentity | null,
): { readonly plan: FlashPlan | null; readonly view: PlanView } {
  const files = rows.map(({ token, enabled, offsetText }) => {
    const { name, bytes } = firmware.get(token);
    return { name, bytes, enabled, offsetText };
  });
  return buildPlan({ rows: files, settings, identity });
}
