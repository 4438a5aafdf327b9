import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-S31. Sources: ESP32-S31 data sheet and hardware guide; ESP-IDF register headers; espflash. */
export const esp32s31 = {
  id: 'esp32s31',
  name: 'ESP32-S31',
  detect: { by: 'chipId', chipId: 32 },
  imageChipId: 32,
  processor: 'riscv',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0x3101_f7c1,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x2000,
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
    base: 0x2050_1000,
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
  uart: { clkDivReg: 0x2038_a014, clkDivMask: 0x000f_ffff, dateReg: 0x2038_a08c },
  crystal: { by: 'fixed', mhz: 40 },

  // eFuse positions: ESP-IDF components/efuse/esp32s31/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x2071_5050, hasEui64Extension: true, extensionAddress: 0x2071_5054 },
  identity: {
    majorRevision: [{ address: 0x2071_505c, shift: 22, bits: 2 }],
    minorRevision: [{ address: 0x2071_505c, shift: 18, bits: 4 }],
    packageVersion: [{ address: 0x2071_5060, shift: 6, bits: 2 }],
    packageNames: { 0: 'ESP32-S31' },
    features: ['Wi-Fi 6', 'BT 5.4 (LE)', 'IEEE802.15.4', 'Dual Core + LP Core', '300MHz'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: null,
  },
  efuseBase: 0x2071_5000,
  security: {
    spiBootCryptCount: { address: 0x2071_5034, shift: 21, bits: 3 },
    secureBootEnabled: [{ address: 0x2071_503c, shift: 2, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x2071_5030, shift: 20, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x4000_0000, 0x5400_0000, 'DROM'],
    [0x2f00_0000, 0x2f08_0000, 'DRAM'],
    [0x2f00_0000, 0x2f08_0000, 'BYTE_ACCESSIBLE'],
    [0x2f80_0000, 0x2f85_0000, 'DROM_MASK'],
    [0x2f80_0000, 0x2f85_0000, 'IROM_MASK'],
    [0x4000_0000, 0x5400_0000, 'IROM'],
    [0x2f00_0000, 0x2f08_0000, 'IRAM'],
    [0x2e00_0000, 0x2e00_8000, 'RTC_IRAM'],
    [0x2e00_0000, 0x2e00_8000, 'RTC_DRAM'],
  ],
  mappedFlash: [[0x4000_0000, 0x5400_0000]],
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
  stubs: [{ fromRevision: 0, image: 'esp32s31' }],
  stubUnderSecureBoot: true,

  console: { bufferNumber: [], usbSerialJtagValue: null, usbOtgValue: null },
  watchdogReset: {
    wprotectReg: 0x2080_1018,
    config0Reg: 0x2080_1000,
    config1Reg: 0x2080_1004,
    unlockKey: 0x50d8_3aa1,
    forceDownloadBoot: null,
  },
  rtcWatchdog: { configReg: 0x2080_1000, wprotectReg: 0x2080_1018, unlockKey: 0x50d8_3aa1 },
  superWatchdog: {
    configReg: 0x2080_101c,
    wprotectReg: 0x2080_1020,
    unlockKey: 0x50d8_3aa1,
    autoFeedMask: 0x0004_0000,
  },
  // ESP-IDF, components/soc/esp32s31/include/soc/uart_pins.h.
  uartPins: { tx: 58, rx: 59 },
  bootStrap: [
    { pin: 61, level: 'low' },
    { pin: 60, level: 'high' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: 'hardReset', usbOtg: 'watchdogReset' },
} as const satisfies ChipDescriptor;
