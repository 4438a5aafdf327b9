import type { CodeAddress } from './finding';

/** What the lines after the first one of a crash tell, line by line. */
export interface CrashDump {
  /** The instruction that failed. */
  readonly at: number | null;
  /** The data address that it was after. */
  readonly dataAddress: number | null;
  readonly callers: readonly number[];
  readonly stack: readonly number[];
  readonly programHash: string | null;
}

/** Before the first line of a dump. */
export const emptyDump: CrashDump = { at: null, dataAddress: null, callers: [], stack: [], programHash: null };

/** More frames than any backtrace has, and more of the stack than anybody reads. */
const mostCallers = 64;
const mostOfStack = 64;

/** Code of every Espressif chip lies here: ROM, RAM and mapped flash. */
const isCode = (address: number): boolean => address >= 0x4000_0000 && address < 0x5000_0000;

/** What the dump says once this line is read too; the same object where it says nothing. */
export function readDumpLine(dump: CrashDump, text: string): CrashDump {
  const backtrace = /^\s*(?:Backtrace|Call stack):?/i.test(text) || /^0x[0-9a-f]{8}:0x[0-9a-f]{8}\s/i.test(text);
  if (backtrace) return withBacktrace(dump, text);
  const hash = /ELF file SHA256:\s*([0-9a-f]{8,64})/i.exec(text)?.[1];
  if (hash !== undefined) return { ...dump, programHash: hash.toLowerCase() };
  if (/epc1\s*=\s*0x/i.test(text)) return withEsp8266Registers(dump, text);
  const words = stackWords(text);
  if (words !== null) {
    const code = words.filter(isCode);
    return code.length === 0 ? dump : { ...dump, stack: [...dump.stack, ...code].slice(0, mostOfStack) };
  }
  return withRegisters(dump, text);
}

/** The innermost first; what lay on the stack only where there is no backtrace. */
export function addressesOf({ at, callers, stack }: CrashDump): readonly CodeAddress[] {
  const known: CodeAddress[] = [];
  if (at !== null && isCode(at) && callers[0] !== at) known.push({ address: at, role: 'at' });
  callers.forEach((address, index) =>
    known.push({ address, role: index === 0 && known.length === 0 ? 'at' : 'caller' }),
  );
  // A return address alone is no backtrace: RISC-V prints one and leaves the rest to whoever reads the stack.
  if (callers.length <= 1) for (const address of stack) known.push({ address, role: 'stack' });
  return known;
}

/** `Backtrace: 0x400d6d42:0x3ffb5410 0x400d6d8e:0x3ffb5430`; the first one is the program counter itself, corrected. */
function withBacktrace(dump: CrashDump, text: string): CrashDump {
  const found = [...text.matchAll(/0x([0-9a-f]{8}):0x[0-9a-f]{8}/gi)].map((match) =>
    Number.parseInt(match[1] ?? '', 16),
  );
  if (found.length === 0) return dump;
  return { ...dump, at: found[0] ?? null, callers: found.filter(isCode).slice(0, mostCallers) };
}

/** `PC : 0x400d6d45`, `EXCVADDR: 0x00000000`, `MEPC : 0x42007a3e  RA : 0x42007a36`, `MTVAL : 0x00000000`. */
function withRegisters(dump: CrashDump, text: string): CrashDump {
  const register = (name: string): number | null => {
    const value = new RegExp(`(?:^|\\s)${name}\\s*:\\s*0x([0-9a-f]{8})`, 'i').exec(text)?.[1];
    return value === undefined ? null : Number.parseInt(value, 16);
  };
  const at = register('PC') ?? register('MEPC');
  const dataAddress = register('EXCVADDR') ?? register('MTVAL');
  const returnTo = register('RA');
  if (at === null && dataAddress === null && returnTo === null) return dump;
  return {
    ...dump,
    at: dump.at ?? at,
    dataAddress: dataAddress ?? dump.dataAddress,
    callers: returnTo !== null && isCode(returnTo) && dump.callers.length === 0 ? [returnTo] : dump.callers,
  };
}

/** `epc1=0x40201a2c epc2=0x00000000 … excvaddr=0x00000000`, with or without commas. */
function withEsp8266Registers(dump: CrashDump, text: string): CrashDump {
  const value = (name: string): number | null => {
    const found = new RegExp(`${name}\\s*=\\s*0x([0-9a-f]{1,8})`, 'i').exec(text)?.[1];
    return found === undefined ? null : Number.parseInt(found, 16);
  };
  return { ...dump, at: value('epc1'), dataAddress: value('excvaddr') };
}

/** `3fc91f70: 0x00000000 0x42007a7c …` (RISC-V) or `3fffff20:  3ffe8514 40201a52 …` (ESP8266); null for other lines. */
function stackWords(text: string): number[] | null {
  const row = /^\s*(?:0x)?3[0-9a-f]{7}:\s+((?:(?:0x)?[0-9a-f]{8}\s*){1,8})$/i.exec(text)?.[1];
  if (row === undefined) return null;
  return (row.match(/[0-9a-f]{8}/gi) ?? []).map((word) => Number.parseInt(word, 16));
}
