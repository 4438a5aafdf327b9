import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './run.mjs';

const folders = ['src-shared', 'src-main', 'src-renderer', 'test', 'build'];
const kinds = /\.(ts|vue|mjs|cjs)$/;
const askAt = 300;
const failAt = 500;

const sizes = folders
  .flatMap((folder) => readdirSync(join(projectFolder, folder), { recursive: true }).map((name) => join(folder, name)))
  .filter((path) => kinds.test(path))
  .map((path) => ({ path, lines: readFileSync(join(projectFolder, path), 'utf8').trimEnd().split('\n').length }))
  .sort((a, b) => b.lines - a.lines);

const tooLong = sizes.filter(({ lines }) => lines > failAt);
const long = sizes.filter(({ lines }) => lines > askAt && lines <= failAt);
for (const { path, lines } of tooLong) console.log(`FAILED ${path} has ${lines} lines (at most ${failAt})`);
if (long.length > 0) console.log(`Longer than ${askAt} lines, could they be two things?`);
for (const { path, lines } of long) console.log(`  ${path} ${lines}`);
console.log(`${sizes.length} files looked at, ${tooLong.length} longer than ${failAt} lines.`);
process.exitCode = tooLong.length === 0 ? 0 : 1;
