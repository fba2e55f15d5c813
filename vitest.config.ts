import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/trial/**', 'test/bench/**'],
    // Many tests wait for a disk, a browser or another process: one worker would leave a small machine idle.
    maxWorkers: '100%',
    // Nothing is timed: these only end what hangs, also on a machine that is busy with something else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
