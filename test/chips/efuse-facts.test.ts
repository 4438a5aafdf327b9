import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BitField, ChipDescriptor, SplitField } from '../../src-shared/chips/chip-descriptor';
import { chips } from '../../src-shared/chips/index';

const folder = '../shared/fixtures/efuse-facts';

interface EfuseFact {
  readonly blk: number;
  readonly word: number;
  readonly pos: number;
  readonly len: number;
}

/** eFuse tables that a chip's descriptor has to agree with: ESP32-P4 changed some fields in revision 3.0. */
const tables: readonly (readonly [ChipDescriptor, string])[] = chips
  .filter((chip) => chip.efuseBase !== null)
  .flatMap((chip): (readonly [ChipDescriptor, string])[] =>
    chip.id === 'esp32p4'
      ? [
          [chip, 'esp32p4'],
          [chip, 'esp32p4_v3.0'],
        ]
      : [[chip, chip.id]],
  );

/** Read address of a block, told by the places of two blocks that the descriptor knows anyway. */
function blockAddress(chip: ChipDescriptor, block: number): number {
  if (chip.efuseBase === null || chip.mac.by !== 'efuseWords') throw new Error(`${chip.id} has no eFuse blocks`);
  if (chip.id === 'esp32') return chip.efuseBase; // BLOCK0 only: the MAC is in it.
  return block === 0 ? chip.efuseBase + 0x2c : chip.mac.address;
}

/** All bits of a field by absolute position, so that a field over a word's end compares too. */
function bitsOf(field: SplitField): number[] {
  return field.flatMap(({ address, shift, bits }) => Array.from({ length: bits }, (_, i) => address * 8 + shift + i));
}

/** The names of eFuse fields by what the descriptor uses them for; several names = parts, least significant first. */
function fieldsOf(chip: ChipDescriptor): readonly (readonly [string, SplitField | null, readonly string[]])[] {
  const { identity, security } = chip;
  const one = (field: BitField | null | undefined): SplitField | null => (field ? [field] : null);
  return [
    ['major revision', identity.majorRevision, ['WAFER_VERSION_MAJOR']],
    ['major revision', identity.majorRevision, ['WAFER_VERSION_MAJOR_LO', 'WAFER_VERSION_MAJOR_HI']],
    ['minor revision', identity.minorRevision, ['WAFER_VERSION_MINOR']],
    ['minor revision', identity.minorRevision, ['WAFER_VERSION_MINOR_LO', 'WAFER_VERSION_MINOR_HI']],
    ['package', identity.packageVersion, ['PKG_VERSION']],
    ['flash', identity.embeddedFlash?.field ?? null, [chip.id === 'esp32s2' ? 'FLASH_VERSION' : 'FLASH_CAP']],
    ['flash vendor', identity.embeddedFlashVendor?.field ?? null, ['FLASH_VENDOR']],
    [
      'PSRAM',
      identity.embeddedPsram?.field ?? null,
      chip.id === 'esp32s3' ? ['PSRAM_CAP', 'PSRAM_CAP_3'] : [chip.id === 'esp32s2' ? 'PSRAM_VERSION' : 'PSRAM_CAP'],
    ],
    ['PSRAM vendor', identity.embeddedPsramVendor?.field ?? null, ['PSRAM_VENDOR']],
    ['flash encryption count', one(security?.spiBootCryptCount), ['SPI_BOOT_CRYPT_CNT']],
    ['flash encryption count', one(security?.spiBootCryptCount), ['FLASH_CRYPT_CNT']],
    ['secure boot', security?.secureBootEnabled ?? null, ['SECURE_BOOT_EN']],
    ['secure boot', security?.secureBootEnabled ?? null, ['ABS_DONE_0', 'ABS_DONE_1']],
    ['manual encryption', one(security?.downloadManualEncryptDisabled), ['DIS_DOWNLOAD_MANUAL_ENCRYPT']],
  ];
}

describe.skipIf(!existsSync(folder))('fields of the descriptors against the eFuse tables', () => {
  test.each(tables.map(([chip, table]) => [table, chip] as const))('%s', (table, chip) => {
    const facts = (
      JSON.parse(readFileSync(`${folder}/${table}.json`, 'utf8')) as { fields: Record<string, EfuseFact | undefined> }
    ).fields;
    for (const [what, field, names] of fieldsOf(chip)) {
      const parts = names.map((name) => facts[name]).filter((part) => part !== undefined);
      if (field === null || parts.length !== names.length) continue;
      const expected = parts.flatMap((part) =>
        bitsOf([{ address: blockAddress(chip, part.blk) + 4 * part.word, shift: part.pos, bits: part.len }]),
      );
      expect(bitsOf(field), `${what} of ${table}`).toEqual(expected);
    }
    const mac = facts['MAC']!;
    expect(chip.mac.by === 'efuseWords' && chip.mac.address, 'MAC').toBe(
      blockAddress(chip, mac.blk) + 4 * (chip.id === 'esp32' ? mac.word : 0),
    );
    expect(chip.mac.by === 'efuseWords' && chip.mac.hasEui64Extension, 'EUI-64').toBe('MAC_EXT' in facts);
  });

  test('no chip with a revision, package or encryption field in its table goes without', () => {
    for (const [chip, table] of tables) {
      const { fields } = JSON.parse(readFileSync(`${folder}/${table}.json`, 'utf8')) as { fields: object };
      const { identity, security } = chip;
      if ('WAFER_VERSION_MAJOR' in fields) expect(identity.majorRevision, table).not.toBeNull();
      if ('WAFER_VERSION_MINOR' in fields) expect(identity.minorRevision, table).not.toBeNull();
      if ('PKG_VERSION' in fields) expect(identity.packageVersion, table).not.toBeNull();
      if ('SPI_BOOT_CRYPT_CNT' in fields) expect(security?.spiBootCryptCount, table).toBeDefined();
    }
  });
});

if (!existsSync(folder)) console.log(`skipped: ${folder} is not here`);
