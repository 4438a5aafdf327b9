import { chipById } from '../../../src-shared/chips';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import type { FormatFault } from '../../../src-shared/formats/byte-reader';
import { parseFirmwareImage } from '../../../src-shared/formats/firmware-image';
import type { ImageSummary } from '../../../src-shared/ipc/contract';
import type { PlacedRow, PlanFacts } from './plan-input';
import { fine, forceableProblem, undecided, warning, type Finding } from './preflight-check';

interface ImageRow extends PlacedRow {
  readonly image: ImageSummary;
}

function imageRows({ placed }: PlanFacts): ImageRow[] {
  return placed.flatMap((row) =>
    row.row.description.image === null ? [] : [{ ...row, image: row.row.description.image }],
  );
}

/** Whether files are for the board's chip, by their own word or by that of the build they belong to. */
export function checkChip(facts: PlanFacts): Finding[] {
  const told = facts.placed.flatMap(({ row: { name, description }, index }) => {
    const meant = description.image?.chip ?? description.statedChip ?? null;
    return meant === null ? [] : [{ name, index, meant: chipById(meant) }];
  });
  const { chip, identity } = facts;
  if (told.length === 0 || chip === null) return [];
  const found = told.flatMap(({ name, index, meant }) => {
    if (meant.id === chip.id) return [];
    const error = new AppError('plan.wrongChip', { name, imageChip: meant.name, chip: chip.name });
    return [forceableProblem('chip', error, { rows: [index], repair: { kind: 'disableRow', row: index } })];
  });
  if (found.length > 0) return found;
  return [identity === null ? undecided('chip') : fine('chip', { chip: chip.name })];
}

/** Whether the chip's revision is among those that images state. */
export function checkRevision(facts: PlanFacts): Finding[] {
  const { identity } = facts;
  const limited = imageRows(facts).filter(
    ({ image }) => image.chip === facts.chip?.id && (image.minRevision !== null || image.maxRevision !== null),
  );
  if (limited.length === 0 || facts.chip === null) return [];
  const { revision } = identity ?? { revision: null };
  if (revision === null) return [undecided('revision')];
  const chip = facts.chip.name;
  const found = limited.flatMap(({ image, row: { name }, index }) => {
    const minimum = image.minRevision ?? '0.0';
    const isTooOld = revisionNumber(revision) < revisionNumber(minimum);
    const isTooNew = image.maxRevision !== null && revisionNumber(revision) > revisionNumber(image.maxRevision);
    if (!isTooOld && !isTooNew) return [];
    const limits = image.maxRevision === null ? { minimum } : { minimum, maximum: image.maxRevision };
    const error = new AppError('plan.wrongRevision', { name, chip, revision, ...limits });
    return [forceableProblem('revision', error, { rows: [index] })];
  });
  return found.length > 0 ? found : [fine('revision', { revision })];
}

/** `3.1` → 301, as image headers count. */
function revisionNumber(revision: string): number {
  const [major = 0, minor = 0] = revision.split('.').map(Number);
  return major * 100 + minor;
}

/** Whether images are whole. */
export function checkIntegrity(facts: PlanFacts): Finding[] {
  const images = imageRows(facts);
  const found = images.flatMap(({ image, row, index }) => {
    const reason = brokenReason(image, row.bytes);
    if (reason === null) return [];
    return [forceableProblem('image', new AppError('plan.imageBroken', { name: row.name, reason }), { rows: [index] })];
  });
  return found.length === 0 && images.length > 0 ? [fine('image')] : found;
}

function brokenReason(image: ImageSummary, bytes: Uint8Array): FormatFault | null {
  if (image.checksumOk !== false && image.hashOk !== false) return null;
  try {
    parseFirmwareImage(bytes);
  } catch (error) {
    if (isAppError(error, 'file.notUnderstood')) return error.facts.reason as FormatFault;
    throw error;
  }
  return 'a checksum is wrong';
}

/** Whether bootloader and application are where ROM and bootloader look for them. */
export function checkBootloaderOffset(facts: PlanFacts): Finding[] {
  const { chip } = facts;
  if (chip === null) return [];
  const expectedOffset = chip.bootloaderOffset;
  const found = imageRows(facts).flatMap(({ row: { name, description }, image, offset, index }) => {
    if (image.chip !== chip.id) return [];
    if (description.kind === 'bootloader' && offset !== expectedOffset) {
      const error = new AppError('plan.wrongBootloaderOffset', { name, offset, expectedOffset, chip: chip.name });
      const about = { rows: [index], repair: { kind: 'setOffset', row: index, offset: expectedOffset } } as const;
      // Without a description it may also be an application that runs from RAM; only bootloaders state their ESP-IDF.
      return [(image.idfVersion === null ? warning : forceableProblem)('bootloaderOffset', error, about)];
    }
    if (
      description.kind === 'merged' &&
      description.suggestedOffset !== null &&
      offset !== description.suggestedOffset
    ) {
      const rightOffset = description.suggestedOffset;
      const error = new AppError('plan.wrongMergedOffset', { name, offset, expectedOffset: rightOffset });
      const repair = { kind: 'setOffset', row: index, offset: rightOffset } as const;
      return [forceableProblem('bootloaderOffset', error, { rows: [index], repair })];
    }
    if (description.kind === 'app' && image.projectName !== null && offset === expectedOffset) {
      const appOffset = facts.table?.partitions.find(({ type }) => type === 'app')?.offset ?? usualAppOffset;
      const error = new AppError('plan.appAtBootloader', { name, offset, expectedOffset: appOffset, chip: chip.name });
      const repair = { kind: 'setOffset', row: index, offset: appOffset } as const;
      return [forceableProblem('bootloaderOffset', error, { rows: [index], repair })];
    }
    return [];
  });
  if (found.length > 0) return found;
  const hasBootloader = imageRows(facts).some(
    ({ row, image }) => row.description.kind === 'bootloader' && image.chip === chip.id,
  );
  return hasBootloader ? [fine('bootloaderOffset', { offset: expectedOffset })] : [];
}

/** Where ESP-IDF's and Arduino's tables put the first application. */
const usualAppOffset = 0x1_0000;
