import { inject } from 'vitest'
import { TestPod } from './test-pod.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker, so that no two test files ask the same at the same time. */
    sharedServers: readonly Pick<TestPod, 'port' | 'dataFolder'>[]
  }
}

/**
 * The empty server of the test files that neither stop theirs nor count what is on it, one file after the other: a start
 * takes seconds, and what a server has done once it does sooner.
 */
export function sharedServer(): TestPod {
  const servers = inject('sharedServers')
  const [first] = servers
  if (!first) throw new Error('no shared server')
  return TestPod.joined(servers[Number(process.env['VITEST_POOL_ID']) % servers.length] ?? first)
}
