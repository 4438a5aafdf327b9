import { describe, expect, it } from 'vitest';
import { mostShownBytes, previewOf } from '../../../src-main/jobs/volumes/file-preview';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};

describe('a look into a file', () => {
  it('shows text as text', () => {
    expect(previewOf(bytesOf('{ "name": "Größe" }\r\n\tx'), false)).toMatchObject({
      kind: 'text',
      text: '{ "name": "Größe" }\r\n\tx',
    });
    expect(previewOf(new Uint8Array(0), false)).toEqual({ kind: 'text', text: '', shownBytes: 0 });
  });

  it('shows the beginning of a long text, also where a letter is cut in two', () => {
    const text = `x${'ö'.repeat(mostShownBytes)}`;
    const preview = previewOf(bytesOf(text), false);
    expect(preview).toMatchObject({ kind: 'text', shownBytes: mostShownBytes });
    expect(preview.kind === 'text' && preview.text).toBe(text.slice(0, mostShownBytes / 2));
  });

  it.each([
    ['signs that no text has', Uint8Array.of(0x41, 0x00, 0x42)],
    ['what is no UTF-8', Uint8Array.of(0x41, 0xff, 0x42)],
    ['a letter that is cut at the very end of the file', Uint8Array.of(0x41, 0xc3)],
  ])('shows %s as bytes', (_, bytes) => {
    expect(previewOf(bytes, false)).toEqual({ kind: 'bytes', bytes, shownBytes: bytes.length });
  });

  it('shows text as bytes where that is wanted, and no more than there is room for', () => {
    expect(previewOf(bytesOf('text'), true)).toMatchObject({ kind: 'bytes', shownBytes: 4 });
    expect(previewOf(new Uint8Array(mostShownBytes + 1), true)).toMatchObject({ shownBytes: mostShownBytes });
  });

  it('shows pictures by what they are, not by their names', () => {
    expect(previewOf(png(20, 10), false)).toMatchObject({
      kind: 'picture',
      mediaType: 'image/png',
      width: 20,
      height: 10,
    });
    const gif = new Uint8Array(30);
    gif.set([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x40, 0x01, 0xf0, 0x00]);
    expect(previewOf(gif, false)).toMatchObject({ kind: 'picture', mediaType: 'image/gif', width: 320, height: 240 });
    const jpeg = new Uint8Array(40);
    jpeg.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200]);
    expect(previewOf(jpeg, false)).toMatchObject({ kind: 'picture', mediaType: 'image/jpeg', width: 200, height: 100 });
  });

  it('shows no picture that would unfold into more than a window can hold', () => {
    expect(previewOf(png(100_000, 100_000), false).kind).toBe('bytes');
    expect(previewOf(png(0, 10), false).kind).toBe('bytes');
    expect(previewOf(Uint8Array.of(0xff, 0xd8, 0xff, ...new Array<number>(60).fill(0)), false).kind).toBe('bytes');
  });
});
