import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-C3. Sources: ESP32-C3 Technical Reference Manual 1.3 and data sheet; esp-serial-flasher; espflash. */
export const esp32c3 = {
  id: 'esp32c3',
  name: 'ESP32-C3',
  detect: { by: 'chipId', chipId: 5 },
  imageChipId: 5,
  processor: 'riscv',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0xd42b_a06c,

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
  uart: { clkDivReg: 0x6000_0014, clkDivMask: 0x000f_ffff, dateReg: 0x6000_007c },
  crystal: { by: 'fixed', mhz: 40 },

  // eFuse positions: ESP-IDF components/efuse/esp32c3/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x6000_8844, hasEui64Extension: false, extensionAddress: null },
  identity: {
    majorRevision: [{ address: 0x6000_8858, shift: 24, bits: 2 }],
    minorRevision: [
      { address: 0x6000_8850, shift: 18, bits: 3 },
      { address: 0x6000_8858, shift: 23, bits: 1 },
    ],
    packageVersion: [{ address: 0x6000_8850, shift: 21, bits: 3 }],
    packageNames: { 0: 'ESP32-C3 (QFN32)', 1: 'ESP8685 (QFN28)', 2: 'ESP32-C3 AZ (QFN32)', 3: 'ESP8686 (QFN24)' },
    features: ['Wi-Fi', 'BT 5 (LE)', 'Single Core', '160MHz'],
    embeddedFlash: {
      field: [{ address: 0x6000_8850, shift: 27, bits: 3 }],
      names: { 1: 'Embedded Flash 4MB', 2: 'Embedded Flash 2MB', 3: 'Embedded Flash 1MB', 4: 'Embedded Flash 8MB' },
    },
    embeddedFlashVendor: {
      field: [{ address: 0x6000_8854, shift: 0, bits: 3 }],
      names: { 1: 'XMC', 2: 'GD', 3: 'FM', 4: 'TT', 5: 'ZBIT' },
    },
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: null,
  },
  efuseBase: 0x6000_8800,
  security: {
    spiBootCryptCount: { address: 0x6000_8834, shift: 18, bits: 3 },
    secureBootEnabled: [{ address: 0x6000_8838, shift: 20, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x6000_8830, shift: 20, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x3c00_0000, 0x3c80_0000, 'DROM'],
    [0x3fc8_0000, 0x3fce_0000, 'DRAM'],
    [0x3fc8_8000, 0x3fd0_0000, 'BYTE_ACCESSIBLE'],
    [0x3ff0_0000, 0x3ff2_0000, 'DROM_MASK'],
    [0x4000_0000, 0x4006_0000, 'IROM_MASK'],
    [0x4200_0000, 0x4280_0000, 'IROM'],
    [0x4037_c000, 0x403e_0000, 'IRAM'],
    [0x5000_0000, 0x5000_2000, 'RTC_IRAM'],
    [0x5000_0000, 0x5000_2000, 'RTC_DRAM'],
    [0x600f_e000, 0x6010_0000, 'MEM_INTERNAL2'],
  ],
  mappedFlash: [
    [0x3c00_0000, 0x3c80_0000],
    [0x4200_0000, 0x4280_0000],
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
    usbRamBlockSizeBytes: null,
    eraseSizeQuirk: false,
  },
  stubs: [{ fromRevision: 0, image: 'esp32c3' }],
  // esptool documentation, "Troubleshooting", Secure Boot: its ROM starts nothing that was uploaded.
  stubUnderSecureBoot: false,

  console: {
    bufferNumber: [
      { fromRevision: 0, address: 0x3fcd_f07c },
      { fromRevision: 101, address: 0x3fcd_f078 },
    ],
    usbSerialJtagValue: 3,
    usbOtgValue: null,
  },
  watchdogReset: {
    wprotectReg: 0x6000_80a8,
    config0Reg: 0x6000_8090,
    config1Reg: 0x6000_8094,
    unlockKey: 0x50d8_3aa1,
    forceDownloadBoot: null,
  },
  rtcWatchdog: { configReg: 0x6000_8090, wprotectReg: 0x6000_80a8, unlockKey: 0x50d8_3aa1 },
  superWatchdog: {
    configReg: 0x6000_80ac,
    wprotectReg: 0x6000_80b0,
    unlockKey: 0x8f1d_312a,
    autoFeedMask: 0x8000_0000,
  },
  // ESP-IDF, components/soc/esp32c3/include/soc/uart_pins.h.
  uartPins: { tx: 21, rx: 20 },
  bootStrap: [
    { pin: 9, level: 'low' },
    { pin: 8, level: 'high' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: 'hardReset', usbOtg: null },
} as const satisfies ChipDescriptor;
