import { chmodSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The command line, one ES module that Node runs; dependencies stay in node_modules. */
export default defineConfig({
  plugins: [
    {
      name: 'executable',
      writeBundle: ({ dir = 'out/cli' }) => chmodSync(resolve(dir, 'esplanade.mjs'), 0o755),
    },
  ],
  build: {
    ssr: resolve('src-main/cli/esplanade.ts'),
    outDir: 'out/cli',
    target: 'node20',
    rolldownOptions: { output: { format: 'es', entryFileNames: 'esplanade.mjs' } },
  },
});
