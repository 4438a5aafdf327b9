import { notUnderstood } from './byte-reader';

/** Most groups of seven bits that a number of DWARF's may take. */
const mostGroups = 10;

/**
 * Reads on and on through bytes, as formats want that are streams and not tables: little-endian words, zero-ended
 * texts, numbers of any length (DWARF 5, section 7.6). Past the end it throws `file.notUnderstood`.
 */
export class ByteCursor {
  /** `at`: where reading begins; `end`: where it has to stop. */
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    public end = bytes.length,
    private readonly name = '',
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  u8(): number {
    const byte = this.at < this.end ? this.bytes[this.at] : undefined;
    if (byte === undefined) throw notUnderstood(this.name, 'the file ends too early', this.at);
    this.at += 1;
    return byte;
  }

  i8(): number {
    const byte = this.u8();
    return byte >= 0x80 ? byte - 0x100 : byte;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 0x1_0000;
  }

  /** An unsigned number; what is beyond 53 bits is lost, not wrong. */
  uleb(): number {
    let value = 0;
    for (let group = 0; group < mostGroups; group++) {
      const byte = this.u8();
      value += (byte & 0x7f) * 2 ** (7 * group);
      if (byte < 0x80) return value;
    }
    throw notUnderstood(this.name, 'the file ends too early', this.at);
  }

  sleb(): number {
    let value = 0;
    for (let group = 0; group < mostGroups; group++) {
      const byte = this.u8();
      value += (byte & 0x7f) * 2 ** (7 * group);
      if (byte < 0x80) return (byte & 0x40) === 0 ? value : value - 2 ** (7 * (group + 1));
    }
    throw notUnderstood(this.name, 'the file ends too early', this.at);
  }

  /** Zero-ended; the zero is read too. */
  text(): string {
    const end = this.bytes.indexOf(0, this.at);
    if (end < 0 || end >= this.end) throw notUnderstood(this.name, 'the file ends too early', this.at);
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, end));
    this.at = end + 1;
    return text;
  }

  skip(count: number): void {
    if (count < 0 || this.at + count > this.end) throw notUnderstood(this.name, 'the file ends too early', this.at);
    this.at += count;
  }
}
