import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { isIntact, parseFirmwareImage } from '../../src-shared/formats/firmware-image';
import { flashModeName } from '../../src-shared/formats/image-header';
import { findSecureBootSignature } from '../../src-shared/formats/secure-boot-signature';
import { fixture, fixtureText, hasFixtures } from './fixtures';
import { buildTestImage } from './test-image';
import { runs } from '../property-runs';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Facts of the reference tool's report, by the words before the colon. */
function report(name: string): { fact: (label: string) => string | undefined; segments: number[][] } {
  const lines = fixtureText(`golden/${name}.image-info.txt`).split('\n');
  return {
    fact: (label) =>
      lines
        .find((line) => line.startsWith(`${label}:`))
        ?.slice(label.length + 1)
        .trim(),
    segments: lines.flatMap((line) => {
      const cells = /^\s+\d+\s+(0x\w+)\s+(0x\w+)\s+(0x\w+)/.exec(line);
      return cells ? [cells.slice(1).map(Number)] : [];
    }),
  };
}

describe.skipIf(!hasFixtures)('real images', () => {
  it.each([
    ['bootloader_esp32_v5_2', 'esp32', 0],
    ['esp_idf_blink_esp32s2', 'esp32', 2],
    ['esp8266_deepsleep', 'esp8266V1', null],
  ])('%s has the facts that the reference tool reports', (name, format, chipId) => {
    const image = parseFirmwareImage(fixture(`image/${name}.bin`));
    const golden = report(name);
    expect(image.format).toBe(format);
    expect(image.extended?.chipId ?? null).toBe(chipId);
    expect(image.header.entryPoint).toBe(Number(golden.fact('Entry point')));
    expect(image.header.segmentCount).toBe(Number(golden.fact('Segments')));
    expect(flashModeName(image.header.flashMode)?.toUpperCase()).toBe(golden.fact('Flash mode'));
    // The report's file offset is of the segment's header on later chips as on the first: data minus 8.
    expect(image.segments.map((s) => [s.sizeBytes, s.loadAddress, s.offset - 8])).toEqual(golden.segments);
    expect(golden.fact('Checksum')).toBe(`0x${image.checksum.stored.toString(16).padStart(2, '0')} (valid)`);
    expect(isIntact(image)).toBe(true);
    expect(image.hash === null ? undefined : `${hex(image.hash.stored)} (valid)`).toBe(golden.fact('Validation hash'));
  });

  it('reads the description of an application', () => {
    const golden = report('esp_idf_blink_esp32s2');
    const app = parseFirmwareImage(fixture('image/esp_idf_blink_esp32s2.bin')).appDescription;
    expect(app?.projectName).toBe(golden.fact('Project name'));
    expect(app?.version).toBe(golden.fact('App version'));
    expect(app?.idfVersion).toBe(golden.fact('ESP-IDF'));
    expect(`${app!.date} ${app!.time}`).toBe(golden.fact('Compile time'));
    expect(hex(app!.elfSha256)).toBe(golden.fact('ELF file SHA256'));
  });

  it('reads the description of a bootloader and its revision limits', () => {
    const golden = report('bootloader_esp32_v5_2');
    const image = parseFirmwareImage(fixture('image/bootloader_esp32_v5_2.bin'));
    expect(image.bootloaderDescription).toEqual({
      version: 1,
      idfVersion: golden.fact('ESP-IDF'),
      compiled: golden.fact('Compile time'),
    });
    expect(image.extended).toMatchObject({ minRevision: 0, maxRevision: 399, wpPin: 0xee });
    expect(image.appDescription).toBeNull();
  });

  it.each(['esp32-bootloader.bin', 'esp32-zephyr.bin', 'esp32c6-appdesc.bin'])('%s is intact', (name) => {
    const bytes = fixture(`golden/${name}`);
    const image = parseFirmwareImage(bytes);
    expect(isIntact(image)).toBe(true);
    expect(image.hash).not.toBeNull();
    expect(image.endOffset).toBe(bytes.length);
  });

  it('reads an ESP8266 version 2 image to its CRC', () => {
    const bytes = fixture('golden/esp8266-nonosssdk20-iotdemo.v2.bin');
    const image = parseFirmwareImage(bytes);
    expect(image.format).toBe('esp8266V2');
    expect(image.segments.map((s) => s.loadAddress)).toEqual([0, 0x3ffe8000, 0x40100000]);
    expect(image.endOffset).toBe(bytes.length);
    expect(isIntact(image)).toBe(true);
    bytes[0x100]! ^= 1;
    expect(isIntact(parseFirmwareImage(bytes))).toBe(false);
  });

  it('reads the first file of an ESP8266 version 1 pair', () => {
    const image = parseFirmwareImage(fixture('golden/esp8266-nonosssdk20-iotdemo.v1-0x00000.bin'));
    expect(image.format).toBe('esp8266V1');
    expect(isIntact(image)).toBe(true);
  });

  it.each([
    ['bootloader.bin', null],
    ['bootloader_signed.bin', 'v1'],
    ['bootloader_unsigned_v2.bin', null],
    ['bootloader_signed_v2_rsa.bin', 'v2'],
    ['bootloader_signed_v2_ecdsa256.bin', 'v2'],
  ])('%s is signed for Secure Boot: %s', (name, signature) => {
    const bytes = fixture(`secure/${name}`);
    expect(findSecureBootSignature(bytes, parseFirmwareImage(bytes))).toBe(signature);
  });

  it('a bit that flipped anywhere in the image shows', () => {
    const original = fixture('image/bootloader_esp32_v5_2.bin');
    fc.assert(
      fc.property(fc.integer({ min: 24, max: original.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const bytes = original.slice();
        bytes[at]! ^= 1 << bit;
        try {
          return !isIntact(parseFirmwareImage(bytes));
        } catch (error) {
          return isAppError(error, 'file.notUnderstood');
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('an image cut anywhere is not understood, with the place', () => {
    const original = fixture('image/bootloader_esp32_v5_2.bin');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: original.length - 1 }), (length) => {
        try {
          parseFirmwareImage(original.subarray(0, length), 'cut.bin');
          return false;
        } catch (error) {
          return isAppError(error, 'file.notUnderstood') && error.facts.name === 'cut.bin' && error.facts.at! <= length;
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('hostile input', () => {
  const header = fc.tuple(
    fc.constantFrom(0xe9, 0xea),
    fc.integer({ min: 0, max: 255 }),
    fc.uint8Array({ minLength: 0, maxLength: 400 }),
  );

  it('gives an image or file.notUnderstood, never another exception', () => {
    fc.assert(
      fc.property(header, ([magic, count, rest]) => {
        try {
          parseFirmwareImage(Uint8Array.from([magic, count, ...rest]));
          return true;
        } catch (error) {
          return isAppError(error, 'file.notUnderstood');
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('a segment that claims four gigabytes costs nothing', () => {
    const bytes = new Uint8Array(64);
    bytes.set([0xe9, 1]);
    new DataView(bytes.buffer).setUint32(28, 0xffff_fff0, true);
    expect(() => parseFirmwareImage(bytes)).toThrow(expect.objectContaining({ code: 'file.notUnderstood' }));
  });

  it('a large image of many segments is read within a second', () => {
    const bytes = buildTestImage({ chipId: 5, segments: Array.from({ length: 16 }, () => [0x4200_0020, 1 << 20]) });
    const start = performance.now();
    expect(isIntact(parseFirmwareImage(bytes))).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('images of every shape', () => {
  it('are read as they were built', () => {
    const segment = fc.tuple(fc.integer({ min: 0, max: 0xffff_ffff }), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 16 }),
        fc.integer({ min: 0, max: 0xffff }),
        fc.boolean(),
        (segments, chipId, hasHash) => {
          const bytes = buildTestImage({ chipId, segments, hasHash });
          const image = parseFirmwareImage(bytes);
          expect(image.segments.map((s) => [s.loadAddress, s.sizeBytes])).toEqual(segments);
          expect(image.extended?.chipId).toBe(chipId);
          expect(image.endOffset).toBe(bytes.length);
          expect(image.hash !== null).toBe(hasHash);
          expect(isIntact(image)).toBe(true);
        },
      ),
    );
  });
});
