import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { saveFiles } from '../../firmware/save-files';

/** More than this at the end of a file is not looked at: nobody reads what is older. */
const mostBytes = 32 * 1024 * 1024;
const newLine = 0x0a;

/**
 * A file of JSON values, one a line, that only grows at its end. A crash in mid-write costs at most the line that was
 * being written: what cannot be read is passed over, and the next line begins on its own.
 */
export class LineFile {
  private endsWhole = true;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly path: string) {}

  /** The values in order. A file that is not there is empty. Throws what the system says where it cannot be read. */
  read(): Promise<readonly unknown[]> {
    return this.inTurn(async () => {
      const bytes = await readEnd(this.path);
      this.endsWhole = bytes.length === 0 || bytes[bytes.length - 1] === newLine;
      return new TextDecoder().decode(bytes).split('\n').flatMap(parsed);
    });
  }

  append(value: unknown): Promise<void> {
    return this.inTurn(async () => {
      await mkdir(dirname(this.path), { recursive: true });
      const file = await open(this.path, 'a');
      try {
        const line = `${this.endsWhole ? '' : '\n'}${JSON.stringify(value)}\n`;
        // What comes after a write that failed half-way must not continue its line.
        this.endsWhole = false;
        await file.writeFile(line);
        await file.sync();
        this.endsWhole = true;
      } finally {
        await file.close();
      }
    });
  }

  /** Writes the file anew with these values, beside the old one first. */
  replace(values: readonly unknown[]): Promise<void> {
    return this.inTurn(async () => {
      await mkdir(dirname(this.path), { recursive: true });
      const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
      await saveFiles([{ path: this.path, bytes: new TextEncoder().encode(text) }]);
      this.endsWhole = true;
    });
  }

  /** One after the other, whether or not the one before it failed. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}

async function readEnd(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return new Uint8Array();
  const file = await open(path, 'r');
  try {
    const length = Math.min(found.size, mostBytes);
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, found.size - length);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function parsed(line: string): unknown[] {
  try {
    return line.trim() === '' ? [] : [JSON.parse(line) as unknown];
  } catch {
    return [];
  }
}
