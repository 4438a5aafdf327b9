import { AppError } from '../../src-shared/errors/app-error';
import type { FlashRegion } from '../../src-shared/formats/flash-region';
import { looksLikeIntelHex, parseIntelHex } from '../../src-shared/formats/intel-hex';
import { looksLikeUf2, parseUf2 } from '../../src-shared/formats/uf2';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { inspectFirmware, type FirmwareContents } from './inspect-firmware';
import { readWholeFile } from './read-whole-file';

/** One span of firmware in memory, with what it turned out to be. */
export interface LoadedFirmware {
  /** File name without its folder; with the offset where the file holds several spans. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the file itself says that the bytes belong (Intel HEX, UF2); null for plain files. */
  readonly statedOffset: number | null;
  readonly contents: FirmwareContents;
}

/**
 * Reads a file and looks at what it is. Intel HEX and UF2 files, known by their contents, give one entry for each
 * span that they fill, all others a single one.
 *
 * @throws AppError `file.notFound | file.isFolder | file.empty | file.tooLarge | file.unreadable | file.notUnderstood`.
 */
export async function readFirmware(path: string): Promise<readonly LoadedFirmware[]> {
  const { name, bytes } = await readWholeFile(path);
  const regions = statedRegions(bytes, name);
  if (regions === null) return [{ name, bytes, statedOffset: null, contents: inspectFirmware(bytes) }];
  if (regions.length === 0) throw new AppError('file.empty', { name });
  return regions.map((region) => ({
    name: regions.length === 1 ? name : `${name} (${formatHex(region.offset)})`,
    bytes: region.bytes,
    statedOffset: region.offset,
    contents: inspectFirmware(region.bytes),
  }));
}

/** Null for a plain file, which states no addresses. */
function statedRegions(bytes: Uint8Array, name: string): readonly FlashRegion[] | null {
  if (looksLikeUf2(bytes)) return parseUf2(bytes, name).regions;
  return looksLikeIntelHex(bytes) ? parseIntelHex(bytes, name) : null;
}
