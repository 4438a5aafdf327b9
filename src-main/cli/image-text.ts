import { chipById } from '../../src-shared/chips';
import { describeError } from '../../src-shared/errors/advice';
import type { ImageChecksum } from '../../src-shared/formats/firmware-image';
import type { ExtendedHeader } from '../../src-shared/formats/image-header';
import type { ImageReport } from '../../src-shared/formats/image-report';
import { subtypeName, typeName, type PartitionTable } from '../../src-shared/formats/partition-table';
import { formatBytes, formatHex } from '../../src-shared/numbers/parse-number';
import type { FileReport } from '../jobs/image-files';

const segmentHeaderSize = 8;
/** `minRevision` and `maxRevision` when none is stated. */
const noLimit = 0xffff;
const noWpPin = 0xee;

/** A report on a file as lines of `name: value`, grouped. */
export function fileText({ name, sizeBytes, parts }: FileReport): string {
  const isAlone = parts.length === 1 && parts[0]?.offset === 0;
  const blocks = parts.map((part) => {
    const place = isAlone ? '' : ` at ${formatHex(part.offset)}`;
    if (part.kind === 'partitionTable') return tableText(place, part.table);
    const label = part.label === null ? '' : ` (${part.label})`;
    if (part.kind === 'damaged') return `Image${place}${label}: ${describeError(part.error).title}\n`;
    return `${chipText(part.report)} image${place}${label}\n\n${imageText(part.report)}`;
  });
  return `File: ${name}\nFile size: ${sizeBytes} bytes\n\n${blocks.join('\n')}`;
}

function imageText(report: ImageReport): string {
  const groups = [
    group('Header', headerLines(report)),
    ...(report.extended === null ? [] : [group('Extended header', extendedLines(report, report.extended))]),
    group('Segments', segmentLines(report)),
    group('Footer', footerLines(report)),
    ...applicationGroup(report),
    ...bootloaderGroup(report),
  ];
  return groups.join('\n');
}

function group(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function chipText({ chip, imageChipId }: ImageReport): string {
  return chip === null ? `Chip id ${imageChipId ?? '?'}` : chipById(chip).name;
}

function headerLines(report: ImageReport): string[] {
  const { format, header, flashSize, flashFrequency, flashMode, sizeBytes } = report;
  const named = (name: string | null, number: number): string => name ?? `unknown (${formatHex(number)})`;
  return [
    `Image size: ${sizeBytes} bytes`,
    `Image version: ${format === 'esp8266V2' ? 2 : 1}`,
    `Entry point: ${formatHex(header.entryPoint, 8)}`,
    `Segments: ${report.segments.length}`,
    `Flash size: ${named(flashSize, header.flashSizeNibble >> 4)}`,
    `Flash frequency: ${named(flashFrequency, header.flashFrequencyNibble)}`,
    `Flash mode: ${named(flashMode?.toUpperCase() ?? null, header.flashMode)}`,
  ];
}

function extendedLines(report: ImageReport, extended: ExtendedHeader): string[] {
  const { wpPin, pinDrive, chipId, legacyMinRevision, minRevision, maxRevision } = extended;
  const pins = ['clk', 'q', 'd', 'cs0', 'hd', 'wp'];
  const drive = pins.map((pin, index) => `${pin} ${formatHex(pinDrive[index] ?? 0)}`).join(', ');
  return [
    `WP pin: ${formatHex(wpPin)}${wpPin === noWpPin ? ' (disabled)' : ''}`,
    `Drive of the flash pins: ${drive}`,
    `Chip ID: ${chipId} (${report.chip === null ? 'unknown' : chipText(report)})`,
    `Minimum chip revision: v${revision(minRevision)} (older field: ${legacyMinRevision})`,
    `Maximum chip revision: v${revision(maxRevision)}${maxRevision === noLimit ? ' (any)' : ''}`,
  ];
}

function segmentLines({ segments }: ImageReport): string[] {
  const rows = segments.map(({ sizeBytes, loadAddress, offset, memoryTypes }, index) =>
    [
      String(index).padStart(2),
      formatHex(sizeBytes, 5),
      formatHex(loadAddress, 8),
      formatHex(offset - segmentHeaderSize, 8),
      memoryTypes.join(', '),
    ]
      .join('  ')
      .trimEnd(),
  );
  return [['No', 'Length ', 'Address   ', 'In file   ', 'Memory'].join('  '), ...rows];
}

function footerLines({ checksum, crc, hash, signature }: ImageReport): string[] {
  return [
    `Checksum: ${sumText(checksum, 2)}`,
    ...(crc === null ? [] : [`CRC-32: ${sumText(crc, 8)}`]),
    ...(hash === null ? [] : [`SHA-256: ${hash.stored} (${hash.isValid ? 'valid' : 'invalid'})`]),
    ...(signature === null ? [] : [`Signature: Secure Boot ${signature} (not checked)`]),
  ];
}

function sumText({ stored, computed }: ImageChecksum, digits: number): string {
  const verdict = stored === computed ? 'valid' : `invalid, should be ${formatHex(computed, digits)}`;
  return `${formatHex(stored, digits)} (${verdict})`;
}

function applicationGroup({ application }: ImageReport): string[] {
  if (application === null) return [];
  const { date, time, mmuPageSizeLog2 } = application;
  return [
    group('Application', [
      `Project name: ${application.projectName}`,
      `Version: ${application.version}`,
      `Compile time: ${date} ${time}`,
      `SHA-256 of the ELF file: ${application.elfSha256}`,
      `ESP-IDF: ${application.idfVersion}`,
      `Minimum eFuse block revision: ${revision(application.minEfuseBlockRevision)}`,
      `Maximum eFuse block revision: ${revision(application.maxEfuseBlockRevision)}`,
      ...(mmuPageSizeLog2 === 0 ? [] : [`MMU page size: ${formatBytes(2 ** mmuPageSizeLog2)}`]),
      `Secure version: ${application.secureVersion}`,
    ]),
  ];
}

function bootloaderGroup({ bootloader }: ImageReport): string[] {
  if (bootloader === null) return [];
  const { version, idfVersion, compiled } = bootloader;
  return [group('Bootloader', [`Version: ${version}`, `ESP-IDF: ${idfVersion}`, `Compile time: ${compiled}`])];
}

function tableText(place: string, { partitions }: PartitionTable): string {
  const width = Math.max(5, ...partitions.map(({ label }) => label.length));
  const rows = partitions.map((partition) => {
    const kind = `${typeName(partition)}, ${subtypeName(partition)}`;
    const span = `${formatHex(partition.offset, 8)}  ${formatHex(partition.sizeBytes, 8)}`;
    return `${partition.label.padEnd(width)}  ${span}  ${kind}${partition.isEncrypted ? ', encrypted' : ''}`;
  });
  return group(`Partition table${place}`, [`${'Label'.padEnd(width)}  Offset      Size        Type`, ...rows]);
}

/** `3.99` for 399. */
function revision(value: number): string {
  return `${Math.floor(value / 100)}.${value % 100}`;
}
