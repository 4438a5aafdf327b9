import { AppError } from '../../../src-shared/errors/app-error';
import type { PlacedRow, PlanFacts } from './plan-input';
import { fine, problem, undecided, warning, type Finding } from './preflight-check';

/** Loaders write whole words. */
const wordSize = 4;
/** Smallest unit that flash erases. */
const sectorSize = 0x1000;

/** Whether offsets are where flash can be written. */
export function checkAlignment({ placed }: PlanFacts): Finding[] {
  const found = placed.flatMap(({ row: { name }, offset, index }) => {
    if (offset % wordSize !== 0) {
      return [problem('aligned', new AppError('plan.unaligned', { name, offset, align: wordSize }), { rows: [index] })];
    }
    if (offset % sectorSize !== 0) {
      const erasedOffset = offset - (offset % sectorSize);
      return [warning('aligned', new AppError('plan.erasesBefore', { name, offset, erasedOffset }), { rows: [index] })];
    }
    return [];
  });
  return found.length === 0 && placed.length > 0 ? [fine('aligned')] : found;
}

/** Whether two files claim the same bytes, or the same sector, which is erased as a whole. */
export function checkOverlap({ placed }: PlanFacts): Finding[] {
  const found: Finding[] = [];
  let furthest: PlacedRow | null = null;
  for (const row of placed) {
    if (furthest !== null) found.push(...checkNeighbours(furthest, row));
    if (furthest === null || row.endOffset > furthest.endOffset) furthest = row;
  }
  return found.length === 0 && placed.length > 1 ? [fine('overlap')] : found;
}

/** `first` begins no later than `second`. */
function checkNeighbours(first: PlacedRow, second: PlacedRow): Finding[] {
  const names = { name: second.row.name, otherName: first.row.name };
  const rows = [first.index, second.index];
  const repair = { kind: 'disableRow', row: second.index } as const;
  if (second.offset < first.endOffset) {
    const endOffset = Math.min(first.endOffset, second.endOffset);
    return [
      problem('overlap', new AppError('plan.overlap', { ...names, offset: second.offset, endOffset }), {
        rows,
        repair,
      }),
    ];
  }
  const sharedSector = second.offset - (second.offset % sectorSize);
  if (sharedSector < first.endOffset) {
    return [
      problem('overlap', new AppError('plan.sharedSector', { ...names, offset: sharedSector }), { rows, repair }),
    ];
  }
  return [];
}

/** Whether everything ends before the flash does. */
export function checkFit({ placed, limitBytes }: PlanFacts): Finding[] {
  if (placed.length === 0) return [];
  if (limitBytes === null) return [undecided('fits')];
  const found = placed
    .filter(({ endOffset }) => endOffset > limitBytes)
    .map(({ row: { name }, endOffset, index }) =>
      problem('fits', new AppError('plan.pastEnd', { name, endOffset, flashSizeBytes: limitBytes }), { rows: [index] }),
    );
  if (found.length > 0) return found;
  const usedBytes = placed.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [fine('fits', { usedBytes, flashSizeBytes: limitBytes })];
}
