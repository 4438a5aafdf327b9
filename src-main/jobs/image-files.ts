import { basename, extname } from 'node:path';
import { chipById } from '../../src-shared/chips';
import type { ChipDescriptor, ChipId } from '../../src-shared/chips/chip-descriptor';
import { AppError, isAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type { FlashRegion } from '../../src-shared/formats/flash-region';
import { describeImage, type ImageReport } from '../../src-shared/formats/image-report';
import { looksLikeIntelHex, parseIntelHex } from '../../src-shared/formats/intel-hex';
import type { PartitionTable } from '../../src-shared/formats/partition-table';
import { looksLikeUf2, parseUf2 } from '../../src-shared/formats/uf2';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { buildImage, buildImageFromSegments, type BuiltImage } from '../engine/image/build-image';
import type { ImageOptions } from '../engine/image/image-options';
import { mergeImages, type MergeOptions } from '../engine/image/merge-images';
import { findImages } from '../firmware/find-images';
import { inspectFirmware } from '../firmware/inspect-firmware';
import { readFirmware } from '../firmware/read-firmware';
import { largestFile, readWholeFile } from '../firmware/read-whole-file';
import { saveFiles } from '../firmware/save-files';

const sectorSize = 0x1000;

/** A file that was written. */
export interface SavedFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Where in flash it has to go; null where others decide. */
  readonly offset: number | null;
}

/** What a file says about itself, part by part. */
export interface FileReport {
  readonly name: string;
  readonly sizeBytes: number;
  readonly parts: readonly ReportedPart[];
}

/** An image or a partition table in a file; `label`: what a merged file holds it as. One of several may be damaged. */
export type ReportedPart =
  | { readonly kind: 'image'; readonly offset: number; readonly label: string | null; readonly report: ImageReport }
  | { readonly kind: 'damaged'; readonly offset: number; readonly label: string | null; readonly error: AppErrorData }
  | { readonly kind: 'partitionTable'; readonly offset: number; readonly table: PartitionTable };

/**
 * Describes the images in a file: one, or those of a merged file, an Intel HEX or a UF2 file.
 *
 * @throws AppError `file.*`, `plan.wrongChip`.
 */
export async function describeImageFile(path: string, chip: ChipId | null): Promise<FileReport> {
  const { name, bytes } = await readWholeFile(path);
  const descriptor = chip === null ? null : chipById(chip);
  const found = (await readFirmware(path)).flatMap(findImages);
  const parts = found.map((part): ReportedPart => {
    if (part.kind === 'partitionTable') return part;
    const { kind, offset, label } = part;
    try {
      return { kind, offset, label, report: describeImage(part.bytes, name, descriptor) };
    } catch (error) {
      // The others are worth telling all the same.
      if (found.length > 1 && isAppError(error, 'file.notUnderstood')) {
        return { kind: 'damaged', offset, label, error: error.toData() };
      }
      throw error;
    }
  });
  return { name, sizeBytes: bytes.length, parts };
}

/**
 * Makes the image or images of an ELF file and saves them. `output`: the file, or for an ESP8266 image of version 1
 * how both names start; null: a name made from the input's.
 */
export async function convertProgram(
  input: string,
  output: string | null,
  chip: ChipId,
  options: ImageOptions,
): Promise<readonly SavedFile[]> {
  const { name, bytes } = await readWholeFile(input);
  const images = buildImage(bytes, name, chipById(chip), options);
  const isVersion1 = chip === 'esp8266' && options.esp8266Version === 1;
  const files = images.map((image) => ({
    ...image,
    path: isVersion1 ? numberedName(output ?? `${input}-`, image) : (output ?? imageName(input, image)),
  }));
  return save(files, [input]);
}

/** A file and the address that its bytes are for. */
export interface AddressedInput {
  readonly path: string;
  readonly address: number;
}

/** Makes an ESP8266 image of single segments. With a part that runs from flash there are two files, `output` starting both names. */
export async function makeImageOfSegments(
  inputs: readonly AddressedInput[],
  output: string,
  entryPoint: number,
): Promise<readonly SavedFile[]> {
  const segments = await Promise.all(
    inputs.map(async ({ path, address }) => ({ address, bytes: (await readWholeFile(path)).bytes })),
  );
  const images = buildImageFromSegments(segments, basename(output), chipById('esp8266'), entryPoint);
  const files = images.map((image) => ({ ...image, path: images.length > 1 ? numberedName(output, image) : output }));
  return save(
    files,
    inputs.map(({ path }) => path),
  );
}

/** Merges files into one and saves it. Without a chip the first image that names its own decides. */
export async function mergeFiles(
  inputs: readonly AddressedInput[],
  output: string,
  chip: ChipId | null,
  options: MergeOptions,
): Promise<readonly SavedFile[]> {
  const regions = await Promise.all(
    inputs.map(async ({ path, address }) => {
      const { name, bytes } = await readWholeFile(path);
      return { name, offset: address, bytes: plainBytes(bytes, name, address) };
    }),
  );
  const descriptor = chip === null ? chipOf(regions) : chipById(chip);
  const needsChip = options.format.kind === 'uf2' || Object.values(options.header).some((value) => value !== 'keep');
  if (needsChip && descriptor === null) throw new AppError('input.missing', { what: '--chip' });
  const merged = { bytes: mergeImages(regions, descriptor, options), offset: null, path: output };
  return save(
    [merged],
    inputs.map(({ path }) => path),
  );
}

function chipOf(regions: readonly FlashRegion[]): ChipDescriptor | null {
  for (const { bytes } of regions) {
    const { chip } = inspectFirmware(bytes);
    if (chip !== null) return chip;
  }
  return null;
}

/** What an Intel HEX or UF2 file holds from an address on, with 0xFF in the gaps; other files as they are. */
function plainBytes(bytes: Uint8Array, name: string, start: number): Uint8Array {
  const regions = looksLikeIntelHex(bytes)
    ? parseIntelHex(bytes, name)
    : looksLikeUf2(bytes)
      ? parseUf2(bytes, name).regions
      : null;
  if (regions === null) return bytes;
  const [first] = regions;
  const last = regions.at(-1);
  if (first === undefined || last === undefined) throw new AppError('file.empty', { name });
  if (first.offset < start) {
    const choices = `≤ ${formatHex(first.offset)}`;
    throw new AppError('input.badChoice', { text: formatHex(start), what: name, choices });
  }
  const sizeBytes = last.offset + last.bytes.length - start;
  if (sizeBytes > largestFile) throw new AppError('file.tooLarge', { name, sizeBytes, limitBytes: largestFile });
  const plain = new Uint8Array(sizeBytes).fill(0xff);
  for (const region of regions) plain.set(region.bytes, region.offset - start);
  return plain;
}

/** `my_app.elf-0x10000.bin` for a prefix `my_app.elf-`. */
function numberedName(prefix: string, { offset }: BuiltImage): string {
  return `${prefix}${formatHex(offset ?? 0, 5)}.bin`;
}

/** `my_app.bin`; with the sector it is linked to for an ESP8266 image of version 2. */
function imageName(input: string, { offset }: BuiltImage): string {
  const stem = input.slice(0, input.length - extname(input).length);
  return offset === null ? `${stem}.bin` : `${stem}-${formatHex(offset - (offset % sectorSize), 5)}.bin`;
}

async function save(
  files: readonly (BuiltImage & { readonly path: string })[],
  inputs: readonly string[],
): Promise<readonly SavedFile[]> {
  await saveFiles(files, inputs);
  return files.map(({ path, bytes, offset }) => ({ path, sizeBytes: bytes.length, offset }));
}
