import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import { parseElf } from '../../src-shared/formats/elf';
import { findSourceLines } from '../../src-shared/formats/elf-lines';
import { readElfSymbols, type ElfSymbols } from '../../src-shared/formats/elf-symbols';
import type { CodePlace, CodePlaces, Request } from '../../src-shared/ipc/contract';
import { readWholeFile } from '../firmware/read-whole-file';

/** Debug information makes a program's file large; with more than this something else is wrong. */
const largestProgram = 64 * 1024 * 1024;
const mostPrograms = 4;
/** Program files beside a build that are looked at: a build has one or a few. */
const mostBeside = 12;
/** Where build systems leave the program, from the folder that a person drops: ESP-IDF, Arduino and PlatformIO. */
const buildFolders = ['', 'build', '.pio/build'];

interface Program {
  readonly name: string;
  readonly path: string;
  readonly changedMs: number;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly symbols: ElfSymbols;
  /** Return addresses are behind the call; ESP-IDF's backtraces for Xtensa are corrected already. */
  readonly returnsBehind: boolean;
}

type Wanted = Request<'monitor.locate'>;

/** Program files (ELF) in which addresses are looked up: those that a person chose, and those beside a build on the table. */
export class MonitorPrograms {
  private readonly chosen: Program[] = [];
  private readonly beside = new Map<string, Program | null>();

  /** `inputs`: paths of what lies on the flash table. */
  constructor(private readonly inputs: () => readonly string[]) {}

  /** The last one first. */
  get names(): readonly string[] {
    return this.chosen.map(({ name }) => name);
  }

  /** Takes program files; answers those that could not be used, with why. */
  async add(paths: readonly string[]): Promise<readonly { name: string; error: AppErrorData }[]> {
    const rejected: { name: string; error: AppErrorData }[] = [];
    for (const path of paths) {
      try {
        const program = await readProgram(path);
        const others = this.chosen.filter((other) => other.path !== path);
        this.chosen.splice(0, this.chosen.length, program, ...others.slice(0, mostPrograms - 1));
      } catch (error) {
        rejected.push({ name: basename(path), error: toAppError(error).toData() });
      }
    }
    return rejected;
  }

  /** Functions and lines of the addresses, by the program that runs as far as that can be told. */
  async locate({ addresses, programHash }: Wanted): Promise<CodePlaces> {
    const program = await this.programFor(programHash);
    if (program === null) return { program: null, isSame: null, places: [] };
    const lookedUp = addresses.map(({ address, role }) => {
      const isBehind = role === 'stack' || (role === 'caller' && program.returnsBehind);
      return { address, role, at: isBehind ? address - 1 : address };
    });
    const lines = findSourceLines(
      program.bytes,
      lookedUp.map(({ at }) => at),
      program.name,
    );
    const places = lookedUp.flatMap(({ address, role, at }): CodePlace[] => {
      const functionName = program.symbols.find(at)?.name ?? null;
      if (functionName === null && role === 'stack') return [];
      const source = lines.get(at);
      return [{ address, functionName, file: source?.file ?? null, line: source?.line ?? null }];
    });
    return { program: program.name, isSame: isSame(program, programHash), places };
  }

  /** The very program by its hash; else the one that was chosen last; else the only one that lies beside a build. */
  private async programFor(programHash: string | null): Promise<Program | null> {
    const fits = (program: Program): boolean => isSame(program, programHash) === true;
    const fitting = this.chosen.find(fits);
    if (fitting !== undefined) return fitting;
    const beside = await this.besideBuilds();
    const found = beside.find(fits) ?? this.chosen[0];
    if (found !== undefined) return found;
    return programHash === null && beside.length === 1 ? (beside[0] ?? null) : null;
  }

  private async besideBuilds(): Promise<readonly Program[]> {
    const paths = new Set<string>();
    for (const input of this.inputs()) for (const path of await programsBeside(input)) paths.add(path);
    const programs: Program[] = [];
    for (const path of [...paths].slice(0, mostBeside)) {
      const known = this.beside.get(path);
      const changedMs = await changeTime(path);
      const isKnown = known !== undefined && (known === null || known.changedMs === changedMs);
      const program = isKnown ? known : await readProgram(path).catch(() => null);
      this.beside.set(path, program);
      if (program !== null) programs.push(program);
    }
    for (const path of this.beside.keys()) if (!paths.has(path)) this.beside.delete(path);
    return programs;
  }
}

function isSame({ hash }: Program, programHash: string | null): boolean | null {
  return programHash === null ? null : hash.startsWith(programHash);
}

/** `file.*` where it is no program. */
async function readProgram(path: string): Promise<Program> {
  const { name, bytes } = await readWholeFile(path);
  if (bytes.length > largestProgram) {
    throw new AppError('file.tooLarge', { name, sizeBytes: bytes.length, limitBytes: largestProgram });
  }
  const { machine } = parseElf(bytes, name);
  return {
    name,
    path,
    changedMs: await changeTime(path),
    hash: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    symbols: readElfSymbols(bytes, name),
    returnsBehind: machine === 'riscv',
  };
}

/** Files named like programs beside or in what a person dropped. */
async function programsBeside(input: string): Promise<readonly string[]> {
  if (/\.elf$/i.test(input)) return [input];
  const folder = (await isFolder(input)) ? input : dirname(input);
  const found: string[] = [];
  for (const build of buildFolders) {
    const place = join(folder, build);
    found.push(...(await programsIn(place)));
    // PlatformIO keeps one folder per environment.
    if (build.startsWith('.pio'))
      for (const name of await namesIn(place)) found.push(...(await programsIn(join(place, name))));
  }
  return found;
}

async function programsIn(folder: string): Promise<readonly string[]> {
  const names = await namesIn(folder);
  return names.filter((name) => /\.elf$/i.test(name)).map((name) => join(folder, name));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).slice(0, 1000);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

async function changeTime(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? 0;
}
