import type { ChipDescriptor } from './chip-descriptor';

/** ESP32. Sources: ESP32 Technical Reference Manual 5.3 and data sheet; serial protocol document of esptool; esp-serial-flasher. */
export const esp32 = {
  id: 'esp32',
  name: 'ESP32',
  detect: { by: 'magic', magic: [0x00f0_1d83] },
  imageChipId: 0,
  processor: 'xtensa',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0x1c5f_21b0,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x1000,
  partitionTableOffset: 0x8000,
  encryptedWriteAlign: 32,

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
    base: 0x3ff4_2000,
    usr: 0x1c,
    usr1: 0x20,
    usr2: 0x24,
    addr: 0x4,
    w0: 0x80,
    mosiDlen: 0x28,
    misoDlen: 0x2c,
    addrIsMsbFirst: true,
  },
  flashPower: null,
  uart: { clkDivReg: 0x3ff4_0014, clkDivMask: 0x000f_ffff, dateReg: 0x6000_0078 },
  crystal: { by: 'uartDivider', divider: 1, choicesMhz: [26, 40] },

  // eFuse positions: ESP-IDF components/efuse/esp32/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x3ff5_a004, hasEui64Extension: false, extensionAddress: null },
  identity: {
    majorRevision: null,
    minorRevision: [{ address: 0x3ff5_a014, shift: 24, bits: 2 }],
    packageVersion: [
      { address: 0x3ff5_a00c, shift: 9, bits: 3 },
      { address: 0x3ff5_a00c, shift: 2, bits: 1 },
    ],
    packageNames: {
      0: 'ESP32-D0WDQ6',
      1: 'ESP32-D0WD',
      2: 'ESP32-D2WD',
      4: 'ESP32-U4WDH',
      5: 'ESP32-PICO-D4',
      6: 'ESP32-PICO-V3-02',
      7: 'ESP32-D0WDR2-V3',
    },
    features: ['Wi-Fi'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: 'esp32',
  },
  efuseBase: 0x3ff5_a000,
  security: {
    spiBootCryptCount: { address: 0x3ff5_a000, shift: 20, bits: 7 },
    secureBootEnabled: [
      { address: 0x3ff5_a018, shift: 4, bits: 1 },
      { address: 0x3ff5_a018, shift: 5, bits: 1 },
    ],
    downloadManualEncryptDisabled: { address: 0x3ff5_a018, shift: 7, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x3f40_0000, 0x3f80_0000, 'DROM'],
    [0x3f80_0000, 0x3fc0_0000, 'EXTRAM_DATA'],
    [0x3ff8_0000, 0x3ff8_2000, 'RTC_DRAM'],
    [0x3ff9_0000, 0x4000_0000, 'BYTE_ACCESSIBLE'],
    [0x3ffa_e000, 0x4000_0000, 'DRAM'],
    [0x3ffe_0000, 0x3fff_fffc, 'DIRAM_DRAM'],
    [0x4000_0000, 0x4007_0000, 'IROM'],
    [0x4007_0000, 0x4007_8000, 'CACHE_PRO'],
    [0x4007_8000, 0x4008_0000, 'CACHE_APP'],
    [0x4008_0000, 0x400a_0000, 'IRAM'],
    [0x400a_0000, 0x400b_fffc, 'DIRAM_IRAM'],
    [0x400c_0000, 0x400c_2000, 'RTC_IRAM'],
    [0x400d_0000, 0x4040_0000, 'IROM'],
    [0x5000_0000, 0x5000_2000, 'RTC_DATA'],
  ],
  mappedFlash: [
    [0x3f40_0000, 0x3f80_0000],
    [0x400d_0000, 0x4040_0000],
  ],
  mmuPageSizes: [0x1_0000],

  rom: {
    statusBytes: 4,
    beginHasEncryptedWord: false,
    hasSpiAttach: true,
    hasSpiSetParams: true,
    hasCompressedWrite: true,
    hasMd5: true,
    hasChangeBaudRate: true,
    assumedCrystalMhz: null,
    securityInfo: 'none',
    hasReadFlashSlow: true,
    flashWriteSizeBytes: 0x400,
    ramBlockSizeBytes: 0x1800,
    usbRamBlockSizeBytes: null,
    eraseSizeQuirk: false,
  },
  stubs: [{ fromRevision: 0, image: 'esp32' }],
  stubUnderSecureBoot: true,

  console: null,
  watchdogReset: null,
  rtcWatchdog: null,
  superWatchdog: null,
  // ESP-IDF, components/soc/esp32/include/soc/uart_pins.h.
  uartPins: { tx: 1, rx: 3 },
  bootStrap: [
    { pin: 0, level: 'low' },
    { pin: 2, level: 'low' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: null,
} as const satisfies ChipDescriptor;
