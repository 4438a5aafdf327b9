import { sha256 } from '@noble/hashes/sha2.js';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import {
  extendedHeaderSize,
  imageHeaderSize,
  imageMagic,
  maxSegments,
  serializeExtendedHeader,
  serializeImageHeader,
} from '../../../src-shared/formats/image-header';
import { appDescriptionAt, hashOffsetInAppDescription, mmuPageSizeFor } from './app-description-segment';
import { checkPages } from './check-pages';
import { hasSecureBootV1 } from './ignored-options';
import { notBuilt } from './image-fault';
import { flashFields, type ImageOptions } from './image-options';
import { ImageWriter, withProgramHash } from './image-writer';
import { endOf, isMappedFlash, sortedByAddress, type LoadSegment } from './load-segments';
import type { Program } from './program';

const segmentHeaderSize = 8;
const hashSize = 32;
/** The checksum takes a line of its own where padding puts the image on such a boundary. */
const checksumSpace = 16;
/** Version word and ECDSA signature of Secure Boot v1, and 12 bytes because images are whole lines of 16. */
const signatureV1Space = 4 + 64 + 12;
/** ESP-IDF's first bootloaders for ESP32 did not map the last page when less than this of it was used. */
const leastOfLastPage = 0x24;
/** The WP pin is not set by eFuse. */
const wpPinUnused = 0xee;

/** Sections that ESP-IDF looks for right behind the headers, of an application and of a bootloader. */
const appDescriptionSection = '.flash.appdesc';
const bootloaderDescriptionSection = '.dram0.bootdesc';

/**
 * An image for the chips after the ESP8266 (ESP-IDF documentation, "App Image Format"). Segments in mapped flash are
 * placed so that offset in the file and address agree within an MMU page, since the file is written to the start of a
 * page; the gaps in front of them are filled with parts of the segments for RAM while there are any, and with zeros.
 */
export function buildEsp32Image(program: Program, chip: ChipDescriptor, options: ImageOptions): Uint8Array {
  const securePad = options.securePad === 'v1' && !hasSecureBootV1(chip) ? null : options.securePad;
  if (securePad !== null && (!options.hasHash || options.ramOnlyHeader)) {
    throw notBuilt(program.name, 'secure padding needs the SHA-256 at the end');
  }
  const { mapped, loaded } = arrange(program, chip);
  const pageSize = mmuPageSizeFor(chip, options, mapped);
  checkPages(program.name, mapped, pageSize);
  const [first, ...others] = mapped;
  const flash = first === undefined ? [] : [withAutomaticHash(program, options, first), ...others];
  const writer = new ImageWriter(
    program.name,
    imageHeaderSize + extendedHeaderSize,
    program.digest === null || options.programHashOffset === null
      ? null
      : { offset: options.programHashOffset, digest: program.digest },
  );
  const layout: Layout = { writer, chip, pageSize };
  const segmentCount = options.ramOnlyHeader
    ? writeRamFirst(layout, flash, loaded)
    : writeInterleaved(layout, flash, loaded, securePad);
  if (segmentCount > maxSegments) throw notBuilt(program.name, 'more than 16 segments');

  const hasHash = options.hasHash && !options.ramOnlyHeader;
  const body = writer.finish();
  const fields = flashFields(chip, options);
  body.set(serializeImageHeader({ magic: imageMagic, segmentCount, entryPoint: program.entryPoint, ...fields }));
  body.set(
    serializeExtendedHeader({
      wpPin: wpPinUnused,
      pinDrive: [0, 0, 0, 0, 0, 0],
      chipId: chip.imageChipId ?? 0,
      legacyMinRevision: options.legacyMinRevision,
      minRevision: options.minRevision,
      maxRevision: options.maxRevision,
      hasHash,
    }),
    imageHeaderSize,
  );
  return finished(body, hasHash, options.padToSize);
}

interface Layout {
  readonly writer: ImageWriter;
  readonly chip: ChipDescriptor;
  readonly pageSize: number;
}

/** By address, with the descriptions first that others look for at a fixed offset. */
function arrange(program: Program, chip: ChipDescriptor): { mapped: LoadSegment[]; loaded: LoadSegment[] } {
  const sorted = sortedByAddress(program.segments);
  if (sorted.length > maxSegments) throw notBuilt(program.name, 'more than 16 segments');
  const mapped = sorted.filter(({ address }) => isMappedFlash(chip, address));
  const loaded = sorted.filter(({ address }) => !isMappedFlash(chip, address));
  return {
    mapped: withFirst(mapped, appDescriptionSection),
    loaded: withFirst(loaded, bootloaderDescriptionSection),
  };
}

function withFirst(segments: readonly LoadSegment[], name: string): LoadSegment[] {
  const isFirst = (segment: LoadSegment): boolean => segment.name === name;
  return [...segments.filter(isFirst), ...segments.filter((segment) => !isFirst(segment))];
}

/** An application description tells the SHA-256 of the program, where the linker left room for it. */
function withAutomaticHash(program: Program, options: ImageOptions, segment: LoadSegment): LoadSegment {
  const { digest, name } = program;
  if (digest === null || options.programHashOffset !== null || segment.name !== appDescriptionSection) return segment;
  const description = appDescriptionAt(segment);
  if (description?.elfSha256.some((byte) => byte !== 0) ?? true) return segment;
  return { ...segment, bytes: withProgramHash(name, segment.bytes, { offset: hashOffsetInAppDescription, digest }) };
}

/** Answers the number of segments. */
function writeInterleaved(
  layout: Layout,
  mapped: readonly LoadSegment[],
  loaded: readonly LoadSegment[],
  securePad: ImageOptions['securePad'],
): number {
  const { writer } = layout;
  const waiting = [...loaded];
  for (const segment of mapped) {
    for (let gap = gapBefore(layout, segment.address); gap !== null; gap = gapBefore(layout, segment.address)) {
      const next = gap > segmentHeaderSize ? waiting.shift() : undefined;
      if (next === undefined) {
        writer.segment(0, new Uint8Array(gap));
        continue;
      }
      const head = { ...next, bytes: next.bytes.subarray(0, gap) };
      writer.segment(head.address, head.bytes);
      if (next.bytes.length > gap) waiting.unshift({ ...next, address: endOf(head), bytes: next.bytes.subarray(gap) });
    }
    writeMapped(layout, segment);
  }
  for (const { address, bytes } of waiting) writer.segment(address, bytes);
  if (securePad !== null) {
    const after = checksumSpace + hashSize + (securePad === 'v1' ? signatureV1Space : 0);
    const end = writer.position + segmentHeaderSize + after;
    writer.segment(0, new Uint8Array(modulo(-end, layout.pageSize)));
  }
  writer.checksum();
  return writer.segmentCount;
}

/**
 * ROM sees, loads and checks what is for RAM and goes there; the program maps the rest by itself. The whole is
 * written to the bootloader's place, so that offsets in flash are by that much larger than in the file. Answers the
 * number of segments that ROM is to see.
 */
function writeRamFirst(layout: Layout, mapped: readonly LoadSegment[], loaded: readonly LoadSegment[]): number {
  const { writer, chip } = layout;
  for (const { address, bytes } of loaded) writer.segment(address, bytes);
  const { segmentCount } = writer;
  writer.checksum();
  for (const segment of [...mapped].reverse()) {
    const gap = gapBefore(layout, segment.address - chip.bootloaderOffset);
    if (gap !== null) writer.segment(0, new Uint8Array(gap));
    writeMapped(layout, segment);
  }
  return segmentCount;
}

/**
 * Length of a segment that makes room in front of one for `address`; null where that has its place already. The place
 * is in the next page, even where one could be had in this page: that is what the reference tool makes.
 */
function gapBefore({ writer, pageSize }: Layout, address: number): number | null {
  const inPage = address % pageSize;
  const missing = pageSize - (writer.position % pageSize) + inPage - segmentHeaderSize;
  if (missing === 0 || missing === pageSize) return null;
  return missing < segmentHeaderSize ? missing - segmentHeaderSize + pageSize : missing - segmentHeaderSize;
}

function writeMapped({ writer, chip, pageSize }: Layout, { address, bytes }: LoadSegment): void {
  const inLastPage = (writer.position + segmentHeaderSize + bytes.length) % pageSize;
  const isTooLittle = chip.id === 'esp32' && inLastPage < leastOfLastPage;
  if (!isTooLittle) {
    writer.segment(address, bytes);
    return;
  }
  const longer = new Uint8Array(bytes.length + leastOfLastPage - inLastPage);
  longer.set(bytes);
  writer.segment(address, longer);
}

function finished(body: Uint8Array, hasHash: boolean, padToSize: number | null): Uint8Array {
  const length = body.length + (hasHash ? hashSize : 0);
  const image = new Uint8Array(padToSize === null ? length : Math.ceil(length / padToSize) * padToSize).fill(0xff);
  image.set(body);
  if (hasHash) image.set(sha256(body), body.length);
  return image;
}

/** Never negative, unlike the language's remainder. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
