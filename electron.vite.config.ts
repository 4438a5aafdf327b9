import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';

/**
 * Main and preload are CommonJS bundles at Node 18 level: a sandboxed preload must be, and the same
 * bundle has to run in Electron 25 (tests) and 45 (product). Only the native binding stays outside.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node18',
      externalizeDeps: { exclude: ['pako', 'zod', '@noble/hashes'] },
      rolldownOptions: {
        input: { main: resolve('src-main/app/main.ts') },
        external: ['electron', 'serialport'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node18',
      rolldownOptions: {
        input: { preload: resolve('src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [vue(), tailwindcss()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      rolldownOptions: { input: resolve('src-renderer/index.html') },
    },
  },
});
