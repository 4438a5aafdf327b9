import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FirmwareFiles } from '../../src-main/jobs/firmware-store';
import { RecentFiles } from '../../src-main/jobs/setups/recent-files';
import { SetupDesk, type SetupDialogs } from '../../src-main/jobs/setups/setup-desk';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import {
  defaultFlashSettings,
  type FilesAdded,
  type FlashSettings,
  type SetupOpened,
  type SetupRowView,
} from '../../src-shared/ipc/contract';

/** A desk with a window that does what the real one does: it shows what it is given and tells what it holds. */
export class SetupBench {
  readonly firmware = new FirmwareFiles();
  readonly clock = new FakeClock();
  readonly recents: RecentFiles;
  readonly desk: SetupDesk;
  readonly opened: SetupOpened[] = [];
  readonly received: FilesAdded[] = [];
  readonly asked: string[] = [];
  /** What a person would answer. */
  readonly answers = {
    place: null as string | null,
    setup: null as string | null,
    located: null as string | null,
    toSave: 'cancel' as Awaited<ReturnType<SetupDialogs['askToSave']>>,
  };
  rows: readonly SetupRowView[] = [];
  settings: FlashSettings = defaultFlashSettings;
  chip: string | null = null;
  private revision = 0;
  private time = 1_700_000_000_000;

  constructor(readonly folder = mkdtempSync(join(tmpdir(), 'esplanade-desk-'))) {
    mkdirSync(folder, { recursive: true });
    this.recents = new RecentFiles({ folder, clock: this.clock, now: () => ++this.time });
    this.desk = new SetupDesk({
      firmware: this.firmware,
      recents: this.recents,
      clock: this.clock,
      folder,
      dialogs: {
        chooseSetup: () => Promise.resolve(this.answers.setup),
        chooseSetupPlace: (name) => {
          this.asked.push(`place for ${name}`);
          return Promise.resolve(this.answers.place);
        },
        locate: (name) => {
          this.asked.push(`where is ${name}`);
          return Promise.resolve(this.answers.located);
        },
        askToSave: (name) => {
          this.asked.push(`save ${name}`);
          return Promise.resolve(this.answers.toSave);
        },
      },
    });
    this.desk.onOpened((opened) => {
      this.opened.push(opened);
      this.revision = opened.revision;
      this.rows = opened.replaces ? opened.rows : [...this.rows, ...opened.rows];
      this.settings = opened.settings ?? this.settings;
      this.tell();
    });
    this.desk.onReceived((added) => {
      this.received.push(added);
      this.show(added);
    });
    this.revision = this.desk.begin();
    this.tell();
  }

  tell(): void {
    const rows = this.rows.map(({ file, enabled, offsetText, offsetIsTyped, encrypt }) => ({
      token: file.token,
      enabled,
      offsetText,
      offsetIsTyped,
      ...(encrypt === undefined ? {} : { encrypt }),
    }));
    this.desk.tell({ revision: this.revision, rows, settings: this.settings, chip: this.chip });
  }

  change(name: string, part: Partial<SetupRowView>): void {
    this.rows = this.rows.map((row) => (row.file.name === name ? { ...row, ...part } : row));
    this.tell();
  }

  /** Drops paths on the window. */
  async drop(...paths: string[]): Promise<void> {
    await this.desk.receive(paths);
  }

  /** `0x1000 bootloader.bin`; `-` before what is off, `!` before what was typed. */
  shown(): string[] {
    return this.rows.map(
      ({ file, enabled, offsetText, offsetIsTyped }) =>
        `${enabled ? '' : '-'}${offsetIsTyped ? '!' : ''}${offsetText} ${file.name}`,
    );
  }

  private show({ files }: FilesAdded): void {
    const fresh = files.map((file): SetupRowView => ({
      file,
      enabled: file.isForBoard !== false,
      offsetText: file.suggestedOffset === null ? '' : `0x${file.suggestedOffset.toString(16)}`,
      offsetIsTyped: false,
    }));
    this.rows = [...this.rows, ...fresh];
    this.tell();
  }
}
