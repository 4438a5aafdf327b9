import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { notUnderstood } from '../../../src-shared/formats/byte-reader';
import { crc32 } from '../../../src-shared/formats/crc32';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { mostEntries, nameOf, pathIn, type FileTree, type TreeEntry } from './file-tree';

const mebibyte = 1024 * 1024;
/** Of everything that is unpacked out of one zip file. */
const mostBytes = 256 * mebibyte;
/** Deflate makes blank flash a thousand times smaller, firmware two or three times: this much, and one large flash, is enough. */
const mostRatio = 200;
const largestFlash = 32 * mebibyte;
const longestPath = 1000;
const deepestPath = 16;

/** Whether the bytes start as a zip file does, with a file or (an empty one) with its directory. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;
}

/**
 * The inside of a zip file. Nothing is unpacked to disk, and only what is read is unpacked at all, so names are
 * names and nothing more. Time and memory are bounded by the file's size and by what `read` may unpack.
 *
 * @throws AppError `file.notUnderstood` for a damaged file, `file.tooManyInside`; `read` throws these and
 * `file.notFound | file.encrypted | file.tooLarge`.
 */
export async function zipTree(bytes: Uint8Array, name: string): Promise<FileTree> {
  const zip = await understood(name, () =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
  );
  // What the directory claims: looking at a million names would take long before it is refused.
  if (zip.entryCount > mostEntries) throw new AppError('file.tooManyInside', { name, limit: mostEntries });
  const entries = new Map<string, Entry>();
  await understood(name, async () => {
    for await (const entry of zip.eachEntry()) {
      if (isUsual(entry.fileName)) entries.set(entry.fileName, entry);
    }
  });
  const folders = foldersOf([...entries.keys()]);
  let leftBytes = Math.min(mostBytes, largestFlash + mostRatio * bytes.length);
  return {
    name,
    start: '',
    // Of all that is in it only the zip file itself lies on disk, and who opened it knows that.
    touched: new Set(),
    list: (folder) => Promise.resolve(folders.get(folder) ?? []),
    async read(path) {
      const entry = entries.get(path);
      if (entry === undefined) throw new AppError('file.notFound', { name: nameOf(path) });
      if (entry.isEncrypted()) throw new AppError('file.encrypted', { name });
      const sizeBytes = entry.uncompressedSize;
      if (sizeBytes > leftBytes) throw new AppError('file.tooLarge', { name, sizeBytes, limitBytes: leftBytes });
      leftBytes -= sizeBytes;
      return unpack(zip, entry, name);
    },
  };
}

/** A file, and none that lies so deep or has such a name that finding it is all that it is for. */
function isUsual(path: string): boolean {
  return path.length <= longestPath && !path.endsWith('/') && path.split('/').length <= deepestPath;
}

async function unpack(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  const unpacked = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  await understood(name, async () => {
    // The library ends the stream with an error as soon as there is more in it than was announced.
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      unpacked.set(chunk, at);
      at += chunk.length;
    }
  });
  if (crc32(unpacked) !== entry.crc32 >>> 0) throw notUnderstood(name, 'a checksum is wrong', 0);
  return unpacked;
}

/** Whatever the library finds wrong with the file. */
async function understood<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError('file.notUnderstood', { name, reason: 'the zip file is damaged' }, { cause: error });
  }
}

/** What is in which folder. The entries of folders themselves are optional in a zip file, so names of files tell. */
function foldersOf(paths: readonly string[]): ReadonlyMap<string, readonly TreeEntry[]> {
  const folders = new Map<string, Map<string, TreeEntry>>([['', new Map()]]);
  for (const path of [...paths].sort()) {
    let inside = '';
    const names = path.split('/');
    names.forEach((name, depth) => {
      const isFolder = depth < names.length - 1;
      const known = folders.get(inside);
      if (known?.has(name) !== true) known?.set(name, { name, isFolder });
      inside = pathIn(inside, name);
      if (isFolder && !folders.has(inside)) folders.set(inside, new Map());
    });
  }
  return new Map([...folders].map(([folder, entries]) => [folder, [...entries.values()]]));
}
