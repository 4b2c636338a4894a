import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openAppSession } from './app-session.ts'
import { Open } from './open.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
})
afterAll(async () => server?.[Symbol.asyncDispose]())

it('a restore brings back no log-in: neither one that was ended since the back-up nor one that was open', async () => {
  const page = () => Open.at(server, alice, alice.password)
  const [thief, own] = [await page(), await page()]
  const app = await openAppSession(server, alice, 'home')
  const backup = join(server.dataFolder, 'backup.db')
  expect((await server.run('backup', backup)).code).toBe(0)
  const seen = async () => [
    await thief.isLoggedIn(),
    await own.isLoggedIn(),
    await status(app.fetch, alice.pod),
    await status(alice.fetch, alice.pod),
    await app.renew().then(
      () => 'renewed',
      () => 'refused',
    ),
  ]
  expect(await seen()).toEqual([true, true, 200, 200, 'renewed'])
  expect((await own.ask('DELETE', '.agent/sessions')).status).toBe(204)
  expect(await seen()).toEqual([false, true, 401, 200, 'refused'])

  await server.end('SIGTERM')
  const { stdout } = await server.run('restore', backup, '--replace')
  expect(stdout).toContain('All log-ins of before have ended')
  await server.start()
  expect(await seen()).toEqual([false, false, 401, 401, 'refused'])
  expect(await (await page()).isLoggedIn()).toBe(true)
  const again = await openAppSession(server, alice, 'home')
  expect(await status(again.fetch, alice.pod)).toBe(200)
})
