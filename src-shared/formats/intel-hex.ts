import { AppError } from '../errors/app-error';
import { notUnderstood } from './byte-reader';
import { joinRegions, type FlashRegion } from './flash-region';

const rowSize = 16;
const colon = 0x3a;
/** Even record by record in the wrong order, the largest flash has fewer. */
const mostStretches = 1_000_000;

/** Record types (Intel, "Hexadecimal Object File Format Specification"). */
const dataRecord = 0;
const endRecord = 1;
const segmentAddressRecord = 2;
const segmentStartRecord = 3;
const linearAddressRecord = 4;
const linearStartRecord = 5;

/** Whether the text starts with a whole record. */
export function looksLikeIntelHex(bytes: Uint8Array): boolean {
  return bytes[0] === colon && bytes.subarray(1, 11).every((byte) => digit(byte) >= 0) && bytes.length >= 11;
}

/**
 * Reads Intel HEX: the regions that its records fill, in order and joined. Start addresses are read over. Memory is
 * about the size of the file, also where every byte has a record of its own.
 *
 * @throws AppError `file.notUnderstood` with the place for anything that is not a record, a wrong checksum, a missing
 * end; `file.tooManyInside` for more stretches than any firmware has.
 */
export function parseIntelHex(bytes: Uint8Array, name = ''): FlashRegion[] {
  const data = new Uint8Array(bytes.length >> 1);
  let used = 0;
  const stretches: Stretch[] = [];
  let base = 0;
  let hasEnd = false;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0d || byte === 0x0a || byte === 0x20 || byte === 0x09) {
      at++;
      continue;
    }
    if (byte !== colon) throw notUnderstood(name, 'an unknown record type', at);
    if (hasEnd) throw notUnderstood(name, 'data after the end record', at);
    const record = readRecord(bytes, at, name, data, used);
    switch (record.type) {
      case dataRecord:
        if (record.sizeBytes > 0) addStretch(stretches, base + record.address, used, record.sizeBytes, name);
        used += record.sizeBytes;
        break;
      case endRecord:
        hasEnd = true;
        break;
      case segmentAddressRecord:
        base = record.value * 0x10;
        break;
      case linearAddressRecord:
        base = record.value * 0x1_0000;
        break;
      case segmentStartRecord:
      case linearStartRecord:
        break;
      default:
        throw notUnderstood(name, 'an unknown record type', at);
    }
    at = record.end;
  }
  if (!hasEnd) throw notUnderstood(name, 'the end record is missing', bytes.length);
  const regions = joinRegions(
    stretches.map(({ offset, start, sizeBytes }) => ({ offset, bytes: data.subarray(start, start + sizeBytes) })),
  );
  if (regions === null) throw notUnderstood(name, 'two records overlap', 0);
  return regions;
}

/** Records that follow one another in the file and in flash, and where their bytes are among those that were read. */
interface Stretch {
  readonly offset: number;
  readonly start: number;
  sizeBytes: number;
}

function addStretch(stretches: Stretch[], offset: number, start: number, sizeBytes: number, name: string): void {
  const last = stretches.at(-1);
  if (last !== undefined && last.offset + last.sizeBytes === offset) {
    last.sizeBytes += sizeBytes;
    return;
  }
  if (stretches.length >= mostStretches) throw new AppError('file.tooManyInside', { name, limit: mostStretches });
  stretches.push({ offset, start, sizeBytes });
}

interface HexRecord {
  readonly type: number;
  readonly address: number;
  readonly sizeBytes: number;
  /** The first two bytes of the data as a number, most significant first. */
  readonly value: number;
  /** Place behind the record. */
  readonly end: number;
}

/** Its bytes go to `data`, from `start` on. */
function readRecord(bytes: Uint8Array, at: number, name: string, data: Uint8Array, start: number): HexRecord {
  let position = at + 1;
  let sum = 0;
  const next = (): number => {
    const high = digit(bytes[position]);
    const low = digit(bytes[position + 1]);
    if (position + 2 > bytes.length) throw notUnderstood(name, 'the file ends too early', bytes.length);
    if (high < 0 || low < 0) throw notUnderstood(name, 'not a hexadecimal digit', position);
    position += 2;
    const value = high * 16 + low;
    sum = (sum + value) & 0xff;
    return value;
  };
  const length = next();
  const address = next() * 256 + next();
  const type = next();
  for (let index = 0; index < length; index++) data[start + index] = next();
  next();
  if (sum !== 0) throw notUnderstood(name, 'a checksum is wrong', at);
  const needed = type === segmentAddressRecord || type === linearAddressRecord ? 2 : 0;
  if (length < needed) throw notUnderstood(name, 'the file ends too early', at);
  const value = (data[start] ?? 0) * 256 + (data[start + 1] ?? 0);
  return { type, address, sizeBytes: length, value, end: position };
}

function digit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

/**
 * Intel HEX with rows of 16 bytes and Unix line ends. Where any address needs more than 16 bits, an address record
 * stands in front of every 64 KiB that hold something, the first included. Regions must not overlap.
 */
export function serializeIntelHex(regions: readonly FlashRegion[]): Uint8Array {
  const lines: string[] = [];
  const sorted = joinRegions(regions) ?? [...regions];
  const last = sorted.at(-1);
  const isLong = last !== undefined && last.offset + last.bytes.length > 0x1_0000;
  let upper = -1;
  for (const { offset, bytes } of sorted) {
    for (let done = 0; done < bytes.length;) {
      const address = offset + done;
      const newUpper = Math.floor(address / 0x1_0000);
      if (isLong && newUpper !== upper)
        lines.push(hexLine(linearAddressRecord, 0, Uint8Array.of(newUpper >> 8, newUpper & 0xff)));
      upper = newUpper;
      const lower = address % 0x1_0000;
      const length = Math.min(rowSize, bytes.length - done, 0x1_0000 - lower);
      lines.push(hexLine(dataRecord, lower, bytes.subarray(done, done + length)));
      done += length;
    }
  }
  lines.push(hexLine(endRecord, 0, new Uint8Array()));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

function hexLine(type: number, address: number, data: Uint8Array): string {
  const start = [data.length, address >> 8, address & 0xff, type];
  let sum = start.reduce((total, byte) => total + byte, 0);
  let line = `:${start.map((byte) => digits[byte]).join('')}`;
  for (const byte of data) {
    sum += byte;
    line += digits[byte] ?? '';
  }
  return line + (digits[-sum & 0xff] ?? '');
}
