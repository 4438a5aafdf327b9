import { readFileSync, statSync } from 'node:fs';
import { AppError, toAppError } from '../../src-shared/errors/app-error';

const longestFileBytes = 1 << 20;
/** Files that name files that name files: deeper than this they name each other. */
const deepest = 16;

/**
 * Puts the arguments in a file in the place of every `@file` (esptool documentation, "Specifying Arguments via
 * File"): separated by blanks or line ends, several words in quotes. Arguments behind `--` are left alone.
 * Errors: `file.*`.
 */
export function expandArgumentFiles(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return [...options.flatMap((argument) => expand(argument, 0)), ...(end < 0 ? [] : argv.slice(end))];
}

function expand(argument: string, depth: number): string[] {
  if (!argument.startsWith('@') || argument === '@') return [argument];
  const name = argument.slice(1);
  if (depth >= deepest)
    throw new AppError('file.notUnderstood', { name, reason: 'files of arguments name each other' });
  return splitArguments(name, readText(name)).flatMap((inner) => expand(inner, depth + 1));
}

function readText(name: string): string {
  try {
    const stat = statSync(name, { throwIfNoEntry: false });
    if (stat === undefined) throw new AppError('file.notFound', { name });
    if (stat.isDirectory()) throw new AppError('file.isFolder', { name });
    if (stat.size > longestFileBytes) {
      throw new AppError('file.tooLarge', { name, sizeBytes: stat.size, limitBytes: longestFileBytes });
    }
    return readFileSync(name, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file.unreadable', { name, reason: toAppError(error).message });
  }
}

/** Backslashes stay as they are: they are part of names on Windows. */
function splitArguments(name: string, text: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (const character of text) {
    if (quote !== null) {
      if (character === quote) quote = null;
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== null) throw new AppError('file.notUnderstood', { name, reason: `a ${quote} is not closed` });
  if (word !== null) words.push(word);
  return words;
}
