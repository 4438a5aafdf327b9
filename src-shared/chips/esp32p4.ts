import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-P4. Sources: ESP32-P4 Technical Reference Manual and data sheet; esp-serial-flasher; espflash; esptool-js. */
export const esp32p4 = {
  id: 'esp32p4',
  name: 'ESP32-P4',
  detect: { by: 'chipId', chipId: 18 },
  imageChipId: 18,
  processor: 'riscv',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0x3d30_8e94,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x2000,
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
    base: 0x5008_d000,
    usr: 0x18,
    usr1: 0x1c,
    usr2: 0x20,
    addr: 0x4,
    w0: 0x58,
    mosiDlen: 0x24,
    misoDlen: 0x28,
    addrIsMsbFirst: false,
  },
  // Facts from esptool-js (Apache-2.0), `powerOnFlash`: v3.1 and v3.2 default to 3.3 V parts and wait to be asked.
  flashPower: {
    revisions: [301, 302],
    padGroup: { address: 0x5011_010c, shift: 0, bits: 1 },
    ldoCurrentLimit: { address: 0x5011_51bc, shift: 27, bits: 1 },
    ldoForceHigh: { address: 0x5011_51b8, shift: 7, bits: 1 },
    ldoTarget: { address: 0x5011_51b8, shift: 23, bits: 8 },
    forceOn: { address: 0x5011_53fc, shift: 0, bits: 2 },
    onByRom: { revision: 302, field: { address: 0x5012_d034, shift: 16, bits: 1 } },
  },
  uart: { clkDivReg: 0x500c_a014, clkDivMask: 0x000f_ffff, dateReg: 0x500c_a08c },
  crystal: { by: 'fixed', mhz: 40 },

  // eFuse positions: ESP-IDF components/efuse/esp32p4/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x5012_d044, hasEui64Extension: false, extensionAddress: null },
  identity: {
    majorRevision: [
      { address: 0x5012_d04c, shift: 4, bits: 2 },
      { address: 0x5012_d04c, shift: 23, bits: 1 },
    ],
    minorRevision: [{ address: 0x5012_d04c, shift: 0, bits: 4 }],
    packageVersion: [{ address: 0x5012_d04c, shift: 20, bits: 3 }],
    packageNames: { 0: 'ESP32-P4' },
    features: ['Dual Core + LP Core', '400MHz'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: null,
  },
  efuseBase: 0x5012_d000,
  security: {
    spiBootCryptCount: { address: 0x5012_d034, shift: 18, bits: 3 },
    secureBootEnabled: [{ address: 0x5012_d038, shift: 20, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x5012_d030, shift: 20, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x4000_0000, 0x4c00_0000, 'DROM'],
    [0x4ff0_0000, 0x4ffa_0000, 'DRAM'],
    [0x4ff0_0000, 0x4ffa_0000, 'BYTE_ACCESSIBLE'],
    [0x4fc0_0000, 0x4fc2_0000, 'DROM_MASK'],
    [0x4fc0_0000, 0x4fc2_0000, 'IROM_MASK'],
    [0x4000_0000, 0x4c00_0000, 'IROM'],
    [0x4ff0_0000, 0x4ffa_0000, 'IRAM'],
    [0x5010_8000, 0x5011_0000, 'RTC_IRAM'],
    [0x5010_8000, 0x5011_0000, 'RTC_DRAM'],
    [0x600f_e000, 0x6010_0000, 'MEM_INTERNAL2'],
  ],
  mappedFlash: [[0x4000_0000, 0x4c00_0000]],
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
  stubs: [
    { fromRevision: 0, image: 'esp32p4-rev1' },
    { fromRevision: 300, image: 'esp32p4' },
  ],
  stubUnderSecureBoot: true,

  console: {
    bufferNumber: [
      { fromRevision: 0, address: 0x4ff3_fec8 },
      { fromRevision: 300, address: 0x4ffb_fec8 },
    ],
    usbSerialJtagValue: 6,
    usbOtgValue: 5,
  },
  watchdogReset: {
    wprotectReg: 0x5011_6018,
    config0Reg: 0x5011_6000,
    config1Reg: 0x5011_6004,
    unlockKey: 0x50d8_3aa1,
    forceDownloadBoot: { address: 0x5011_0008, shift: 2, bits: 1 },
  },
  rtcWatchdog: { configReg: 0x5011_6000, wprotectReg: 0x5011_6018, unlockKey: 0x50d8_3aa1 },
  superWatchdog: {
    configReg: 0x5011_601c,
    wprotectReg: 0x5011_6020,
    unlockKey: 0x50d8_3aa1,
    autoFeedMask: 0x0004_0000,
  },
  // ESP-IDF, components/soc/esp32p4/include/soc/uart_pins.h.
  uartPins: { tx: 37, rx: 38 },
  bootStrap: [
    { pin: 35, level: 'low' },
    { pin: 36, level: 'high' },
  ],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: 'hardReset', usbOtg: 'watchdogReset' },
} as const satisfies ChipDescriptor;
