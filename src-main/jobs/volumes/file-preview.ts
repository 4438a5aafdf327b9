import type { FilePreview } from '../../../src-shared/ipc/contract';
import { readPicture } from './picture';

/** Of a file that is looked at. */
export const mostShownBytes = 0x1_0000;

/** What can be shown of a file. `asBytes`: also of what is text or a picture. */
export function previewOf(bytes: Uint8Array, asBytes: boolean): FilePreview {
  const shown = bytes.subarray(0, mostShownBytes);
  if (!asBytes) {
    const picture = readPicture(bytes);
    if (picture !== null) return { kind: 'picture', ...picture, bytes: bytes.slice() };
    const text = textOf(shown, shown.length < bytes.length);
    if (text !== null) return { kind: 'text', text, shownBytes: shown.length };
  }
  return { kind: 'bytes', bytes: shown.slice(), shownBytes: shown.length };
}

/** Signs that no text has; tab, line ends, form feed and escape are in some. */
const noText = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/u;

/** Null where it is no text in UTF-8. `isCut`: the end may be in the middle of a sign. */
function textOf(bytes: Uint8Array, isCut: boolean): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return noText.test(text) ? null : text;
  } catch {
    return null;
  }
}
