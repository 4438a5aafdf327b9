import { AppError } from '../../../src-shared/errors/app-error';
import type { BoardEffect } from '../../../src-shared/ipc/contract';
import type { PlanFacts } from './plan-input';
import { fine, warning, type Finding } from './preflight-check';

const labels = (effects: readonly { readonly label: string }[]): string => effects.map(({ label }) => label).join(', ');

/** Whether what a person saved on the board is still there afterwards. */
export function checkData(facts: PlanFacts): Finding[] {
  const { regions, settings, effects, onBoard } = facts;
  if (regions.length === 0) return [];
  const userData = (effects?.items ?? []).filter(({ isUserData }) => isUserData);
  // A board that is known to be empty has nothing to lose.
  const isEmpty = onBoard?.length === 0;
  if (settings.eraseAll) return isEmpty || (onBoard !== null && userData.length === 0) ? [] : [everythingErased()];
  const lost = userData.filter(isLost);
  if (lost.length > 0) return losses(lost, facts);
  const kept = userData.filter(({ fate }) => fate === 'kept');
  return kept.length === 0 || isEmpty ? [] : [fine('data', { partitions: labels(kept) })];
}

function everythingErased(): Finding {
  const repair = { kind: 'setOption', option: 'eraseAll', value: false } as const;
  return warning('data', new AppError('plan.everythingErased', {}), { rows: [], repair });
}

/** A file system that is replaced by its own file is what was asked for; saved settings are not. */
function isLost({ fate, kind }: BoardEffect): boolean {
  switch (fate) {
    case 'overwritten':
    case 'erased':
    case 'outOfReach':
      return true;
    case 'replaced':
      return kind === 'nvs';
    case 'kept':
    case 'filled':
      return false;
  }
}

function losses(lost: readonly BoardEffect[], { placed, settings, table }: PlanFacts): Finding[] {
  const found: Finding[] = [];
  for (const row of new Set(lost.filter(({ fate }) => fate !== 'outOfReach').map((effect) => effect.row))) {
    const by = placed.find(({ index }) => index === row);
    if (by === undefined) continue;
    const partitions = labels(lost.filter((effect) => effect.row === row));
    const error = new AppError('plan.dataOverwritten', { name: by.row.name, partitions });
    const canKeep = by.row.description.kind === 'merged' && !settings.keepSettings;
    const leaveOut = { kind: 'disableRow', row: by.index } as const;
    const repair = canKeep ? ({ kind: 'setOption', option: 'keepSettings', value: true } as const) : leaveOut;
    found.push(warning('data', error, { rows: [by.index], repair }));
  }
  const unreachable = lost.filter(({ fate }) => fate === 'outOfReach');
  if (unreachable.length > 0 && table !== null) {
    const name = table.placed.row.name;
    const error = new AppError('plan.dataOutOfReach', { name, partitions: labels(unreachable) });
    found.push(warning('data', error, { rows: [table.placed.index] }));
  }
  return found;
}

/** Settings that a merged file brings along, and that are not written so that the board keeps its own. */
export function checkWithheld({ kept, placed }: PlanFacts): Finding[] {
  return placed.flatMap(({ index, row: { name } }) => {
    const withheld = kept.filter((place) => place.row === index && place.isWithheld);
    if (withheld.length === 0) return [];
    const partitions = withheld.map((place) => place.name).join(', ');
    const repair = { kind: 'setOption', option: 'keepSettings', value: false } as const;
    const error = new AppError('plan.settingsWithheld', { name, partitions });
    return [warning('withheld', error, { rows: [index], repair })];
  });
}
