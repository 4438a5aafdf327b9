import { AppError } from '../../../src-shared/errors/app-error';
import type { PreflightRepair } from '../../../src-shared/ipc/contract';
import type { PlacedRegion, PlanFacts } from './plan-input';
import { fine, problem, realSizeRepair, undecided, warning, type Finding } from './preflight-check';

/** Loaders write whole words. */
const wordSize = 4;
/** Smallest unit that flash erases. */
const sectorSize = 0x1000;

/** Whether offsets are where flash can be written. */
export function checkAlignment({ regions }: PlanFacts): Finding[] {
  const found = regions.flatMap((region) => {
    const { name, offset, index } = region;
    const about = { rows: [index], ...ownPlaceRepair(region) };
    if (offset % wordSize !== 0) {
      return [problem('aligned', new AppError('plan.unaligned', { name, offset, align: wordSize }), about)];
    }
    if (offset % sectorSize !== 0) {
      const erasedOffset = offset - (offset % sectorSize);
      return [warning('aligned', new AppError('plan.erasesBefore', { name, offset, erasedOffset }), about)];
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
    if (furthest !== null) found.push(...checkNeighbours(furthest, region, regions));
    if (furthest === null || region.endOffset > furthest.endOffset) furthest = region;
  }
  return found.length === 0 && placed.length > 1 ? [fine('overlap')] : found;
}

/** `first` begins no later than `second`. */
function checkNeighbours(first: PlacedRegion, second: PlacedRegion, regions: readonly PlacedRegion[]): Finding[] {
  const names = { name: second.name, otherName: first.name };
  const rows = [first.index, second.index];
  const repairs = repairsOf(first, second, regions);
  if (second.offset < first.endOffset) {
    const endOffset = Math.min(first.endOffset, second.endOffset);
    return [
      problem('overlap', new AppError('plan.overlap', { ...names, offset: second.offset, endOffset }), {
        rows,
        ...repairs,
      }),
    ];
  }
  const sharedSector = second.offset - (second.offset % sectorSize);
  if (sharedSector < first.endOffset) {
    return [
      problem('overlap', new AppError('plan.sharedSector', { ...names, offset: sharedSector }), { rows, ...repairs }),
    ];
  }
  return [];
}

/** A file that is away from its place goes back there, where it is in nobody's way; else one of the two stays out. */
function repairsOf(
  first: PlacedRegion,
  second: PlacedRegion,
  regions: readonly PlacedRegion[],
): { readonly repair: PreflightRepair; readonly otherRepair?: PreflightRepair } {
  const leaveOut = { kind: 'disableRow', row: second.index } as const;
  const misplaced = [second, first].find((region) => hasFreePlace(region, regions));
  const place = misplaced?.row.description.suggestedOffset ?? null;
  if (misplaced === undefined || place === null) return { repair: leaveOut };
  return { repair: { kind: 'setOffset', row: misplaced.index, offset: place }, otherRepair: leaveOut };
}

function hasFreePlace({ index, row }: PlacedRegion, regions: readonly PlacedRegion[]): boolean {
  const place = row.description.suggestedOffset;
  if (place === null) return false;
  const own = regions.filter((region) => region.index === index);
  // Where several pieces of one file lie depends on more than its address.
  if (own.length !== 1 || own[0]?.offset === place) return false;
  const end = place + row.bytes.length;
  return regions.every((other) => other.index === index || other.endOffset <= place || end <= other.offset);
}

/** Back to where the file belongs, where that is known and ends before the flash does. */
function ownPlaceRepair(
  { index, row, offset }: PlacedRegion,
  limitBytes = Infinity,
): { readonly repair?: PreflightRepair } {
  const place = row.description.suggestedOffset;
  if (place === null || place === offset || place + row.bytes.length > limitBytes) return {};
  return { repair: { kind: 'setOffset', row: index, offset: place } };
}

/** Whether everything ends before the flash does. */
export function checkFit({ regions, limitBytes, realSizeBytes }: PlanFacts): Finding[] {
  if (regions.length === 0) return [];
  if (limitBytes === null) return [undecided('fits')];
  const found = regions
    .filter(({ endOffset }) => endOffset > limitBytes)
    .map((region) => {
      const { name, endOffset, index } = region;
      const error = new AppError('plan.pastEnd', { name, endOffset, flashSizeBytes: limitBytes });
      const repair = { ...ownPlaceRepair(region, limitBytes), ...realSizeRepair(endOffset, realSizeBytes) };
      return problem('fits', error, { rows: [index], ...repair });
    });
  if (found.length > 0) return found;
  const usedBytes = regions.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [fine('fits', { usedBytes, flashSizeBytes: limitBytes })];
}
