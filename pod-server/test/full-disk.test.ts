import { randomBytes } from 'node:crypto'
import { rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../engine/sqlite/database.ts'
import { makeCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

const put = (body: string): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'text/plain' },
  body,
})

it('a full disk takes nothing that was acknowledged, and is told as the operator’s to mend', async () => {
  await using server = await TestPod.start()
  const alice = await makeCitizen(server, 'alice')
  await server.end('SIGTERM')
  await server.startOnFullDisk(4096)
  const kept = new Map<string, string>()
  let refused: Response | undefined
  for (let n = 0; n < 100 && !refused; n++) {
    const url = `${alice.pod}${n}.txt`
    const text = randomBytes(100_000).toString('base64')
    const response = await alice.fetch(url, put(text))
    if (response.status === 201) kept.set(url, text)
    else refused = response
  }
  expect(refused?.status).toBe(507)
  expect(await refused?.text()).toMatch(/operator/)
  expect(server.printed).toMatch(/request failed: the storage: SQLITE_/)
  // The identity provider answers by itself, and says no less.
  const registering = JSON.stringify({
    redirect_uris: ['http://localhost/'],
    client_name: 'x'.repeat(40_000),
  })
  let unregistered: Response | undefined
  for (let n = 0; n < 100 && (unregistered?.status ?? 201) === 201; n++) {
    unregistered = await fetch(`${server.baseUrl}.oidc/reg`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: n % 2 ? 'text/html' : 'application/json' },
      body: registering,
    })
  }
  expect(unregistered?.status).toBe(507)
  expect(server.printed).not.toMatch(/request failed: EngineError/)
  const unharmed = async () => {
    for (const [url, text] of kept) expect(await (await alice.fetch(url)).text()).toBe(text)
  }
  await unharmed()
  await server.end('SIGTERM')
  await server.start()
  await unharmed()
  expect((await alice.fetch(`${alice.pod}after.txt`, put('again'))).status).toBe(201)
  await server.end('SIGTERM')
  const db = openDatabase(join(server.dataFolder, 'pods.db'))
  expect(db.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
  db.close()
})

it('nothing is acknowledged once somebody has taken the file away from under the server', async () => {
  await using server = await TestPod.start()
  const alice = await makeCitizen(server, 'alice')
  const file = join(server.dataFolder, 'pods.db')
  await rename(file, `${file}.elsewhere`)
  const url = `${alice.pod}late.txt`
  expect((await alice.fetch(url, put('late'))).status).toBe(507)
  expect(server.printed).toMatch(/the storage: FILE_GONE/)
  await rename(`${file}.elsewhere`, file)
  expect((await alice.fetch(url, put('late'))).status).toBe(201)
})

it('a server that cannot write down what it does begins nothing on a full disk, and says so', async () => {
  await using server = await TestPod.start()
  const alice = await makeCitizen(server, 'alice')
  const long = randomBytes(60_000).toString('base64')
  expect((await alice.fetch(`${alice.pod}long.txt`, put(long))).status).toBe(201)
  // What was committed last is left beside the file, and the next commit has to go behind it.
  await server.end('SIGKILL')
  const { size } = await stat(join(server.dataFolder, 'pods.db-wal'))
  const { code, stderr } = await server.runOnFullDisk(Math.floor(size / 512))
  expect(code).toBe(2)
  expect(stderr).toMatch(/^The server can store nothing in .* \(SQLITE_\w+\): make room on the disk/)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  await server.start()
  expect((await alice.fetch(`${alice.pod}after.txt`, put('again'))).status).toBe(201)
})
