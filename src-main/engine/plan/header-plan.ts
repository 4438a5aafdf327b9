import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { bytesToFlashSize, flashSizeToBytes } from '../../../src-shared/flash-parts/flash-parts';
import { imageMagic, nibbleName } from '../../../src-shared/formats/image-header';
import type { FlashSettings } from '../../../src-shared/ipc/contract';
import { isKeptForSignature, patchImageHeader, type HeaderSettings } from '../image/patch-header';
import { rowAtBootloader, type PlacedRegion, type PlacedRow, type PlanFacts } from './plan-input';
import { fine, warning, type Finding } from './preflight-check';

/** The settings with `detect` replaced by the size that the board has, or by `keep` where that has no name on this chip. */
export function resolveHeaderSettings(
  settings: FlashSettings,
  chip: ChipDescriptor,
  realSizeBytes: number | null,
): HeaderSettings {
  const { flashMode, flashFrequency } = settings;
  if (settings.flashSize !== 'detect') return { flashMode, flashFrequency, flashSize: settings.flashSize };
  const detected = realSizeBytes === null ? null : bytesToFlashSize(realSizeBytes);
  const isKnown = detected !== null && Object.hasOwn(chip.flashSizes, detected);
  return { flashMode, flashFrequency, flashSize: isKnown ? detected : 'keep' };
}

/**
 * The rows or regions with the image at the bootloader offset patched.
 *
 * @throws AppError `input.badChoice` when the chip has no such mode, frequency or size, patched or not.
 */
export function patchRows<R extends PlacedRow>(
  placed: readonly R[],
  chip: ChipDescriptor,
  settings: HeaderSettings,
): R[] {
  patchImageHeader(new Uint8Array(0), chip, settings);
  const target = rowAtBootloader(placed, chip);
  return placed.map((row) => (row === target ? { ...row, bytes: patchImageHeader(row.bytes, chip, settings) } : row));
}

/** A signed image that cannot take the settings that were asked for. Throws like `patchRows`. */
export function checkSignature(placed: readonly PlacedRow[], chip: ChipDescriptor, wanted: HeaderSettings): Finding[] {
  const target = rowAtBootloader(placed, chip);
  if (target === null || !isKeptForSignature(target.bytes, chip, wanted)) return [];
  const error = new AppError('plan.signedNotPatched', { name: target.row.name });
  return [warning('signature', error, { rows: [target.index] })];
}

/** Whether the bootloader will believe in a flash as large as it is, and as the partition table needs. */
export function checkHeaderSize({ chip, regions, realSizeBytes, table, settings }: PlanFacts): Finding[] {
  if (chip === null || realSizeBytes === null) return [];
  const neededBytes = Math.max(0, ...(table?.partitions ?? []).map(({ offset, sizeBytes }) => offset + sizeBytes));
  return regions.flatMap((row) => {
    const header = statedSize(row, chip);
    const headerSizeBytes = header === null ? null : flashSizeToBytes(header);
    if (header === null || headerSizeBytes === null) return [];
    const isTrouble =
      headerSizeBytes > realSizeBytes || (neededBytes > headerSizeBytes && neededBytes <= realSizeBytes);
    if (!isTrouble) return [fine('headerSize', { flashSize: header }, [row.index])];
    const { name } = row.row;
    const error = new AppError('plan.headerSizeMismatch', { name, headerSizeBytes, flashSizeBytes: realSizeBytes });
    const canPatch = row.offset === chip.bootloaderOffset && settings.flashSize !== 'detect';
    return [
      warning('headerSize', error, {
        rows: [row.index],
        ...(canPatch ? { repair: { kind: 'setFlashSize', flashSize: 'detect' } } : {}),
      }),
    ];
  });
}

/** The flash size in the header that the chip will start from, as it will be written; null for other regions. */
function statedSize({ row, kind, offset, bytes }: PlacedRegion, chip: ChipDescriptor): string | null {
  if (row.description.image === null || row.description.image.chip !== chip.id) return null;
  if (offset === chip.bootloaderOffset && bytes[0] === imageMagic) {
    return nibbleName(chip.flashSizes, (bytes[3] ?? 0) & 0xf0);
  }
  return kind === 'merged' ? row.description.image.flashSize : null;
}
