import type { TestProject } from 'vitest/node'
import { TestPod } from './test-pod.ts'

/** As many as there are workers (see shared-server.ts). */
export async function setup({ provide, vitest }: TestProject): Promise<() => Promise<void>> {
  const servers = await Promise.all(Array.from({ length: vitest.config.maxWorkers }, () => TestPod.start()))
  provide(
    'sharedServers',
    servers.map(({ port, dataFolder }) => ({ port, dataFolder })),
  )
  return async () => {
    await Promise.all(servers.map((it) => it[Symbol.asyncDispose]()))
  }
}
