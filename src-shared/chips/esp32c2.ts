import type { ChipDescriptor } from './chip-descriptor';

/** ESP32-C2. Sources: ESP8684 Technical Reference Manual 1.2 and data sheet; esp-serial-flasher; espflash. */
export const esp32c2 = {
  id: 'esp32c2',
  name: 'ESP32-C2',
  detect: { by: 'chipId', chipId: 12 },
  imageChipId: 12,
  processor: 'riscv',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0x2b88_d29c,

  // ESP-IDF: bootloader and partition table offsets; flash encryption granularity.
  bootloaderOffset: 0x0,
  partitionTableOffset: 0x8000,
  encryptedWriteAlign: 16,

  // Image header, byte 3 (esptool documentation, "Firmware Image Format").
  flashFrequencies: { '60m': 0xf, '30m': 0x0, '20m': 0x1, '15m': 0x2 },
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
  crystal: { by: 'uartDivider', divider: 1, choicesMhz: [26, 40] },

  // eFuse positions: ESP-IDF components/efuse/esp32c2/esp_efuse_table.csv.
  mac: { by: 'efuseWords', address: 0x6000_8840, hasEui64Extension: false, extensionAddress: null },
  identity: {
    majorRevision: [{ address: 0x6000_8844, shift: 20, bits: 2 }],
    minorRevision: [{ address: 0x6000_8844, shift: 16, bits: 4 }],
    packageVersion: [{ address: 0x6000_8844, shift: 22, bits: 3 }],
    packageNames: { 0: 'ESP32-C2', 1: 'ESP32-C2' },
    features: ['Wi-Fi', 'BT 5 (LE)', 'Single Core', '120MHz'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: null,
  },
  efuseBase: 0x6000_8800,
  security: {
    spiBootCryptCount: { address: 0x6000_8830, shift: 7, bits: 3 },
    secureBootEnabled: [{ address: 0x6000_8830, shift: 21, bits: 1 }],
    downloadManualEncryptDisabled: { address: 0x6000_8830, shift: 6, bits: 1 },
  },

  memoryMap: [
    [0x0, 0x0001_0000, 'PADDING'],
    [0x3c00_0000, 0x3c40_0000, 'DROM'],
    [0x3fca_0000, 0x3fce_0000, 'DRAM'],
    [0x3fc8_8000, 0x3fd0_0000, 'BYTE_ACCESSIBLE'],
    [0x3ff0_0000, 0x3ff5_0000, 'DROM_MASK'],
    [0x4000_0000, 0x4009_0000, 'IROM_MASK'],
    [0x4200_0000, 0x4240_0000, 'IROM'],
    [0x4037_c000, 0x403c_0000, 'IRAM'],
  ],
  mappedFlash: [
    [0x3c00_0000, 0x3c40_0000],
    [0x4200_0000, 0x4240_0000],
  ],
  mmuPageSizes: [0x4000, 0x8000, 0x1_0000],

  rom: {
    statusBytes: 4,
    beginHasEncryptedWord: true,
    hasSpiAttach: true,
    hasSpiSetParams: true,
    hasCompressedWrite: true,
    hasMd5: true,
    hasChangeBaudRate: true,
    // espflash, `change_baud`: a 26 MHz crystal has to be reckoned with by the host.
    assumedCrystalMhz: 40,
    securityInfo: 'full',
    hasReadFlashSlow: true,
    flashWriteSizeBytes: 0x400,
    ramBlockSizeBytes: 0x1800,
    usbRamBlockSizeBytes: null,
    eraseSizeQuirk: false,
  },
  stubs: [{ fromRevision: 0, image: 'esp32c2' }],
  stubUnderSecureBoot: true,

  console: null,
  watchdogReset: {
    wprotectReg: 0x6000_809c,
    config0Reg: 0x6000_8084,
    config1Reg: 0x6000_8088,
    unlockKey: 0x50d8_3aa1,
    forceDownloadBoot: null,
  },
  rtcWatchdog: null,
  superWatchdog: null,
  // ESP-IDF, components/soc/esp32c2/include/soc/uart_pins.h.
  uartPins: { tx: 20, rx: 19 },
  bootStrap: [
    { pin: 9, level: 'low' },
    { pin: 8, level: 'high' },
  ],
  bootLogBaudRate: 74880,
  usbAfterFlash: null,
} as const satisfies ChipDescriptor;
