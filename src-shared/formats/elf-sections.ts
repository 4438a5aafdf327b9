import { looksLikeElf } from './elf';
import { notUnderstood, type ByteReader } from './byte-reader';

const headerBytes = 40;
const longestName = 64;

/** One entry of an ELF file's section table, whatever kind it is of. */
export interface ElfSection {
  readonly name: string;
  /** `sh_type`: 2 is a symbol table, 3 a string table, 8 takes no place in the file. */
  readonly type: number;
  /** `sh_flags`: 4 holds instructions, 0x800 is compressed. */
  readonly flags: number;
  readonly address: number;
  readonly offset: number;
  readonly sizeBytes: number;
  /** `sh_link`: of a symbol table, the index of its string table. */
  readonly link: number;
}

/**
 * The section table of a 32-bit little-endian ELF file (System V ABI, "Sections"), those that only debuggers want
 * included. What a section claims to hold is not looked at. Throws `file.notUnderstood` with the place.
 */
export function readElfSections(reader: ByteReader): readonly ElfSection[] {
  if (!looksLikeElf(reader.bytes)) throw notUnderstood(reader.name, 'unexpected magic number', 0);
  if (reader.u8(4) !== 1 || reader.u8(5) !== 1) {
    throw notUnderstood(reader.name, 'not a 32-bit program for Xtensa or RISC-V', 4);
  }
  const offset = reader.u32(32);
  const entryBytes = reader.u16(46);
  const count = reader.u16(48);
  if (offset === 0 || count === 0) return [];
  if (entryBytes < headerBytes) throw notUnderstood(reader.name, 'the file ends too early', 46);
  reader.slice(offset, entryBytes * count);
  const namesAt = offset + reader.u16(50) * entryBytes;
  const names = namesAt + headerBytes <= reader.sizeBytes ? reader.u32(namesAt + 16) : reader.sizeBytes;
  return Array.from({ length: count }, (_, index) => {
    const at = offset + index * entryBytes;
    const nameAt = names + reader.u32(at);
    return {
      name: nameAt < reader.sizeBytes ? reader.text(nameAt, Math.min(longestName, reader.sizeBytes - nameAt)) : '',
      type: reader.u32(at + 4),
      flags: reader.u32(at + 8),
      address: reader.u32(at + 12),
      offset: reader.u32(at + 16),
      sizeBytes: reader.u32(at + 20),
      link: reader.u32(at + 24),
    };
  });
}

/** What the section holds, as a view; null where it is not in the file, or not whole. */
export function sectionBytes(reader: ByteReader, section: ElfSection): Uint8Array | null {
  const takesNoPlace = 8;
  if (section.type === takesNoPlace || section.offset + section.sizeBytes > reader.sizeBytes) return null;
  return reader.slice(section.offset, section.sizeBytes);
}
