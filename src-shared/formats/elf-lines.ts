import { isAppError } from '../errors/app-error';
import { ByteCursor } from './byte-cursor';
import { ByteReader } from './byte-reader';
import { readElfSections, sectionBytes } from './elf-sections';
import { readLineUnitHeader, type LineUnitHeader } from './line-unit-header';

const compressedFlag = 0x800;
/** Of DWARF with 64-bit offsets, which no compiler writes for these chips. */
const longFormat = 0xffff_fff0;

/** Where an instruction comes from. */
export interface SourceLine {
  /** Without its folders: `main.c`. */
  readonly file: string;
  readonly line: number;
}

interface Row {
  readonly address: number;
  readonly file: number;
  readonly line: number;
}

/**
 * Source lines of the wanted addresses, from a program's line tables (DWARF 2 to 5, section 6.2). Time grows with the
 * size of the tables, memory with the number of wanted addresses. A table that makes no sense is passed over: a missing
 * line is no harm. Throws `file.notUnderstood` only for what is no ELF file.
 */
export function findSourceLines(
  bytes: Uint8Array,
  wanted: readonly number[],
  name = '',
): ReadonlyMap<number, SourceLine> {
  const reader = new ByteReader(bytes, name);
  const found = new Map<number, SourceLine>();
  const sections = readElfSections(reader);
  const contentsOf = (sectionName: string): Uint8Array => {
    const section = sections.find((each) => each.name === sectionName && (each.flags & compressedFlag) === 0);
    return (section === undefined ? null : sectionBytes(reader, section)) ?? new Uint8Array(0);
  };
  const lines = contentsOf('.debug_line');
  const strings = { lineStrings: contentsOf('.debug_line_str'), strings: contentsOf('.debug_str') };
  const targets = [...new Set(wanted)].sort((a, b) => a - b);
  for (let at = 0; at + 4 <= lines.length;) {
    const cursor = new ByteCursor(lines, at, lines.length, name);
    const length = cursor.u32();
    if (length >= longFormat || cursor.at + length > lines.length) break;
    at = cursor.at + length;
    cursor.end = at;
    try {
      const header = readLineUnitHeader(cursor, strings);
      if (header !== null) runLineProgram(cursor, header, targets, found);
    } catch (error) {
      if (!isAppError(error, 'file.notUnderstood')) throw error;
    }
  }
  return found;
}

/** Runs one line-number program; between a row and the next one lie the addresses of its line. */
function runLineProgram(
  cursor: ByteCursor,
  header: LineUnitHeader,
  targets: readonly number[],
  found: Map<number, SourceLine>,
): void {
  const { leastInstruction, lineBase, lineRange, opcodeBase } = header;
  let row: Row = startRow;
  let previous: Row | null = null;
  const emit = (isEnd: boolean): void => {
    if (previous !== null && row.address > previous.address) note(previous, row.address, header, targets, found);
    previous = isEnd ? null : row;
    if (isEnd) row = startRow;
  };
  const advance = (operations: number): void => {
    row = { ...row, address: row.address + operations * leastInstruction };
  };
  while (!cursor.isAtEnd) {
    const opcode = cursor.u8();
    if (opcode >= opcodeBase) {
      const adjusted = opcode - opcodeBase;
      advance(Math.floor(adjusted / lineRange));
      row = { ...row, line: row.line + lineBase + (adjusted % lineRange) };
      emit(false);
      continue;
    }
    switch (opcode) {
      case 0: {
        const size = cursor.uleb();
        const next = cursor.at + size;
        const extended = size === 0 ? 0 : cursor.u8();
        if (extended === 1) emit(true);
        else if (extended === 2) row = { ...row, address: cursor.u32() };
        cursor.skip(next - cursor.at);
        break;
      }
      case 1:
        emit(false);
        break;
      case 2:
        advance(cursor.uleb());
        break;
      case 3:
        row = { ...row, line: row.line + cursor.sleb() };
        break;
      case 4:
        row = { ...row, file: cursor.uleb() };
        break;
      case 8:
        advance(Math.floor((255 - opcodeBase) / lineRange));
        break;
      case 9:
        row = { ...row, address: row.address + cursor.u16() };
        break;
      default:
        // Columns, prologues and what else nobody asks here: as many numbers as the header says.
        for (let count = header.operandCounts[opcode - 1] ?? 0; count > 0; count--) cursor.uleb();
    }
  }
}

const startRow: Row = { address: 0, file: 1, line: 1 };

function note(
  { address, file, line }: Row,
  endAddress: number,
  header: LineUnitHeader,
  targets: readonly number[],
  found: Map<number, SourceLine>,
): void {
  const last = targets.at(-1);
  const first = targets[0];
  if (first === undefined || last === undefined || endAddress <= first || address > last || line <= 0) return;
  for (const target of targets) {
    if (target >= address && target < endAddress) found.set(target, { file: header.fileName(file), line });
  }
}
