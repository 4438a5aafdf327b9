import type { ChipDescriptor } from './chip-descriptor';

/** ESP8266EX and ESP8285. Sources: ESP8266 Technical Reference 1.7 and data sheet; serial protocol document of esptool. */
export const esp8266 = {
  id: 'esp8266',
  name: 'ESP8266',
  detect: { by: 'magic', magic: [0xfff0_c101] },
  // Its images carry no chip id.
  imageChipId: null,
  processor: 'xtensa',
  // github.com/microsoft/uf2, utils/uf2families.json
  uf2FamilyId: 0x7eab_61ed,

  // The first image of an Arduino or NONOS build; what is called "boot" lives at 0, and there is no partition table.
  bootloaderOffset: 0x0,
  partitionTableOffset: null,
  // No flash encryption: the value only keeps arithmetic on it harmless.
  encryptedWriteAlign: 16,

  // Image header, byte 3 (esptool documentation, "Firmware Image Format"; size names: "ESP8266 and Flash Size").
  flashFrequencies: { '80m': 0xf, '40m': 0x0, '26m': 0x1, '20m': 0x2 },
  flashSizes: {
    '256KB': 0x10,
    '512KB': 0x00,
    '1MB': 0x20,
    '2MB': 0x30,
    '2MB-c1': 0x50,
    '4MB': 0x40,
    '4MB-c1': 0x60,
    '8MB': 0x80,
    '16MB': 0x90,
  },

  // SPI0; lengths go into USR1.
  spi: {
    base: 0x6000_0200,
    usr: 0x1c,
    usr1: 0x20,
    usr2: 0x24,
    addr: 0x4,
    w0: 0x40,
    mosiDlen: null,
    misoDlen: null,
    addrIsMsbFirst: true,
  },
  flashPower: null,
  uart: { clkDivReg: 0x6000_0014, clkDivMask: 0x000f_ffff, dateReg: 0x6000_0078 },
  // The UART runs at twice the crystal's frequency.
  crystal: { by: 'uartDivider', divider: 2, choicesMhz: [26, 40] },

  mac: { by: 'esp8266Otp', otp0: 0x3ff0_0050, otp1: 0x3ff0_0054, otp3: 0x3ff0_005c },
  identity: {
    majorRevision: null,
    minorRevision: null,
    packageVersion: null,
    packageNames: {},
    features: ['Wi-Fi', 'Single Core', '160MHz'],
    embeddedFlash: null,
    embeddedFlashVendor: null,
    embeddedPsram: null,
    embeddedPsramVendor: null,
    special: 'esp8266',
  },
  efuseBase: null,
  security: null,
  memoryMap: [
    [0x3ff0_0000, 0x3ff0_0010, 'DPORT'],
    [0x3ffe_8000, 0x4000_0000, 'DRAM'],
    [0x4010_0000, 0x4010_8000, 'IRAM'],
    [0x4020_1010, 0x402e_1010, 'IROM'],
  ],
  mappedFlash: [[0x4020_0000, 0x4030_0000]],
  mmuPageSizes: [],

  // The oldest loader: everything of later chips is missing (serial protocol document, "Supported by ROM Loader").
  rom: {
    statusBytes: 2,
    beginHasEncryptedWord: false,
    hasSpiAttach: false,
    hasSpiSetParams: false,
    hasCompressedWrite: false,
    hasMd5: false,
    hasChangeBaudRate: false,
    assumedCrystalMhz: null,
    securityInfo: 'none',
    hasReadFlashSlow: false,
    flashWriteSizeBytes: 0x400,
    ramBlockSizeBytes: 0x1800,
    usbRamBlockSizeBytes: null,
    eraseSizeQuirk: true,
  },
  stubs: [{ fromRevision: 0, image: 'esp8266' }],
  stubUnderSecureBoot: true,

  console: null,
  watchdogReset: null,
  rtcWatchdog: null,
  superWatchdog: null,
  // ESP8266EX Datasheet, "Pin Definitions".
  uartPins: { tx: 1, rx: 3 },
  bootStrap: [
    { pin: 0, level: 'low' },
    { pin: 2, level: 'high' },
    { pin: 15, level: 'low' },
  ],
  // 115200 × 26 / 40: ROM believes in a 40 MHz crystal, boards have 26 MHz.
  bootLogBaudRate: 74880,
  usbAfterFlash: null,
} as const satisfies ChipDescriptor;
