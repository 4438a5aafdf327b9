import { bytesToHex } from '@noble/hashes/utils.js';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { ByteReader } from '../../../src-shared/formats/byte-reader';
import {
  appDescriptionSize,
  bootloaderDescriptionSize,
  parseAppDescription,
  parseBootloaderDescription,
} from '../../../src-shared/formats/image-description';
import {
  extendedHeaderSize,
  flashModeName,
  imageHeaderSize,
  imageMagic,
  maxSegments,
  nibbleName,
  parseExtendedHeader,
  parseImageHeader,
  type ImageHeader,
} from '../../../src-shared/formats/image-header';
import { subtypeName, type Partition } from '../../../src-shared/formats/partition-table';
import type { BoardBootloader, FlashedImage, PartitionApp } from '../../../src-shared/ipc/contract';
import type { Abortable, Loader } from '../loader/loader';

const segmentHeaderSize = 8;
const hashSize = 32;
const checksumLine = 16;
/** The place for the bootloader ends where the partition table begins, unless a project moved it. */
const usualTableOffset = 0x8000;

/** Headers of an image, and where the bytes of its segments begin. */
interface ImageHead extends FlashedImage {
  readonly header: ImageHeader;
  readonly segmentOffsets: readonly number[];
}

/** What the app in a partition says about itself; null where no image begins there. Errors: those of the loader. */
export async function readAppHead(
  loader: Loader,
  partition: Partition,
  options: Abortable = {},
): Promise<PartitionApp | null> {
  const head = await readHead(loader, partition.offset, partition.sizeBytes, options);
  if (head === null) return null;
  // The linker puts the description first, in the first segment.
  const at = head.segmentOffsets[0];
  const bytes = at === undefined ? new Uint8Array() : await loader.readFlash(at, appDescriptionSize, options);
  const description = parseAppDescription(new ByteReader(bytes, partition.label), 0);
  return {
    label: partition.label,
    subtype: subtypeName(partition),
    partitionSizeBytes: partition.sizeBytes,
    ...flashedImage(head),
    projectName: description?.projectName ?? null,
    version: description?.version ?? null,
    idfVersion: description?.idfVersion ?? null,
    built: description === null ? null : `${description.date} ${description.time}`.trim(),
    secureVersion: description?.secureVersion ?? null,
    elfSha256: description === null ? null : bytesToHex(description.elfSha256),
  };
}

/** What lies where the ROM looks for the bootloader; null where that is no image. Errors: those of the loader. */
export async function readBootloaderHead(loader: Loader, options: Abortable = {}): Promise<BoardBootloader | null> {
  const { chip } = loader;
  const offset = chip.bootloaderOffset;
  const head = await readHead(loader, offset, usualTableOffset - offset, options);
  if (head === null) return null;
  let description = null;
  for (const at of head.segmentOffsets) {
    const bytes = await loader.readFlash(at, bootloaderDescriptionSize, options);
    description = parseBootloaderDescription(new ByteReader(bytes, 'bootloader'), 0);
    if (description !== null) break;
  }
  const { header } = head;
  return {
    ...flashedImage(head),
    ...(chip.partitionTableOffset === null ? { isWholeFirmware: true } : {}),
    idfVersion: description?.idfVersion ?? null,
    built: description === null || description.compiled === '' ? null : description.compiled,
    flashMode: flashModeName(header.flashMode),
    flashFrequency: nibbleName(chip.flashFrequencies, header.flashFrequencyNibble),
    flashSize: nibbleName(chip.flashSizes, header.flashSizeNibble),
  };
}

function flashedImage({ offset, imageSizeBytes, isIntact, isForThisChip }: ImageHead): FlashedImage {
  return { offset, imageSizeBytes, isIntact, isForThisChip };
}

/** Goes from segment header to segment header; a place that does not fit `roomBytes` ends the walk. */
async function readHead(
  loader: Loader,
  offset: number,
  roomBytes: number,
  options: Abortable,
): Promise<ImageHead | null> {
  const headSize = imageHeaderSize + extendedHeaderSize;
  const bytes = await loader.readFlash(offset, headSize, options);
  if (bytes[0] !== imageMagic) return null;
  const reader = new ByteReader(bytes, '');
  const header = parseImageHeader(reader);
  // An ESP8266's header may be shorter, and names no chip. A description is only in those that have the longer one.
  if (isEsp8266(loader.chip)) {
    const nothing = { imageSizeBytes: null, isIntact: null, isForThisChip: null };
    return { offset, header, segmentOffsets: [offset + headSize + segmentHeaderSize], ...nothing };
  }
  const { chipId, hasHash } = parseExtendedHeader(reader);
  const isForThisChip = chipId === loader.chip.imageChipId;
  const count = header.segmentCount;
  const segmentOffsets: number[] = [];
  let end = headSize;
  while (segmentOffsets.length < count && count <= maxSegments) {
    if (end + segmentHeaderSize > roomBytes) break;
    const segment = new ByteReader(await loader.readFlash(offset + end, segmentHeaderSize, options), '');
    const sizeBytes = segment.u32(4);
    if (end + segmentHeaderSize + sizeBytes > roomBytes) break;
    segmentOffsets.push(offset + end + segmentHeaderSize);
    end += segmentHeaderSize + sizeBytes;
  }
  end += checksumLine - (end % checksumLine) + (hasHash ? hashSize : 0);
  const isIntact = count > 0 && segmentOffsets.length === count && end <= roomBytes;
  return { offset, header, segmentOffsets, isForThisChip, isIntact, imageSizeBytes: isIntact ? end : null };
}

function isEsp8266(chip: ChipDescriptor): boolean {
  return chip.imageChipId === null;
}
