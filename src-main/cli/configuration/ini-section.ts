/** One line of a section that is neither comment nor blank. */
export interface IniEntry {
  /** In lower case; names are not told apart by case. */
  readonly name: string;
  /** Null where the line has neither `=` nor `:`. */
  readonly value: string | null;
}

/**
 * The entries of one section of an INI file, `name = value` or `name: value`; null where there is no such section.
 * Lines that begin with `#` or `;` are comments. An indented line goes on with the value before it.
 */
export function readIniSection(text: string, section: string): readonly IniEntry[] | null {
  let entries: IniEntry[] | null = null;
  let isInside = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const content = line.trim();
    if (content === '' || content.startsWith('#') || content.startsWith(';')) continue;
    const header = /^\[([^\]]*)\]/.exec(line)?.[1];
    if (header !== undefined) {
      isInside = header.trim() === section;
      if (isInside) entries ??= [];
    } else if (isInside && entries !== null) {
      const last = entries.at(-1);
      if (/^\s/.test(line) && last !== undefined && last.value !== null) {
        entries[entries.length - 1] = { ...last, value: `${last.value}\n${content}`.trim() };
      } else {
        entries.push(readEntry(content));
      }
    }
  }
  return entries;
}

function readEntry(content: string): IniEntry {
  const at = content.search(/[=:]/);
  if (at < 0) return { name: content.toLowerCase(), value: null };
  return { name: content.slice(0, at).trim().toLowerCase(), value: content.slice(at + 1).trim() };
}
