import { chips } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { AppError, isAppError } from '../../src-shared/errors/app-error';
import { parseElf, type ElfFile, type ElfPart } from '../../src-shared/formats/elf';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { buildImage } from '../engine/image/build-image';
import { defaultImageOptions } from '../engine/image/image-options';
import { isMappedFlash } from '../engine/image/load-segments';
import { inspectFirmware } from './inspect-firmware';
import type { LoadedFirmware } from './read-firmware';

/** Kinds of memory that a program can be put into; maps also name registers, ROM and views of the same memory. */
const loadable = /^(?:\w*[ID]RAM|[ID]ROM|CACHE_\w+|RTC_DATA|EXTRAM_DATA)$/;
/** Debug information is most of a program's file; with more of it than this something else is wrong. */
const largestProgram = 64 * 1024 * 1024;

/** A program as the images that one chip starts from. */
export interface ProgramBuild {
  readonly chip: ChipDescriptor;
  readonly files: readonly LoadedFirmware[];
}

/**
 * The images of an ELF file, with the reference tool's own choices, for every chip whose memory it fits: nothing in
 * it names the chip, but the board will.
 *
 * @throws AppError `file.tooLarge | file.notUnderstood | image.notBuilt`.
 */
export function programBuilds(name: string, bytes: Uint8Array): readonly ProgramBuild[] {
  if (bytes.length > largestProgram) {
    throw new AppError('file.tooLarge', { name, sizeBytes: bytes.length, limitBytes: largestProgram });
  }
  const elf = parseElf(bytes, name);
  const builds: ProgramBuild[] = [];
  let failure = new AppError('image.notBuilt', { name, reason: 'it fits the memory of no chip' });
  for (const chip of fittingChips(elf)) {
    try {
      builds.push({ chip, files: imagesFor(name, bytes, chip) });
    } catch (error) {
      if (!isAppError(error, 'image.notBuilt')) throw error;
      failure = error;
    }
  }
  if (builds.length === 0) throw failure;
  return builds;
}

/**
 * The chips whose memory a program fits. The memory of ESP8266 lies within that of later chips, but not the
 * other way round: what fits it is meant for it.
 */
export function fittingChips(elf: ElfFile): readonly ChipDescriptor[] {
  const fitting = chips.filter((chip) => fits(elf, chip));
  const esp8266 = fitting.filter(({ imageChipId }) => imageChipId === null);
  return esp8266.length > 0 ? esp8266 : fitting;
}

function imagesFor(name: string, bytes: Uint8Array, chip: ChipDescriptor): LoadedFirmware[] {
  const images = buildImage(bytes, name, chip, defaultImageOptions);
  return images.map((image) => ({
    name: images.length === 1 || image.offset === null ? name : `${name} (${formatHex(image.offset)})`,
    bytes: image.bytes,
    statedOffset: image.offset,
    contents: inspectFirmware(image.bytes),
    origin: { chip, isForEncryption: false },
  }));
}

/** Whether everything in the program has a place in the chip: flash or RAM, as its name asks for. */
function fits({ machine, sections }: ElfFile, chip: ChipDescriptor): boolean {
  if (machine !== chip.processor || sections.length === 0) return false;
  return sections.every((section) => {
    // Linker scripts of ESP-IDF, Zephyr and the ESP8266 SDKs name alike: .iram0.vectors, .dram0.data, .irom0.text.
    const [, place] = /[id](ram|rom)/.exec(section.name.toLowerCase()) ?? [];
    const isInFlash = isMappedFlash(chip, section.address);
    return (place === undefined || (place === 'rom') === isInFlash) && hasPlace(section, chip);
  });
}

function hasPlace({ address, bytes }: ElfPart, chip: ChipDescriptor): boolean {
  return chip.memoryMap.some(
    ([start, end, type]) => address >= start && address + bytes.length <= end && loadable.test(type),
  );
}
