import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: 'test/temporary-folder.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One window at a time on each display (test/e2e/launch.ts): they mostly wait, but for the focus not for each other.
    maxWorkers: Math.max(1, process.env['ESPLANADE_DISPLAYS']?.split(' ').length ?? 0),
  },
});
