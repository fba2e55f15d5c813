/** The long proofs, one file after the other, so that each has the machine for itself. Run by `npm run trial`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/trial/**/*.trial.ts'],
    fileParallelism: false,
    testTimeout: 30 * 60_000,
    hookTimeout: 120_000,
  },
});
