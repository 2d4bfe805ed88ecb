import { defineConfig } from 'vitest/config';

/** Real CLI runs take seconds, and a busy machine takes longer. */
const UNIT_TIMEOUT_MS = 180_000;
const BROWSER_TIMEOUT_MS = 180_000;

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            'benchmarks/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          globalSetup: ['packages/storage/src/testing/postgres-setup.ts'],
          testTimeout: UNIT_TIMEOUT_MS,
          hookTimeout: UNIT_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: BROWSER_TIMEOUT_MS,
          hookTimeout: BROWSER_TIMEOUT_MS,
        },
      },
    ],
  },
});
