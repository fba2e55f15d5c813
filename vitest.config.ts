import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/trial/**', 'test/bench/**'],
    // Many tests wait for a disk, a browser or another process: one worker would leave a small machine idle.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
