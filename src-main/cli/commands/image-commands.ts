import { Option, type Command } from 'commander';
import { chipById } from '../../../src-shared/chips';
import { AppError } from '../../../src-shared/errors/app-error';
import { flashModes } from '../../../src-shared/formats/image-header';
import { largestUf2Chunk } from '../../../src-shared/formats/uf2';
import { formatHex, parseSize } from '../../../src-shared/numbers/parse-number';
import { ignoredOptions } from '../../engine/image/ignored-options';
import { defaultImageOptions, type ImageOptions } from '../../engine/image/image-options';
import type { MergeFormat } from '../../engine/image/merge-images';
import type { HeaderSettings } from '../../engine/image/patch-header';
import {
  convertProgram,
  describeImageFile,
  makeImageOfSegments,
  mergeFiles,
  type SavedFile,
} from '../../jobs/image-files';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { fileText } from '../image-text';
import { parseChoice, parseWholeNumber } from '../option-values';
import { readPairs } from './flash-options';

/** Wraps what a command does into what the parser calls. */
export type RunCommand = (
  action: (options: GlobalOptions, command: Command) => Promise<ExitCode>,
) => (...parsed: unknown[]) => Promise<void>;

interface FlashValues {
  readonly flashMode?: string;
  readonly flashFreq?: string;
  readonly flashSize?: string;
}

interface Elf2ImageValues extends FlashValues {
  readonly output?: string;
  readonly version?: string;
  readonly useSegments?: boolean;
  readonly minRev?: string;
  readonly minRevFull?: string;
  readonly maxRevFull?: string;
  readonly securePad?: boolean;
  readonly securePadV2?: boolean;
  readonly elfSha256Offset?: string;
  readonly dontAppendDigest?: boolean;
  readonly flashMmuPageSize?: string;
  readonly padToSize?: string;
  readonly ramOnlyHeader?: boolean;
}

interface MergeBinValues extends FlashValues {
  readonly output?: string;
  readonly format?: string;
  readonly targetOffset?: string;
  readonly padToSize?: string;
  readonly chunkSize?: string;
  readonly md5Disable?: boolean;
}

interface MakeImageValues {
  readonly segfile: readonly string[];
  readonly segaddr: readonly string[];
  readonly entrypoint?: string;
}

/** Adds the commands that work on files alone: `image-info`, `elf2image`, `make-image`, `merge-bin`. */
export function addImageCommands(program: Command, io: ConsoleIo, run: RunCommand): void {
  program
    .command('image-info')
    .description('tell what is in a firmware file')
    .argument('<file>', 'an image, a merged file, Intel HEX or UF2')
    .option('--version <1|2>', 'taken for the sake of older scripts; there is one form of the report')
    .action(run((options, command) => imageInfo(io, options, command.args)));
  program
    .command('elf2image')
    .description('make an image out of an ELF file; needs --chip')
    .argument('<file>', 'the ELF file')
    .option('-o, --output <file>', 'the image; how its two names start for ESP8266 version 1')
    .option('-e, --version <1|2|3>', 'version of an ESP8266 image; others have one only', '1')
    .option('--use-segments', 'go by the segments of the ELF file instead of its sections')
    .option('--flash-mode <mode>', 'qio, qout, dio or dout (ESPTOOL_FM; default: qio)')
    .option('--flash-freq <frequency>', '80m, 40m, … (ESPTOOL_FF; default: the one that chip counts as 0)')
    .option('--flash-size <size>', '1MB, 4MB, … (ESPTOOL_FS; default: 1MB)')
    .option('-r, --min-rev <revision>', 'least chip revision, in the older field')
    .option('--min-rev-full <revision>', 'least chip revision, major * 100 + minor')
    .option('--max-rev-full <revision>', 'highest chip revision, major * 100 + minor')
    .option('--secure-pad', 'pad for a signature of Secure Boot v1')
    .option('--secure-pad-v2', 'pad for a signature of Secure Boot v2')
    .option('--elf-sha256-offset <offset>', 'where in the image to put the SHA-256 of the ELF file')
    .option('--dont-append-digest', 'no SHA-256 at the end')
    .option('--flash-mmu-page-size <size>', '8KB, 16KB, 32KB or 64KB, on chips where it can be chosen')
    .option('--pad-to-size <size>', 'fill up with 0xFF to a multiple of a size')
    .option('--ram-only-header', 'let ROM see the segments for RAM alone')
    .addOption(formerOption())
    .action(run((options, command) => elf2image(io, options, command.args, command.opts<Elf2ImageValues>())));
  program
    .command('make-image')
    .description('make an ESP8266 image out of segments in files of their own')
    .argument('<output>', 'the image')
    .option('-f, --segfile <file>', 'a segment', collect, [])
    .option('-a, --segaddr <address>', 'the address of the segment named before it', collect, [])
    .option('-e, --entrypoint <address>', 'where to start (default: 0)')
    .action(run((options, command) => makeImage(io, options, command.args, command.opts<MakeImageValues>())));
  program
    .command('merge-bin')
    .description('make one file out of several for different places in flash')
    .argument('<address file...>', 'pairs of a flash address and the file for it')
    .option('-o, --output <file>', 'the merged file')
    .option('-f, --format <format>', 'raw, uf2 or hex', 'raw')
    .option('--target-offset <offset>', 'the place in flash that a raw file is for', '0')
    .option('--pad-to-size <size>', 'fill up a raw file with 0xFF to the size of the flash (older: --fill-flash-size)')
    .option('--chunk-size <bytes>', 'bytes of data in a UF2 block (default: as many as fit)')
    .option('--md5-disable', 'no MD5 in UF2 blocks')
    .option('--flash-mode <mode>', 'keep, qio, qout, dio or dout (ESPTOOL_FM; default: keep)')
    .option('--flash-freq <frequency>', 'keep, 80m, 40m, … (ESPTOOL_FF; default: keep)')
    .option('--flash-size <size>', 'keep, 4MB, … (ESPTOOL_FS; default: keep)')
    .addOption(formerOption())
    .action(run((options, command) => mergeBin(io, options, command.args, command.opts<MergeBinValues>())));
}

/** Where the flash is said nothing about a file; older versions of the reference tool took it all the same. */
function formerOption(): Option {
  return new Option('--spi-connection <pins>').hideHelp();
}

async function imageInfo(io: ConsoleIo, { chip }: GlobalOptions, words: readonly string[]): Promise<ExitCode> {
  io.out(fileText(await describeImageFile(only(words), chip)));
  return exitCodes.done;
}

async function elf2image(
  io: ConsoleIo,
  { chip }: GlobalOptions,
  words: readonly string[],
  values: Elf2ImageValues,
): Promise<ExitCode> {
  if (chip === null) throw new AppError('input.missing', { what: '--chip' });
  const options = readImageOptions(values, io.env);
  const files = await convertProgram(only(words), values.output ?? null, chip, options);
  for (const name of ignoredOptions(chipById(chip), options)) {
    io.err(`Note: ${name} means nothing for ${chipById(chip).name} and was ignored\n`);
  }
  return tell(io, files);
}

async function makeImage(
  io: ConsoleIo,
  { chip }: GlobalOptions,
  words: readonly string[],
  { segfile, segaddr, entrypoint }: MakeImageValues,
): Promise<ExitCode> {
  if (chip !== null && chip !== 'esp8266') {
    throw new AppError('input.badChoice', { text: chip, what: '--chip', choices: 'esp8266' });
  }
  if (segfile.length === 0) throw new AppError('input.missing', { what: '--segfile' });
  if (segfile.length !== segaddr.length) {
    throw new AppError('input.missing', { what: segfile.length > segaddr.length ? '--segaddr' : '--segfile' });
  }
  const inputs = segfile.map((path, index) => ({ path, address: parseAddress(segaddr[index] ?? '', '--segaddr') }));
  const entry = entrypoint === undefined ? 0 : parseAddress(entrypoint, '--entrypoint');
  return tell(io, await makeImageOfSegments(inputs, only(words), entry));
}

async function mergeBin(
  io: ConsoleIo,
  { chip }: GlobalOptions,
  words: readonly string[],
  values: MergeBinValues,
): Promise<ExitCode> {
  if (values.output === undefined) throw new AppError('input.missing', { what: '--output' });
  const inputs = readPairs(words).map(({ offsetText, path }) => ({
    path,
    address: parseAddress(offsetText, 'address'),
  }));
  const options = { format: readMergeFormat(values), header: readHeaderSettings(values, io.env) };
  return tell(io, await mergeFiles(inputs, values.output, chip, options));
}

function tell(io: ConsoleIo, files: readonly SavedFile[]): ExitCode {
  for (const { path, sizeBytes, offset } of files) {
    const place = offset === null ? '' : `, for flash at ${formatHex(offset, 5)}`;
    io.out(`Wrote ${path}: ${sizeBytes} bytes${place}\n`);
  }
  return exitCodes.done;
}

const imageVersions = { 1: 1, 2: 2, 3: 3 } as const;

function readImageOptions(values: Elf2ImageValues, env: ConsoleIo['env']): ImageOptions {
  const flash = readFlashValues(values, env);
  const number = (text: string | undefined, what: string, most: number): number | null =>
    text === undefined ? null : parseWholeNumber(text, what, 0, most);
  const size = (text: string | undefined, what: string): number | null =>
    text === undefined ? null : parseWholeNumber(text, what, 1, 0x1000_0000);
  return {
    ...defaultImageOptions,
    source: values.useSegments === true ? 'segments' : 'sections',
    flashMode:
      flash.mode === null ? defaultImageOptions.flashMode : parseChoice(flash.mode, '--flash-mode', flashModes),
    flashFrequency: flash.frequency,
    flashSize: flash.size ?? defaultImageOptions.flashSize,
    esp8266Version: imageVersions[parseChoice(values.version ?? '1', '--version', ['1', '2', '3'])],
    legacyMinRevision: number(values.minRev, '--min-rev', 0xff) ?? defaultImageOptions.legacyMinRevision,
    minRevision: number(values.minRevFull, '--min-rev-full', 0xffff) ?? defaultImageOptions.minRevision,
    maxRevision: number(values.maxRevFull, '--max-rev-full', 0xffff) ?? defaultImageOptions.maxRevision,
    securePad: values.securePadV2 === true ? 'v2' : values.securePad === true ? 'v1' : null,
    hasHash: values.dontAppendDigest !== true,
    mmuPageSize: size(values.flashMmuPageSize, '--flash-mmu-page-size'),
    padToSize: size(values.padToSize, '--pad-to-size'),
    ramOnlyHeader: values.ramOnlyHeader === true,
    programHashOffset: number(values.elfSha256Offset, '--elf-sha256-offset', 0xffff_ffff),
  };
}

function readMergeFormat(values: MergeBinValues): MergeFormat {
  const kind = parseChoice(values.format ?? 'raw', '--format', ['raw', 'uf2', 'hex']);
  const hasMd5 = values.md5Disable !== true;
  switch (kind) {
    case 'raw':
      return {
        kind,
        targetOffset: parseAddress(values.targetOffset ?? '0', '--target-offset'),
        padToSize: values.padToSize === undefined ? null : parseSize(values.padToSize, '--pad-to-size'),
      };
    case 'uf2':
      return { kind, hasMd5, chunkSize: readChunkSize(values.chunkSize, largestUf2Chunk(hasMd5)) };
    case 'hex':
      return { kind };
  }
}

/** Blocks hold whole words. */
function readChunkSize(text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const value = parseWholeNumber(text, '--chunk-size', 4, most);
  if (value % 4 === 0) return value;
  throw new AppError('input.badChoice', { text, what: '--chunk-size', choices: `4, 8, … ${most}` });
}

function readHeaderSettings(values: FlashValues, env: ConsoleIo['env']): HeaderSettings {
  const { mode, frequency, size } = readFlashValues(values, env);
  return { flashMode: mode ?? 'keep', flashFrequency: frequency ?? 'keep', flashSize: size ?? 'keep' };
}

interface FlashWords {
  readonly mode: string | null;
  readonly frequency: string | null;
  readonly size: string | null;
}

/** From the options, else the environment; null for neither. There is nothing to keep or to detect in the environment's `keep` and `detect`. */
function readFlashValues(values: FlashValues, env: ConsoleIo['env']): FlashWords {
  const given = (value: string | undefined, name: string): string | null => {
    if (value !== undefined) return value.toLowerCase();
    const text = env[`ESPTOOL_${name}`]?.toLowerCase() ?? '';
    return ['', 'keep', 'detect'].includes(text) ? null : text;
  };
  return {
    mode: given(values.flashMode, 'FM'),
    frequency: given(values.flashFreq, 'FF'),
    size: given(values.flashSize, 'FS')?.replace(/[mk]b/, (unit) => unit.toUpperCase()) ?? null,
  };
}

function parseAddress(text: string, what: string): number {
  return parseWholeNumber(text, what, 0, 0xffff_ffff);
}

function only(words: readonly string[]): string {
  const [word, more] = words;
  if (word === undefined) throw new AppError('input.missing', { what: 'file' });
  if (more !== undefined) throw new AppError('input.unknownOption', { text: more });
  return word;
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
