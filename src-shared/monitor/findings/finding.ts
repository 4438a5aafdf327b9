import type { TextLine } from '../terminal-lines';

/** Why a processor gave up, the same words for Xtensa, RISC-V and ESP8266. */
export type CrashCause =
  | 'read'
  | 'write'
  | 'fetch'
  | 'illegalInstruction'
  | 'divideByZero'
  | 'unaligned'
  | 'cacheDisabled'
  | 'stackOverflow'
  | 'memoryProtection'
  | 'doubleException'
  | 'breakpoint'
  | 'interruptWatchdog'
  | 'other';

/** Why a chip started over. */
export type ResetReason =
  | 'powerOn'
  | 'external'
  | 'software'
  | 'watchdog'
  | 'interruptWatchdog'
  | 'taskWatchdog'
  | 'brownout'
  | 'deepSleep'
  | 'usb'
  | 'glitch'
  | 'unknown';

/** What was recognised, with the facts that its words may use. */
export interface FindingFacts {
  // --- the app gave up -----------------------------------------------------------------------
  /** An exception of the processor. `isNull`: at an address where a pointer that was never set leads. */
  crash: { cause: CrashCause; printed: string; core: number | null; address: number | null; isNull: boolean };
  abort: { core: number | null };
  assert: { expression: string; where: string };
  /** `ESP_ERROR_CHECK failed`. */
  errorCheck: { name: string; where: string };
  stackOverflow: { task: string };
  stackSmashed: Record<string, never>;
  heapCorrupt: { where: string };
  outOfMemory: Record<string, never>;
  uncaughtException: { name: string };
  interruptWatchdog: { core: number | null };
  /** The app goes on, but something has not given way for long. */
  taskWatchdog: { tasks: string };
  softWatchdog: Record<string, never>;

  // --- the board does not get as far as the app -----------------------------------------------
  brownout: Record<string, never>;
  /** Nothing at all where ROM looks for the bootloader or, on ESP8266, for the app. */
  emptyFlash: Record<string, never>;
  /** Something, but no image. */
  invalidHeader: { header: number };
  flashReadError: Record<string, never>;
  /** ROM loads and then hears no more, over and over, with four data lines. */
  wrongFlashMode: { mode: string };
  brokenImage: { what: 'checksum' | 'hash' | 'magic' };
  noPartitionTable: Record<string, never>;
  noApp: Record<string, never>;
  wrongChip: { expected: number; found: number };
  wrongRevision: { needed: string; found: string };
  flashTooSmall: { actualKib: number; headerKib: number };
  secureBoot: Record<string, never>;
  noPsram: Record<string, never>;
  settingsOutdated: Record<string, never>;

  // --- how it started -------------------------------------------------------------------------
  downloadMode: { bootMode: number | null };
  otherBootMode: { bootMode: number };
  restarted: { reason: ResetReason; printed: string };
  /** The same few lines again and again. */
  crashLoop: { times: number };
  appStarted: { name: string; version: string };
}

export type FindingKind = keyof FindingFacts;

/** How much a finding matters. */
export type Severity = 'problem' | 'warning' | 'info';

/** Where in the program something happened, by what is known of it. */
export interface CodeAddress {
  readonly address: number;
  /** `at`: the instruction itself. `caller`: a return address. `stack`: lay on the stack, and may be old. */
  readonly role: 'at' | 'caller' | 'stack';
}

/** One thing that was recognised in what a board printed. */
export type Finding = { readonly [K in FindingKind]: FindingOf<K> }[FindingKind];

/** A finding of one kind. */
export interface FindingOf<K extends FindingKind> {
  readonly id: number;
  readonly kind: K;
  readonly severity: Severity;
  readonly facts: FindingFacts[K];
  /** The line that gave it away. */
  readonly lineId: number;
  readonly atMs: number;
  /** How often in a row; the first one counts. */
  readonly times: number;
  /** The innermost first. */
  readonly addresses: readonly CodeAddress[];
  /** Start of the SHA-256 of the program file, lower-case hexadecimal, where the app prints it; else null. */
  readonly programHash: string | null;
}

/** How much each kind matters. */
export const severities: Readonly<Record<FindingKind, Severity>> = {
  crash: 'problem',
  abort: 'problem',
  assert: 'problem',
  errorCheck: 'problem',
  stackOverflow: 'problem',
  stackSmashed: 'problem',
  heapCorrupt: 'problem',
  outOfMemory: 'problem',
  uncaughtException: 'problem',
  interruptWatchdog: 'problem',
  taskWatchdog: 'warning',
  softWatchdog: 'problem',
  brownout: 'problem',
  emptyFlash: 'problem',
  invalidHeader: 'problem',
  flashReadError: 'problem',
  wrongFlashMode: 'problem',
  brokenImage: 'problem',
  noPartitionTable: 'problem',
  noApp: 'problem',
  wrongChip: 'problem',
  wrongRevision: 'problem',
  flashTooSmall: 'problem',
  secureBoot: 'problem',
  noPsram: 'warning',
  settingsOutdated: 'warning',
  downloadMode: 'warning',
  otherBootMode: 'problem',
  restarted: 'info',
  crashLoop: 'problem',
  appStarted: 'info',
};

/** A kind with its facts, before it has a place and a number. */
export type Recognised = {
  readonly [K in FindingKind]: { readonly kind: K; readonly facts: FindingFacts[K] };
}[FindingKind];

/** What of a line the recognition needs. */
export type ReadLine = Pick<TextLine, 'id' | 'atMs' | 'text'>;
