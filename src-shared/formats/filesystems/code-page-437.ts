/**
 * What the bytes from 0x80 on mean in short names: the code page that ESP-IDF is set to unless somebody sets another
 * (`CONFIG_FATFS_CODEPAGE_437`).
 */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Text of the bytes of a short name. */
export function decodeCodePage(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 0x80))).join(
    '',
  );
}

/** Its byte; null for a character that the code page does not have. */
export function encodeCodePage(character: string): number | null {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code;
  const index = upperHalf.indexOf(character);
  return index < 0 ? null : index + 0x80;
}
