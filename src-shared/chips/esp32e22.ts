import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-E22. Sources: esptool-js; no data sheet is public yet. */
export const esp32e22 = {
  id: 'esp32e22',
  name: 'ESP32-E22',
  detect: { by: 'chipId', chipId: 31 },
  imageChipId: 31,
  processor: 'riscv',
  // None in github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: null,

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
    base: 0xc300_3000,
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
  uart: { clkDivReg: 0xc310_2014, clkDivMask: 0x000f_ffff, dateReg: 0xc310_208c },
  crystal: { by: 'uartDivider', divider: 1, choicesMhz: [26, 40] },

  // eFuse positions: ESP-IDF components/efuse/esp32e22/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0xc400_8044, hasEui64Extension: true, extensionAddress: 0xc400_8048 },
  identity: {
    majorRevision: null,
    minorRevision: null,
    packageVersion: null,
    packageNames: {},
    features: ['Wi-Fi 6E (tri-band, 2x2 MU-MIMO)', 'BT 5.4 (LE) + Classic', 'Dual Core', '500MHz'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: null,
  },
  efuseBase: 0xc400_8000,
  security: null,

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x3c00_0000, 0x4000_0000, 'DROM'],
    [0x3100_0000, 0x3120_0000, 'DRAM'],
    [0x3100_0000, 0x3120_0000, 'BYTE_ACCESSIBLE'],
    [0x3000_0000, 0x3012_0000, 'DROM_MASK'],
    [0x3000_0000, 0x3012_0000, 'IROM_MASK'],
    [0x3c00_0000, 0x4000_0000, 'IROM'],
    [0x30fe_0000, 0x3120_0000, 'IRAM'],
    [0xc000_0000, 0xc000_8000, 'RTC_IRAM'],
    [0xc000_0000, 0xc000_8000, 'RTC_DRAM'],
  ],
  mappedFlash: [[0x3c00_0000, 0x4000_0000]],
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
  stubs: null,
  stubUnderSecureBoot: true,

  console: { bufferNumber: [], usbSerialJtagValue: null, usbOtgValue: null },
  watchdogReset: null,
  rtcWatchdog: null,
  superWatchdog: null,
  uartPins: null,
  bootStrap: [],
  bootLogBaudRate: 115200,
  usbAfterFlash: { usbSerialJtag: null, usbOtg: 'hardReset' },
} as const satisfies ChipDescriptor;
