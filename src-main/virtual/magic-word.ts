import type { ChipId } from '../../src-shared/chips/chip-descriptor';

/** Where ROM code begins on most chips: its first word differs from ROM to ROM, and flashing tools tell chips by it. */
export const MAGIC_ADDRESS = 0x4000_1000;

/**
 * The word at `MAGIC_ADDRESS` by revision (major × 100 + minor, the last entry that is not newer counts). Newer tools
 * ask the chips behind ESP32-S2 for their chip id instead, but those of some years ago know them by nothing else.
 * Values from esptool-js 0.7 (Apache-2.0), `magic2Chip`; which revision has which from the comments of its older
 * releases, or in their order. Empty where no tool ever looked.
 */
const magicWords: Readonly<Record<ChipId, readonly { readonly fromRevision: number; readonly word: number }[]>> = {
  esp8266: [{ fromRevision: 0, word: 0xfff0_c101 }],
  esp32: [{ fromRevision: 0, word: 0x00f0_1d83 }],
  esp32s2: [{ fromRevision: 0, word: 0x0000_07c6 }],
  esp32s3: [{ fromRevision: 0, word: 0x0000_0009 }],
  esp32s31: [],
  esp32c2: [
    { fromRevision: 0, word: 0x6f51_306f },
    { fromRevision: 200, word: 0x7c41_a06f },
    { fromRevision: 400, word: 0x0c21_e06f },
  ],
  esp32c3: [
    { fromRevision: 0, word: 0x6921_506f },
    { fromRevision: 3, word: 0x1b31_506f },
    { fromRevision: 100, word: 0x4881_606f },
    { fromRevision: 101, word: 0x4361_606f },
  ],
  esp32c5: [
    { fromRevision: 0, word: 0x1101_406f },
    { fromRevision: 1, word: 0x63e1_406f },
    { fromRevision: 100, word: 0x5fd1_406f },
    { fromRevision: 102, word: 0x30e1_706f },
  ],
  esp32c6: [{ fromRevision: 0, word: 0x2ce0_806f }],
  esp32c61: [
    { fromRevision: 0, word: 0x33f0_206f },
    { fromRevision: 100, word: 0x2421_606f },
    { fromRevision: 101, word: 0x4f81_606f },
  ],
  esp32h2: [
    { fromRevision: 0, word: 0xd7b7_3e80 },
    { fromRevision: 102, word: 0x97e3_0068 },
  ],
  esp32h21: [],
  esp32h4: [],
  esp32p4: [
    { fromRevision: 0, word: 0 },
    { fromRevision: 100, word: 0x0add_bad0 },
    { fromRevision: 300, word: 0x0703_9ad9 },
  ],
  esp32e22: [],
};

/** What a chip of this revision has at `MAGIC_ADDRESS`; 0 where nobody knows. */
export function magicWord(chip: ChipId, revision: number): number {
  return magicWords[chip].filter(({ fromRevision }) => fromRevision <= revision).at(-1)?.word ?? 0;
}
