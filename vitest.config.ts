import { defineConfig } from 'vitest/config'

const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

const system = ['pod-server/{test,faults}/**/*.test.ts']
/** Those that keep a browser busy with the demonstration, whose addresses only one can have at a time. */
const browser = ['journey', 'onboarding-story', 'screens'].map((name) => `pod-server/test/${name}.test.ts`)
const excluded = ['**/node_modules/**', 'dist/**']

/** A worker keeps the modules that it has loaded: loading them again for each file took as long as the tests. */
const shared = { isolate: false }
const slow = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    // One after another.
    projects: [
      {
        ...source,
        test: {
          ...shared,
          name: 'unit',
          include: ['{vocab,connectors,apps,pod-server}/**/*.test.ts'],
          exclude: [...excluded, ...system],
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        ...source,
        test: {
          ...shared,
          ...slow,
          name: 'system',
          include: system,
          exclude: [...excluded, ...browser],
          sequence: { groupOrder: 2 },
          // What these do is done by servers, in processes of their own, for which they wait.
          maxWorkers: 2,
        },
      },
      {
        ...source,
        test: {
          ...shared,
          ...slow,
          name: 'browser',
          include: browser,
          globalSetup: 'pod-server/test/first-day.ts',
          sequence: { groupOrder: 3 },
          maxWorkers: 1,
        },
      },
    ],
  },
})
