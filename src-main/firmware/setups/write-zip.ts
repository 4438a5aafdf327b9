import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src-shared/formats/crc32';

/** A file that goes into a zip file; `path` with `/`. */
export interface ZipMember {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const localSignature = 0x04034b50;
const directorySignature = 0x02014b50;
const endSignature = 0x06054b50;
/** Of the format, 2.0: deflate and folders. */
const neededVersion = 20;
const deflated = 8;
/** Names are UTF-8. */
const utf8Flag = 0x800;
/** 1 January 1980, the format's first day: the same files make the same bytes. */
const firstDay = 0x21;

/** A zip file (PKWARE's APPNOTE 6.3, without ZIP64: members and the whole stay far below 4 GiB). */
export function writeZip(members: readonly ZipMember[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, bytes } of members) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = commonFields(bytes, packed.length, name.length);
    const local = Buffer.concat([word(localSignature), common, name, packed]);
    directory.push(Buffer.concat([word(directorySignature), half(neededVersion), common, directoryFields(at), name]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, list, end]));
}

/** What stands both before the file and in the directory. */
function commonFields(bytes: Uint8Array, packedSize: number, nameSize: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(neededVersion, 0);
  fields.writeUInt16LE(utf8Flag, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(nameSize, 22);
  return fields;
}

/** No comment, first disk, plain file, and where it begins. */
function directoryFields(localOffset: number): Buffer {
  const fields = Buffer.alloc(14);
  fields.writeUInt32LE(localOffset, 10);
  return fields;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
