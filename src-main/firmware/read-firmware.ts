import { chips } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { AppError } from '../../src-shared/errors/app-error';
import type { FlashRegion } from '../../src-shared/formats/flash-region';
import { looksLikeIntelHex, parseIntelHex } from '../../src-shared/formats/intel-hex';
import { looksLikeUf2, parseUf2 } from '../../src-shared/formats/uf2';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { inspectFirmware, type FirmwareContents } from './inspect-firmware';
import { readWholeFile } from './read-whole-file';

/** As many as the flash table has rows. */
const mostRegions = 1000;

/** One span of firmware in memory, with what it turned out to be. */
export interface LoadedFirmware {
  /** File name without its folder; with the offset where the file holds several spans. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the file itself says that the bytes belong (Intel HEX, UF2); null for plain files. */
  readonly statedOffset: number | null;
  readonly contents: FirmwareContents;
  /** What the build, list or file it came out of says about it; absent where nothing does. */
  readonly origin?: FirmwareOrigin;
}

/** What a file's surroundings say about it. */
export interface FirmwareOrigin {
  /** The chip that it is meant for. */
  readonly chip: ChipDescriptor | null;
  /** Whether its build wants it encrypted on the board. */
  readonly isForEncryption: boolean;
}

/**
 * Reads a file and looks at what it is. Intel HEX and UF2 files, known by their contents, give one entry for each
 * span that they fill, all others a single one.
 *
 * @throws AppError `file.notFound | file.isFolder | file.empty | file.tooLarge | file.unreadable | file.notUnderstood`.
 */
export async function readFirmware(path: string): Promise<readonly LoadedFirmware[]> {
  const { name, bytes } = await readWholeFile(path);
  return loadFirmware(name, bytes);
}

/** The same for bytes that are in memory. Throws `file.empty | file.notUnderstood`. */
export function loadFirmware(name: string, bytes: Uint8Array): readonly LoadedFirmware[] {
  if (bytes.length === 0) throw new AppError('file.empty', { name });
  const stated = statedRegions(bytes, name);
  if (stated === null) return [{ name, bytes, statedOffset: null, contents: inspectFirmware(bytes) }];
  const { regions, chip } = stated;
  if (regions.length === 0) throw new AppError('file.empty', { name });
  if (regions.length > mostRegions) throw new AppError('file.tooManyInside', { name, limit: mostRegions });
  return regions.map((region) => ({
    name: regions.length === 1 ? name : `${name} (${formatHex(region.offset)})`,
    bytes: region.bytes,
    statedOffset: region.offset,
    contents: inspectFirmware(region.bytes),
    ...(chip === null ? {} : { origin: { chip, isForEncryption: false } }),
  }));
}

/** Null for a plain file, which states no addresses. */
function statedRegions(
  bytes: Uint8Array,
  name: string,
): { readonly regions: readonly FlashRegion[]; readonly chip: ChipDescriptor | null } | null {
  if (looksLikeUf2(bytes)) {
    const { regions, familyId } = parseUf2(bytes, name);
    return { regions, chip: chips.find(({ uf2FamilyId }) => uf2FamilyId === familyId && familyId !== null) ?? null };
  }
  return looksLikeIntelHex(bytes) ? { regions: parseIntelHex(bytes, name), chip: null } : null;
}
