import { chipById } from '../../src-shared/chips';
import { AppError } from '../../src-shared/errors/app-error';
import { mostStatusBytes, ownStatusBits } from '../../src-shared/flash-parts/status-bits';
import type {
  BoardIdentity,
  FlashStatusFound,
  MacFound,
  SecurityReport,
  StatusBytes,
  Tool,
  ToolsFound,
  ToolsResult,
  ToolsTask,
} from '../../src-shared/ipc/contract';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { readFlashStatus, writeFlashStatus } from '../engine/operations/flash-status';
import { readEsp8266ChipId, readEui64, readMac } from '../engine/operations/read-mac';
import { readAllSfdp } from '../engine/operations/read-sfdp';
import { createRegisterReader } from '../engine/operations/register-reader';
import { keyPurposeNames, securitySwitches } from '../engine/operations/security-words';
import { refuseInSecureDownloadMode, runOnBoard, type BoardAtWork, type BoardOrder } from './board-job';
import type { ServiceDependencies } from './dependencies';

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;
type Order = Omit<BoardOrder, 'examine' | 'asksFlash'>;

/** As `ToolsFound`, with the bytes of the parameters where it will have a token for them; null: the part has none. */
export type FoundByTools =
  | Extract<ToolsFound, { readonly kind: 'writeStatus' }>
  | (Omit<Extract<ToolsFound, { readonly kind: 'read' }>, 'sfdp'> & { readonly sfdp?: Uint8Array | null });

/** As on the command line. */
const operations: Readonly<Record<Exclude<Tool, 'security'>, string>> = {
  flash: 'read-flash-status',
  sfdp: 'read-flash-sfdp',
  mac: 'read-mac',
};

/**
 * Asks the flash part and the chip about themselves over the ROM loader, which is there at once and can do all of it.
 * Errors besides those of the wire: `flash.noAnswer`, `flash.secureDownloadMode`, `flash.statusChanged`.
 */
export async function runToolsJob(
  deps: Dependencies,
  order: Order,
  task: ToolsTask,
): Promise<Omit<ToolsResult, 'found'> & { readonly found: FoundByTools }> {
  const startedMs = deps.clock.nowMs();
  const settings = { ...order.settings, useStub: false, baudRate: deps.connect.baudRate };
  const asksFlash = task.kind === 'writeStatus' || task.tools.includes('flash') || task.tools.includes('sfdp');
  const examine = (identity: BoardIdentity): void => {
    if (task.kind === 'writeStatus') refuseInSecureDownloadMode(identity, 'write-flash-status');
    else for (const tool of task.tools) if (tool !== 'security') refuseInSecureDownloadMode(identity, operations[tool]);
  };
  // A write that broke off is begun again: what the registers said before it is not what they say now.
  const begun: BegunWrite = { before: null };
  return await runOnBoard(deps, { ...order, settings, examine, asksFlash }, async (board) => ({
    identity: board.identity,
    found: task.kind === 'read' ? await read(board, order, task) : await writeStatus(board, order, task, begun),
    elapsedMs: Math.round(deps.clock.nowMs() - startedMs),
  }));
}

async function read(
  board: BoardAtWork,
  { signal, report }: Pick<BoardOrder, 'signal' | 'report'>,
  { tools, statusBytes }: Extract<ToolsTask, { readonly kind: 'read' }>,
): Promise<FoundByTools> {
  const { loader } = board;
  const wants = (tool: Tool): boolean => tools.includes(tool);
  report({ stage: 'reading', doneBytes: 0, totalBytes: 0 });
  const security = wants('security') ? await readSecurity(board, signal) : undefined;
  const mac = wants('mac') ? await readAddresses(board, signal) : undefined;
  const flash = wants('flash') ? await readStatus(board, statusBytes, signal) : undefined;
  const sfdp = wants('sfdp')
    ? await readAllSfdp(loader, {
        signal,
        onBytes: (doneBytes, totalBytes) => report({ stage: 'reading', doneBytes, totalBytes }),
      })
    : undefined;
  return {
    kind: 'read',
    ...(flash === undefined ? {} : { flash }),
    ...(sfdp === undefined ? {} : { sfdp }),
    ...(security === undefined ? {} : { security }),
    ...(mac === undefined ? {} : { mac }),
  };
}

async function readStatus(
  { loader, identity }: BoardAtWork,
  statusBytes: StatusBytes,
  signal: AbortSignal,
): Promise<FlashStatusFound> {
  const flash = flashOf(identity);
  const count = statusBytes > mostStatusBytes(flash) ? 1 : statusBytes;
  return { flash, statusBytes: count, value: await readFlashStatus(loader, count, { signal }) };
}

async function readSecurity({ session, loader }: BoardAtWork, signal: AbortSignal): Promise<SecurityReport | null> {
  const info = session.connection.securityInfo ?? (await loader.securityInfo({ signal }));
  if (info === null) return null;
  const { flags, flashCryptCount, chipId, ecoVersion: apiVersion } = info;
  const keys = keyPurposeNames(info).map((name, block) => ({ purpose: info.keyPurposes[block] ?? 0, name }));
  return { flags, flashCryptCount, chipId, apiVersion, keys, ...securitySwitches(info) };
}

async function readAddresses({ loader, identity }: BoardAtWork, signal: AbortSignal): Promise<MacFound> {
  const chip = chipById(identity.chip);
  const registers = createRegisterReader(loader, { signal });
  const long = await readEui64(chip, registers);
  return {
    base: await readMac(chip, registers),
    extension: long?.extension ?? null,
    eui64: long?.eui64 ?? null,
    esp8266ChipId: await readEsp8266ChipId(chip, registers),
  };
}

interface BegunWrite {
  /** Null until something is written. */
  before: number | null;
}

async function writeStatus(
  { loader, identity }: BoardAtWork,
  { signal, report }: Pick<BoardOrder, 'signal' | 'report'>,
  { statusBytes, value, was, nonVolatile }: Extract<ToolsTask, { readonly kind: 'writeStatus' }>,
  begun: BegunWrite,
): Promise<FoundByTools> {
  const flash = flashOf(identity);
  const hex = (status: number): string => formatHex(status, 2 * statusBytes);
  // Whoever read the status knows better; only another part can be behind it.
  if (statusBytes > mostStatusBytes(flash)) throw new AppError('flash.statusChanged', { was: hex(was), now: '?' });
  const before = begun.before ?? (await readFlashStatus(loader, statusBytes, { signal }));
  // The bits that the part sets by itself are nobody's decision.
  if ((before & ~ownStatusBits) !== (was & ~ownStatusBits)) {
    throw new AppError('flash.statusChanged', { was: hex(was), now: hex(before) });
  }
  begun.before = before;
  report({ stage: 'writing', doneBytes: 0, totalBytes: statusBytes });
  const after = await writeFlashStatus(loader, value, statusBytes, { signal, nonVolatile });
  return { kind: 'writeStatus', statusBytes, flash, before, value, after, nonVolatile };
}

/** Who asks for the flash part has it, or the job ended with `flash.noAnswer`. */
function flashOf({ flash }: BoardIdentity): FlashStatusFound['flash'] {
  if (flash === null) throw new AppError('internal', { reason: 'the flash part was not asked' });
  return flash;
}
