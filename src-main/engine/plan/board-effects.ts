import { appDescriptionSize, parseAppDescription } from '../../../src-shared/formats/image-description';
import { ByteReader } from '../../../src-shared/formats/byte-reader';
import { holdsSettings, holdsUserData, partitionKind } from '../../../src-shared/formats/partition-kind';
import type {
  AppName,
  BoardEffect,
  BoardEffects,
  BoardFate,
  BoardIdentity,
  BoardLayout,
  FlashSettings,
  PartitionView,
} from '../../../src-shared/ipc/contract';
import type { PlacedRegion } from './plan-input';

/** Smallest unit that flash erases. */
const sectorSize = 0x1000;
/** Image header, extended header and first segment header: the description is the first thing in the first segment. */
const appDescriptionOffset = 24 + 8;

/** The board's own partitions: none where it is known to be empty, null where nobody knows. */
export function partitionsOnBoard(
  layout: BoardLayout | null,
  identity: BoardIdentity | null,
): readonly PartitionView[] | null {
  if (layout === null) return null;
  if (layout.partitions !== null) return layout.partitions;
  // Noise at both places may be an encrypted flash, and a bootloader may look for its table elsewhere.
  return layout.bootloader === null && identity?.flashEncryption !== true ? [] : null;
}

/** What effects are told from. */
export interface EffectsInput {
  readonly settings: Pick<FlashSettings, 'eraseAll'>;
  readonly layout: BoardLayout | null;
  /** As `partitionsOnBoard` answers. */
  readonly onBoard: readonly PartitionView[] | null;
  /** Of the table among the files; null where there is none. */
  readonly inFiles: readonly PartitionView[] | null;
  readonly regions: readonly PlacedRegion[];
}

/** What becomes of each partition of the board, or, while its table is not known, of the files' table. */
export function effectsOf(input: EffectsInput): BoardEffects | null {
  const { onBoard, inFiles } = input;
  const partitions = onBoard ?? inFiles;
  if (partitions === null) return null;
  const items = partitions.map((partition) => effectOn(partition, input));
  return { basis: onBoard === null ? 'files' : 'board', items: items.sort((a, b) => a.offset - b.offset) };
}

function effectOn(partition: PartitionView, input: EffectsInput): BoardEffect {
  const { label, offset, sizeBytes } = partition;
  const end = offset + sizeBytes;
  // Sectors are erased as a whole, so a write reaches a little further than its bytes.
  const touching = input.regions.filter((region) => sectorOf(region.offset) < end && sectorEnd(region) > offset);
  const covering = touching.filter((region) => region.offset < end && region.endOffset > offset);
  // Where several files come together, the one that does not belong there is to be named.
  const stranger = covering.find((region) => region.offset !== offset || !suits(partition, region));
  const by = stranger ?? covering[0] ?? touching[0] ?? null;
  const before = appOnBoard(partition, input.layout);
  const fate = fateOf(partition, touching, covering, before, input);
  return {
    label,
    kind: partitionKind(partition),
    offset,
    sizeBytes,
    fate,
    isUserData: holdsUserData(partition),
    by: by?.row.name ?? null,
    row: by?.index ?? null,
    before,
    after: by !== null && (fate === 'filled' || fate === 'replaced') ? appIn(by) : fate === 'kept' ? before : null,
  };
}

function fateOf(
  partition: PartitionView,
  touching: readonly PlacedRegion[],
  covering: readonly PlacedRegion[],
  before: AppName | null,
  { settings, onBoard, inFiles, layout }: EffectsInput,
): BoardFate {
  const [first] = covering;
  const wasEmpty = partition.type === 'app' && onBoard !== null && layout !== null && before === null;
  if (first === undefined) {
    if (settings.eraseAll || touching.length > 0) return 'erased';
    const isLeftOut = onBoard !== null && inFiles !== null && !inFiles.some((other) => isSamePlace(partition, other));
    // Nobody misses a place for an app that holds none.
    return isLeftOut && !wasEmpty ? 'outOfReach' : 'kept';
  }
  const isOfItsKind = covering.length === 1 && first.offset === partition.offset && suits(partition, first);
  if (!isOfItsKind || first.endOffset > partition.offset + partition.sizeBytes) return 'overwritten';
  return wasEmpty ? 'filled' : 'replaced';
}

/** Whether what is written is what belongs there. Data that says nothing of itself is taken for it. */
function suits(partition: PartitionView, { kind }: PlacedRegion): boolean {
  const wanted = partitionKind(partition);
  return kind === wanted || (wanted !== 'app' && kind === 'unknown');
}

/** Whether a program finds in the new table what it kept by the old one. */
function isSamePlace(old: PartitionView, now: PartitionView): boolean {
  return (
    now.offset === old.offset &&
    now.type === old.type &&
    now.subtype === old.subtype &&
    (now.sizeBytes === old.sizeBytes || holdsSettings(old) || old.type === 'app')
  );
}

function appOnBoard(partition: PartitionView, layout: BoardLayout | null): AppName | null {
  const app = layout?.apps.find(({ offset }) => offset === partition.offset);
  return app === undefined || partition.type !== 'app' ? null : { projectName: app.projectName, version: app.version };
}

function appIn({ kind, bytes, row }: PlacedRegion): AppName | null {
  if (kind !== 'app') return null;
  const { image } = row.description;
  const own = row.description.kind === 'app' ? image : null;
  if (own !== null) return { projectName: own.projectName, version: own.version };
  const reader = new ByteReader(bytes.subarray(0, appDescriptionOffset + appDescriptionSize), row.name);
  const description = parseAppDescription(reader, appDescriptionOffset);
  return { projectName: description?.projectName ?? null, version: description?.version ?? null };
}

function sectorOf(offset: number): number {
  return offset - (offset % sectorSize);
}

function sectorEnd({ endOffset }: PlacedRegion): number {
  return Math.ceil(endOffset / sectorSize) * sectorSize;
}
