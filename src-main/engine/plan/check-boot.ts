import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import type { PlanFacts } from './plan-input';
import { warning, type Finding } from './preflight-check';

/** Whether the chip finds what it starts from: among the files, or on the board where that is known. */
export function checkCompleteness(facts: PlanFacts): Finding[] {
  const { settings, regions, chip } = facts;
  if (chip === null || regions.length === 0) return [];
  return settings.eraseAll ? missingAfterErase(facts, chip) : missingOnBoard(facts, chip);
}

function covers({ regions }: PlanFacts, at: number): boolean {
  return regions.some(({ offset, endOffset }) => offset <= at && at < endOffset);
}

function missingAfterErase(facts: PlanFacts, { name: chip, bootloaderOffset, partitionTableOffset }: ChipDescriptor) {
  const found: Finding[] = [];
  const about = { rows: [], repair: { kind: 'setOption', option: 'eraseAll', value: false } } as const;
  if (!covers(facts, bootloaderOffset)) {
    const error = new AppError('plan.noBootloader', { chip, expectedOffset: bootloaderOffset });
    found.push(warning('complete', error, about));
  }
  if (facts.table === null && partitionTableOffset !== null && !covers(facts, partitionTableOffset)) {
    const error = new AppError('plan.noPartitionTable', { chip, expectedOffset: partitionTableOffset });
    found.push(warning('complete', error, about));
  }
  return found;
}

/** An app alone does not start on an empty board. */
function missingOnBoard(facts: PlanFacts, { name: chip, bootloaderOffset, partitionTableOffset }: ChipDescriptor) {
  const { layout, table, identity, placed } = facts;
  const apps = placed.filter(({ row }) => row.description.kind === 'app').map(({ index }) => index);
  // What an encrypted flash holds looks like nothing.
  if (layout === null || apps.length === 0 || identity?.flashEncryption === true) return [];
  if (layout.bootloader === null && !covers(facts, bootloaderOffset)) {
    const error = new AppError('plan.noBootloaderThere', { chip, expectedOffset: bootloaderOffset });
    return [warning('complete', error, { rows: apps })];
  }
  const hasTable = layout.partitions !== null || table !== null;
  if (hasTable || partitionTableOffset === null || covers(facts, partitionTableOffset)) return [];
  const error = new AppError('plan.noTableThere', { chip, expectedOffset: partitionTableOffset });
  return [warning('complete', error, { rows: apps })];
}

/** Whether an app that is written is the one that starts: the board may have been told to start another one. */
export function checkStart({ layout, table, settings, regions, placed, onBoard }: PlanFacts): Finding[] {
  const { start, app, otaData } = layout ?? { start: null, app: null, otaData: null };
  // Only where something starts now, by choice and not because the places before it are empty.
  if (start === null || app?.offset !== start.offset || start.reason === 'fallback') return [];
  if (settings.eraseAll || table !== null) return [];
  const isChosenAnew = regions.some(
    ({ offset, endOffset }) => otaData !== null && offset <= otaData.offset && otaData.offset < endOffset,
  );
  const slots = onBoard?.filter(({ type }) => type === 'app') ?? [];
  const apps = placed.flatMap(({ row, index, offset, bytes }) => {
    const slot = slots.find((candidate) => candidate.offset === offset);
    return row.description.kind === 'app' && slot !== undefined ? [{ row, index, slot, bytes }] : [];
  });
  const [first] = apps;
  if (first === undefined || isChosenAnew || apps.some(({ slot }) => slot.offset === start.offset)) return [];
  const error = new AppError('plan.otherAppStarts', {
    name: first.row.name,
    partition: first.slot.label,
    starting: start.label,
    expectedOffset: start.offset,
  });
  const room = slots.find(({ offset }) => offset === start.offset)?.sizeBytes ?? 0;
  const canMove = apps.length === 1 && first.bytes.length <= room;
  const repair = { kind: 'setOffset', row: first.index, offset: start.offset } as const;
  return [warning('starts', error, { rows: apps.map(({ index }) => index), ...(canMove ? { repair } : {}) })];
}
