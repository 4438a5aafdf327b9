import { AppError } from '../errors/app-error';

/**
 * Why bytes are not what they pretend to be: the `reason` of `file.notUnderstood`. A closed list of
 * short phrases, so that a window in another language can have its own words for each.
 */
export type FormatFault =
  | 'the file ends too early'
  | 'unexpected first byte'
  | 'unexpected magic number'
  | 'no segments'
  | 'too many segments'
  | 'a segment is longer than the file'
  | 'not a 32-bit program for Xtensa or RISC-V'
  | 'sections overlap in the file'
  | 'not a partition table entry'
  | 'too many partition table entries'
  | 'the partition table has no end mark'
  | 'the partition table checksum is wrong'
  | 'a name is not text'
  | 'the number of blocks does not match'
  | 'a checksum is wrong'
  | 'an unknown record type'
  | 'not a hexadecimal digit'
  | 'the end record is missing'
  | 'data after the end record'
  | 'two records overlap';

/** `file.notUnderstood`, with the place in the file where that was noticed. */
export function notUnderstood(name: string, reason: FormatFault, at: number): AppError<'file.notUnderstood'> {
  return new AppError('file.notUnderstood', { name, reason, at });
}

/**
 * Little-endian look at a file. Reading past its end throws `file.notUnderstood`, never anything else,
 * so that a parser built on it cannot fail in another way on truncated input.
 */
export class ByteReader {
  readonly #view: DataView;

  /** `name` is what the error calls the file. */
  constructor(
    readonly bytes: Uint8Array,
    readonly name: string,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get sizeBytes(): number {
    return this.bytes.length;
  }

  u8(offset: number): number {
    this.#check(offset, 1);
    return this.#view.getUint8(offset);
  }

  u16(offset: number): number {
    this.#check(offset, 2);
    return this.#view.getUint16(offset, true);
  }

  u32(offset: number): number {
    this.#check(offset, 4);
    return this.#view.getUint32(offset, true);
  }

  /** A view, not a copy. */
  slice(offset: number, sizeBytes: number): Uint8Array {
    this.#check(offset, sizeBytes);
    return this.bytes.subarray(offset, offset + sizeBytes);
  }

  /** Zero-terminated text in a field of fixed size; bytes that are not UTF-8 become U+FFFD. */
  text(offset: number, sizeBytes: number): string {
    const field = this.slice(offset, sizeBytes);
    const end = field.indexOf(0);
    return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
  }

  #check(offset: number, sizeBytes: number): void {
    if (offset < 0 || sizeBytes < 0 || offset + sizeBytes > this.bytes.length) {
      throw notUnderstood(this.name, 'the file ends too early', Math.min(Math.max(offset, 0), this.bytes.length));
    }
  }
}

/** True when every byte is 0xFF, as erased flash reads. */
export function isErased(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0xff);
}

/** True when both hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
