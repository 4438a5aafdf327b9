import { describeError } from '../../src-shared/errors/advice';
import type { AppErrorData } from '../../src-shared/errors/app-error';
import type { ConsoleIo } from './console-io';

/** One sentence with its code, what it probably is, then what to do about it. */
export function printError(io: ConsoleIo, error: AppErrorData): void {
  const { title, cause, steps, link } = describeError(error);
  const lines = [`Error: ${title} [${error.code}]`, `  ${cause}`, ...steps.map((step) => `  - ${step}`)];
  if (link !== null) lines.push(`  See ${link}`);
  io.err(`${lines.join('\n')}\n`);
}
