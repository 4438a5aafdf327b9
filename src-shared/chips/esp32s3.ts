import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-S3. Sources: ESP32-S3 Technical Reference Manual 1.6 and data sheet; esp-serial-flasher; espflash. */
export const esp32s3 = {
  id: 'esp32s3',
  name: 'ESP32-S3',
  detect: { by: 'chipId', chipId: 9 },
  imageChipId: 9,
  processor: 'xtensa',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0xc47e_5767,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x0,
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
    base: 0x6000_2000,
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
  uart: { clkDivReg: 0x6000_0014, clkDivMask: 0x000f_ffff, dateReg: 0x6000_0080 },
  crystal: { by: 'fixed', mhz: 40 },

  // eFuse positions: ESP-IDF components/efuse/esp32s3/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x6000_7044, hasEui64Extension: false, extensionAddress: null },
  identity: {
    majorRevision: [{ address: 0x6000_7058, shift: 24, bits: 2 }],
    minorRevision: [
      { address: 0x6000_7050, shift: 18, bits: 3 },
      { address: 0x6000_7058, shift: 23, bits: 1 },
    ],
    packageVersion: [{ address: 0x6000_7050, shift: 21, bits: 3 }],
    packageNames: { 0: 'ESP32-S3 (QFN56)', 1: 'ESP32-S3-PICO-1 (LGA56)' },
    features: ['Wi-Fi', 'BT 5 (LE)', 'Dual Core + LP Core', '240MHz'],
    embeddedFlash: {
      field: [{ address: 0x6000_7050, shift: 27, bits: 3 }],
      names: { 1: 'Embedded Flash 8MB', 2: 'Embedded Flash 4MB' },
    },
    embeddedFlashVendor: {
      field: [{ address: 0x6000_7054, shift: 0, bits: 3 }],
      names: { 1: 'XMC', 2: 'GD', 3: 'FM', 4: 'TT', 5: 'BY' },
    },
    embeddedPsram: {
      field: [
        { address: 0x6000_7054, shift: 3, bits: 2 },
        { address: 0x6000_7058, shift: 19, bits: 1 },
      ],
      names: { 1: 'Embedded PSRAM 8MB', 2: 'Embedded PSRAM 2MB', 3: 'Embedded PSRAM 16MB', 4: 'Embedded PSRAM 4MB' },
    },
    embeddedPsramVendor: { field: [{ address: 0x6000_7054, shift: 7, bits: 2 }], names: { 1: 'AP_3v3', 2: 'AP_1v8' } },
    special: 'esp32s3',
  },
  efuseBase: 0x6000_7000,
  security: {
    spiBootCryptCount: { address: 0x6000_7034, shift: 18, bits: 3 },
    secureBootEnabled: [{ address: 0x6000_7038, shift: 20, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x6000_7030, shift: 20, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x3c00_0000, 0x3d00_0000, 'DROM'],
    [0x3d00_0000, 0x3e00_0000, 'EXTRAM_DATA'],
    [0x600f_e000, 0x6010_0000, 'RTC_DRAM'],
    [0x3fc8_8000, 0x3fd0_0000, 'BYTE_ACCESSIBLE'],
    [0x3fc8_8000, 0x403e_2000, 'MEM_INTERNAL'],
    [0x3fc8_8000, 0x3fd0_0000, 'DRAM'],
    [0x4000_0000, 0x4001_a100, 'IROM_MASK'],
    [0x4037_0000, 0x403e_0000, 'IRAM'],
    [0x600f_e000, 0x6010_0000, 'RTC_IRAM'],
    [0x4200_0000, 0x4280_0000, 'IROM'],
    [0x5000_0000, 0x5000_2000, 'RTC_DATA'],
  ],
  mappedFlash: [
    [0x3c00_0000, 0x3e00_0000],
    [0x4200_0000, 0x4400_0000],
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
    securityInfo: 'full',
    hasReadFlashSlow: true,
    flashWriteSizeBytes: 0x400,
    ramBlockSizeBytes: 0x1800,
    usbRamBlockSizeBytes: 0x800,
    eraseSizeQuirk: false,
  },
  stubs: [{ fromRevision: 0, image: 'esp32s3' }],
  stubUnderSecureBoot: true,

  console: { bufferNumber: [{ fromRevision: 0, address: 0x3fce_f14c }], usbSerialJtagValue: 4, usbOtgValue: 3 },
  watchdogReset: {
    wprotectReg: 0x6000_80b0,
    config0Reg: 0x6000_8098,
    config1Reg: 0x6000_809c,
    unlockKey: 0x50d8_3aa1,
    forceDownloadBoot: { address: 0x6000_812c, shift: 0, bits: 1 },
  },
  rtcWatchdog: { configReg: 0x6000_8098, wprotectReg: 0x6000_80b0, unlockKey: 0x50d8_3aa1 },
  superWatchdog: {
    configReg: 0x6000_80b4,
    wprotectReg: 0x6000_80b8,
    unlockKey: 0x8f1d_312a,
    autoFeedMask: 0x8000_0000,
  },
  // ESP-IDF, components/soc/esp32s3/include/soc/uart_pins.h.
  uartPins: { tx: 43, rx: 44 },
  bootStrap: [
    { pin: 0, level: 'low' },
    { pin: 46, level: 'low' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: 'hardReset', usbOtg: 'watchdogReset' },
} as const satisfies ChipDescriptor;
