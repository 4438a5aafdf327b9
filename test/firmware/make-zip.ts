import { crc32, deflateRawSync } from 'node:zlib';

/** One file for a zip file; what is not given is as it should be. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  /** What the directory claims. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly flags?: number;
}

/** A zip file by this test's own reading of PKWARE's APPNOTE; `claimedCount` is what the end record says. */
export function makeZip(entries: readonly ZipEntry[], claimedCount = entries.length): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, stored = false, claimedSize, claimedCrc, flags = 0x800 } of entries) {
    const data = stored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(claimedCrc ?? crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, nameBytes]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(claimedCount & 0xffff, 8);
  end.writeUInt16LE(claimedCount & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, list, end]));
}
