import { defineConfig } from 'vitest/config'

const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
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
