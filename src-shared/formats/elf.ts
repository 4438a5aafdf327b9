import { ByteReader, notUnderstood } from './byte-reader';

const headerSize = 52;
const sectionHeaderSize = 40;
const programHeaderSize = 32;
/** No linker script names a section at such length; keeps names of hostile files from adding up. */
const longestName = 64;

/** `e_machine` of the processors in Espressif's chips (ELF processor supplements). */
const machines: Readonly<Record<number, ElfMachine>> = { 0x5e: 'xtensa', 0xf3: 'riscv' };

/** `sh_type` of sections whose bytes are part of the program: PROGBITS, INIT_ARRAY, FINI_ARRAY, PREINIT_ARRAY. */
const loadedTypes: ReadonlySet<number> = new Set([1, 14, 15, 16]);
const loadableSegment = 1;
/** `sh_flags`: takes up memory when the program runs; holds instructions. */
const allocatedFlag = 0x2;
const executableFlag = 0x4;

/** Kinds of processor. */
export type ElfMachine = 'xtensa' | 'riscv';

/** Bytes that belong at an address: a section, or a segment by its physical address. */
export interface ElfPart {
  /** Of a section; empty for a segment. */
  readonly name: string;
  readonly address: number;
  /** A view into the file, not a copy. */
  readonly bytes: Uint8Array;
  /** Section flag SHF_EXECINSTR; false for segments. */
  readonly isExecutable: boolean;
}

/** A program as the linker left it. Only what ends up in memory or flash: no symbols, no debug information. */
export interface ElfFile {
  readonly machine: ElfMachine;
  readonly entryPoint: number;
  /** In the order of the section headers: those that take up memory, with contents, and an address that is not 0. */
  readonly sections: readonly ElfPart[];
  /** PT_LOAD segments in the order of the program headers: with contents, and an address that is not 0. */
  readonly segments: readonly ElfPart[];
}

/** Whether the bytes start as an ELF file does. */
export function looksLikeElf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

/**
 * Reads a 32-bit little-endian ELF file for Xtensa or RISC-V (System V ABI, "Object Files"). Memory does not
 * grow with what headers claim: parts are views, and together no larger than the file. Throws `file.notUnderstood`
 * with the place, and nothing else.
 */
export function parseElf(bytes: Uint8Array, name = ''): ElfFile {
  const reader = new ByteReader(bytes, name);
  if (!looksLikeElf(bytes)) throw notUnderstood(name, 'unexpected magic number', 0);
  reader.slice(0, headerSize);
  const machine = machines[reader.u16(18)];
  const is32BitLittleEndian = reader.u8(4) === 1 && reader.u8(5) === 1;
  if (machine === undefined || !is32BitLittleEndian) {
    throw notUnderstood(name, 'not a 32-bit program for Xtensa or RISC-V', is32BitLittleEndian ? 18 : 4);
  }
  return {
    machine,
    entryPoint: reader.u32(24),
    sections: parseSections(reader),
    segments: parseSegments(reader),
  };
}

function parseSections(reader: ByteReader): ElfPart[] {
  const headers = headerPlaces(reader, 32, 46, 48, sectionHeaderSize);
  const nameTable = headers[reader.u16(50)];
  const parts: ElfPart[] = [];
  let total = 0;
  for (const at of headers) {
    const address = reader.u32(at + 12);
    const sizeBytes = reader.u32(at + 20);
    const flags = reader.u32(at + 8);
    if (!loadedTypes.has(reader.u32(at + 4)) || !(flags & allocatedFlag)) continue;
    if (address === 0 || sizeBytes === 0) continue;
    total += sizeBytes;
    parts.push({
      name: nameTable === undefined ? '' : sectionName(reader, nameTable, reader.u32(at)),
      address,
      bytes: contents(reader, at, reader.u32(at + 16), sizeBytes, total),
      isExecutable: (flags & executableFlag) !== 0,
    });
  }
  return parts;
}

function parseSegments(reader: ByteReader): ElfPart[] {
  const parts: ElfPart[] = [];
  let total = 0;
  for (const at of headerPlaces(reader, 28, 42, 44, programHeaderSize)) {
    const address = reader.u32(at + 12);
    const sizeBytes = reader.u32(at + 16);
    if (reader.u32(at) !== loadableSegment || address === 0 || sizeBytes === 0) continue;
    total += sizeBytes;
    const bytes = contents(reader, at, reader.u32(at + 4), sizeBytes, total);
    parts.push({ name: '', address, bytes, isExecutable: false });
  }
  return parts;
}

/** Where the headers of a table begin; the three places of the file header tell offset, entry size and count. */
function headerPlaces(
  reader: ByteReader,
  offsetAt: number,
  entrySizeAt: number,
  countAt: number,
  leastEntrySize: number,
): number[] {
  const offset = reader.u32(offsetAt);
  const entrySize = reader.u16(entrySizeAt);
  const count = reader.u16(countAt);
  if (offset === 0 || count === 0) return [];
  if (entrySize < leastEntrySize) throw notUnderstood(reader.name, 'the file ends too early', entrySizeAt);
  reader.slice(offset, entrySize * count);
  return Array.from({ length: count }, (_, index) => offset + index * entrySize);
}

function contents(
  reader: ByteReader,
  headerAt: number,
  offset: number,
  sizeBytes: number,
  totalSoFar: number,
): Uint8Array {
  if (offset + sizeBytes > reader.sizeBytes) {
    throw notUnderstood(reader.name, 'a segment is longer than the file', headerAt);
  }
  // Parts that share bytes could be many times the size of the file.
  if (totalSoFar > reader.sizeBytes) throw notUnderstood(reader.name, 'sections overlap in the file', headerAt);
  return reader.slice(offset, sizeBytes);
}

/** Names are for finding one section by: what is odd about them is passed over. */
function sectionName(reader: ByteReader, nameTableHeader: number, nameOffset: number): string {
  const start = reader.u32(nameTableHeader + 16) + nameOffset;
  if (start >= reader.sizeBytes) return '';
  return reader.text(start, Math.min(longestName, reader.sizeBytes - start));
}
