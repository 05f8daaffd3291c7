import { defineConfig } from 'vitest/config';

// A busy machine is slow, not wrong.
const testTimeout = 30_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'core', include: ['test/**/*.test.ts'], exclude: ['**/*.db.test.ts'], testTimeout },
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
