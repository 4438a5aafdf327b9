/**
 * Characters that a fixed-width font draws at twice its width (Unicode, "East Asian Width", W and F; emoji), and the sign for
 * what is no character, which most have from another font.
 */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\ufffd\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Accents and joiners, which take no place of their own. */
const widthless = /[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufe00-\ufe0f]/u;
const plainAscii = /^[\x20-\x7e]*$/;

/** How many columns a text takes in a fixed-width font. */
export function columnsOf(text: string): number {
  if (plainAscii.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** How many rows of that many columns a text takes; an empty one takes a row too. */
export function rowsOf(text: string, columns: number): number {
  if (text.length <= columns && plainAscii.test(text)) return 1;
  return plainAscii.test(text) ? Math.ceil(text.length / columns) : wrapOffsets(text, columns).length;
}

/** Where each row of a wrapped text begins, in UTF-16 units; the first at 0. */
export function wrapOffsets(text: string, columns: number): readonly number[] {
  const offsets = [0];
  if (plainAscii.test(text)) {
    for (let at = columns; at < text.length; at += columns) offsets.push(at);
    return offsets;
  }
  let used = 0;
  let at = 0;
  for (const character of text) {
    const width = widthOf(character);
    // A wide character that does not fit goes to the next row; one that fits nowhere stays.
    if (used + width > columns && used > 0) {
      offsets.push(at);
      used = 0;
    }
    used += width;
    at += character.length;
  }
  return offsets;
}

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (widthless.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
