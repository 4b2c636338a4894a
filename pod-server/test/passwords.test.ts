import { join } from 'node:path'
import bcrypt from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { dearHashes, TestPod } from './test-pod.ts'

let server: TestPod
const email = 'alice@traboule.example'
const password = 'un mot de passe de test'

beforeAll(async () => {
  server = await TestPod.start()
  await AccountApi.create(server.baseUrl, email, password)
})

afterAll(async () => server?.[Symbol.asyncDispose]())

// biome-ignore lint/suspicious/noExplicitAny: the account API's answers differ by address.
async function answerOf(path: string, body?: object, headers: Record<string, string> = {}): Promise<any> {
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
  const asked = { ...sent, headers: { accept: 'application/json', ...type, ...headers } }
  return (await fetch(server.baseUrl + path, asked)).json()
}

async function logIn(as: { email: string; password: string }) {
  const answer = await fetch(`${server.baseUrl}.account/login/password/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(as),
  })
  const { message, errorCode } = (await answer.json()) as { message?: string; errorCode?: string }
  return { status: answer.status, message, errorCode, cookies: answer.headers.getSetCookie().length }
}

/** Reads the one log-in of a server that is stopped, and changes its hash. */
async function rewrite(hash?: string): Promise<string> {
  const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
  try {
    const records = new EngineRecords(engine)
    await records.defineType('password', { accountId: 'id:account' })
    await records.createIndex('password', 'email')
    const [login] = (await records.find('password', { email })) as { id: string; password: string }[]
    if (hash) await records.setField('password', login?.id ?? '', 'password', hash)
    return login?.password ?? ''
  } finally {
    await engine.close()
  }
}

describe('logging in', () => {
  it('is for whoever knows the password; a wrong e-mail address and a wrong password are told alike', async () => {
    expect(await logIn({ email, password })).toMatchObject({ status: 200, cookies: 2 })
    const refusals = [
      await logIn({ email, password: `${password}.` }),
      await logIn({ email: 'nobody@traboule.example', password }),
      await logIn({ email, password: 'x'.repeat(2000) }),
    ]
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0])
    expect(refusals[0]).toMatchObject({ status: 403, cookies: 0 })
  })

  it('is tried ten times in ten minutes from one place, and by others still', async () => {
    const as = { email: 'Carol@traboule.example', password }
    await AccountApi.create(server.baseUrl, as.email, password)
    const from = (place: string, said: object) =>
      fetch(`${server.baseUrl}.account/login/password/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'x-forwarded-for': place },
        body: JSON.stringify({ ...as, ...said }),
      })
    const wrong = Array.from({ length: 12 }, () => from('192.0.2.1', { password: 'un autre' }))
    const statuses = (await Promise.all(wrong)).map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(10).fill(403), 429, 429])
    const right = await from('192.0.2.1', { email: as.email.toLowerCase() })
    expect([right.status, Number(right.headers.get('retry-after')) > 500]).toEqual([429, true])
    expect(await right.json()).toMatchObject({ errorCode: 'too-many-tries' })
    expect((await from('192.0.2.2', {})).status).toBe(200)
    expect((await from('192.0.2.1', { email })).status).toBe(200)
  })

  it('is changed by whoever knows the old one; a stranger elsewhere who tries it counts by themselves', async () => {
    const as = { email: 'dora@traboule.example', password }
    await AccountApi.create(server.baseUrl, as.email, password)
    const { authorization } = await answerOf('.account/login/password/', as)
    const headers = { authorization: `CSS-Account-Token ${authorization}` }
    const { controls } = await answerOf('.account/', undefined, headers)
    const { passwordLogins } = await answerOf(
      new URL(controls.password.create).pathname.slice(1),
      undefined,
      headers,
    )
    const url = passwordLogins[as.email]
    const change = async (place: string, oldPassword: string) =>
      (
        await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'x-forwarded-for': place },
          body: JSON.stringify({ oldPassword, newPassword: 'un autre mot de passe' }),
        })
      ).status
    for (let n = 0; n < 10; n += 1) expect(await change('192.0.2.3', 'un autre')).toBe(400)
    expect(await change('192.0.2.3', password)).toBe(400)
    const other = `CSS-Account-Token ${(await answerOf('.account/login/password/', as)).authorization}`
    const isLoggedIn = async (authorization: string) =>
      (await answerOf('.account/', undefined, { authorization })).controls.account.logout !== undefined
    expect([await isLoggedIn(headers.authorization), await isLoggedIn(other)]).toEqual([true, true])
    expect(await change('192.0.2.4', password)).toBe(200)
    // Who was in by the old one is out.
    expect([await isLoggedIn(headers.authorization), await isLoggedIn(other)]).toEqual([true, false])
    expect((await logIn({ ...as, password: 'un autre mot de passe' })).status).toBe(200)
  })

  it('is by a password of 1,024 bytes at most', async () => {
    const sign = (name: string, chosen: string) =>
      AccountApi.create(server.baseUrl, `${name}@traboule.example`, chosen)
    const long = 'tartine nuage escalier jaune'.padEnd(1024, 'x')
    await expect(sign('more', `${long}x`)).rejects.toThrow(/trop long.*too long/)
    await sign('most', long)
    expect((await logIn({ email: 'most@traboule.example', password: long })).status).toBe(200)
  })

  it.each([
    ['onze lettre', /trop court.*too short/],
    ['motdepasse123', /trop facile à deviner.*too easy to guess/],
    ['zoe.bernard@traboule.example', /trop facile à deviner.*too easy to guess/],
  ])('is by no password that is guessed: %s', async (chosen, reason) => {
    const email = 'zoe.bernard@traboule.example'
    await expect(AccountApi.create(server.baseUrl, email, chosen)).rejects.toThrow(reason)
    expect((await logIn({ email, password: chosen })).status).toBe(403)
  })

  it('is tried no more from a place that has tried too often, after a restart neither; a browser of before is let in', async () => {
    const as = { email: 'flora@traboule.example', password }
    await AccountApi.create(server.baseUrl, as.email, password)
    const from = async (place: string, said: object = {}, cookie = '') => {
      const answer = await fetch(`${server.baseUrl}.account/login/password/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': place, cookie },
        body: JSON.stringify({ ...as, ...said }),
      })
      return { status: answer.status, cookies: answer.headers.getSetCookie() }
    }
    const known = (await from('192.0.2.9')).cookies.find((it) => it.startsWith('traboule-device=')) ?? ''
    expect(known).toMatch(/^traboule-device=[\w.-]+; Max-Age=34560000; Path=\/; SameSite=Lax; HttpOnly$/)
    const wrong = { password: 'un autre' }
    await Promise.all(Array.from({ length: 10 }, () => from('192.0.2.99', wrong)))
    expect((await from('192.0.2.99')).status).toBe(429)
    await server.end('SIGKILL')
    await server.start()
    expect((await from('192.0.2.99')).status).toBe(429)
    expect((await from('192.0.2.99', { email })).status).toBe(200)
    const own = known.replace(/;.*/, '')
    expect((await from('192.0.2.99', {}, own)).status).toBe(200)
    // It has no more tries than any.
    const there = await Promise.all(Array.from({ length: 11 }, () => from('192.0.2.99', wrong, own)))
    expect(there.map(({ status }) => status).sort()).toEqual([...Array(10).fill(403), 429])
  })

  it('is still by a hash that CSS has made, which it makes anew', async () => {
    await server.end('SIGTERM')
    expect(await rewrite(await bcrypt.hash(password, 10))).toMatch(/^\$scrypt\$/)
    await server.start()
    expect((await logIn({ email, password: 'un autre' })).status).toBe(403)
    expect((await logIn({ email, password })).status).toBe(200)
    await server.end('SIGTERM')
    expect(await rewrite()).toMatch(/^\$scrypt\$/)
    await server.start()
    expect((await logIn({ email, password })).status).toBe(200)
    expect((await logIn({ email, password: 'un autre' })).status).toBe(403)
  })

  it('is made for everybody who signs up at the same time, as dear as it is', async () => {
    await using dear = await TestPod.start('serve', dearHashes)
    const names = Array.from({ length: 20 }, (_, n) => `many-${n}@traboule.example`)
    const made = await Promise.allSettled(
      names.map((name) => AccountApi.create(dear.baseUrl, name, password)),
    )
    expect(made.filter(({ status }) => status === 'rejected')).toEqual([])
    const logIn = (said: string) => AccountApi.logIn(dear.baseUrl, 'many-19@traboule.example', said)
    expect([(await logIn(password)) !== undefined, await logIn('un autre')]).toEqual([true, undefined])
    expect(dear.printed).not.toContain('traboule.example')
  }, 120_000)

  it('is told in no log', () => {
    expect(server.printed).not.toContain('traboule.example')
  })
})
