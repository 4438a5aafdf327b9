import { AppError } from '../../../src-shared/errors/app-error';
import type { PlacedRegion, PlanFacts } from './plan-input';
import { fine, problem, undecided, warning, type Finding } from './preflight-check';

/** Loaders write whole words. */
const wordSize = 4;
/** Smallest unit that flash erases. */
const sectorSize = 0x1000;

/** Whether offsets are where flash can be written. */
export function checkAlignment({ regions }: PlanFacts): Finding[] {
  const found = regions.flatMap(({ name, offset, index }) => {
    if (offset % wordSize !== 0) {
      return [problem('aligned', new AppError('plan.unaligned', { name, offset, align: wordSize }), { rows: [index] })];
    }
    if (offset % sectorSize !== 0) {
      const erasedOffset = offset - (offset % sectorSize);
      return [warning('aligned', new AppError('plan.erasesBefore', { name, offset, erasedOffset }), { rows: [index] })];
    }
    return [];
  });
  return found.length === 0 && regions.length > 0 ? [fine('aligned')] : found;
}

/** Whether two files claim the same bytes, or the same sector, which is erased as a whole. */
export function checkOverlap({ regions, placed }: PlanFacts): Finding[] {
  const found: Finding[] = [];
  let furthest: PlacedRegion | null = null;
  for (const region of regions) {
    if (furthest !== null) found.push(...checkNeighbours(furthest, region));
    if (furthest === null || region.endOffset > furthest.endOffset) furthest = region;
  }
  return found.length === 0 && placed.length > 1 ? [fine('overlap')] : found;
}

/** `first` begins no later than `second`. */
function checkNeighbours(first: PlacedRegion, second: PlacedRegion): Finding[] {
  const names = { name: second.name, otherName: first.name };
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
export function checkFit({ regions, limitBytes }: PlanFacts): Finding[] {
  if (regions.length === 0) return [];
  if (limitBytes === null) return [undecided('fits')];
  const found = regions
    .filter(({ endOffset }) => endOffset > limitBytes)
    .map(({ name, endOffset, index }) =>
      problem('fits', new AppError('plan.pastEnd', { name, endOffset, flashSizeBytes: limitBytes }), { rows: [index] }),
    );
  if (found.length > 0) return found;
  const usedBytes = regions.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [fine('fits', { usedBytes, flashSizeBytes: limitBytes })];
}
