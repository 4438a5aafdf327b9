import { overrideRule, type TimeoutOverrides } from './timeout-overrides';

/**
 * How long a command may take: a floor, and a share per million bytes of the work it causes on the chip.
 * Values are those that espflash (`command.rs`) and esp-serial-flasher (`esp_loader.c`) have proven in
 * the field; the larger one where they differ, because slow flash parts are what the two disagree about.
 */
export interface TimeoutRule {
  readonly atLeastMs: number;
  readonly perMegabyteMs: number;
}

/** One row of the table of commands. */
interface CommandRow {
  readonly opcode: number;
  /** 32-bit little-endian words of the body, in order. */
  readonly words: readonly string[];
  /** Words that may follow; which loader wants them is the loader profile's business. */
  readonly optionalWords: readonly string[];
  /** Words that are always zero, after the others. */
  readonly zeroWords: number;
  /** `block`: size, sequence, 0, 0 and the data under a checksum; `sync`: the fixed 36 bytes. */
  readonly body: 'words' | 'block' | 'sync';
  readonly knownTo: 'both' | 'rom' | 'stub';
  /** Lengths that the data before the status bytes may have in a reply that reports success. */
  readonly replyDataBytes: readonly number[];
  readonly timeout: TimeoutRule;
  /** True where sending it again after a lost reply changes nothing, so that the channel may do so. */
  readonly repeatable: boolean;
}

const usual: TimeoutRule = { atLeastMs: 3000, perMegabyteMs: 0 };
const erasing: TimeoutRule = { atLeastMs: 10_000, perMegabyteMs: 30_000 };
const writing: TimeoutRule = { atLeastMs: 10_000, perMegabyteMs: 40_000 };
const plain = { optionalWords: [], zeroWords: 0, body: 'words', replyDataBytes: [0], repeatable: false } as const;

/**
 * Every command of the serial protocol that we send (esptool documentation, "Serial Protocol",
 * Commands; stub opcodes also in esp-flasher-stub `commands.h`).
 */
export const commands = {
  FLASH_BEGIN: {
    ...plain,
    opcode: 0x02,
    words: ['eraseSizeBytes', 'packetCount', 'packetSizeBytes', 'offset'],
    optionalWords: ['encrypted'],
    knownTo: 'both',
    timeout: erasing,
  },
  FLASH_DATA: { ...plain, opcode: 0x03, words: ['sequence'], body: 'block', knownTo: 'both', timeout: writing },
  FLASH_END: { ...plain, opcode: 0x04, words: ['stayInLoader'], knownTo: 'both', timeout: writing },
  MEM_BEGIN: {
    ...plain,
    opcode: 0x05,
    words: ['sizeBytes', 'packetCount', 'packetSizeBytes', 'address'],
    knownTo: 'both',
    timeout: usual,
  },
  /** The loader may jump before its reply has left, so the reply is not worth a long wait. */
  MEM_END: {
    ...plain,
    opcode: 0x06,
    words: ['stayInLoader', 'entry'],
    knownTo: 'both',
    timeout: { atLeastMs: 200, perMegabyteMs: 0 },
  },
  MEM_DATA: { ...plain, opcode: 0x07, words: ['sequence'], body: 'block', knownTo: 'both', timeout: usual },
  SYNC: {
    ...plain,
    opcode: 0x08,
    words: [],
    body: 'sync',
    knownTo: 'both',
    timeout: { atLeastMs: 100, perMegabyteMs: 0 },
  },
  WRITE_REG: {
    ...plain,
    opcode: 0x09,
    words: ['address', 'value', 'mask', 'delayUs'],
    knownTo: 'both',
    timeout: usual,
    repeatable: true,
  },
  READ_REG: { ...plain, opcode: 0x0a, words: ['address'], knownTo: 'both', timeout: usual, repeatable: true },
  SPI_SET_PARAMS: {
    ...plain,
    opcode: 0x0b,
    words: ['flashId', 'sizeBytes', 'blockSizeBytes', 'sectorSizeBytes', 'pageSizeBytes', 'statusMask'],
    knownTo: 'both',
    timeout: usual,
    repeatable: true,
  },
  SPI_ATTACH: {
    ...plain,
    opcode: 0x0d,
    words: ['pins'],
    optionalWords: ['reserved'],
    knownTo: 'both',
    timeout: usual,
    repeatable: true,
  },
  READ_FLASH_SLOW: {
    ...plain,
    opcode: 0x0e,
    words: ['offset', 'sizeBytes'],
    knownTo: 'rom',
    replyDataBytes: [64],
    timeout: usual,
    repeatable: true,
  },
  CHANGE_BAUDRATE: { ...plain, opcode: 0x0f, words: ['newBaudRate', 'oldBaudRate'], knownTo: 'both', timeout: usual },
  FLASH_DEFL_BEGIN: {
    ...plain,
    opcode: 0x10,
    words: ['writeSizeBytes', 'packetCount', 'packetSizeBytes', 'offset'],
    optionalWords: ['encrypted'],
    knownTo: 'both',
    timeout: erasing,
  },
  FLASH_DEFL_DATA: { ...plain, opcode: 0x11, words: ['sequence'], body: 'block', knownTo: 'both', timeout: writing },
  FLASH_DEFL_END: { ...plain, opcode: 0x12, words: ['stayInLoader'], knownTo: 'both', timeout: writing },
  SPI_FLASH_MD5: {
    ...plain,
    opcode: 0x13,
    words: ['offset', 'sizeBytes'],
    zeroWords: 2,
    knownTo: 'both',
    replyDataBytes: [16, 32],
    timeout: { atLeastMs: 3000, perMegabyteMs: 8000 },
    repeatable: true,
  },
  /** Short, because a ROM that does not know the command may say nothing at all. */
  GET_SECURITY_INFO: {
    ...plain,
    opcode: 0x14,
    words: [],
    knownTo: 'both',
    replyDataBytes: [12, 20],
    timeout: { atLeastMs: 500, perMegabyteMs: 0 },
    repeatable: true,
  },
  ERASE_FLASH: {
    ...plain,
    opcode: 0xd0,
    words: [],
    knownTo: 'stub',
    timeout: { atLeastMs: 120_000, perMegabyteMs: 30_000 },
  },
  ERASE_REGION: { ...plain, opcode: 0xd1, words: ['offset', 'sizeBytes'], knownTo: 'stub', timeout: erasing },
  READ_FLASH: {
    ...plain,
    opcode: 0xd2,
    words: ['offset', 'sizeBytes', 'packetSizeBytes', 'maxInFlight'],
    knownTo: 'stub',
    timeout: usual,
  },
  /** Sends no reply (esp-flasher-stub, `command_handler.c`). */
  RUN_USER_CODE: {
    ...plain,
    opcode: 0xd3,
    words: [],
    knownTo: 'stub',
    timeout: { atLeastMs: 100, perMegabyteMs: 0 },
  },
} as const satisfies Record<string, CommandRow>;

/** The document's name of a command. */
export type CommandName = keyof typeof commands;

type Row<N extends CommandName> = (typeof commands)[N];

/** What a command carries, by field name: 32-bit words, and `data` for a block. */
export type CommandFields<N extends CommandName> = Readonly<
  Record<Row<N>['words'][number], number> &
    Partial<Record<Row<N>['optionalWords'][number], number>> &
    (Row<N>['body'] extends 'block' ? { data: Uint8Array } : unknown)
>;

/** The row of a command with its literal types widened, for code that treats all commands alike. */
export function commandRow(name: CommandName): CommandRow {
  return commands[name];
}

/** How long the chip may take to answer when the command makes it work on `workBytes` bytes. */
export function timeoutOf(name: CommandName, workBytes: number, overrides: TimeoutOverrides = {}): number {
  const { atLeastMs, perMegabyteMs } = overrideRule(name, commandRow(name).timeout, overrides);
  const timeoutMs = Math.max(atLeastMs, Math.ceil((workBytes * perMegabyteMs) / 1e6));
  return Math.min(timeoutMs, overrides.longestMs ?? Infinity);
}
