import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-S2. Sources: ESP32-S2 Technical Reference Manual 1.3 and data sheet; esp-serial-flasher; espflash. */
export const esp32s2 = {
  id: 'esp32s2',
  name: 'ESP32-S2',
  detect: { by: 'magic', magic: [0x7c6] },
  imageChipId: 2,
  processor: 'xtensa',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0xbfdd_4eee,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x1000,
  partitionTableOffset: 0x8000,
  encryptedWriteAlign: 16,

  // Image header, byte 3 (esptool documentation, "Firmware Image Format").
  flashFrequencies: { '80m': 0xf, '40m': 0x0, '26m': 0x1, '20m': 0x2 },
  flashSizes: {
    '1MB': 0x00,
    '2MB': 0x10,
    '4MB': 0x20,
    '8MB': 0x30,
    '16MB': 0x40,
    '32MB': 0x50,
    '64MB': 0x60,
    '128MB': 0x70,
  },

  // SPI1, the controller ROM uses for flash.
  spi: {
    base: 0x3f40_2000,
    usr: 0x18,
    usr1: 0x1c,
    usr2: 0x20,
    addr: 0x4,
    w0: 0x58,
    mosiDlen: 0x24,
    misoDlen: 0x28,
    addrIsMsbFirst: false,
  },
  flashPower: null,
  uart: { clkDivReg: 0x3f40_0014, clkDivMask: 0x000f_ffff, dateReg: 0x6000_0078 },
  crystal: { by: 'fixed', mhz: 40 },

  // eFuse positions: ESP-IDF components/efuse/esp32s2/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x3f41_a044, hasEui64Extension: false, extensionAddress: null },
  identity: {
    majorRevision: [{ address: 0x3f41_a050, shift: 18, bits: 2 }],
    minorRevision: [
      { address: 0x3f41_a054, shift: 4, bits: 3 },
      { address: 0x3f41_a050, shift: 20, bits: 1 },
    ],
    packageVersion: [{ address: 0x3f41_a054, shift: 0, bits: 4 }],
    packageNames: { 0: 'ESP32-S2' },
    features: ['Wi-Fi', 'Single Core', '240MHz'],
    embeddedFlash: {
      field: [{ address: 0x3f41_a050, shift: 21, bits: 4 }],
      names: { 1: 'Embedded Flash 2MB', 2: 'Embedded Flash 4MB' },
    },
    embeddedFlashVendor: null,
    embeddedPsram: {
      field: [{ address: 0x3f41_a050, shift: 28, bits: 4 }],
      names: { 1: 'Embedded PSRAM 2MB', 2: 'Embedded PSRAM 4MB' },
    },
    embeddedPsramVendor: null,
    special: 'esp32s2',
  },
  efuseBase: 0x3f41_a000,
  security: {
    spiBootCryptCount: { address: 0x3f41_a034, shift: 18, bits: 3 },
    secureBootEnabled: [{ address: 0x3f41_a038, shift: 20, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x3f41_a030, shift: 19, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x3f00_0000, 0x3ff8_0000, 'DROM'],
    [0x3f50_0000, 0x3ff8_0000, 'EXTRAM_DATA'],
    [0x3ff9_e000, 0x3ffa_0000, 'RTC_DRAM'],
    [0x3ff9_e000, 0x4000_0000, 'BYTE_ACCESSIBLE'],
    [0x3ff9_e000, 0x4007_2000, 'MEM_INTERNAL'],
    [0x3ffb_0000, 0x4000_0000, 'DRAM'],
    [0x4000_0000, 0x4001_a100, 'IROM_MASK'],
    [0x4002_0000, 0x4007_0000, 'IRAM'],
    [0x4007_0000, 0x4007_2000, 'RTC_IRAM'],
    [0x4008_0000, 0x4080_0000, 'IROM'],
    [0x5000_0000, 0x5000_2000, 'RTC_DATA'],
  ],
  mappedFlash: [
    [0x3f00_0000, 0x3f3f_0000],
    [0x4008_0000, 0x40b8_0000],
  ],
  mmuPageSizes: [0x1_0000],

  rom: {
    statusBytes: 4,
    beginHasEncryptedWord: true,
    hasSpiAttach: true,
    hasSpiSetParams: true,
    hasCompressedWrite: true,
    hasMd5: true,
    hasChangeBaudRate: true,
    assumedCrystalMhz: null,
    securityInfo: 'withoutChipId',
    hasReadFlashSlow: true,
    flashWriteSizeBytes: 0x400,
    ramBlockSizeBytes: 0x1800,
    usbRamBlockSizeBytes: 0x800,
    eraseSizeQuirk: false,
  },
  stubs: [{ fromRevision: 0, image: 'esp32s2' }],
  stubUnderSecureBoot: true,

  console: { bufferNumber: [{ fromRevision: 0, address: 0x3fff_fd14 }], usbSerialJtagValue: null, usbOtgValue: 2 },
  watchdogReset: {
    wprotectReg: 0x3f40_80ac,
    config0Reg: 0x3f40_8094,
    config1Reg: 0x3f40_8098,
    unlockKey: 0x50d8_3aa1,
    forceDownloadBoot: { address: 0x3f40_8128, shift: 0, bits: 1 },
  },
  rtcWatchdog: null,
  superWatchdog: null,
  // ESP-IDF, components/soc/esp32s2/include/soc/uart_pins.h.
  uartPins: { tx: 43, rx: 44 },
  bootStrap: [
    { pin: 0, level: 'low' },
    { pin: 46, level: 'low' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: null, usbOtg: 'watchdogReset' },
} as const satisfies ChipDescriptor;
