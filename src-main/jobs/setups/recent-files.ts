import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { isAppError } from '../../../src-shared/errors/app-error';
import type { RecentItem } from '../../../src-shared/ipc/contract';
import type { Clock } from '../../engine/transport/transport';
import { readWholeFile } from '../../firmware/read-whole-file';
import { saveFiles } from '../../firmware/save-files';
import { Listeners } from '../listeners';

const fileName = 'recent.json';
/** Of each kind. */
const mostKept = 8;
/** A network drive that does not answer is not missing, and nobody waits for it. */
const lookMs = 1000;

const storedSchema = z.object({
  kind: z.enum(['setup', 'source']),
  path: z.string().min(1).max(4096),
  name: z.string().min(1).max(300),
  sourceKind: z.enum(['idfBuild', 'platformio', 'arduino', 'manifest', 'folder', 'zip']).nullable(),
  usedAt: z.number(),
});
type Stored = z.infer<typeof storedSchema>;

/** How the list is kept and what time it is. */
export interface RecentFilesParts {
  /** Of the program's own data. */
  readonly folder: string;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Setups and sources of firmware that were open lately, newest first. */
export class RecentFiles {
  private items: readonly (Stored & { readonly id: string })[] | null = null;
  private readonly listeners = new Listeners<void>();
  readonly onChanged = this.listeners.add;
  private lastNumber = 0;
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: RecentFilesParts) {}

  async list(): Promise<readonly RecentItem[]> {
    const items = await this.load();
    return Promise.all(
      items.map(async ({ id, kind, path, name, sourceKind, usedAt }) => ({
        id,
        kind,
        name,
        folder: basename(dirname(path)),
        sourceKind,
        usedAt,
        isMissing: await this.isMissing(path),
      })),
    );
  }

  /** Puts it at the head of the list. */
  async add(item: Omit<Stored, 'usedAt'>): Promise<void> {
    const items = await this.load();
    const others = items.filter(({ kind, path }) => kind !== item.kind || path !== item.path);
    const id = items.find(({ kind, path }) => kind === item.kind && path === item.path)?.id ?? this.newId();
    const sameKind = others.filter(({ kind }) => kind === item.kind).slice(0, mostKept - 1);
    const stay = others.filter((other) => other.kind !== item.kind || sameKind.includes(other));
    await this.keep([{ ...item, id, usedAt: this.parts.now() }, ...stay]);
  }

  async forget(id: string): Promise<void> {
    const items = await this.load();
    if (items.some((item) => item.id === id)) await this.keep(items.filter((item) => item.id !== id));
  }

  /** Null where it was forgotten. */
  async find(id: string): Promise<{ readonly kind: Stored['kind']; readonly path: string } | null> {
    return (await this.load()).find((item) => item.id === id) ?? null;
  }

  /** Tells those who show the list that it is to be asked for again. */
  tell(): void {
    this.listeners.tell();
  }

  private async isMissing(path: string): Promise<boolean> {
    let stopWaiting = (): void => undefined;
    const unanswered = new Promise<boolean>((resolve) => {
      stopWaiting = this.parts.clock.after(lookMs, () => resolve(false));
    });
    const looked = stat(path).then(
      () => false,
      (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
    );
    return Promise.race([looked, unanswered]).finally(() => stopWaiting());
  }

  private async load(): Promise<NonNullable<RecentFiles['items']>> {
    const path = join(this.parts.folder, fileName);
    if (this.items !== null) return this.items;
    const stored = await readStored(path);
    // Somebody else may have loaded it meanwhile.
    this.items ??= stored.map((item) => ({ ...item, id: this.newId() }));
    return this.items;
  }

  private newId(): string {
    return `recent-${++this.lastNumber}`;
  }

  private async keep(items: NonNullable<RecentFiles['items']>): Promise<void> {
    this.items = items;
    const stored = items.map((item) => storedSchema.parse(item));
    const bytes = new TextEncoder().encode(`${JSON.stringify({ version: 1, items: stored }, null, 2)}\n`);
    const write = async (): Promise<void> => {
      await mkdir(this.parts.folder, { recursive: true });
      await saveFiles([{ path: join(this.parts.folder, fileName), bytes }]);
    };
    // One after the other; a list that cannot be written is still right until the program ends.
    this.lastWrite = this.lastWrite.then(write).catch(() => undefined);
    await this.lastWrite;
    this.tell();
  }
}

/** Single items that make no sense are left out; a file that makes none is kept aside. */
async function readStored(path: string): Promise<readonly Stored[]> {
  try {
    const { bytes } = await readWholeFile(path);
    const { items } = z.object({ items: z.array(z.unknown()) }).parse(JSON.parse(new TextDecoder().decode(bytes)));
    return items.flatMap((item) => {
      const parsed = storedSchema.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });
  } catch (error) {
    if (!isAppError(error, 'file.notFound')) {
      await rename(path, path.replace(/\.json$/, '.broken.json')).catch(() => undefined);
    }
    return [];
  }
}
