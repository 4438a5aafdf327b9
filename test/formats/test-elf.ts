/** A part of a made-up program. */
export interface TestElfPart {
  readonly name?: string;
  readonly address: number;
  readonly bytes: Uint8Array;
  /** Section type; 1 = PROGBITS. */
  readonly type?: number;
  /** Section flags; 2 = allocated, 4 = instructions. */
  readonly flags?: number;
}

/** What a made-up ELF file holds. */
export interface TestElf {
  readonly machine?: number;
  readonly entryPoint?: number;
  readonly sections?: readonly TestElfPart[];
  /** PT_LOAD segments. */
  readonly segments?: readonly TestElfPart[];
}

/** A 32-bit ELF file, built by this file's own reading of the System V ABI. */
export function buildTestElf({ machine = 0xf3, entryPoint = 0, sections = [], segments = [] }: TestElf): Uint8Array {
  const names = ['', ...sections.map(({ name = '' }) => name), '.shstrtab'];
  const nameTable = Buffer.from(names.map((name) => `${name}\0`).join(''));
  const nameOffset = (index: number): number => names.slice(0, index).join('.').length + (index > 0 ? 1 : 0);
  const contents: Uint8Array[] = [];
  let end = 52 + segments.length * 32;
  const place = (bytes: Uint8Array): number => {
    const offset = end;
    contents.push(bytes);
    end += bytes.length;
    return offset;
  };
  const programHeaders = segments.map(({ address, bytes }) =>
    words(1, place(bytes), address, address, bytes.length, bytes.length, 4, 4),
  );
  const sectionHeaders = [
    Buffer.alloc(40),
    ...sections.map(({ address, bytes, type = 1, flags = 2 }, index) =>
      words(nameOffset(index + 1), type, flags, address, place(bytes), bytes.length, 0, 0, 4, 0),
    ),
    words(nameOffset(names.length - 1), 3, 0, 0, place(nameTable), nameTable.length, 0, 0, 1, 0),
  ];
  const header = Buffer.alloc(52);
  header.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(machine, 18);
  header.writeUInt32LE(1, 20);
  header.writeUInt32LE(entryPoint, 24);
  header.writeUInt32LE(segments.length === 0 ? 0 : 52, 28);
  header.writeUInt32LE(end, 32);
  header.writeUInt16LE(52, 40);
  header.writeUInt16LE(32, 42);
  header.writeUInt16LE(segments.length, 44);
  header.writeUInt16LE(40, 46);
  header.writeUInt16LE(sectionHeaders.length, 48);
  header.writeUInt16LE(sectionHeaders.length - 1, 50);
  return new Uint8Array(Buffer.concat([header, ...programHeaders, ...contents, ...sectionHeaders]));
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}
