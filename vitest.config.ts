import { defineConfig } from 'vitest/config';

// A busy machine is slow, not wrong.
const testTimeout = 30_000;

export default defineConfig({
  test: {
    projects: [
      {
        // The default leaves one core to Vitest, which has little to do.
        test: { name: 'core', include: ['test/**/*.test.ts'], exclude: ['**/*.db.test.ts'], maxWorkers: '100%', testTimeout },
      },
      {
        // One Neo4j for the whole run, emptied between tests: one file at a time.
        test: {
          name: 'graph',
          include: ['test/**/*.db.test.ts'],
          globalSetup: ['test/support/neo4j.setup.ts'],
          fileParallelism: false,
          testTimeout,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
