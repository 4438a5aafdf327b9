import { AppGreeting, BootHistory } from './boot-history';
import { causeByName, causeByNumber, isNullAddress } from './crash-causes';
import { addressesOf, emptyDump, readDumpLine, type CrashDump } from './crash-dump';
import { severities, type Finding, type FindingKind, type ReadLine, type Recognised } from './finding';
import { lineRules } from './line-rules';

/** A crash that has begun: what follows it in the text belongs to it. */
interface OpenCrash {
  finding: Finding;
  dump: CrashDump;
  linesLeft: number;
}

/** A dump is no longer than this, a large stack included. */
const longestDump = 400;
/** What may stand before `abort()`, and tells more than it. */
const tellsMore: readonly FindingKind[] = [
  'assert',
  'errorCheck',
  'uncaughtException',
  'stackSmashed',
  'heapCorrupt',
  'outOfMemory',
  'stackOverflow',
];
/** What is followed by registers, a backtrace or more facts. */
const opensDump: readonly FindingKind[] = [
  ...tellsMore,
  'crash',
  'abort',
  'interruptWatchdog',
  'taskWatchdog',
  'softWatchdog',
];
/** Kinds by which one and the same thing is told more than once. */
const mostRemembered = 40;

/**
 * Reads what a board prints, line by line, and recognises what a person would want explained. The same thing told
 * again counts up; it does not become another finding. Nothing is kept of the lines themselves.
 */
export class Recogniser {
  private readonly boots = new BootHistory();
  private readonly greeting = new AppGreeting();
  private readonly known = new Map<string, Finding>();
  private open: OpenCrash | null = null;
  private nextId = 1;

  /** Findings that are new or have changed, by `id`. */
  push(line: ReadLine): readonly Finding[] {
    const text = line.text.trimEnd();
    const started = this.boots.read(text, line.atMs);
    if (started !== null) {
      this.open = null;
      return started.map((recognised) => this.note(recognised, line));
    }
    const recognised = crashHeader(text) ?? this.greeting.read(text) ?? byRules(text);
    if (recognised === null) return this.continueDump(text);
    const { open } = this;
    if (open !== null && recognised.kind === 'abort' && tellsMore.includes(open.finding.kind)) return [];
    if (open !== null && refines(recognised.kind, open.finding)) {
      open.finding = this.remember({
        ...open.finding,
        ...recognised,
        severity: severities[recognised.kind],
      });
      return [open.finding];
    }
    const finding = this.note(recognised, line);
    if (opensDump.includes(finding.kind)) {
      const at = /\bat (?:PC )?0x([0-9a-f]{8})/.exec(text)?.[1];
      const dump = at === undefined ? emptyDump : { ...emptyDump, at: Number.parseInt(at, 16) };
      this.open = { finding, dump, linesLeft: longestDump };
    }
    return [finding];
  }

  private continueDump(text: string): readonly Finding[] {
    const saved = /^Saved PC:0x([0-9a-f]{8})/.exec(text)?.[1];
    if (saved !== undefined) return this.whereItWas(Number.parseInt(saved, 16));
    const { open } = this;
    if (open === null) return [];
    open.linesLeft -= 1;
    if (open.linesLeft <= 0 || /^Rebooting\.\.\./.test(text)) {
      this.open = null;
      return [];
    }
    const facts = moreFacts(open.finding, text);
    const dump = readDumpLine(open.dump, text);
    if (dump === open.dump && facts === null) return [];
    open.dump = dump;
    const changed = { ...open.finding, ...(facts ?? {}), addresses: addressesOf(dump), programHash: dump.programHash };
    open.finding = this.remember(withDataAddress(changed as Finding, dump));
    return [open.finding];
  }

  /** RISC-V chips tell after a restart where they had been. */
  private whereItWas(address: number): readonly Finding[] {
    const last = [...this.known.values()].filter(({ kind }) => kind === 'restarted').at(-1);
    if (last?.kind !== 'restarted' || last.facts.reason !== 'watchdog') return [];
    return [this.remember({ ...last, addresses: [{ address, role: 'at' }] })];
  }

  private note(recognised: Recognised, line: ReadLine): Finding {
    const key = keyOf(recognised);
    const before = this.known.get(key);
    const finding = {
      ...recognised,
      id: before?.id ?? this.nextId++,
      severity: severityOf(recognised),
      lineId: line.id,
      atMs: line.atMs,
      times: (before?.times ?? 0) + 1,
      addresses: [],
      programHash: null,
    } as unknown as Finding;
    this.known.delete(key);
    this.known.set(key, finding);
    const [oldest] = this.known.keys();
    if (this.known.size > mostRemembered && oldest !== undefined) this.known.delete(oldest);
    return finding;
  }

  /** What is known under one number stays under it, also where its kind or facts have changed. */
  private remember(finding: Finding): Finding {
    for (const [key, { id }] of this.known) if (id === finding.id) this.known.set(key, finding);
    return finding;
  }
}

/** One thing, however often it is told: a count or an address that differs makes it no other. */
function keyOf({ kind, facts }: Recognised): string {
  if (kind === 'crash') return `crash ${facts.printed} ${String(facts.core)}`;
  return kind === 'crashLoop' || kind === 'taskWatchdog' ? kind : JSON.stringify([kind, facts]);
}

/** A restart by itself says nothing bad; one that something forced does. */
function severityOf(recognised: Recognised): Finding['severity'] {
  const isForced = recognised.kind === 'restarted' && ['watchdog', 'glitch'].includes(recognised.facts.reason);
  return isForced ? 'warning' : severities[recognised.kind];
}

function byRules(text: string): Recognised | null {
  for (const { pattern, read } of lineRules) {
    const match = pattern.exec(text);
    if (match !== null) return read(match);
  }
  return null;
}

/** "Guru Meditation Error: Core  0 panic'ed (LoadProhibited)." or ESP8266's "Exception (28):". */
function crashHeader(text: string): Recognised | null {
  const guru = /Guru Meditation Error: (?:Core +(\d))?[^(]{0,30}\(([^)]{1,80})\)/.exec(text);
  if (guru !== null) {
    const core = guru[1] === undefined ? null : Number(guru[1]);
    const printed = guru[2] ?? '';
    const cause = causeByName(printed);
    if (cause === 'interruptWatchdog') return { kind: 'interruptWatchdog', facts: { core } };
    return { kind: 'crash', facts: { cause, printed, core, address: null, isNull: false } };
  }
  const number = /^(?:Exception \((\d{1,2})\):|Fatal exception \(?(\d{1,2})\)?)/.exec(text);
  if (number === null) return null;
  const printed = number[1] ?? number[2] ?? '';
  const cause = causeByNumber(Number(printed));
  return { kind: 'crash', facts: { cause, printed, core: null, address: null, isNull: false } };
}

/** What comes after a header and says better what it was. */
function refines(kind: FindingKind, open: Finding): boolean {
  return kind === 'stackOverflow' && open.kind === 'crash' && open.facts.cause === 'breakpoint';
}

function withDataAddress(finding: Finding, { dataAddress }: CrashDump): Finding {
  if (finding.kind !== 'crash' || dataAddress === null) return finding;
  // Only where data was read or written does the register mean an address.
  const means = ['read', 'write', 'unaligned'].includes(finding.facts.cause);
  if (!means) return finding;
  return { ...finding, facts: { ...finding.facts, address: dataAddress, isNull: isNullAddress(dataAddress) } };
}

/** `file: "./main/main.c" line 42` after a failed check, ` - IDLE (CPU 0)` after the task watchdog. */
function moreFacts(finding: Finding, text: string): Pick<Finding, 'facts'> | null {
  if (finding.kind === 'errorCheck') {
    const place = /^file: "?([^"\s]{1,200})"? line (\d{1,6})/.exec(text);
    if (place === null) return null;
    const name = (place[1] ?? '').split(/[\\/]/).at(-1) ?? '';
    return { facts: { ...finding.facts, where: `${name}:${place[2] ?? ''}` } };
  }
  if (finding.kind !== 'taskWatchdog') return null;
  const task = /task_wdt: {1,3}- (.{1,40})$/.exec(text)?.[1]?.trim();
  if (task === undefined || finding.facts.tasks.split(', ').includes(task)) return null;
  return { facts: { tasks: finding.facts.tasks === '' ? task : `${finding.facts.tasks}, ${task}` } };
}
