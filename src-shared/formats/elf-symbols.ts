import { ByteReader } from './byte-reader';
import { readElfSections, sectionBytes, type ElfSection } from './elf-sections';
import { readableName } from './symbol-names';

const symbolTable = 2;
const entryBytes = 16;
const functionType = 2;
const noType = 0;
const executableFlag = 0x4;
/** Names of C++ templates go on for long; nobody reads them to the end. */
const longestName = 400;
/** A function that its symbol gives no size: hand-written code. Beyond this an address is not taken for part of it. */
const unsizedReach = 0x1000;
/** Labels inside a function stand between it and the address. */
const furthestBack = 64;

/** A function, by an address inside it. */
export interface FoundFunction {
  readonly name: string;
  /** From its beginning, in bytes. */
  readonly offset: number;
}

/** The functions of a program. */
export interface ElfSymbols {
  readonly count: number;
  /** The function that an address lies in; null where there is none. */
  find(address: number): FoundFunction | null;
}

interface Candidate {
  readonly address: number;
  readonly sizeBytes: number;
  readonly nameAt: number;
  readonly isFunction: boolean;
}

/**
 * Reads the symbol table of a program (System V ABI, "Symbol Table"): functions, and labels in code where nothing
 * better is there. Names are read when they are asked for, so that memory stays a fraction of the file. A program
 * without symbols has none. Throws `file.notUnderstood` with the place, and nothing else.
 */
export function readElfSymbols(bytes: Uint8Array, name = ''): ElfSymbols {
  const reader = new ByteReader(bytes, name);
  const sections = readElfSections(reader);
  const code = sections.filter(({ flags, sizeBytes }) => (flags & executableFlag) !== 0 && sizeBytes > 0);
  const isCode = (address: number): boolean =>
    code.some((section) => address >= section.address && address < section.address + section.sizeBytes);
  const candidates: Candidate[] = [];
  for (const section of sections) {
    if (section.type === symbolTable) candidates.push(...functionsIn(reader, section, sections, isCode));
  }
  candidates.sort(
    (a, b) => a.address - b.address || Number(a.isFunction) - Number(b.isFunction) || a.sizeBytes - b.sizeBytes,
  );
  return {
    count: candidates.length,
    find(address) {
      const found = lookUp(candidates, address);
      if (found === null) return null;
      const text = reader.text(found.nameAt, Math.min(longestName, reader.sizeBytes - found.nameAt));
      return { name: readableName(text), offset: address - found.address };
    },
  };
}

function functionsIn(
  reader: ByteReader,
  table: ElfSection,
  sections: readonly ElfSection[],
  isCode: (address: number) => boolean,
): Candidate[] {
  const entries = sectionBytes(reader, table);
  const names = sections[table.link];
  if (entries === null || names === undefined) return [];
  const found: Candidate[] = [];
  for (let at = table.offset; at + entryBytes <= table.offset + entries.length; at += entryBytes) {
    const type = reader.u8(at + 12) & 0xf;
    const address = reader.u32(at + 4);
    if ((type !== functionType && type !== noType) || reader.u16(at + 14) === 0 || !isCode(address)) continue;
    const nameAt = names.offset + reader.u32(at);
    // Labels that begin with a dot or a dollar sign are the assembler's own.
    const isOwn = nameAt >= reader.sizeBytes || [0, 0x24, 0x2e].includes(reader.u8(nameAt));
    if (!isOwn) found.push({ address, sizeBytes: reader.u32(at + 8), nameAt, isFunction: type === functionType });
  }
  return found;
}

/** The nearest function that the address is inside of, else the nearest label before it. */
function lookUp(candidates: readonly Candidate[], address: number): Candidate | null {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.address ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  let label: Candidate | null = null;
  for (let index = low - 1; index >= Math.max(0, low - furthestBack); index--) {
    const candidate = candidates[index];
    if (candidate === undefined) break;
    const { sizeBytes, isFunction } = candidate;
    const isInside = address < candidate.address + (sizeBytes === 0 ? unsizedReach : sizeBytes);
    if (isInside && isFunction && sizeBytes > 0) return candidate;
    if (isInside) label ??= candidate;
  }
  return label;
}
