import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readWholeFile } from '../../firmware/read-whole-file';
import { saveFiles } from '../../firmware/save-files';
import { parseSetup, serializeSetup, type FlashSetup } from '../../firmware/setups/setup-file';

/** What was on the table and is in no setup. */
export interface Draft {
  /** The setup that was being changed; null for a table that belonged to none. */
  readonly setupPath: string | null;
  readonly setup: FlashSetup;
}

const draftSchema = z.object({ of: z.string().max(4096).nullable(), setup: z.unknown() });

/** Keeps a draft in a file, so that neither a crash nor a quick goodbye loses it. */
export class DraftFile {
  private readonly path: string;
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.path = join(folder, 'draft.json');
  }

  /** Null where there is none, and for one that makes no sense: it was a convenience. */
  async read(): Promise<Draft | null> {
    await this.lastWrite;
    try {
      const { name, bytes } = await readWholeFile(this.path);
      const { of, setup } = draftSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      const parsed = parseSetup(new TextEncoder().encode(JSON.stringify(setup)), name, dirname(this.path));
      return { setupPath: of, setup: parsed };
    } catch {
      return null;
    }
  }

  /** Null: there is nothing to keep. A draft that cannot be written is not worth a message. */
  async write(draft: Draft | null): Promise<void> {
    this.lastWrite = this.lastWrite.then(() => this.replace(draft)).catch(() => undefined);
    await this.lastWrite;
  }

  private async replace(draft: Draft | null): Promise<void> {
    if (draft === null) {
      await rm(this.path, { force: true });
      return;
    }
    const setup: unknown = JSON.parse(new TextDecoder().decode(serializeSetup(draft.setup, null)));
    const bytes = new TextEncoder().encode(JSON.stringify({ of: draft.setupPath, setup }));
    await mkdir(dirname(this.path), { recursive: true });
    await saveFiles([{ path: this.path, bytes }]);
  }
}
