import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-C61. Sources: ESP32-C61 data sheet; esp-serial-flasher; espflash. */
export const esp32c61 = {
  id: 'esp32c61',
  name: 'ESP32-C61',
  detect: { by: 'chipId', chipId: 20 },
  imageChipId: 20,
  processor: 'riscv',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0x77d8_50c4,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x0,
  partitionTableOffset: 0x8000,
  encryptedWriteAlign: 16,

  // Image header, byte 3 (esptool documentation, "Firmware Image Format").
  flashFrequencies: { '80m': 0xf, '40m': 0x0, '20m': 0x2 },
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
    base: 0x6000_3000,
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
  uart: { clkDivReg: 0x6000_0014, clkDivMask: 0x000f_ffff, dateReg: 0x6000_007c },
  crystal: { by: 'fixed', mhz: 40 },

  // eFuse positions: ESP-IDF components/efuse/esp32c61/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x600b_4844, hasEui64Extension: false, extensionAddress: null },
  identity: {
    majorRevision: [{ address: 0x600b_484c, shift: 4, bits: 2 }],
    minorRevision: [{ address: 0x600b_484c, shift: 0, bits: 4 }],
    packageVersion: [{ address: 0x600b_484c, shift: 26, bits: 3 }],
    packageNames: { 0: 'ESP32-C61' },
    features: ['Wi-Fi 6', 'BT 5 (LE)', 'Single Core', '160MHz'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: null,
  },
  efuseBase: 0x600b_4800,
  security: {
    spiBootCryptCount: { address: 0x600b_4830, shift: 23, bits: 3 },
    secureBootEnabled: [{ address: 0x600b_4834, shift: 26, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x600b_4830, shift: 14, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x4200_0000, 0x4400_0000, 'DROM'],
    [0x4080_0000, 0x4086_0000, 'DRAM'],
    [0x4080_0000, 0x4086_0000, 'BYTE_ACCESSIBLE'],
    [0x4004_ac00, 0x4005_0000, 'DROM_MASK'],
    [0x4000_0000, 0x4004_ac00, 'IROM_MASK'],
    [0x4200_0000, 0x4400_0000, 'IROM'],
    [0x4080_0000, 0x4086_0000, 'IRAM'],
    [0x5000_0000, 0x5000_4000, 'RTC_IRAM'],
    [0x5000_0000, 0x5000_4000, 'RTC_DRAM'],
    [0x600f_e000, 0x6010_0000, 'MEM_INTERNAL2'],
  ],
  mappedFlash: [[0x4200_0000, 0x4300_0000]],
  mmuPageSizes: [0x2000, 0x4000, 0x8000, 0x1_0000],

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
    usbRamBlockSizeBytes: null,
    eraseSizeQuirk: false,
  },
  stubs: [{ fromRevision: 0, image: 'esp32c61' }],
  stubUnderSecureBoot: true,

  console: {
    bufferNumber: [
      { fromRevision: 0, address: 0x4084_f5ec },
      { fromRevision: 3, address: 0x4084_f5e4 },
    ],
    usbSerialJtagValue: 3,
    usbOtgValue: null,
  },
  watchdogReset: null,
  rtcWatchdog: { configReg: 0x600b_1c00, wprotectReg: 0x600b_1c18, unlockKey: 0x50d8_3aa1 },
  superWatchdog: {
    configReg: 0x600b_1c1c,
    wprotectReg: 0x600b_1c20,
    unlockKey: 0x50d8_3aa1,
    autoFeedMask: 0x0004_0000,
  },
  // ESP-IDF, components/soc/esp32c61/include/soc/uart_pins.h.
  uartPins: { tx: 11, rx: 10 },
  bootStrap: [
    { pin: 9, level: 'low' },
    { pin: 8, level: 'high' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: 'hardReset', usbOtg: null },
} as const satisfies ChipDescriptor;
