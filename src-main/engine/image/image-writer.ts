import { notBuilt } from './image-fault';

const checksumSeed = 0xef;
const segmentHeaderSize = 8;
const lineSize = 16;

/** Where the SHA-256 of the program itself goes: an offset in the image whose bytes are zeros so far. */
export interface ProgramHash {
  readonly offset: number;
  readonly digest: Uint8Array;
}

/** Writes segments one behind the other behind a header of a given size, which is filled in at the end. */
export class ImageWriter {
  readonly #chunks: Uint8Array[] = [];
  readonly #programHash: ProgramHash | null;
  readonly #name: string;
  #hasProgramHash = false;
  #position = 0;
  #checksum = checksumSeed;
  #segmentCount = 0;

  /** `name` is what errors call the program. */
  constructor(name: string, headerSize: number, programHash: ProgramHash | null) {
    this.#name = name;
    this.#programHash = programHash;
    this.append(new Uint8Array(headerSize));
  }

  /** Offset of what is written next. */
  get position(): number {
    return this.#position;
  }

  get segmentCount(): number {
    return this.#segmentCount;
  }

  /** A segment with its header; one that is not `isChecked` does not count for the checksum. */
  segment(address: number, bytes: Uint8Array, isChecked = true): void {
    const header = new Uint8Array(segmentHeaderSize);
    const view = new DataView(header.buffer);
    view.setUint32(0, address, true);
    view.setUint32(4, bytes.length, true);
    this.append(header);
    const contents = this.#withProgramHash(bytes);
    if (isChecked) for (const byte of contents) this.#checksum ^= byte;
    this.append(contents);
    this.#segmentCount++;
  }

  append(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#position += bytes.length;
  }

  /** The checksum of the segments so far, as the last byte of a line of 16. */
  checksum(): void {
    const end = new Uint8Array(lineSize - (this.#position % lineSize));
    end[end.length - 1] = this.#checksum;
    this.append(end);
  }

  /** All of it. Throws `image.notBuilt` when the SHA-256 of the program found no place. */
  finish(): Uint8Array {
    if (this.#programHash !== null && !this.#hasProgramHash) {
      throw notBuilt(this.#name, 'the place for the SHA-256 of the program lies in no segment');
    }
    const image = new Uint8Array(this.#position);
    let offset = 0;
    for (const chunk of this.#chunks) {
      image.set(chunk, offset);
      offset += chunk.length;
    }
    return image;
  }

  #withProgramHash(bytes: Uint8Array): Uint8Array {
    if (this.#programHash === null) return bytes;
    const { digest, offset } = this.#programHash;
    const at = offset - this.#position;
    if (at < 0 || at + digest.length > bytes.length) return bytes;
    this.#hasProgramHash = true;
    return withProgramHash(this.#name, bytes, { offset: at, digest });
  }
}

/** A copy with the digest in it; `image.notBuilt` where something else is there already. */
export function withProgramHash(name: string, bytes: Uint8Array, { offset, digest }: ProgramHash): Uint8Array {
  if (bytes.subarray(offset, offset + digest.length).some((byte) => byte !== 0)) {
    throw notBuilt(name, 'the place for the SHA-256 of the program is not empty');
  }
  const copy = bytes.slice();
  copy.set(digest, offset);
  return copy;
}
