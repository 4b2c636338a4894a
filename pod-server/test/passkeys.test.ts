import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { SoftwareAuthenticator } from '../passkeys/testing/SoftwareAuthenticator.ts'
import { Open } from './open.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()
const { origin } = new URL(server.baseUrl)

/** A passkey of this account, by a proof of who asks. */
async function added(page: Open, proof: object): Promise<SoftwareAuthenticator> {
  const made = new SoftwareAuthenticator(origin)
  const { options } = await page.read('.agent/new-passkey')
  const answer = await page.ask('POST', '.agent/passkeys', { response: made.make(options), ...proof })
  expect(answer.status).toBe(201)
  return made
}

/** Logs in by a passkey. */
async function opened(passkey: SoftwareAuthenticator, said = {}): Promise<Open> {
  const { options } = await Open.nobody(server).read('.account/login/passkey/')
  return Open.by(server, 'passkey', { response: passkey.use(options, said) })
}

/** What shows who one is in a request for an act. */
async function proof(page: Open, by: SoftwareAuthenticator): Promise<{ passkey: object }> {
  return { passkey: by.use((await page.read('.agent/proof')).passkey) }
}

/** Whoever has an account with a passkey alone: there is no password to think of, and to hash. */
async function newcomer(): Promise<{ page: Open; passkey: SoftwareAuthenticator }> {
  const page = await Open.newAccount(server)
  return { page, passkey: await added(page, {}) }
}

let carol: TestCitizen
let page: Open
let passkey: SoftwareAuthenticator

beforeAll(async () => {
  carol = await makeCitizen(server, 'carol')
  page = await Open.at(server, carol, carol.password)
  const { email, password } = carol
  passkey = await added(page, { email, password })
})

describe('a log-in by passkey', () => {
  it('is that of its account, in a browser that is known from then on, and tells no script its cookie', async () => {
    const there = await opened(passkey)
    expect((await there.read('.agent/session')).webIds).toEqual([carol.webId])
    const { options } = await Open.nobody(server).read('.account/login/passkey/')
    const answer = await Open.nobody(server).ask('POST', '.account/login/passkey/', {
      response: passkey.use(options),
    })
    const cookies = answer.headers.getSetCookie().join()
    expect(cookies).toContain('traboule-device=')
    const [, cookie = ''] = /css-account=([^;]+);/.exec(cookies) ?? []
    expect(cookie).toMatch(/^[0-9a-f-]{36}$/)
    expect(await answer.text()).not.toContain(cookie)
  })

  it('is refused from a page elsewhere, and for an answer that is none, was given before or is of another host', async () => {
    const { passkey } = await newcomer()
    for (const said of [
      { origin: server.app('budget').origin },
      { rpId: 'evil.example' },
      { isVerified: false },
    ])
      expect((await opened(passkey, said)).cookie).toBe('')
    const { options } = await Open.nobody(server).read('.account/login/passkey/')
    const response = passkey.use(options)
    expect((await Open.by(server, 'passkey', { response })).cookie).not.toBe('')
    expect((await Open.by(server, 'passkey', { response })).cookie).toBe('')
    for (const body of [
      {},
      { response: 'x' },
      { response: [] },
      { response: { ...response, response: 1 } },
    ]) {
      const answer = await Open.nobody(server).ask('POST', '.account/login/passkey/', body)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []])
    }
    const evil = await fetch(`${server.baseUrl}.account/login/passkey/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({
        response: passkey.use((await Open.nobody(server).read('.account/login/passkey/')).options),
      }),
    })
    expect([evil.status, evil.headers.getSetCookie()]).toEqual([403, []])
  })
})

describe('a passkey', () => {
  it('is added and deleted by a proof in that very request; deleting one ends the other log-ins', async () => {
    const { page, passkey } = await newcomer()
    const { email, password } = carol
    const made = new SoftwareAuthenticator(origin)
    const add = async (said: object) => {
      const { options } = await page.read('.agent/new-passkey')
      return (await page.ask('POST', '.agent/passkeys', { response: made.make(options), ...said })).status
    }
    expect(await add({})).toBe(400)
    expect(await add({ email, password })).toBe(403)
    expect(await add({ passkey: made.use((await page.read('.agent/proof')).passkey) })).toBe(403)
    expect((await page.read('.agent/passkeys')).passkeys).toHaveLength(1)
    expect(await add(await proof(page, passkey))).toBe(201)

    const there = await opened(passkey)
    const [{ id }] = (await page.read('.agent/passkeys')).passkeys
    const other = await newcomer()
    const end = (by: Open, said: object) => by.ask('POST', '.agent/ended-passkeys', { id, ...said })
    expect((await end(page, {})).status).toBe(400)
    expect((await end(other.page, await proof(other.page, other.passkey))).status).toBe(404)
    expect((await end(page, await proof(other.page, other.passkey))).status).toBe(403)
    expect(await there.isLoggedIn()).toBe(true)
    expect((await end(page, await proof(page, passkey))).status).toBe(204)
    expect([await page.isLoggedIn(), await there.isLoggedIn()]).toEqual([true, false])
    expect((await opened(passkey)).cookie).toBe('')
    expect((await opened(made)).cookie).not.toBe('')
  })

  it('is the proof for each powerful act, once', async () => {
    const acts: readonly (readonly [url: string, body: object, status: number, code?: string])[] = [
      // The proof is looked at first, and then the app, which is nowhere.
      ['.agent/grants', { everything: true, client_id: 'https://app.example/id' }, 400, 'unread-client'],
      ['.agent/credentials', { name: 'mine' }, 201],
      ['.agent/recovery', { pod: carol.pod }, 201],
      ['.agent/recovery-codes', {}, 201],
      ['.agent/password', { next: 'une autre phrase de passe' }, 204],
    ]
    for (const [url, body, status, code] of acts) {
      const ask = async (said: object) => {
        const answer = await page.ask('POST', url, said)
        const json = answer.status === 204 ? {} : await answer.json()
        return [url, answer.status, json.code]
      }
      expect(await ask(body)).toEqual([url, 400, 'bad-request'])
      const proved = { ...body, ...(await proof(page, passkey)) }
      expect(await ask(proved)).toEqual([url, status, code])
      expect(await ask(proved)).toEqual([url, 403, 'wrong-passkey'])
    }
    expect(await (await Open.at(server, carol, 'une autre phrase de passe')).isLoggedIn()).toBe(true)
  })

  it('alone opens an account that has no password, and the last one stays', async () => {
    const { page, passkey } = await newcomer()
    const made = new SoftwareAuthenticator(origin)
    const { options } = await page.read('.agent/new-passkey')
    // From the first on, the next wants a proof.
    const bare = await page.ask('POST', '.agent/passkeys', { response: made.make(options) })
    expect(bare.status).toBe(400)
    expect((await page.read('.agent/proof')).password).toBe(false)
    expect(await (await opened(passkey)).isLoggedIn()).toBe(true)
    const [{ id }] = (await page.read('.agent/passkeys')).passkeys
    const last = await page.ask('POST', '.agent/ended-passkeys', { id, ...(await proof(page, passkey)) })
    expect([last.status, (await last.json()).code]).toEqual([409, 'last-log-in'])
    const codes = await page.ask('POST', '.agent/recovery-codes', await proof(page, passkey))
    expect((await codes.json()).codes).toHaveLength(10)
    const next = { next: 'une autre phrase de passe', ...(await proof(page, passkey)) }
    expect((await page.ask('POST', '.agent/password', next)).status).toBe(409)
    // With an address it has one, by a proof as all that is powerful.
    const email = `${randomUUID()}@traboule.example`
    const chosen = { next: 'une autre phrase de passe', email }
    expect((await page.ask('POST', '.agent/password', chosen)).status).toBe(400)
    const first = await page.ask('POST', '.agent/password', { ...chosen, ...(await proof(page, passkey)) })
    expect([first.status, await first.json()]).toEqual([201, { byLetter: false }])
    const there = await Open.by(server, 'password', { email, password: chosen.next })
    expect(await there.isLoggedIn()).toBe(true)
    const { controls } = await page.read('.account/')
    const pod = await page.ask('POST', controls.account.pod, { name: `own-${randomUUID().slice(0, 8)}` })
    expect(pod.status).toBe(200)
  })
})

describe('a recovery code', () => {
  const codesOf = async (by: Open, key: SoftwareAuthenticator): Promise<string[]> =>
    (await (await by.ask('POST', '.agent/recovery-codes', await proof(by, key))).json()).codes
  const use = (who: unknown, code: unknown) => Open.by(server, 'code', { who, code })

  it('logs in once, by the name of the pod, and ends all other log-ins', async () => {
    const { page, passkey } = await newcomer()
    const name = `code-${randomUUID().slice(0, 8)}`
    const { controls } = await page.read('.account/')
    await page.ask('POST', controls.account.pod, { name })
    const [one, other] = await codesOf(page, passkey)
    const there = await opened(passkey)
    for (const who of [carol.email, `${name}/../x`, `x${name}`]) expect((await use(who, one)).cookie).toBe('')
    const ends = await Promise.all([1, 2, 3].map(() => use(name, one)))
    const all = ends.filter(({ cookie }) => cookie !== '')
    expect(all).toHaveLength(1)
    expect([await page.isLoggedIn(), await there.isLoggedIn()]).toEqual([false, false])
    expect(await all[0]?.read('.agent/recovery-codes')).toEqual({ left: 9 })
    expect(await (await use(name, other?.toLowerCase())).isLoggedIn()).toBe(true)
    expect((await use(name, other)).cookie).toBe('')
  })

  it('gives its account another password or passkey, once, and proves nothing else', async () => {
    const open = await opened(passkey)
    const [one, other] = await codesOf(open, passkey)
    const next = 'tartine nuage escalier'
    expect((await open.ask('POST', '.agent/password', { next })).status).toBe(400)
    const recovered = await use(carol.email, one)
    expect((await recovered.read('.agent/proof')).isRecovering).toBe(true)
    const [{ id }] = (await recovered.read('.agent/passkeys')).passkeys
    for (const [url, body] of [
      ['.agent/credentials', { name: 'mine' }],
      ['.agent/recovery', { pod: carol.pod }],
      ['.agent/recovery-codes', {}],
      ['.agent/ended-passkeys', { id }],
    ] as const)
      expect([url, (await recovered.ask('POST', url, body)).status]).toEqual([url, 400])
    const thrice = [1, 2, 3].map(() => recovered.ask('POST', '.agent/password', { next }))
    expect((await Promise.all(thrice)).map(({ status }) => status).sort()).toEqual([204, 400, 400])
    expect(await (await Open.at(server, carol, next)).isLoggedIn()).toBe(true)
    expect((await recovered.read('.agent/proof')).isRecovering).toBe(false)
    expect((await recovered.ask('POST', '.agent/password', { next })).status).toBe(400)

    const again = await use(carol.email, other)
    const made = await added(again, {})
    expect((await again.ask('POST', '.agent/password', { next })).status).toBe(400)
    expect(await (await opened(made)).isLoggedIn()).toBe(true)
  })

  it('may be wrong ten times from one place, for an account that is there and one that is not', async () => {
    const { length } = await codesOf(await opened(passkey), passkey)
    expect(length).toBe(10)
    for (const who of [carol.email, `nobody-${randomUUID()}@traboule.example`]) {
      const tried = async () =>
        Open.nobody(server).ask('POST', '.account/login/code/', { who, code: '7K3M-0QZD-9A1F-XH5T' })
      const statuses = []
      for (let count = 0; count < 10; count++) statuses.push((await tried()).status)
      expect(statuses).toEqual(Array(10).fill(403))
      const after = await tried()
      expect([after.status, Number(after.headers.get('retry-after')) > 500]).toEqual([429, true])
    }
    // Whoever tries holds up no other way in.
    expect(await (await opened(passkey)).isLoggedIn()).toBe(true)
    for (const body of [{}, { who: carol.email }, { who: 1, code: 1 }, { who: 'x'.repeat(400), code: 'x' }])
      expect((await Open.nobody(server).ask('POST', '.account/login/code/', body)).status).toBe(403)
  })
})
