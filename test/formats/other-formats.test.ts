import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { crc32 } from '../../src-shared/formats/crc32';
import { recognizeFilesystem } from '../../src-shared/formats/filesystem';
import { looksLikeNvs } from '../../src-shared/formats/nvs/looks-like-nvs';
import { looksLikeOtaData, parseOtaData, serializeOtaData } from '../../src-shared/formats/ota-data';

const erased = (sizeBytes: number): Uint8Array => new Uint8Array(sizeBytes).fill(0xff);

describe('CRC-32', () => {
  it('is zlib’s', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
  it('continues', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
  });
});

describe('OTA data', () => {
  it('has the CRC that ESP-IDF writes for slot 1', () => {
    const bytes = serializeOtaData(1);
    expect(new DataView(bytes.buffer).getUint32(28, true)).toBe(0x4743989a);
    expect(looksLikeOtaData(bytes)).toBe(true);
  });

  it('with a wrong CRC is not taken for OTA data', () => {
    const bytes = serializeOtaData(7);
    bytes[29]! ^= 1;
    expect(parseOtaData(bytes).entries[0]).toMatchObject({ sequence: 7, isCrcValid: false });
    expect(looksLikeOtaData(bytes)).toBe(false);
  });

  it('of a fresh board is two erased sectors', () => {
    expect(parseOtaData(erased(8192)).entries).toEqual([null, null]);
    expect(looksLikeOtaData(erased(8192))).toBe(true);
    expect(looksLikeOtaData(erased(4096))).toBe(false);
  });

  it('cut short is not understood', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        try {
          parseOtaData(bytes);
          return bytes.length >= 4096 + 32;
        } catch (error) {
          return isAppError(error, 'file.notUnderstood');
        }
      }),
    );
  });
});

describe('filesystems', () => {
  it('LittleFS by its superblock', () => {
    const bytes = erased(0x10000);
    bytes.set(new TextEncoder().encode('littlefs'), 8);
    expect(recognizeFilesystem(bytes)).toBe('littlefs');
    const secondCopy = erased(0x10000);
    secondCopy.set(new TextEncoder().encode('littlefs'), 4096 + 8);
    expect(recognizeFilesystem(secondCopy)).toBe('littlefs');
  });

  it.each([
    [256, 4096],
    [256, 8192],
  ])('SPIFFS with pages of %d and blocks of %d bytes', (page, block) => {
    const bytes = erased(block * 16);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < 16; index++) {
      view.setUint16(index * block + page - 4, (0x20140529 ^ page ^ (16 - index)) & 0xffff, true);
    }
    expect(recognizeFilesystem(bytes)).toBe('spiffs');
    bytes[block + page - 4]! ^= 1;
    expect(recognizeFilesystem(bytes)).toBeNull();
  });

  it.each([0, 4096])('FAT at %d', (offset) => {
    const bytes = new Uint8Array(0x8000);
    const view = new DataView(bytes.buffer, offset);
    view.setUint16(510, 0xaa55, true);
    view.setUint16(11, 4096, true);
    bytes.set(new TextEncoder().encode('FAT12   '), offset + 54);
    expect(recognizeFilesystem(bytes)).toBe('fat');
  });

  it('anything else has none, and nothing throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => recognizeFilesystem(bytes) === null));
    expect(recognizeFilesystem(erased(0x10000))).toBeNull();
  });
});

describe('NVS', () => {
  it('by the CRC of its page headers', () => {
    const bytes = erased(0x6000);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 0xfffffffe, true);
    view.setUint32(4, 0, true);
    bytes[8] = 0xfe;
    view.setUint32(28, crc32(bytes.subarray(4, 28), 0xffffffff), true);
    expect(looksLikeNvs(bytes)).toBe(true);
    bytes[8] = 0xfd;
    expect(looksLikeNvs(bytes)).toBe(false);
  });
  it('erased flash and other bytes are not', () => {
    expect(looksLikeNvs(erased(0x6000))).toBe(false);
    fc.assert(fc.property(fc.uint8Array({ minLength: 4096, maxLength: 4096 }), (bytes) => !looksLikeNvs(bytes)));
  });
});
