import { ByteCursor } from './byte-cursor';

/** What a line-number program needs to know before it runs. */
export interface LineUnitHeader {
  readonly leastInstruction: number;
  readonly lineBase: number;
  readonly lineRange: number;
  readonly opcodeBase: number;
  /** Numbers that each standard opcode is followed by. */
  readonly operandCounts: readonly number[];
  /** Name of a file by its number, without folders; `?` for a number that stands for none. */
  fileName(number: number): string;
}

/** The sections that texts may be kept in. */
export interface LineStrings {
  readonly lineStrings: Uint8Array;
  readonly strings: Uint8Array;
}

/** Tables with more entries are not of this world. */
const mostEntries = 100_000;
const pathEntry = 1;

/**
 * Reads the header of one unit of `.debug_line` behind its length (DWARF 5, section 6.2.4; DWARF 2 to 4 have another
 * table of files) and leaves the cursor at its program. Null for versions that are not known.
 */
export function readLineUnitHeader(cursor: ByteCursor, strings: LineStrings): LineUnitHeader | null {
  const version = cursor.u16();
  if (version < 2 || version > 5) return null;
  // Size of an address and of a segment selector.
  if (version === 5) cursor.skip(2);
  const headerBytes = cursor.u32();
  const programAt = cursor.at + headerBytes;
  const leastInstruction = cursor.u8();
  // Operations per instruction, and whether rows are statements at first.
  cursor.skip(version >= 4 ? 2 : 1);
  const lineBase = cursor.i8();
  const lineRange = cursor.u8();
  const opcodeBase = cursor.u8();
  if (lineRange === 0 || opcodeBase === 0) return null;
  const operandCounts = Array.from({ length: opcodeBase - 1 }, () => cursor.u8());
  const names = version === 5 ? fileNames5(cursor, strings) : fileNames(cursor);
  cursor.skip(programAt - cursor.at);
  return {
    leastInstruction,
    lineBase,
    lineRange,
    opcodeBase,
    operandCounts,
    // Up to version 4 files are counted from 1.
    fileName: (number) => baseName(names[version === 5 ? number : number - 1] ?? '?'),
  };
}

function fileNames(cursor: ByteCursor): string[] {
  while (cursor.text() !== '');
  const names: string[] = [];
  for (let name = cursor.text(); name !== ''; name = cursor.text()) {
    names.push(name);
    // Folder, time and size.
    for (let field = 0; field < 3; field++) cursor.uleb();
    if (names.length > mostEntries) break;
  }
  return names;
}

/** Folders first, then files; what an entry is made of is told in front of each table. */
function fileNames5(cursor: ByteCursor, strings: LineStrings): string[] {
  entries(cursor, strings);
  return entries(cursor, strings);
}

function entries(cursor: ByteCursor, strings: LineStrings): string[] {
  const format = Array.from({ length: cursor.u8() }, () => ({ content: cursor.uleb(), form: cursor.uleb() }));
  const count = cursor.uleb();
  const names: string[] = [];
  // Entries without a format take no bytes: only those that do are counted through.
  if (format.length === 0) return names;
  for (let index = 0; index < Math.min(count, mostEntries); index++) {
    let name = '?';
    for (const { content, form } of format) {
      const text = readForm(cursor, form, strings);
      if (content === pathEntry && text !== null) name = text;
    }
    names.push(name);
  }
  return names;
}

/** Reads one value (DWARF 5, section 7.5.6) and answers it where it is a text. */
function readForm(cursor: ByteCursor, form: number, { lineStrings, strings }: LineStrings): string | null {
  switch (form) {
    case 0x08:
      return cursor.text();
    case 0x0e:
      return textAt(strings, cursor.u32());
    case 0x1f:
      return textAt(lineStrings, cursor.u32());
    case 0x0b:
      cursor.skip(1);
      return null;
    case 0x05:
      cursor.skip(2);
      return null;
    case 0x06:
      cursor.skip(4);
      return null;
    case 0x07:
      cursor.skip(8);
      return null;
    case 0x1e:
      cursor.skip(16);
      return null;
    case 0x09:
      cursor.skip(cursor.uleb());
      return null;
    default:
      cursor.uleb();
      return null;
  }
}

function textAt(section: Uint8Array, offset: number): string {
  return offset < section.length ? new ByteCursor(section, offset).text() : '?';
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
