import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';

/**
 * How one loader wants things done. ROM loaders and the stub differ by this data alone; the code that
 * drives them is the same.
 */
export interface LoaderProfile {
  readonly kind: 'rom' | 'stub';
  /** Payload of one FLASH_DATA or FLASH_DEFL_DATA. */
  readonly packetSizeBytes: number;
  /** FLASH_BEGIN and FLASH_DEFL_BEGIN carry a fifth word, "encrypted". */
  readonly beginHasEncryptedWord: boolean;
  /** Words of SPI_ATTACH; `flashBegin`: attached by FLASH_BEGIN of nothing; `none`: attached at start. */
  readonly attach: 'none' | 'twoWords' | 'flashBegin';
  readonly knowsFlashParameters: boolean;
  readonly writesCompressed: boolean;
  /** The last packet of a plain write is filled up to the packet size with 0xFF. */
  readonly padsLastPacket: boolean;
  /** `upFront`: FLASH_BEGIN erases before it answers; `whileWriting`: as the data comes. */
  readonly eraseStyle: 'upFront' | 'whileWriting';
  /** The size word of FLASH_BEGIN is misread (see `eraseSizeWord`). */
  readonly eraseSizeQuirk: boolean;
  /** FLASH_DEFL_BEGIN wants the size rounded up to whole sectors instead of exact. */
  readonly roundsCompressedSize: boolean;
  /** A write is closed with an END command, whose answer comes after the last packet is in flash. */
  readonly closesWrites: boolean;
  readonly hasMd5: boolean;
  readonly hasSecurityInfo: boolean;
  /** ERASE_FLASH and ERASE_REGION exist; else FLASH_BEGIN without data erases. */
  readonly hasEraseCommands: boolean;
  readonly readStyle: 'stream' | 'slow' | 'spiCommands';
  /** Second word of CHANGE_BAUDRATE; `none`: the command is unknown. */
  readonly oldBaudRateWord: 'none' | 'zero' | 'current';
  /** CHANGE_BAUDRATE is reckoned as if this crystal were fitted; null where it is reckoned right. */
  readonly assumedCrystalMhz: number | null;
  /** RUN_USER_CODE starts the application (stub of ESP8266). */
  readonly runsUserCode: boolean;
}

/** esptool documentation, "Serial Protocol": "esptool uses 16KB which gives good performance" with the stub. */
const stubPacketSizeBytes = 0x4000;

/** The dialect of a chip's ROM loader. */
export function romProfile({ rom }: ChipDescriptor): LoaderProfile {
  return {
    kind: 'rom',
    packetSizeBytes: rom.flashWriteSizeBytes,
    beginHasEncryptedWord: rom.beginHasEncryptedWord,
    attach: rom.hasSpiAttach ? 'twoWords' : 'flashBegin',
    knowsFlashParameters: rom.hasSpiSetParams,
    writesCompressed: rom.hasCompressedWrite,
    padsLastPacket: true,
    eraseStyle: 'upFront',
    eraseSizeQuirk: rom.eraseSizeQuirk,
    roundsCompressedSize: true,
    closesWrites: false,
    hasMd5: rom.hasMd5,
    hasSecurityInfo: rom.securityInfo !== 'none',
    hasEraseCommands: false,
    readStyle: rom.hasReadFlashSlow ? 'slow' : 'spiCommands',
    oldBaudRateWord: rom.hasChangeBaudRate ? 'zero' : 'none',
    assumedCrystalMhz: rom.assumedCrystalMhz,
    runsUserCode: false,
  };
}

/** The stub's dialect, the same on every chip (esp-flasher-stub, `command_handler.c`). */
export function stubProfile({ rom }: ChipDescriptor): LoaderProfile {
  return {
    kind: 'stub',
    packetSizeBytes: stubPacketSizeBytes,
    beginHasEncryptedWord: true,
    attach: 'none',
    knowsFlashParameters: true,
    writesCompressed: true,
    padsLastPacket: false,
    eraseStyle: 'whileWriting',
    eraseSizeQuirk: false,
    roundsCompressedSize: false,
    closesWrites: true,
    hasMd5: true,
    hasSecurityInfo: rom.securityInfo !== 'none',
    hasEraseCommands: true,
    readStyle: 'stream',
    oldBaudRateWord: 'current',
    assumedCrystalMhz: null,
    // Of all chips only ESP8266 has no SPI_ATTACH in ROM; its stub alone can start the application.
    runsUserCode: !rom.hasSpiAttach,
  };
}
