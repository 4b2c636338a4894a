import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../engine/testing/changes.ts'
import { makeCitizen } from '../test/people.ts'
import { TestPod } from '../test/test-pod.ts'
import { printNumbers } from './figures.ts'

const rounds = 9
const children = 5000

/** How long the listing of a container of 5,000 documents takes over HTTP, and when its first bytes come. */
export async function benchListing(): Promise<void> {
  const server = await TestPod.start()
  try {
    const citizen = await makeCitizen(server, 'lister')
    await server.end('SIGTERM')
    const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
    const names = Array.from({ length: children }, (_, n) => `lister/many/${n}.ttl`)
    await engine.commit({ changes: [container('lister/many'), ...names.map((path) => document(path, '#'))] })
    await engine.close()
    await server.start()
    const [first, all]: number[][] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      const { body } = await citizen.fetch(`${citizen.pod}many/`, { headers: { accept: 'text/turtle' } })
      const reader = body?.getReader()
      await reader?.read()
      first?.push(performance.now() - start)
      while (!(await reader?.read())?.done);
      all?.push(performance.now() - start)
    }
    printNumbers(`GET of a container of ${children} documents: first bytes`, Number.NaN, first ?? [], 'ms')
    printNumbers(`GET of a container of ${children} documents: all of it`, Number.NaN, all ?? [], 'ms')
    printNumbers('its most memory since its start', Number.NaN, [await peakOf(server.pid)], 'MiB')
  } finally {
    await server[Symbol.asyncDispose]()
  }
}

/** Linux says it in /proc. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
