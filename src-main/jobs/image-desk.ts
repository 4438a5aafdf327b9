import { basename, extname } from 'node:path';
import { chipById, chips, findChip } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { AppError, toAppError } from '../../src-shared/errors/app-error';
import { bytesToFlashSize, flashSizeToBytes } from '../../src-shared/flash-parts/flash-parts';
import { looksLikeElf, parseElf } from '../../src-shared/formats/elf';
import { subtypeName, typeName } from '../../src-shared/formats/partition-table';
import { looksLikePartitionCsv, parsePartitionCsv } from '../../src-shared/formats/partitions/partition-csv';
import { resolveRows, rowsOfTable } from '../../src-shared/formats/partitions/partition-rows';
import type { ImageFile, ImagePart, ImagesAdded, MadeFiles, Request } from '../../src-shared/ipc/contract';
import { parseSize } from '../../src-shared/numbers/parse-number';
import { defaultImageOptions } from '../engine/image/image-options';
import { mergeImages, type MergeFormat, type NamedRegion } from '../engine/image/merge-images';
import { inspectFirmware } from '../firmware/inspect-firmware';
import { fittingChips } from '../firmware/program-builds';
import { readWholeFile } from '../firmware/read-whole-file';
import { saveFiles } from '../firmware/save-files';
import type { Boards } from './board-registry';
import type { FirmwareFiles } from './firmware-store';
import { convertProgram, describeImageFile, type ReportedPart, type SavedFile } from './image-files';
import type { SavedFiles } from './saved-files';

/** Files that are looked into, converted and merged, without any board. */
export class ImageDesk {
  private readonly paths = new Map<string, string>();
  private lastNumber = 0;
  /** While true, dropped files are looked into instead of going on the flash table. */
  isReceiving = false;

  constructor(
    private readonly firmware: FirmwareFiles,
    private readonly boards: Boards,
    private readonly saves: SavedFiles,
  ) {}

  /** Looks into files. What cannot be understood comes back with its error. */
  async open(paths: readonly string[]): Promise<ImagesAdded> {
    const files: ImageFile[] = [];
    const rejected: ImagesAdded['rejected'][number][] = [];
    for (const path of paths) {
      try {
        files.push(await this.openOne(path));
      } catch (error) {
        rejected.push({ name: basename(path), error: toAppError(error).toData() });
      }
    }
    return { files, rejected };
  }

  /** Makes images of a program. `image.notBuilt`, `input.badChoice`, `file.*`. */
  async convert(request: Request<'images.convert'>): Promise<MadeFiles> {
    const { token, chip, save, ...options } = request;
    const descriptor = knownChip(chip);
    const path = this.saves.pathOf(save);
    const makesTwo = descriptor.id === 'esp8266' && options.esp8266Version === 1;
    const output = makesTwo ? `${path.slice(0, path.length - extname(path).length)}-` : path;
    const made = await convertProgram(this.pathOf(token), output, descriptor.id, {
      ...defaultImageOptions,
      ...options,
    });
    return this.made(made);
  }

  /** Merges the rows of the flash table that are switched on. `plan.*`, `input.*`, `file.*`. */
  async merge({ path, rows, settings, format, padTo, save }: Request<'images.merge'>): Promise<MadeFiles> {
    const enabled = rows.filter((row) => row.enabled);
    const regions = enabled.map(({ token, offsetText }): NamedRegion => {
      const { name, bytes } = this.firmware.get(token);
      return { name, offset: parseSize(offsetText, name), bytes };
    });
    const identity = path === null ? null : this.boards.identityOf(path);
    const chip = identity === null ? chipOf(regions) : chipById(identity.chip);
    const boardSize = bytesToFlashSize(identity?.flash?.sizeBytes ?? 0);
    const flashSize = settings.flashSize === 'detect' ? (boardSize ?? 'keep') : settings.flashSize;
    const bytes = mergeImages(regions, chip, {
      format: mergeFormat(format, padTo),
      header: { ...settings, flashSize },
    });
    const output = this.saves.pathOf(save);
    await saveFiles(
      [{ path: output, bytes }],
      enabled.map(({ token }) => this.firmware.pathOf(token)),
    );
    return this.made([{ path: output, sizeBytes: bytes.length, offset: format === 'raw' ? 0 : null }]);
  }

  private async openOne(path: string): Promise<ImageFile> {
    const { name, bytes } = await readWholeFile(path);
    const contents: ImageFile['contents'] = looksLikeElf(bytes)
      ? describeProgram(bytes, name)
      : { kind: 'firmware', parts: looksLikePartitionCsv(bytes) ? [csvPart(bytes, name)] : await this.partsOf(path) };
    const token = `image-${++this.lastNumber}`;
    this.paths.set(token, path);
    return { token, name, sizeBytes: bytes.length, contents };
  }

  private async partsOf(path: string): Promise<readonly ImagePart[]> {
    return (await describeImageFile(path, null)).parts.map(toPart);
  }

  private pathOf(token: string): string {
    const path = this.paths.get(token);
    if (path === undefined) throw new AppError('file.notFound', { name: token });
    return path;
  }

  private made(files: readonly SavedFile[]): MadeFiles {
    return {
      files: files.map(({ path, sizeBytes, offset }) => ({ ...this.saves.add(path), sizeBytes, offset })),
    };
  }
}

function knownChip(text: string): ChipDescriptor {
  const chip = findChip(text);
  if (chip !== null) return chip;
  throw new AppError('input.badChoice', { text, what: 'chip', choices: chips.map(({ id }) => id).join(', ') });
}

function describeProgram(bytes: Uint8Array, name: string): ImageFile['contents'] {
  const elf = parseElf(bytes, name);
  return {
    kind: 'program',
    machine: elf.machine,
    entryPoint: elf.entryPoint,
    candidates: fittingChips(elf).map(({ id }) => id),
    sections: elf.sections.map((section) => ({
      name: section.name,
      address: section.address,
      sizeBytes: section.bytes.length,
    })),
  };
}

/** A partition table that is written down. Where the table lies, a file does not say: usually at 0x8000. */
function csvPart(bytes: Uint8Array, name: string): ImagePart {
  const rows = parsePartitionCsv(bytes, name);
  const resolved = resolveRows(rows, { tableOffset: 0x8000, bootloaderOffset: null });
  const partitions = resolved.flatMap(({ label, type, subtype, offset, sizeBytes }) =>
    type === null || subtype === null || offset === null || sizeBytes === null
      ? []
      : [{ label, type: typeName({ type }), subtype: subtypeName({ type, subtype }), offset, sizeBytes }],
  );
  return { kind: 'partitionTable', offset: null, partitions, table: { rows, hasMd5: true } };
}

function toPart(part: ReportedPart): ImagePart {
  if (part.kind !== 'partitionTable') return part;
  const partitions = part.table.partitions.map((partition) => ({
    label: partition.label,
    type: typeName(partition),
    subtype: subtypeName(partition),
    offset: partition.offset,
    sizeBytes: partition.sizeBytes,
  }));
  const { hasMd5 } = part.table;
  return { kind: 'partitionTable', offset: part.offset, partitions, table: { rows: rowsOfTable(part.table), hasMd5 } };
}

function chipOf(regions: readonly NamedRegion[]): ChipDescriptor | null {
  return regions.map(({ bytes }) => inspectFirmware(bytes).chip).find((chip) => chip !== null) ?? null;
}

function knownSize(text: string): number {
  const sizeBytes = flashSizeToBytes(text);
  if (sizeBytes === null) throw new AppError('input.notANumber', { text, what: 'flash size' });
  return sizeBytes;
}

function mergeFormat(format: 'raw' | 'uf2' | 'hex', padTo: string | null): MergeFormat {
  switch (format) {
    case 'raw':
      return { kind: 'raw', targetOffset: 0, padToSize: padTo === null ? null : knownSize(padTo) };
    case 'uf2':
      return { kind: 'uf2', chunkSize: null, hasMd5: true };
    case 'hex':
      return { kind: 'hex' };
  }
}
