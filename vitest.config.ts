import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

const system = ['pod-server/{test,faults}/**/*.test.ts']
/** The demonstration, and a browser that it keeps busy, whose addresses only one can have at a time. */
const browser = ['pod-server/test/demonstration.test.ts']
const excluded = ['**/node_modules/**', 'dist/**']

/**
 * A worker keeps the modules that it has loaded: loading them again for each file took as long as the tests. What is
 * waited for is a condition, for as long as nobody waits unless something is wrong.
 */
const shared = {
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
}

/** The longest first, and those that are many and small last, so that no processor waits at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = ['browser', 'system', 'unit']
    const place = ({ project }: TestSpecification) => order.indexOf(project.name)
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    // Servers and browsers do the work, in processes of their own, and one of three workers waits for them.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...source,
        test: {
          ...shared,
          name: 'unit',
          include: ['{vocab,connectors,apps,pod-server}/**/*.test.ts'],
          exclude: [...excluded, ...system],
          globalSetup: 'pod-server/engine/testing/one-file-writer.ts',
        },
      },
      {
        ...source,
        test: {
          ...shared,
          name: 'system',
          include: system,
          exclude: [...excluded, ...browser],
          globalSetup: ['pod-server/test/shared-servers.ts', 'pod-server/test/shared-stock.ts'],
        },
      },
      {
        ...source,
        test: {
          ...shared,
          name: 'browser',
          include: browser,
        },
      },
    ],
  },
})
