import { z } from 'zod';
import { findChip } from '../../../src-shared/chips';
import { AppError, isAppError, toAppError } from '../../../src-shared/errors/app-error';
import { nameOf, pathIn, resolvePart } from './file-tree';
import { mostParts, type FirmwareBuild, type FirmwareSet, type TreeFolder } from './firmware-set';
import { listJson, listOffset } from './flash-list';

const manifestName = 'manifest.json';
/** More than there are chips. */
const mostBuilds = 64;

const schema = z.looseObject({
  name: z.string().optional(),
  builds: z
    .array(
      z.looseObject({
        chipFamily: z.string(),
        parts: z
          .array(z.looseObject({ path: z.string().min(1), offset: z.union([z.number(), z.string()]) }))
          .min(1)
          .max(mostParts),
      }),
    )
    .min(1)
    .max(mostBuilds),
});

/** Whether JSON is a manifest of ESP Web Tools, and not one of the many other files of that name. */
export function looksLikeWebManifest(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'builds' in json;
}

/** The builds in a folder with a manifest; null in others. */
export async function recognizeWebManifest({ tree, path, files }: TreeFolder): Promise<FirmwareSet | null> {
  if (!files.has(manifestName)) return null;
  const listPath = pathIn(path, manifestName);
  const json = await otherwiseNull(async () => listJson(await tree.read(listPath), manifestName));
  return looksLikeWebManifest(json) ? webManifest(json, listPath) : null;
}

/** Files of that name have many uses: one that cannot be read is not meant. */
async function otherwiseNull(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/**
 * The builds of a manifest (ESP Web Tools documentation, "Creating your manifest"), one for each chip that is known here.
 * Where it has several for a chip the first counts.
 *
 * @throws AppError `file.notUnderstood`; a build whose parts are somewhere else is in the set, and fails when it is read.
 */
export function webManifest(json: unknown, listPath: string): FirmwareSet {
  const name = nameOf(listPath);
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('file.notUnderstood', { name, reason: `${place || 'its content'} is not as in a manifest` });
  }
  const builds = new Map<string, FirmwareBuild>();
  for (const { chipFamily, parts } of parsed.data.builds) {
    const chip = findChip(chipFamily);
    if (chip === null || builds.has(chip.id)) continue;
    builds.set(chip.id, {
      chip,
      parts: parts.map(({ path, offset }) => ({
        name: nameOf(decoded(path).replaceAll('\\', '/')),
        from: resolvedOrWhyNot(listPath, decoded(path)),
        offset: listOffset(String(offset), name),
        isForEncryption: false,
      })),
    });
  }
  if (builds.size === 0) {
    const families = parsed.data.builds.map(({ chipFamily }) => chipFamily.slice(0, 20)).join(', ');
    throw new AppError('file.notUnderstood', { name, reason: `no chip in it is known (${families.slice(0, 100)})` });
  }
  return {
    source: { kind: 'manifest', name: parsed.data.name ?? name },
    listName: name,
    builds: [...builds.values()],
  };
}

/** One build that lies elsewhere does not spoil the others. */
function resolvedOrWhyNot(listPath: string, path: string): string | AppError {
  try {
    return resolvePart(listPath, path);
  } catch (error) {
    return toAppError(error);
  }
}

/** Paths in a manifest are written for the web: `my%20app.bin`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
