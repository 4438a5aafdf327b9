import { z } from 'zod';
import { findChip } from '../../../src-shared/chips';
import { AppError } from '../../../src-shared/errors/app-error';
import { nameOf, pathIn, resolvePart } from './file-tree';
import { mostParts, type FirmwareSet, type SetPart, type TreeFolder } from './firmware-set';
import { headerSettings, listJson, listOffset } from './flash-list';

/** What ESP-IDF's build system leaves for those who flash (ESP-IDF documentation, "Build System", "Flash Arguments"). */
export const idfListName = 'flasher_args.json';

const schema = z.looseObject({
  flash_files: z.record(z.string(), z.string()),
  flash_settings: z
    .looseObject({ flash_mode: z.string(), flash_freq: z.string(), flash_size: z.string() })
    .partial()
    .optional(),
  write_flash_args: z.array(z.unknown()).optional(),
  extra_esptool_args: z.looseObject({ chip: z.string().optional() }).optional(),
  app: z.looseObject({ file: z.string() }).optional(),
  security: z.record(z.string(), z.unknown()).optional(),
});
type FlasherArgs = z.infer<typeof schema>;

/** A part with a name of its own: `app`, `bootloader`, … Some versions write truth as text. */
const sectionSchema = z.looseObject({ file: z.string(), encrypted: z.union([z.boolean(), z.string()]) });

/** Whether JSON is such a list. */
export function looksLikeFlasherArgs(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'flash_files' in json;
}

/** The build in a folder with `flasher_args.json`; null in others. */
export async function recognizeIdfBuild({ tree, path, files }: TreeFolder): Promise<FirmwareSet | null> {
  if (!files.has(idfListName)) return null;
  const listPath = pathIn(path, idfListName);
  return idfBuild(listJson(await tree.read(listPath), idfListName), listPath, nameOf(path));
}

/**
 * The set that `flasher_args.json` describes. `fallbackName` is used when it does not tell the project's name.
 *
 * @throws AppError `file.notUnderstood | file.tooManyInside | file.partRemote | file.partOutside`.
 */
export function idfBuild(json: unknown, listPath: string, fallbackName: string): FirmwareSet {
  const name = nameOf(listPath);
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('file.notUnderstood', { name, reason: `${place || 'its content'} is not as ESP-IDF writes it` });
  }
  const args = parsed.data;
  const files = Object.entries(args.flash_files);
  if (files.length === 0) throw new AppError('file.nothingInside', { name });
  if (files.length > mostParts) throw new AppError('file.tooManyInside', { name, limit: mostParts });
  const isForEncryption = encryptedFiles(args);
  const parts = files.map(([offset, file]): SetPart => ({
    name: nameOf(file.replaceAll('\\', '/')),
    from: resolvePart(listPath, file),
    offset: listOffset(offset, name),
    isForEncryption: isForEncryption(file),
  }));
  const { flash_mode, flash_freq, flash_size } = args.flash_settings ?? {};
  const settings = headerSettings(flash_mode, flash_freq, flash_size);
  const chipName = args.extra_esptool_args?.chip;
  return {
    source: {
      kind: 'idfBuild',
      name: args.app === undefined ? fallbackName : nameOf(args.app.file).replace(/\.bin$/i, ''),
      ...(settings === undefined ? {} : { settings }),
    },
    listName: name,
    builds: [{ chip: chipName === undefined ? null : findChip(chipName), parts }],
  };
}

/** Which files the build wants encrypted: all with one switch, or each by its own section. */
function encryptedFiles(args: FlasherArgs): (file: string) => boolean {
  const isOn = (value: unknown): boolean => value === true || value === 'true' || value === 1;
  const forAll =
    (args.write_flash_args ?? []).some((word) => word === '--encrypt') ||
    Object.entries(args.security ?? {}).some(([key, value]) => /encrypt/i.test(key) && isOn(value));
  if (forAll) return () => true;
  const encrypted = new Set<string>();
  for (const value of Object.values(args)) {
    const section = sectionSchema.safeParse(value);
    if (section.success && isOn(section.data.encrypted)) encrypted.add(section.data.file);
  }
  return (file) => encrypted.has(file);
}
