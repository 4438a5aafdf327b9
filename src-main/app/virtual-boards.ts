import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChip } from '../../src-shared/chips';
import { AppError } from '../../src-shared/errors/app-error';
import { flashSizeToBytes } from '../../src-shared/flash-parts/flash-parts';
import type { Clock, Transport } from '../engine/transport/transport';
import { VirtualBoard } from '../virtual/virtual-board';
import { createVirtualTransport, parseTrouble } from '../virtual/virtual-transport';

/** In the picker unless ESPLANADE_SIM_BOARDS says otherwise: one board of each family that people have at home. */
const usualBoards = ['sim://esp32', 'sim://esp32c3', 'sim://esp32s3', 'sim://esp8266'];

/** How virtual boards are set up from outside. */
export interface VirtualBoardSettings {
  readonly clock: Clock;
  /** ESPLANADE_SIM_BOARDS: paths separated by blanks, such as `sim://esp32c3?flash-size=8MB&trouble=no-sync`. */
  readonly paths: string | undefined;
  /** ESPLANADE_SIM_FLASH_DIR: where each board's flash is kept as a file between starts. */
  readonly flashFolder: string | undefined;
}

/** The virtual boards of the desktop application; each lives, with its flash, as long as the program. */
export class VirtualBoards {
  private readonly boards = new Map<string, VirtualBoard>();
  readonly paths: readonly string[];

  constructor(private readonly settings: VirtualBoardSettings) {
    this.paths = settings.paths?.split(/\s+/).filter((path) => path !== '') ?? usualBoards;
  }

  /** A transport to the board of a `sim://` path; `port.badAddress` when the path means none. */
  openTransport(path: string): Transport {
    const board = this.boards.get(path) ?? this.make(path);
    this.boards.set(path, board);
    const transport = createVirtualTransport(board, { path });
    const file = this.flashFile(path);
    if (file !== null) transport.onClose(() => writeFileSync(file, board.flash));
    return transport;
  }

  private make(path: string): VirtualBoard {
    const bad = (reason: string): AppError => new AppError('port.badAddress', { path, reason });
    const [name = '', query = ''] = path.slice('sim://'.length).split('?', 2);
    const chip = findChip(name);
    if (chip === null) throw bad('expected sim:// and the name of a chip');
    const parameters = new URLSearchParams(query);
    const flashSize = parameters.get('flash-size');
    const sizeBytes = flashSize === null ? null : flashSizeToBytes(flashSize);
    if (flashSize !== null && sizeBytes === null) throw bad(`${flashSize} is no flash size`);
    const file = this.flashFile(path);
    return new VirtualBoard({
      chip: chip.id,
      clock: this.settings.clock,
      pace: true,
      troubles: parameters.getAll('trouble').map(parseTrouble),
      ...(sizeBytes === null ? {} : { flashSizeBytes: sizeBytes }),
      ...(file !== null && existsSync(file) ? { flash: readFileSync(file) } : {}),
    });
  }

  private flashFile(path: string): string | null {
    const { flashFolder } = this.settings;
    if (flashFolder === undefined || flashFolder === '') return null;
    mkdirSync(flashFolder, { recursive: true });
    return join(flashFolder, `${path.slice('sim://'.length).replace(/[^a-z0-9.]+/gi, '-')}.bin`);
  }
}
