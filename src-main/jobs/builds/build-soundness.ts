import type { FirmwareFile } from '../../../src-shared/ipc/contract';

/** A linker writes the header first and the checksum last: what was whole and is not any more is not finished. */
export function isLessSound(before: FirmwareFile | undefined, after: FirmwareFile | undefined): boolean {
  return before !== undefined && after !== undefined && soundnessOf(after) < soundnessOf(before);
}

function soundnessOf({ kind, image }: FirmwareFile): number {
  if (kind === 'unknown') return 0;
  const isWhole = image === null || (image.checksumOk !== false && image.hashOk !== false);
  return isWhole ? 2 : 1;
}
