import { describe, expect, it } from 'vitest';
import { isKeptForSignature, patchImageHeader } from '../../../src-main/engine/image/patch-header';
import { chipById, chips } from '../../../src-shared/chips';
import { isIntact, parseFirmwareImage } from '../../../src-shared/formats/firmware-image';
import { fixture, hasFixtures } from '../../formats/fixtures';
import { buildTestImage } from '../../formats/test-image';

const esp32 = chipById('esp32');
const keep = { flashMode: 'keep', flashFrequency: 'keep', flashSize: 'keep' } as const;

describe.skipIf(!hasFixtures)('real images', () => {
  it('gives the bytes that the reference tool wrote', () => {
    const bytes = fixture('image/bootloader_esp32_v5_2.bin');
    const before = bytes.slice();
    const patched = patchImageHeader(bytes, esp32, { ...keep, flashMode: 'dio', flashSize: '4MB' });
    const golden = fixture('golden/merged.bin').subarray(0x1000, 0x1000 + bytes.length);
    expect(Buffer.from(patched).equals(golden)).toBe(true);
    expect(Buffer.from(bytes).equals(before)).toBe(true);
  });

  it('renews the hash, so that the bootloader still passes its own check', () => {
    const image = parseFirmwareImage(
      patchImageHeader(fixture('image/bootloader_esp32_v5_2.bin'), esp32, { ...keep, flashFrequency: '80m' }),
    );
    expect(image.header.flashFrequencyNibble).toBe(0xf);
    expect(image.header.flashSizeNibble).toBe(0x10);
    expect(isIntact(image)).toBe(true);
  });

  it('an ESP8266 image gets the ESP8266’s own nibbles, and the rest of the file stays', () => {
    const bytes = fixture('image/esp8266_deepsleep.bin');
    const patched = patchImageHeader(bytes, chipById('esp8266'), {
      flashMode: 'qio',
      flashFrequency: '26m',
      flashSize: '2MB-c1',
    });
    expect([...patched.subarray(0, 4)]).toEqual([0xe9, 1, 0, 0x51]);
    expect(Buffer.from(patched.subarray(4)).equals(bytes.subarray(4))).toBe(true);
  });

  it.each(['bootloader_signed.bin', 'bootloader_signed_v2_rsa.bin', 'bootloader_signed_v2_ecdsa256.bin'])(
    '%s keeps its signature: it is left alone, and that is told',
    (name) => {
      const bytes = fixture(`secure/${name}`);
      const settings = { ...keep, flashSize: '16MB' };
      expect(patchImageHeader(bytes, esp32, settings)).toBe(bytes);
      expect(isKeptForSignature(bytes, esp32, settings)).toBe(true);
      expect(isKeptForSignature(bytes, esp32, keep)).toBe(false);
    },
  );

  it('a broken image is not made to look whole', () => {
    const bytes = fixture('image/bootloader_esp32_v5_2.bin');
    bytes[0x200]! ^= 1;
    expect(patchImageHeader(bytes, esp32, { ...keep, flashMode: 'dio' })).toBe(bytes);
  });

  it('an ESP8266 image is not patched as an ESP32’s', () => {
    const bytes = fixture('image/esp8266_deepsleep.bin');
    expect(patchImageHeader(bytes, esp32, { ...keep, flashMode: 'qio' })).toBe(bytes);
  });
});

describe('settings', () => {
  const bytes = buildTestImage({ chipId: 0 });

  it('keep changes nothing', () => {
    expect(patchImageHeader(bytes, esp32, keep)).toBe(bytes);
  });

  it.each([
    ['a frequency of another chip', { ...keep, flashFrequency: '48m' }, 'flash frequency'],
    ['a size that the chip has no number for', { ...keep, flashSize: '512KB' }, 'flash size'],
    ['no mode at all', { ...keep, flashMode: 'quad' }, 'flash mode'],
    ['a name that every object has', { ...keep, flashSize: 'toString' }, 'flash size'],
  ])('%s is refused with the choices', (_, settings, what) => {
    expect(() => patchImageHeader(bytes, esp32, settings)).toThrow(
      expect.objectContaining({ code: 'input.badChoice', facts: expect.objectContaining({ what }) as unknown }),
    );
  });

  it.each([
    ['data', Uint8Array.from({ length: 64 }, (_, index) => index)],
    ['nothing', new Uint8Array(0)],
    ['a cut image', bytes.subarray(0, 40)],
  ])('%s is left alone', (_, other) => {
    expect(patchImageHeader(other, esp32, { ...keep, flashMode: 'qio' })).toBe(other);
  });

  it('every size and frequency of every chip can be set and leaves the image intact', () => {
    for (const chip of chips) {
      if (chip.imageChipId === null) continue;
      const image = buildTestImage({ chipId: chip.imageChipId });
      for (const [flashSize, size] of Object.entries(chip.flashSizes)) {
        for (const [flashFrequency, frequency] of Object.entries(chip.flashFrequencies)) {
          const patched = patchImageHeader(image, chip, { flashMode: 'dout', flashFrequency, flashSize });
          expect(patched[2]).toBe(3);
          expect(patched[3]).toBe(size | frequency);
          expect(isIntact(parseFirmwareImage(patched))).toBe(true);
        }
      }
    }
  });
});
