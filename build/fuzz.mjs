import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageCommand, projectFolder, runShown } from './run.mjs';

/**
 * Property tests with inputs that nobody has tried: `npm run fuzz -- [times] [seed]`. Each property runs `times` (30) as often as
 * it does in the tests. A failure tells how to see it again; `npm run fuzz -- times seed` repeats a whole run.
 */
const [times = '30', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);

const testFolder = join(projectFolder, 'test');
const files = readdirSync(testFolder, { recursive: true })
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('e2e'))
  .map((name) => join(testFolder, name))
  .filter((path) => readFileSync(path, 'utf8').includes("from 'fast-check'"))
  .map((path) => relative(projectFolder, path));

console.log(`${files.length} files with property tests, ${times} times the usual runs, seed ${seed}`);
process.exitCode = await runShown(
  process.execPath,
  [packageCommand('vitest/vitest.mjs'), 'run', '--testTimeout', '3600000', ...files],
  { env: { ...process.env, ESPLANADE_FUZZ: times, ESPLANADE_FUZZ_SEED: seed } },
);
