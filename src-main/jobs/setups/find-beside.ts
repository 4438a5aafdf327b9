import { access } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { SetupSource } from '../../firmware/setups/setup-file';

/** Those of `others` that lie beside `to` as they once lay beside `from`, with their new paths. */
export async function findBeside(
  from: string,
  to: string,
  others: readonly SetupSource[],
): Promise<readonly SetupSource[]> {
  const found: SetupSource[] = [];
  for (const { path, rows } of others) {
    const candidate = join(dirname(to), relative(dirname(from), path));
    const isThere = await access(candidate).then(
      () => true,
      () => false,
    );
    if (isThere) found.push({ path: candidate, rows });
  }
  return found;
}
