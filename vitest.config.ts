import { availableParallelism } from 'node:os';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['test/**/*.test.ts'],
    // The window's tests build the application first and have their own configuration.
    exclude: ['test/e2e/**', 'node_modules/**'],
    globalSetup: 'test/temporary-folder.ts',
    setupFiles: 'test/property-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // The serial port binding knows one event loop per process, the main thread's.
    pool: 'forks',
    // Two at least: many wait for a browser, a pty or a program, not for a core.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
