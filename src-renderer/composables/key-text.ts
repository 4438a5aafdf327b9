import type { LineEnding } from '../../src-shared/ipc/contract';

const ends: Readonly<Record<LineEnding, string>> = { none: '', lf: '\n', cr: '\r', crlf: '\r\n' };

/** The characters of a line end; `otherwise` where none is chosen. */
export function lineEndText(ending: LineEnding, otherwise = ''): string {
  return ends[ending] === '' ? otherwise : ends[ending];
}

/** What keys without a character of their own send (ECMA-48; xterm, "PC-Style Function Keys"). */
const special: Readonly<Record<string, string>> = {
  Backspace: '\u007f',
  Escape: '\u001b',
  ArrowUp: '\u001b[A',
  ArrowDown: '\u001b[B',
  ArrowRight: '\u001b[C',
  ArrowLeft: '\u001b[D',
  Home: '\u001b[H',
  End: '\u001b[F',
  Delete: '\u001b[3~',
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * What a terminal would send for a key. Null for keys that are not for the board: Tab leaves the field, Ctrl+V pastes,
 * and characters come by the field's own way, so that dead keys and input methods work.
 */
export function keyText({ key, ctrlKey, altKey, metaKey }: Key, ending: LineEnding): string | null {
  if (metaKey || altKey) return null;
  if (ctrlKey) {
    const letter = key.toLowerCase();
    return /^[a-z]$/.test(letter) && letter !== 'v' ? String.fromCharCode(letter.charCodeAt(0) - 0x60) : null;
  }
  if (key === 'Enter') return lineEndText(ending, '\r');
  return special[key] ?? null;
}
