import { defineConfig } from 'vitest/config'

const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

/** A worker keeps the modules that it has loaded: loading them again for each file took as long as the tests. */
const shared = { isolate: false }

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          ...shared,
          name: 'unit',
          include: ['{vocab,connectors,apps,pod-server}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'pod-server/{test,faults}/**', 'dist/**'],
        },
      },
      {
        ...source,
        test: {
          name: 'system',
          include: ['pod-server/{test,faults}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
