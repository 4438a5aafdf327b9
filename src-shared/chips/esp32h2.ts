import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-H2. Sources: ESP32-H2 Technical Reference Manual 1.1 and data sheet; esp-serial-flasher; espflash. */
export const esp32h2 = {
  id: 'esp32h2',
  name: 'ESP32-H2',
  detect: { by: 'chipId', chipId: 16 },
  imageChipId: 16,
  processor: 'riscv',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0x3327_26f6,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x0,
  partitionTableOffset: 0x8000,
  encryptedWriteAlign: 16,

  // Image header, byte 3 (esptool documentation, "Firmware Image Format").
  flashFrequencies: { '48m': 0xf, '24m': 0x0, '16m': 0x1, '12m': 0x2 },
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
  crystal: { by: 'fixed', mhz: 32 },

  // eFuse positions: ESP-IDF components/efuse/esp32h2/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x600b_0844, hasEui64Extension: true, extensionAddress: 0x600b_0848 },
  identity: {
    majorRevision: [{ address: 0x600b_0850, shift: 21, bits: 2 }],
    minorRevision: [{ address: 0x600b_0850, shift: 18, bits: 3 }],
    packageVersion: [{ address: 0x600b_0854, shift: 0, bits: 3 }],
    packageNames: { 0: 'ESP32-H2' },
    features: ['BT 5 (LE)', 'IEEE802.15.4', 'Single Core', '96MHz'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: null,
  },
  efuseBase: 0x600b_0800,
  security: {
    spiBootCryptCount: { address: 0x600b_0834, shift: 18, bits: 3 },
    secureBootEnabled: [{ address: 0x600b_0838, shift: 20, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x600b_0830, shift: 20, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x4200_0000, 0x4300_0000, 'DROM'],
    [0x4080_0000, 0x4088_0000, 'DRAM'],
    [0x4080_0000, 0x4088_0000, 'BYTE_ACCESSIBLE'],
    [0x4004_ac00, 0x4005_0000, 'DROM_MASK'],
    [0x4000_0000, 0x4004_ac00, 'IROM_MASK'],
    [0x4200_0000, 0x4300_0000, 'IROM'],
    [0x4080_0000, 0x4088_0000, 'IRAM'],
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
  stubs: [{ fromRevision: 0, image: 'esp32h2' }],
  stubUnderSecureBoot: true,

  console: { bufferNumber: [{ fromRevision: 0, address: 0x4084_fefc }], usbSerialJtagValue: 3, usbOtgValue: null },
  watchdogReset: null,
  rtcWatchdog: { configReg: 0x600b_1c00, wprotectReg: 0x600b_1c1c, unlockKey: 0x50d8_3aa1 },
  superWatchdog: {
    configReg: 0x600b_1c20,
    wprotectReg: 0x600b_1c24,
    unlockKey: 0x50d8_3aa1,
    autoFeedMask: 0x0004_0000,
  },
  // ESP-IDF, components/soc/esp32h2/include/soc/uart_pins.h.
  uartPins: { tx: 24, rx: 23 },
  bootStrap: [
    { pin: 9, level: 'low' },
    { pin: 8, level: 'high' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: 'hardReset', usbOtg: null },
} as const satisfies ChipDescriptor;
