import type { BoardIdentity, BoardLayout, FlashRow, FlashSettings, PlanView } from '../../src-shared/ipc/contract';
import { buildComparison, buildPlan, type BuiltPlan, type Comparison } from '../engine/plan/build-plan';
import type { PlanRow } from '../engine/plan/plan-input';
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
    const layout = path === null || identity === null ? null : this.boards.layoutOf(path, identity);
    return Promise.resolve(makePlan(this.firmware, rows, settings, identity, layout).view);
  }
}

/** The plan for a board, as far as it is known. */
export function makePlan(
  firmware: FirmwareFiles,
  rows: readonly FlashRow[],
  settings: FlashSettings,
  identity: BoardIdentity | null,
  layout: BoardLayout | null = null,
): BuiltPlan {
  return buildPlan({ rows: planRows(firmware, rows, identity), settings, identity, layout });
}

/** What the flash of a board would hold after a write of these rows. */
export function makeComparison(
  firmware: FirmwareFiles,
  rows: readonly FlashRow[],
  settings: FlashSettings,
  identity: BoardIdentity,
  layout: BoardLayout | null = null,
): Comparison {
  return buildComparison({ rows: planRows(firmware, rows, identity), settings, identity, layout });
}

function planRows(firmware: FirmwareFiles, rows: readonly FlashRow[], identity: BoardIdentity | null): PlanRow[] {
  const described = firmware.describe(
    rows.map((row) => row.token),
    identity?.chip ?? null,
  );
  return rows.flatMap(({ token, enabled, offsetText, encrypt }, index): PlanRow[] => {
    const description = described[index];
    return description === undefined
      ? []
      : [
          {
            name: description.name,
            // A part of a build for another chip is there for when the board changes.
            enabled: enabled && description.isForBoard !== false,
            offsetText,
            ...(encrypt === undefined ? {} : { encrypt }),
            bytes: firmware.get(token).bytes,
            description,
          },
        ];
  });
}
