import { crc32 } from '../../../src-shared/formats/crc32';
import type { NvsIntegerType } from '../../../src-shared/formats/nvs/nvs-contents';

/** What is written under a key. */
export type NvsWriteValue =
  | { readonly type: NvsIntegerType; readonly value: bigint }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'blob'; readonly bytes: Uint8Array };

const pageSize = 4096;
const rowsPerPage = 126;
const codes: Readonly<Record<NvsIntegerType, readonly [code: number, sizeBytes: number]>> = {
  u8: [0x01, 1],
  i8: [0x11, 1],
  u16: [0x02, 2],
  i16: [0x12, 2],
  u32: [0x04, 4],
  i32: [0x14, 4],
  u64: [0x08, 8],
  i64: [0x18, 8],
};

interface Place {
  readonly page: number;
  readonly row: number;
  readonly span: number;
}

/**
 * Writes an NVS partition page by page as the library on a board does, with its own reading of the documentation:
 * new values are written before old ones are erased, full pages are marked, blobs are split where a page ends.
 */
export class NvsWriter {
  readonly bytes: Buffer;
  private page = -1;
  private row = rowsPerPage;
  private readonly namespaces = new Map<string, number>();
  private readonly places = new Map<string, { readonly places: readonly Place[]; readonly chunkStart: number }>();

  constructor(
    private readonly pageCount: number,
    private readonly version: 1 | 2 = 2,
  ) {
    this.bytes = Buffer.alloc(pageCount * pageSize, 0xff);
  }

  /** `keepOld`: as if the power had gone before the old value was erased. */
  set(namespace: string, key: string, value: NvsWriteValue, keepOld = false): this {
    const index = this.namespaceIndex(namespace);
    const id = `${index} ${key}`;
    const old = this.places.get(id);
    const chunkStart = old?.chunkStart === 0 ? 0x80 : 0;
    const places = this.write(index, key, value, chunkStart);
    if (!keepOld) this.eraseAll(old?.places ?? []);
    this.places.set(id, { places, chunkStart });
    return this;
  }

  erase(namespace: string, key: string): this {
    const id = `${this.namespaceIndex(namespace)} ${key}`;
    this.eraseAll(this.places.get(id)?.places ?? []);
    this.places.delete(id);
    return this;
  }

  private namespaceIndex(namespace: string): number {
    const known = this.namespaces.get(namespace);
    if (known !== undefined) return known;
    const index = this.namespaces.size + 1;
    this.namespaces.set(namespace, index);
    this.integer(0, namespace, 'u8', BigInt(index));
    return index;
  }

  private write(index: number, key: string, value: NvsWriteValue, chunkStart: number): Place[] {
    switch (value.type) {
      case 'string':
        return [this.payload(index, key, 0x21, 0xff, Buffer.from(`${value.value}\0`, 'utf8'))];
      case 'blob':
        return this.version === 1
          ? [this.payload(index, key, 0x41, 0xff, value.bytes)]
          : this.blob(index, key, value.bytes, chunkStart);
      default:
        return [this.integer(index, key, value.type, value.value)];
    }
  }

  private integer(index: number, key: string, type: NvsIntegerType, value: bigint): Place {
    const [code, sizeBytes] = codes[type];
    const data = Buffer.alloc(8, 0xff);
    for (let at = 0; at < sizeBytes; at += 1) data[at] = Number((value >> BigInt(at * 8)) & 0xffn);
    return this.entry(index, key, code, 0xff, data, new Uint8Array());
  }

  private blob(index: number, key: string, bytes: Uint8Array, chunkStart: number): Place[] {
    const places: Place[] = [];
    let offset = 0;
    do {
      if (this.room() < 2) this.nextPage();
      const part = bytes.subarray(offset, offset + (this.room() - 1) * 32);
      places.push(this.payload(index, key, 0x42, chunkStart + places.length, part));
      offset += part.length;
    } while (offset < bytes.length);
    const data = Buffer.alloc(8, 0xff);
    data.writeUInt32LE(bytes.length, 0);
    data[4] = places.length;
    data[5] = chunkStart;
    return [...places, this.entry(index, key, 0x48, 0xff, data, new Uint8Array())];
  }

  private payload(index: number, key: string, type: number, chunkIndex: number, payload: Uint8Array): Place {
    const data = Buffer.alloc(8, 0xff);
    data.writeUInt16LE(payload.length, 0);
    data.writeUInt32LE(crc(payload), 4);
    return this.entry(index, key, type, chunkIndex, data, payload);
  }

  private entry(
    index: number,
    key: string,
    type: number,
    chunkIndex: number,
    data: Buffer,
    payload: Uint8Array,
  ): Place {
    const span = 1 + Math.ceil(payload.length / 32);
    if (span > this.room()) this.nextPage();
    const place = { page: this.page, row: this.row, span };
    const entry = Buffer.alloc(32);
    entry.set([index, type, span, chunkIndex]);
    entry.write(key, 8, 15, 'utf8');
    data.copy(entry, 24);
    entry.writeUInt32LE(crc(Buffer.concat([entry.subarray(0, 4), entry.subarray(8)])), 4);
    const offset = place.page * pageSize + 64 + place.row * 32;
    entry.copy(this.bytes, offset);
    this.bytes.set(payload, offset + 32);
    this.mark(place, 0b10);
    this.row += span;
    return place;
  }

  private room(): number {
    return rowsPerPage - this.row;
  }

  private nextPage(): void {
    if (this.page >= 0) this.bytes.writeUInt32LE(0xffff_fffc, this.page * pageSize);
    this.page += 1;
    this.row = 0;
    if (this.page >= this.pageCount) throw new Error('the partition is full');
    const header = this.bytes.subarray(this.page * pageSize, this.page * pageSize + 32);
    header.writeUInt32LE(0xffff_fffe, 0);
    header.writeUInt32LE(this.page, 4);
    header[8] = this.version === 1 ? 0xff : 0xfe;
    header.writeUInt32LE(crc(header.subarray(4, 28)), 28);
  }

  private eraseAll(places: readonly Place[]): void {
    for (const place of places) this.mark(place, 0b00);
  }

  private mark({ page, row, span }: Place, state: number): void {
    for (let each = row; each < row + span; each += 1) {
      const at = page * pageSize + 32 + (each >> 2);
      const shift = (each & 3) * 2;
      this.bytes[at] = (this.bytes[at] ?? 0) & ~(0b11 << shift) & 0xff;
      this.bytes[at] = (this.bytes[at] ?? 0) | (state << shift);
    }
  }
}

function crc(bytes: Uint8Array): number {
  return crc32(bytes, 0xffff_ffff);
}
