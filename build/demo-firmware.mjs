import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A firmware for the virtual ESP32, made on the spot: the three files that a build leaves behind, in the
 * documented formats (firmware image, partition table). The code in it is noise; no real chip would run it.
 */
const bootloaderOffset = 0x1000;
const partitionTableOffset = 0x8000;
const appOffset = 0x1_0000;

/** Noise that looks alike every time; every second word is nought, so that it compresses like code. */
function noise(sizeBytes, seed) {
  const bytes = Buffer.alloc(sizeBytes);
  let word = seed;
  for (let at = 0; at + 8 <= sizeBytes; at += 8) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    bytes.writeInt32LE(word, at);
  }
  return bytes;
}

/** An image for the ESP32: header, segments, checksum, SHA-256 (ESP-IDF, "App Image Format"). */
function image(segments) {
  const header = Buffer.alloc(24);
  header.set([0xe9, segments.length, 0x02, 0x20]);
  header.writeUInt32LE(0x4008_0000, 4);
  header[8] = 0xee;
  header.writeUInt16LE(0xffff, 17);
  header[23] = 1;
  const parts = [header];
  let checksum = 0xef;
  for (const { address, data } of segments) {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(address, 0);
    head.writeUInt32LE(data.length, 4);
    parts.push(head, data);
    for (const byte of data) checksum ^= byte;
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  parts.push(Buffer.alloc(15 - (length % 16)), Buffer.from([checksum]));
  const bytes = Buffer.concat(parts);
  return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);
}

function partitionTable() {
  const entry = (label, type, subtype, offset, sizeBytes) => {
    const bytes = Buffer.alloc(32);
    bytes.writeUInt16LE(0x50aa, 0);
    bytes.set([type, subtype], 2);
    bytes.writeUInt32LE(offset, 4);
    bytes.writeUInt32LE(sizeBytes, 8);
    bytes.write(label, 12, 16, 'latin1');
    return bytes;
  };
  const entries = Buffer.concat([
    entry('nvs', 1, 2, 0x9000, 0x6000),
    entry('factory', 0, 0, appOffset, 0x10_0000),
    entry('storage', 1, 0x82, 0x11_0000, 0x8_0000),
  ]);
  const digest = Buffer.concat([
    Buffer.from([0xeb, 0xeb, ...Array(14).fill(0xff)]),
    createHash('md5').update(entries).digest(),
  ]);
  const table = Buffer.alloc(0xc00, 0xff);
  Buffer.concat([entries, digest]).copy(table);
  return table;
}

function app() {
  const data = noise(180_000, 7);
  data.fill(0, 0, 256);
  data.writeUInt32LE(0xabcd_5432, 0);
  data.write('1.0.0', 16);
  data.write('promenade', 48);
  data.write('v5.4', 112);
  return image([
    { address: 0x3f40_0020, data },
    { address: 0x400d_0020, data: noise(120_000, 11) },
  ]);
}

/** Writes the files into `folder`; answers `{ offset, path }` for each. */
export function makeDemoFirmware(folder) {
  mkdirSync(folder, { recursive: true });
  const files = [
    [bootloaderOffset, 'bootloader.bin', image([{ address: 0x3fff_0030, data: noise(20_000, 3) }])],
    [partitionTableOffset, 'partition-table.bin', partitionTable()],
    [appOffset, 'promenade.bin', app()],
  ];
  return files.map(([offset, name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { offset, path };
  });
}
