import { chipById } from '../../../src-shared/chips';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError, toAppError } from '../../../src-shared/errors/app-error';
import { flashSizeToBytes } from '../../../src-shared/flash-parts/flash-parts';
import { partitionKind } from '../../../src-shared/formats/partition-kind';
import type { BoardIdentity, MapRegion, PlanView, PreflightCheck } from '../../../src-shared/ipc/contract';
import { parseSize } from '../../../src-shared/numbers/parse-number';
import { checkBootloaderOffset, checkChip, checkIntegrity, checkRevision } from './check-images';
import { effectsOf, partitionsOnBoard } from './board-effects';
import { checkCompleteness, checkStart } from './check-boot';
import { checkData, checkWithheld } from './check-data';
import { checkApps, checkTable, checkTableOffset } from './check-partitions';
import { checkAlignment, checkFit, checkOverlap } from './check-placement';
import {
  checkBuiltForEncryption,
  checkEncryptedWrites,
  checkEncryption,
  checkSecureBoot,
  checkSecureDownload,
  checkSecurity,
} from './check-security';
import { cutMerged } from './cut-merged';
import type { FlashPlan } from './flash-plan';
import { checkHeaderSize, checkSignature, patchRows, resolveHeaderSettings } from './header-plan';
import type { PlacedRow, PlanFacts, PlanInput } from './plan-input';
import { problem, warning, type CheckId, type Finding } from './preflight-check';

/** What came of the rows. */
export interface BuiltPlan {
  /** Null when something stands in the way or no board has been asked. `regions[i]` is `view.writes[i]`. */
  readonly plan: FlashPlan | null;
  /** `canFlash` says that nothing is wrong as far as it is known; without a board some lines are `unknown`. */
  readonly view: PlanView;
  /** The first problem, for a command line. */
  readonly error: AppError | null;
}

/** The reference tool's assumption about a part that does not tell its size. */
const assumedFlashSize = 4 * 1024 * 1024;

const checks: readonly ((facts: PlanFacts) => Finding[])[] = [
  checkAlignment,
  checkOverlap,
  checkFit,
  checkFlashSize,
  checkSecureDownload,
  checkChip,
  checkRevision,
  checkIntegrity,
  checkBootloaderOffset,
  checkTableOffset,
  checkTable,
  checkApps,
  checkHeaderSize,
  checkCompleteness,
  checkStart,
  checkData,
  checkWithheld,
  checkSecurity,
  checkEncryption,
  checkEncryptedWrites,
  checkBuiltForEncryption,
  checkSecureBoot,
];

/** Lines that speak of where every file is. */
const aboutPlaces: ReadonlySet<CheckId> = new Set(['aligned', 'overlap', 'fits']);

/**
 * Makes the plan and the pre-flight sheet from what is known, without touching the board. Pure. Never
 * throws: what is wrong stands in the checks, with codes and facts only. `force` turns the problems that
 * are about compatibility and protection into warnings, as the reference tool's `--force` does.
 */
export function buildPlan(input: PlanInput): BuiltPlan {
  const { settings, identity } = input;
  const { placed: rows, findings } = placeRows(input);
  const chip = identity === null ? commonChip(rows) : chipById(identity.chip);
  const realSizeBytes = sizeOf(input);
  const layout = input.layout ?? null;
  const onBoard = partitionsOnBoard(layout, identity);
  const table = tableAmong(rows);
  const cut = rows.map((row) => cutMerged(row, settings, onBoard));
  const regions = cut.flatMap((file) => file.regions).sort((a, b) => a.offset - b.offset);
  const patched = patch(regions, chip, input);
  const facts: PlanFacts = {
    settings,
    identity,
    layout,
    onBoard,
    chip,
    placed: rows,
    regions: patched.placed,
    kept: cut.flatMap((file) => file.kept),
    realSizeBytes,
    limitBytes: smallerOf(realSizeBytes, flashSizeToBytes(settings.flashSize)),
    table,
    effects: effectsOf({ settings, layout, onBoard, inFiles: table?.partitions ?? null, regions: patched.placed }),
  };
  // Where a file is to go is part of these, so that a file that goes nowhere yet leaves them open.
  const hasPlaces = !findings.some(({ id }) => id === 'offset');
  const told = checks.flatMap((check) => check(facts));
  const all = [
    ...findings,
    ...patched.findings,
    ...told.filter(({ id, state }) => hasPlaces || state !== 'ok' || !aboutPlaces.has(id)),
  ];
  const shown = all.map((finding) => toCheck(finding, settings.force));
  const view = viewOf(facts, shown);
  const first = shown.find(({ state }) => state === 'problem')?.error;
  return {
    plan: view.canFlash && identity !== null ? planOf(facts, chipById(identity.chip)) : null,
    view,
    error: first === undefined || first === null ? null : new AppError(first.code, first.facts),
  };
}

/** Files with their headers as they would be written, and the rows that they come from. */
export type Comparison = readonly (FlashPlan['regions'][number] & { readonly row: number })[];

/**
 * What flash would hold after a write of these rows, to be compared with it: nothing is checked that only matters
 * for a write, and what a write would leave alone is left out. Throws what is wrong with the rows themselves.
 */
export function buildComparison(input: PlanInput & { readonly identity: BoardIdentity }): Comparison {
  const { placed: rows, findings } = placeRows(input);
  const onBoard = partitionsOnBoard(input.layout ?? null, input.identity);
  const regions = rows.flatMap((row) => cutMerged(row, input.settings, onBoard).regions);
  const patched = patch(regions, chipById(input.identity.chip), input);
  const wrong = [...findings, ...patched.findings].find(({ state }) => state === 'problem')?.error;
  if (wrong) throw new AppError(wrong.code, wrong.facts);
  return patched.placed.map(({ index, row, name, offset, bytes }) => {
    const start = rows.find((placed) => placed.index === index)?.offset ?? offset;
    // Without the padding to whole words: behind the file there may be anything.
    return { row: index, name, offset, bytes: bytes.subarray(0, start + row.bytes.length - offset) };
  });
}

/** Offsets as numbers, in order; rows that have none, or nothing to write, become findings. */
function placeRows({ rows }: PlanInput): { placed: PlacedRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const placed = rows.flatMap((row, index): PlacedRow[] => {
    if (!row.enabled) return [];
    const about = { rows: [index] };
    if (row.bytes.length === 0) {
      findings.push(problem('empty', new AppError('file.empty', { name: row.name }), about));
      return [];
    }
    try {
      const offset = parseSize(row.offsetText, row.name);
      const bytes = padToWords(row.bytes);
      return [{ index, row, offset, endOffset: offset + bytes.length, bytes }];
    } catch (error) {
      const place = row.description.suggestedOffset;
      const repair = place === null ? {} : ({ repair: { kind: 'setOffset', row: index, offset: place } } as const);
      findings.push(problem('offset', toAppError(error), { ...about, ...repair }));
      return [];
    }
  });
  if (!rows.some(({ enabled }) => enabled)) {
    findings.push(problem('rows', new AppError('plan.nothingToWrite', {}), { rows: [] }));
  }
  return { placed: placed.sort((a, b) => a.offset - b.offset), findings };
}

/** Loaders write whole words; erased flash reads 0xFF anyway. */
function padToWords(bytes: Uint8Array): Uint8Array {
  return padTo(bytes, 4);
}

function padTo(bytes: Uint8Array, unit: number): Uint8Array {
  if (bytes.length % unit === 0) return bytes;
  const padded = new Uint8Array(bytes.length + unit - (bytes.length % unit)).fill(0xff);
  padded.set(bytes);
  return padded;
}

function patch<R extends PlacedRow>(
  placed: R[],
  chip: ChipDescriptor | null,
  input: PlanInput,
): { placed: R[]; findings: Finding[] } {
  if (chip === null) return { placed, findings: [] };
  try {
    const wanted = resolveHeaderSettings(input.settings, chip, sizeOf(input));
    return { placed: patchRows(placed, chip, wanted), findings: checkSignature(placed, chip, wanted) };
  } catch (error) {
    return { placed, findings: [problem('settings', toAppError(error), { rows: [] })] };
  }
}

/** Size of the flash part as the board tells it, or as somebody else does where it keeps that to itself. */
function sizeOf({ identity, settings: { statedSize } }: PlanInput): number | null {
  const toldBytes = identity?.flash?.sizeBytes ?? null;
  if (toldBytes !== null || identity === null || statedSize === undefined) return toldBytes;
  return flashSizeToBytes(statedSize);
}

/** The chip that the files are for, while no board has been asked. */
function commonChip(placed: readonly PlacedRow[]): ChipDescriptor | null {
  const told = placed.map(({ row: { description } }) => description.image?.chip ?? description.statedChip ?? null);
  const chip = told.find((candidate) => candidate !== null);
  return chip === undefined ? null : chipById(chip);
}

function smallerOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function tableAmong(placed: readonly PlacedRow[]): PlanFacts['table'] {
  for (const row of placed) {
    const { partitions } = row.row.description;
    if (partitions !== null) return { placed: row, partitions };
  }
  return null;
}

/** A board that does not tell how large its flash is, while nobody says. */
function checkFlashSize({ identity, limitBytes, placed }: PlanFacts): Finding[] {
  if (identity === null || limitBytes !== null || placed.length === 0) return [];
  if (identity.secureDownloadMode) {
    // A guess would do, but the flash cannot be asked whether it was a good one.
    const error = new AppError('flash.sizeNotTold', { chip: chipById(identity.chip).name });
    return [problem('flashSize', error, { rows: [] })];
  }
  const flashId = identity.flash === null ? 0 : identity.flash.manufacturerId | (identity.flash.deviceId << 8);
  return [warning('flashSize', new AppError('flash.sizeUnknown', { flashId }), { rows: [] })];
}

function toCheck({ isForceable, ...check }: Finding, force: boolean): PreflightCheck {
  return force && isForceable && check.state === 'problem' ? { ...check, state: 'warning' } : check;
}

function viewOf(facts: PlanFacts, shown: readonly PreflightCheck[]): PlanView {
  const { regions, kept, table, limitBytes, effects } = facts;
  const writes = regions.map(({ index, name, part, kind, offset, bytes }): MapRegion => ({
    row: index,
    name,
    ...(part === null ? {} : { part }),
    kind,
    offset,
    sizeBytes: bytes.length,
  }));
  const layout = (table?.partitions ?? []).map((partition): MapRegion => ({
    row: null,
    name: partition.label,
    kind: partitionKind(partition),
    offset: partition.offset,
    sizeBytes: partition.sizeBytes,
  }));
  return {
    canFlash: shown.every(({ state }) => state !== 'problem'),
    checks: shown,
    writes,
    layout: layout.sort((a, b) => a.offset - b.offset),
    flashSizeBytes: limitBytes,
    totalBytes: writes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    ...(kept.length > 0 ? { kept } : {}),
    effects,
  };
}

function planOf({ regions, limitBytes, settings }: PlanFacts, chip: ChipDescriptor): FlashPlan {
  const end = Math.max(0, ...regions.map(({ endOffset }) => endOffset));
  return {
    chip: chip.id,
    flashSizeBytes: limitBytes ?? Math.max(assumedFlashSize, 2 ** Math.ceil(Math.log2(end))),
    regions: regions.map(({ row, name, offset, bytes }) =>
      row.encrypt === true
        ? { name, offset, bytes: padTo(bytes, chip.encryptedWriteAlign), encrypted: true }
        : { name, offset, bytes },
    ),
    eraseAll: settings.eraseAll,
    compression: settings.compression,
  };
}
