import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../src-shared/errors/app-error';

/**
 * The binding tells why a port did not open only in words: POSIX strerror text on Linux and macOS, its own
 * few sentences on Windows.
 */
export async function toPortOpenError(path: string, error: unknown): Promise<AppError> {
  const reason = error instanceof Error ? error.message : String(error);
  const options = { cause: error };
  if (/No such file|File not found|No such device|cannot find|error code (?:433|1167)\b/i.test(reason)) {
    return new AppError('port.notFound', { path }, options);
  }
  // Windows says "Access denied" when another program has the port: there are no permissions on COM ports.
  if (/Access denied|temporarily unavailable|Cannot lock|resource busy|Resource busy/i.test(reason)) {
    return new AppError('port.busy', { path }, options);
  }
  if (/Permission denied|Operation not permitted/i.test(reason)) {
    const group = await owningGroup(path);
    return new AppError('port.forbidden', group === null ? { path } : { path, group }, options);
  }
  return new AppError('port.openFailed', { path, reason: tidyReason(reason) }, options);
}

/** Drops the binding's own wrapping: `Error: Is a directory, cannot open /tmp` → `Is a directory`. */
export function tidyReason(reason: string): string {
  return reason
    .replace(/^Error:?\s+/, '')
    .replace(/,?\s*cannot open .*$/i, '')
    .trim();
}

/** The group whose members may open the port (Linux: dialout, uucp, plugdev); null where that says nothing. */
async function owningGroup(path: string): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    const { gid } = await stat(path);
    if (gid === 0) return null;
    const groups = await readFile('/etc/group', 'utf8');
    const line = groups.split('\n').find((entry) => entry.split(':')[2] === String(gid));
    return line?.split(':')[0] ?? null;
  } catch {
    return null;
  }
}
