/** A value behind its name: quoted, bytes in hexadecimal one by one, or a word. */
const value = String.raw`(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?:0x)?[0-9a-f]{2}(?:[ :-](?:0x)?[0-9a-f]{2}){3,}|[^\s,;}\]]+)`;
const secretNames = String.raw`(?:pass(?:word|phrase|wd)?|psk|secret|token|api[-_ ]?key|private[-_ ]?key|\bkey)`;

/** What boards print about secrets, in boot logs and anywhere else. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[removed]'],
  // `mqtt://user:word@host`
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi, '$1[removed]@'],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/-]{6,}=*/g, '$1 [removed]'],
  [new RegExp(String.raw`(${secretNames}\\?["']?\s*(?:[:=]|\bis\b)\s*)\\?${value}`, 'gi'), '$1[removed]'],
  // `connecting to home with password hunter22`
  [/(\b(?:with|using) (?:password|passphrase|psk)\s+)(?:"[^"\n]*"|'[^'\n]*'|\S+)/gi, '$1[removed]'],
  // The first half of a MAC address names the maker, the second one the very board.
  [/\b((?:[0-9a-f]{2}[:-]){3})(?:[0-9a-f]{2}[:-]){2}[0-9a-f]{2}\b/gi, '$1xx:xx:xx'],
];

/**
 * Takes out what must not be published: passwords, keys, which very board it is, and whose computer. The home folder
 * becomes `~` however it is written, and the user's name goes out of every other path as well.
 */
export function redact(text: string, homeFolder: string): string {
  const withoutSecrets = patterns.reduce((current, [pattern, instead]) => current.replace(pattern, instead), text);
  if (homeFolder.length <= 1) return withoutSecrets;
  const withoutHome = spellings(homeFolder).reduce(
    (current, spelling) => current.replace(new RegExp(escaped(spelling), 'gi'), '~'),
    withoutSecrets,
  );
  const name =
    homeFolder
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  if (name.length < 2) return withoutHome;
  return withoutHome.replace(new RegExp(String.raw`([\\/])${escaped(name)}(?=[\\/"'\s]|$)`, 'gi'), '$1[user]');
}

/** As it is, as JSON writes it, and with slashes as some programs do on Windows. */
function spellings(path: string): readonly string[] {
  return [...new Set([path.replaceAll('\\', '\\\\'), path, path.replaceAll('\\', '/')])];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
