/**
 * What there is to know about one chip, as data. Every field is required and `null` means "does not
 * apply", so that a new chip cannot forget one. Nothing is inherited from another chip. Where chips
 * behave differently the descriptor names a strategy from a closed list; the engine implements each
 * strategy once.
 */

/** The name used in files, options and code: what `--chip` takes. */
export type ChipId =
  | 'esp8266'
  | 'esp32'
  | 'esp32s2'
  | 'esp32s3'
  | 'esp32s31'
  | 'esp32c2'
  | 'esp32c3'
  | 'esp32c5'
  | 'esp32c6'
  | 'esp32c61'
  | 'esp32h2'
  | 'esp32h21'
  | 'esp32h4'
  | 'esp32p4'
  | 'esp32e22';

/** A bit field inside one 32-bit word at a CPU address. */
export interface BitField {
  readonly address: number;
  readonly shift: number;
  readonly bits: number;
}

/** A value spread over several bit fields, least significant part first. */
export type SplitField = readonly BitField[];

/** How a chip is told from the others after sync. */
export type ChipDetection =
  { readonly by: 'chipId'; readonly chipId: number } | { readonly by: 'magic'; readonly magic: readonly number[] };

/** Registers of the SPI controller that talks to the flash chip; offsets are from `base`. */
export interface SpiRegisters {
  readonly base: number;
  readonly usr: number;
  readonly usr1: number;
  readonly usr2: number;
  readonly addr: number;
  readonly w0: number;
  /** Null on ESP8266, where lengths live in USR1. */
  readonly mosiDlen: number | null;
  readonly misoDlen: number | null;
  /** True where SPI address bits are left-aligned in the ADDR register. */
  readonly addrIsMsbFirst: boolean;
}

/** The supply of a flash part that some revisions leave switched off in download mode until somebody asks for it. */
export interface FlashPower {
  /** Revisions (major × 100 + minor) that do so. */
  readonly revisions: readonly number[];
  /** 1 = the pads of the flash pins have power. */
  readonly padGroup: BitField;
  /** Limits the inrush current while the regulator starts. */
  readonly ldoCurrentLimit: BitField;
  /** Holds the regulator's output at its input while it starts. */
  readonly ldoForceHigh: BitField;
  /** Output voltage, 0 = what the eFuses say. */
  readonly ldoTarget: BitField;
  /** All bits set = switched on, whatever the power management wants. */
  readonly forceOn: BitField;
  /**
   * From this revision on ROM switches the flash on by itself where the eFuse bit is burned, and fails to do so a
   * second time: there `forceOn` is cleared instead.
   */
  readonly onByRom: { readonly revision: number; readonly field: BitField };
}

/** How the crystal frequency is found out. */
export type CrystalStrategy =
  | { readonly by: 'fixed'; readonly mhz: number }
  /** UART0's clock divider × baud rate ÷ `divider` = the crystal's frequency; the nearest of `choicesMhz` counts. */
  | { readonly by: 'uartDivider'; readonly divider: number; readonly choicesMhz: readonly number[] };

/** Where and how revision, package and features are read. */
export interface IdentityFields {
  /** Null where the strategy below is needed. */
  readonly majorRevision: SplitField | null;
  readonly minorRevision: SplitField | null;
  readonly packageVersion: SplitField | null;
  /** Human names by package number, e.g. `ESP32-C3 (QFN32)`; unknown numbers fall back to the chip's name. */
  readonly packageNames: Readonly<Record<number, string>>;
  /** Radio, cores and speed, as people know them: `Wi-Fi`, `BT 5 (LE)`, `Single Core`, `160 MHz`. */
  readonly features: readonly string[];
  /** Flash or PSRAM inside the package: value → text such as `Embedded Flash 4MB`; null where it is not told. */
  readonly embeddedFlash: { readonly field: SplitField; readonly names: Readonly<Record<number, string>> } | null;
  readonly embeddedFlashVendor: { readonly field: SplitField; readonly names: Readonly<Record<number, string>> } | null;
  readonly embeddedPsram: { readonly field: SplitField; readonly names: Readonly<Record<number, string>> } | null;
  readonly embeddedPsramVendor: { readonly field: SplitField; readonly names: Readonly<Record<number, string>> } | null;
  /**
   * Chips whose identity does not come from plain fields alone.
   * - `esp8266`: ESP8285 by two OTP bits.
   * - `esp32`: major revision from three scattered bits; core count and package change the name.
   * - `esp32s2`: named by the flash and PSRAM inside (`ESP32-S2FH4`).
   * - `esp32s3`: the major revision field of v0.0 chips with eFuse block version 1.1 holds something else.
   */
  readonly special: 'esp8266' | 'esp32' | 'esp32s2' | 'esp32s3' | null;
}

/** How the factory MAC address is read. */
export type MacStrategy =
  /**
   * Two words: the second one's lower half holds the first two bytes, the first word the other four, both
   * most significant byte first. ESP32 and later. Chips with IEEE 802.15.4 keep the two middle bytes of the
   * EUI-64 (`ff:fe`) in the upper half of the word at `extensionAddress`, the first one higher.
   */
  | {
      readonly by: 'efuseWords';
      readonly address: number;
      readonly hasEui64Extension: boolean;
      readonly extensionAddress: number | null;
    }
  /** Three OTP words and a rule for the vendor prefix. */
  | { readonly by: 'esp8266Otp'; readonly otp0: number; readonly otp1: number; readonly otp3: number };

/** The ROM loader's dialect. */
export interface RomProfile {
  /** Trailing status bytes of a reply: 2 on ESP8266, 4 later (2 are used, 2 reserved). */
  readonly statusBytes: 2 | 4;
  /** FLASH_BEGIN and FLASH_DEFL_BEGIN carry a fifth word, "encrypted". */
  readonly beginHasEncryptedWord: boolean;
  readonly hasSpiAttach: boolean;
  readonly hasSpiSetParams: boolean;
  readonly hasCompressedWrite: boolean;
  readonly hasMd5: boolean;
  readonly hasChangeBaudRate: boolean;
  /** Crystal by which ROM reckons the divider in CHANGE_BAUDRATE whatever is fitted; null where it reckons right. */
  readonly assumedCrystalMhz: number | null;
  /** `none`: the command is unknown; `withoutChipId`: 12-byte answer (ESP32-S2); `full`: 20 bytes. */
  readonly securityInfo: 'none' | 'withoutChipId' | 'full';
  readonly hasReadFlashSlow: boolean;
  /** FLASH_DATA payload in bytes for the ROM loader. */
  readonly flashWriteSizeBytes: number;
  /** MEM_DATA payload in bytes over a UART. */
  readonly ramBlockSizeBytes: number;
  /** MEM_DATA payload in bytes when the ROM talks over USB-OTG; null where there is none. */
  readonly usbRamBlockSizeBytes: number | null;
  /** ESP8266's FLASH_BEGIN erases more than asked unless the size is corrected for. */
  readonly eraseSizeQuirk: boolean;
}

/** How the ROM tells over which console it talks; null where it can only be a UART. */
export interface ConsoleDetection {
  /**
   * Byte-wide variable in ROM's data, whose place changed with the chip revision (major × 100 + minor; the last
   * entry that is not newer than the chip counts). Empty where the place is not published: there only the ids of
   * the USB device tell.
   */
  readonly bufferNumber: readonly { readonly fromRevision: number; readonly address: number }[];
  readonly usbSerialJtagValue: number | null;
  readonly usbOtgValue: number | null;
}

/** Watchdog that a reset by USB-Serial/JTAG leaves running, so that it would bite in the middle of flashing. */
export interface RtcWatchdog {
  readonly configReg: number;
  readonly wprotectReg: number;
  readonly unlockKey: number;
}

/** Registers for leaving download mode by the RTC watchdog. */
export interface WatchdogReset {
  readonly wprotectReg: number;
  readonly config0Reg: number;
  readonly config1Reg: number;
  readonly unlockKey: number;
  /**
   * Bit that makes ROM stay in download mode over a reset and that has to be cleared first (RTC_CNTL_OPTION1);
   * null where there is none. ESP32-S2 0x3f408128 bit 0, ESP32-S3 0x6000812c bit 0, ESP32-P4 0x50110008 bit 2.
   */
  readonly forceDownloadBoot: BitField | null;
}

/** Super-watchdog that must be fed automatically while USB-Serial/JTAG is the console. */
export interface SuperWatchdog {
  readonly configReg: number;
  readonly wprotectReg: number;
  readonly unlockKey: number;
  readonly autoFeedMask: number;
}

/** How the application is started over USB: by the modem lines, or by the RTC watchdog. */
export type UsbReset = 'hardReset' | 'watchdogReset';

/** One strapping pin and the level that selects download mode at reset. */
export interface BootStrap {
  readonly pin: number;
  readonly level: 'low' | 'high';
}

/** A named span of the CPU's address space, end exclusive. */
export type MemoryRange = readonly [start: number, end: number, name: string];

/** Where security state is told by eFuses; null on ESP8266 (has none) and ESP32-E22 (not published). */
export interface SecurityFields {
  /** Non-zero with an odd number of bits set = flash encryption on. */
  readonly spiBootCryptCount: BitField;
  /** Any bit of any field set = secure boot on. */
  readonly secureBootEnabled: readonly BitField[];
  readonly downloadManualEncryptDisabled: BitField | null;
}

/** See the top of this file. */
export interface ChipDescriptor {
  readonly id: ChipId;
  /** As printed on the box: `ESP32-C3`. */
  readonly name: string;
  readonly detect: ChipDetection;
  /** Field of the extended image header; null on ESP8266, whose images have none. */
  readonly imageChipId: number | null;
  /** Of its main cores; ESP32-S2's and S3's low-power core is another one. */
  readonly processor: 'xtensa' | 'riscv';
  /** Null where no id is registered. */
  readonly uf2FamilyId: number | null;

  readonly bootloaderOffset: number;
  /** ESP-IDF's default place of the partition table; null where there is none (ESP8266 NONOS). */
  readonly partitionTableOffset: number | null;
  readonly encryptedWriteAlign: number;

  /** Option name (`40m`) → nibble in the image header. Order = order shown to people. */
  readonly flashFrequencies: Readonly<Record<string, number>>;
  /** Option name (`4MB`, `2MB-c1`) → high nibble (already shifted) in the image header. */
  readonly flashSizes: Readonly<Record<string, number>>;

  readonly spi: SpiRegisters;
  /** Null where the flash has power whenever the chip has. */
  readonly flashPower: FlashPower | null;
  readonly uart: { readonly clkDivReg: number; readonly clkDivMask: number; readonly dateReg: number };
  readonly crystal: CrystalStrategy;
  readonly mac: MacStrategy;
  readonly identity: IdentityFields;
  readonly efuseBase: number | null;
  readonly security: SecurityFields | null;
  readonly memoryMap: readonly MemoryRange[];
  /** Where the CPU sees flash through the cache: segments for these addresses are mapped, not loaded. Ends are exclusive. */
  readonly mappedFlash: readonly (readonly [start: number, end: number])[];
  /** Page sizes in bytes that the flash MMU can be set to, ascending; the last one is the usual. Empty on ESP8266. */
  readonly mmuPageSizes: readonly number[];

  readonly rom: RomProfile;
  /** Base name of the image in `esptool-js` (`esp32c3`); several by revision (major × 100 + minor) on ESP32-P4; null = ROM only. */
  readonly stubs: readonly { readonly fromRevision: number; readonly image: string }[] | null;
  /** False where ROM starts no uploaded code once secure boot is on. */
  readonly stubUnderSecureBoot: boolean;

  readonly console: ConsoleDetection | null;
  /** Null where that reset freezes the chip or does not exist (esptool documentation, "Watchdog Reset Limitations"). */
  readonly watchdogReset: WatchdogReset | null;
  /** Written 0 to stop it while USB-Serial/JTAG is the console; null on chips without that. */
  readonly rtcWatchdog: RtcWatchdog | null;
  readonly superWatchdog: SuperWatchdog | null;
  /** All must hold at reset for download mode; the first is the one on the BOOT button. */
  readonly bootStrap: readonly BootStrap[];
  /** GPIO of UART0, over which ROM's loader talks; null where they are not published. */
  readonly uartPins: { readonly tx: number; readonly rx: number } | null;
  /** Baud rate at which the ROM prints its boot log with the usual crystal. */
  readonly bootLogBaudRate: number;
  /**
   * What starts the application after flashing over the chip's own USB; null where it has none. A reset by the lines
   * of USB-Serial/JTAG keeps the USB device alive; over USB-OTG it would lead back into download mode.
   */
  readonly usbAfterFlash: { readonly usbSerialJtag: UsbReset | null; readonly usbOtg: UsbReset | null } | null;
}
