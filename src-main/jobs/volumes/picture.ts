import type { PictureType } from '../../../src-shared/ipc/contract';

/** A picture that a window can show. Sizes in pixels. */
export interface Picture {
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

/** More is nothing to be looked at beside a list. */
const mostPictureBytes = 0x20_0000;
/** A small file can unfold into a huge picture: 16 megapixels are 64 MB in the window. */
const mostPixels = 16 * 1024 * 1024;

/** What kind of picture it is, by its first bytes; null for anything else and for what is too large to be shown. */
export function readPicture(bytes: Uint8Array): Picture | null {
  if (bytes.length > mostPictureBytes || bytes.length < 24) return null;
  const picture = readPng(bytes) ?? readGif(bytes) ?? readJpeg(bytes);
  if (picture === null) return null;
  const { width, height } = picture;
  return width > 0 && height > 0 && width * height <= mostPixels ? picture : null;
}

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** PNG (ISO/IEC 15948): the signature, then IHDR with width and height. */
function readPng(bytes: Uint8Array): Picture | null {
  if (!begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return null;
  const view = viewOf(bytes);
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF87a and GIF89a: the size of the screen that the frames are drawn on. */
function readGif(bytes: Uint8Array): Picture | null {
  if (!begins(bytes, 0x47, 0x49, 0x46, 0x38)) return null;
  const view = viewOf(bytes);
  return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** JPEG (ITU T.81, B.2): segments up to the frame header, which has height and width. */
function readJpeg(bytes: Uint8Array): Picture | null {
  if (!begins(bytes, 0xff, 0xd8, 0xff)) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // SOF0 to SOF15 without DHT, JPG and DAC, which share their range.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
  }
  return null;
}
