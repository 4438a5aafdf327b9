import type { CrashCause } from './finding';

/**
 * The words in the brackets of "Guru Meditation Error: Core 0 panic'ed (…)" (ESP-IDF Programming Guide, "Fatal
 * Errors"), Xtensa's and RISC-V's.
 */
const byName: readonly (readonly [RegExp, CrashCause])[] = [
  [/^(?:LoadProhibited|Load access fault)/i, 'read'],
  [/^(?:StoreProhibited|Store access fault)/i, 'write'],
  [/^(?:InstrFetchProhibited|InstructionFetchError|Instruction access fault|InstrPIFAddrError)/i, 'fetch'],
  [/^(?:IllegalInstruction|Illegal instruction|Privileged)/i, 'illegalInstruction'],
  [/^IntegerDivideByZero/i, 'divideByZero'],
  [
    /^(?:LoadStoreAlignment|LoadStoreError|Load address misaligned|Store address misaligned|Instruction address misaligned)/i,
    'unaligned',
  ],
  [/^Cache (?:disabled|error|exception)/i, 'cacheDisabled'],
  [/^(?:Stack protection fault|Stack canary)/i, 'stackOverflow'],
  [/^(?:Memory protection fault|Memprot)/i, 'memoryProtection'],
  [/^(?:Double exception|DoubleException|Unhandled kernel exception)/i, 'doubleException'],
  [/^(?:Unhandled debug exception|Breakpoint)/i, 'breakpoint'],
  [/^Interrupt wdt timeout/i, 'interruptWatchdog'],
];

/** The cause by the words that were printed. */
export function causeByName(printed: string): CrashCause {
  return byName.find(([pattern]) => pattern.test(printed))?.[1] ?? 'other';
}

/** `Exception (28)` of the ESP8266 (ESP8266 Arduino Core documentation, "Exception Causes"). */
const byNumber: Readonly<Record<number, CrashCause>> = {
  0: 'illegalInstruction',
  2: 'fetch',
  3: 'unaligned',
  4: 'interruptWatchdog',
  6: 'divideByZero',
  9: 'unaligned',
  20: 'fetch',
  28: 'read',
  29: 'write',
};

/** The cause by the number of ESP8266's `EXCCAUSE`. */
export function causeByNumber(number: number): CrashCause {
  return byNumber[number] ?? 'other';
}

/** Addresses this low hold nothing on any chip; pointers to fields of an object that is not there lead here. */
const endOfNothing = 0x1000;

/** Whether an address is where a pointer leads that was never set. */
export function isNullAddress(address: number | null): boolean {
  return address !== null && address < endOfNothing;
}
