import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../engine/testing/changes.ts'
import { printNumbers, timed } from './figures.ts'

const rounds = 5
const commits = 512
const atOnce = 64
const listed = 5000
const text = `<#it> <#is> "${'x'.repeat(1000)}" .`

/** What the engine takes by itself, each commit on disk: microseconds an operation. */
export async function benchEngine(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-bench-'))
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 30)
  const [alone, together, gets, lists]: number[][] = [[], [], [], []]
  try {
    await engine.commit({ changes: [container('pod'), container('pod/many')] })
    const names = Array.from({ length: listed }, (_, n) => `pod/many/${n}`)
    await engine.commit({ changes: names.map((path) => document(path, 'x')) })
    const put = (name: string) =>
      engine.commit({ changes: [document(`pod/${name}`, text), { kind: 'touch', path: 'pod' }] })
    const each = async (count: number, work: () => Promise<void>) => ((await timed(work)) / count) * 1e6
    for (let round = 0; round < rounds; round++) {
      alone?.push(
        await each(commits / 8, async () => {
          for (let n = 0; n < commits / 8; n++) await put(`a${n}`)
        }),
      )
      together?.push(
        await each(commits, async () => {
          for (let n = 0; n < commits; n += atOnce)
            await Promise.all(Array.from({ length: atOnce }, (_, at) => put(`t${n + at}`)))
        }),
      )
      gets?.push(
        await each(commits, async () => {
          for (let n = 0; n < commits; n++) {
            const stored = await engine.get(`pod/t${n}`)
            if (stored) await engine.body(stored.path, stored.version)
          }
        }),
      )
      lists?.push(
        await each(1, async () => {
          for (let after: string | undefined = ''; after !== undefined; )
            after = (await engine.list('pod/many', 500, after)).at(-1)?.path
        }),
      )
    }
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
  const print = (title: string, values: readonly number[] = []) =>
    printNumbers(title, Number.NaN, values, 'µs')
  print('engine: commit 1 KB and touch its container, one after the other', alone)
  print(`engine: the same, ${atOnce} at once (they share one write to disk)`, together)
  print('engine: get 1 KB with its bytes', gets)
  print('engine: list 5,000 children, page by page', lists)
}
