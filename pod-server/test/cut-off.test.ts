import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { inventory } from '../engine/sqlite/inventory.ts'
import { isHalfRestored } from '../server/half-restored.ts'
import { makeCitizen, makePartner } from './people.ts'
import { writeNotes } from './pod-view.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let folder: string
const at = (name: string) => join(folder, name)

/** One back-up of nobody's server, and one with a citizen and a partner; the server is then stopped. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-cut-'))
  server = await TestPod.start()
  await server.ask('backup', at('nobody.db'))
  const alice = await makeCitizen(server, 'alice')
  await writeNotes(alice)
  await makePartner(server, 'banque', 'bank')
  await server.ask('backup', at('two.db'))
  await server.ask('export', 'alice', at('alice'))
  await server.end('SIGTERM')
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Kills a command at one moment after another, until it is through before it is killed. @returns how often it was killed. */
async function killedAtEach(
  step: number,
  watched: string,
  args: readonly string[],
  look: () => Promise<void>,
): Promise<number> {
  for (let nth = 1, kills = 0; ; nth += step, kills += 1) {
    const isKilled = await server.runKilled(watched, nth, ...args)
    await look()
    if (!isKilled) return kills
  }
}

const podsOf = (data: string) => inventory(join(data, 'pods.db')).pods

describe('a command that is killed', () => {
  it('leaves no back-up that is not whole', async () => {
    const target = at('backups/b.db')
    await mkdir(at('backups'))
    const kills = await killedAtEach(7, at('backups'), ['backup', target], async () => {
      if (!existsSync(target)) return
      const fresh = await mkdtemp(at('fresh-'))
      expect(await server.ask('restore', target, '--data', fresh)).toMatchObject({ code: 0 })
      expect(await readFile(join(fresh, 'registry', 'partners.json'), 'utf8')).toContain('banque')
      await rm(target)
    })
    expect(kills).toBeGreaterThan(1)
  })

  it('leaves a restored folder as it was, or as the back-up was, or says that it is half', async () => {
    const data = at('restored')
    await server.ask('restore', at('nobody.db'), '--data', data)
    const kills = await killedAtEach(
      20,
      data,
      ['restore', at('two.db'), '--replace', '--data', data],
      async () => {
        if (isHalfRestored(data)) {
          expect((await server.run('serve', '--data', data)).stderr).toContain('was cut off in its middle')
        } else {
          expect([0, 2]).toContain(podsOf(data))
          expect(existsSync(join(data, 'registry'))).toBe(podsOf(data) === 2)
        }
        // Whatever was left behind, the next one brings it to an end.
        expect(await server.ask('restore', at('nobody.db'), '--replace', '--data', data)).toMatchObject({
          code: 0,
        })
        expect(podsOf(data)).toBe(0)
        expect(isHalfRestored(data)).toBe(false)
      },
    )
    expect(kills).toBeGreaterThan(2)
  }, 240_000)

  it('leaves no imported pod without its account, and none by half', async () => {
    const data = server.dataFolder
    const email = 'alice@example.org'
    const password = 'un mot de passe assez long'
    await server.ask('restore', at('nobody.db'), '--replace')
    const args = ['import', 'alice', at('alice'), '--email', email, '--password', password]
    const kills = await killedAtEach(12, data, args, async () => {
      if (podsOf(data) === 0) return
      expect(inventory(join(data, 'pods.db')).resources).toBeGreaterThan(10)
      await server.start()
      expect(await AccountApi.logIn(server.baseUrl, email, password)).toBeDefined()
      await server.end('SIGTERM')
      await server.ask('restore', at('nobody.db'), '--replace')
    })
    expect(kills).toBeGreaterThan(1)
  }, 240_000)
})
