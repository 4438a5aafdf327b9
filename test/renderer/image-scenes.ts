/** What files turn out to be when the Images page looks into them. */
import type { ImageReport } from '../../src-shared/formats/image-report';
import type { FirmwareFile, ImageFile, ImagesAdded } from '../../src-shared/ipc/contract';
import { rowsOfTable } from '../../src-shared/formats/partitions/partition-rows';
import { layout, partitions } from './board-scenes';

const report: ImageReport = {
  format: 'esp32',
  chip: 'esp32c3',
  imageChipId: 5,
  sizeBytes: 1_237_504,
  header: {
    magic: 0xe9,
    segmentCount: 5,
    flashMode: 2,
    flashSizeNibble: 0x20,
    flashFrequencyNibble: 0xf,
    entryPoint: 0x4038_0f3e,
  },
  flashMode: 'dio',
  flashFrequency: '80m',
  flashSize: '4MB',
  extended: {
    wpPin: 0xee,
    pinDrive: [0, 0, 0, 0, 0, 0],
    chipId: 5,
    legacyMinRevision: 3,
    minRevision: 3,
    maxRevision: 199,
    hasHash: true,
  },
  segments: [
    { loadAddress: 0x3c0e_0020, sizeBytes: 201_232, offset: 0x18, memoryTypes: ['DROM'] },
    { loadAddress: 0x3fc9_0e00, sizeBytes: 9_616, offset: 0x3_1230, memoryTypes: ['DRAM', 'BYTE_ACCESSIBLE'] },
    { loadAddress: 0x4038_0000, sizeBytes: 51_072, offset: 0x3_37c8, memoryTypes: ['IRAM'] },
    { loadAddress: 0x4200_0020, sizeBytes: 912_392, offset: 0x4_0020, memoryTypes: ['IROM'] },
    { loadAddress: 0x5000_0000, sizeBytes: 16, offset: 0x11_ec30, memoryTypes: ['RTC_IRAM'] },
  ],
  checksum: { stored: 0x9a, computed: 0x9a },
  crc: null,
  hash: { stored: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', isValid: true },
  application: {
    secureVersion: 0,
    version: '2.4.1',
    projectName: 'weather-station',
    time: '19:46:07',
    date: 'Sep 13 2026',
    idfVersion: 'v5.5',
    minEfuseBlockRevision: 0,
    maxEfuseBlockRevision: 199,
    mmuPageSizeLog2: 16,
    elfSha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  },
  bootloader: null,
  signature: null,
};

const added = (name: string, sizeBytes: number, contents: ImageFile['contents']): ImagesAdded => ({
  files: [{ token: 'image-1', name, sizeBytes, contents }],
  rejected: [],
});

export const lookedInto = {
  app: added('weather-station.bin', 1_237_504, {
    kind: 'firmware',
    parts: [{ kind: 'image', offset: 0, label: null, report }],
  }),
  merged: added('weather-station-full.bin', 4 * 1024 * 1024, {
    kind: 'firmware',
    parts: [
      {
        kind: 'image',
        offset: 0,
        label: 'bootloader',
        report: {
          ...report,
          sizeBytes: 21_712,
          checksum: { stored: 0x9a, computed: 0x17 },
          hash: { stored: 'e3b0c442', isValid: false },
          application: null,
        },
      },
      {
        kind: 'partitionTable',
        offset: 0x8000,
        partitions,
        table: { rows: layout.table === null ? [] : rowsOfTable(layout.table), hasMd5: true },
      },
      {
        kind: 'damaged',
        offset: 0x1_0000,
        label: 'app0',
        error: {
          code: 'file.notUnderstood',
          facts: { name: 'weather-station-full.bin', reason: 'a segment ends past the end of the file', at: 0x2000 },
        },
      },
    ],
  }),
  program: added('weather-station.elf', 9_612_004, {
    kind: 'program',
    machine: 'riscv',
    entryPoint: 0x4038_0f3e,
    candidates: ['esp32c3', 'esp32c2'],
    sections: [
      { name: '.flash.text', address: 0x4200_0020, sizeBytes: 912_392 },
      { name: '.flash.rodata', address: 0x3c0e_0020, sizeBytes: 201_232 },
    ],
  }),
} satisfies Record<string, ImagesAdded>;

/** A whole flash in one file, as vendors give it away. */
export const mergedFile: FirmwareFile = {
  token: 'm1',
  name: 'weather-station-full.bin',
  sizeBytes: 4 * 1024 * 1024,
  kind: 'merged',
  suggestedOffset: 0,
  image: null,
  partitions,
};
