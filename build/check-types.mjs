import { packageCommand, runQuietly } from './run.mjs';

const tsc = packageCommand('typescript/bin/tsc');
/** One world, one tsconfig; the window's is checked by vue-tsc, which sees into templates. */
const worlds = [
  ['shared, engine and virtual boards', tsc, 'tsconfig.pure.json'],
  ['main process and command line', tsc, 'tsconfig.main.json'],
  ['preload script', tsc, 'tsconfig.preload.json'],
  ['window', packageCommand('vue-tsc/bin/vue-tsc.js'), 'tsconfig.renderer.json'],
  ['tests', tsc, 'tsconfig.test.json'],
];

let failed = 0;
for (const [name, compiler, config] of worlds) {
  const { ok, output } = runQuietly(process.execPath, [compiler, '--noEmit', '-p', config]);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${config})`);
  if (!ok) {
    failed += 1;
    console.log(output);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
