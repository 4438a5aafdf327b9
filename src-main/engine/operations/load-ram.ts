import { AppError } from '../../../src-shared/errors/app-error';
import { isIntact, parseFirmwareImage } from '../../../src-shared/formats/firmware-image';
import type { Abortable, Loader } from '../loader/loader';

/** What was loaded. */
export interface LoadedProgram {
  readonly entryAddress: number;
  readonly segments: readonly { readonly address: number; readonly sizeBytes: number }[];
}

/** Options of `loadRam`. */
export interface LoadRamOptions extends Abortable {
  /** For errors. */
  readonly name: string;
  readonly onBytes?: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Loads an image into RAM and starts it. The loader is gone afterwards.
 *
 * Errors: `file.notUnderstood`, `plan.wrongChip` and `plan.imageBroken` for what is no program for this chip's RAM,
 * `protocol.*`, `port.*`, `job.cancelled`.
 */
export async function loadRam(loader: Loader, image: Uint8Array, options: LoadRamOptions): Promise<LoadedProgram> {
  const { name, signal, onBytes } = options;
  const abortable: Abortable = signal === undefined ? {} : { signal };
  const { chip } = loader;
  const parsed = parseFirmwareImage(image, name, chip.imageChipId === null ? 'esp8266' : 'esp32');
  const imageChip = parsed.extended?.chipId ?? null;
  if (imageChip !== chip.imageChipId) {
    throw new AppError('plan.wrongChip', { name, imageChip: String(imageChip), chip: chip.name });
  }
  if (!isIntact(parsed)) {
    throw new AppError('plan.imageBroken', { name, reason: 'its checksum or digest does not match' });
  }
  const inFlash = parsed.segments.find(({ loadAddress }) =>
    chip.mappedFlash.some(([start, end]) => loadAddress >= start && loadAddress < end),
  );
  if (inFlash !== undefined) {
    const reason = `the segment for 0x${inFlash.loadAddress.toString(16)} belongs into flash`;
    throw new AppError('plan.imageBroken', { name, reason });
  }
  const totalBytes = parsed.segments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let doneBytes = 0;
  for (const { loadAddress, offset, sizeBytes } of parsed.segments) {
    const before = doneBytes;
    await loader.uploadToRam(loadAddress, image.subarray(offset, offset + sizeBytes), {
      ...abortable,
      onBytes: (count) => onBytes?.(before + count, totalBytes),
    });
    doneBytes += sizeBytes;
  }
  await loader.startFromRam(parsed.header.entryPoint, abortable);
  return {
    entryAddress: parsed.header.entryPoint,
    segments: parsed.segments.map(({ loadAddress, sizeBytes }) => ({ address: loadAddress, sizeBytes })),
  };
}
