import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { podHash, requestOf, verifyErasureProof } from '#vocab/erasure-proof'
import { readReceiptKeys } from '#vocab/receipt'
import { OperatorApi } from '../accounts/OperatorApi.ts'
import { logInToApp } from './app-session.ts'
import { Mailbox } from './mailbox.ts'
import { Open } from './open.ts'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let mailbox: Mailbox
let alice: TestCitizen
let bob: TestCitizen
let bank: TestPartner
let page: Open
/** What the server has answered to the request. */
let asked: { due: string; proof: string; promise: string; asked: string }

const proof = () => ({ email: alice.email, password: alice.password })
const month = () => `${alice.pod}data/bank/banque/2026-10.ttl`
const status = async (as: typeof fetch, url: string, init?: RequestInit) => (await as(url, init)).status
const keys = async () => readReceiptKeys(await (await fetch(`${server.baseUrl}.keys/receipts`)).text())
const add = (name: string) => status(bank.fetch, month(), insert(`<#${name}> a tb:BankOperation.`))
const grants = async () => (await page.read('.agent/grants')) as { grants: object[]; otherRules: object[] }
const lettersTo = async (email: string, count: number) => {
  await expect.poll(() => mailbox.to(email).length, { timeout: 15_000 }).toBe(count)
  return mailbox.to(email).at(-1)?.text ?? ''
}

/** Where letters are sent, an address is confirmed by one, or by the operator. */
async function invited(name: string): Promise<TestCitizen> {
  const api = await OperatorApi.of(server.dataFolder, server.baseUrl)
  return makeCitizen(server, name, await api.invite({ email: `${name}@traboule.example` }))
}

beforeAll(async () => {
  mailbox = await Mailbox.open()
  const mail = { TRABOULE_SMTP_URL: mailbox.url, TRABOULE_MAIL_FROM: 'Traboule <no@traboule.example>' }
  server = await TestPod.start('serve', { TRABOULE_SIGN_UP: 'open', ...mail })
  ;[alice, bob] = [await invited('alice'), await invited('bob')]
  await server.run('partner', 'add', 'banque', '--name', 'Ma Banque', '--connector', 'bank')
  bank = await makePartner(server, 'banque', 'bank')
  await alice.account.agent('partners', { partner: 'banque' })
  expect(await add('one')).toBe(201)
  await alice.account.agent('grants', { agent: bob.webId, categories: ['bank'] })
  page = await Open.at(server, alice, alice.password)
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await mailbox?.[Symbol.asyncDispose]()
})

describe('the erasure of an account and its pod', () => {
  it('is asked for by the citizen, on our page, who proves once more who they are; by nobody else', async () => {
    const before = await page.read('.agent/erasure')
    expect(before).toEqual({ days: 7, byLetter: true })
    const theirs = await Open.at(server, bob, bob.password)
    const app = await logInToApp(server, alice, 'home')
    const url = `${server.baseUrl}.agent/erasure`
    const json = { 'content-type': 'application/json' }
    const byApp = { method: 'POST', headers: json, body: JSON.stringify(proof()) }
    const foreign = { ...json, origin: 'https://evil.example', cookie: `css-account=${page.cookie}` }
    expect([
      (await page.ask('POST', '.agent/erasure', {})).status,
      (await page.ask('POST', '.agent/erasure', { ...proof(), password: 'un autre mot de passe' })).status,
      (await page.ask('POST', '.agent/erasure', { email: bob.email, password: bob.password })).status,
      (await page.ask('POST', '.agent/erasure', { ...proof(), pod: bob.pod })).status,
      (await theirs.ask('POST', '.agent/erasure', { ...proof(), pod: alice.pod })).status,
      (await Open.nobody(server).ask('POST', '.agent/erasure', proof())).status,
      await status(app, url, byApp),
      await status(app, url),
      await status(alice.fetch, url, byApp),
      await status(app, url, { method: 'DELETE' }),
      await status(fetch, url, { method: 'POST', headers: foreign, body: JSON.stringify(proof()) }),
      await status(fetch, url, { headers: foreign }),
      (await page.ask('DELETE', '.agent/erasure')).status,
    ]).toEqual([400, 403, 403, 403, 403, 401, 403, 403, 403, 403, 403, 403, 404])
    expect(await page.read('.agent/erasure')).toEqual(before)
    expect([await add('two'), await status(bob.fetch, month())]).toEqual([205, 200])
    expect(mailbox.to(alice.email)).toEqual([])
  })

  it('ends at once whatever lets others in, and gives a promise with its day', async () => {
    const strange = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
      <#all> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <open.ttl>; acl:mode acl:Read.`
    const open = `${alice.pod}notes/open.ttl`
    const put = (body: string) => ({ method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
    await alice.fetch(open, put('<#a> <#b> 1 .'))
    await alice.fetch(`${open}.acl`, put(strange))
    expect(await status(fetch, open)).toBe(200)

    const answer = await page.ask('POST', '.agent/erasure', { ...proof(), pod: alice.pod })
    expect(answer.status).toBe(201)
    asked = await answer.json()
    expect(Date.parse(asked.due) - Date.parse(asked.asked)).toBe(7 * 24 * 3_600_000)
    expect([await add('three'), await status(bob.fetch, month()), await status(fetch, open)]).toEqual([
      403, 403, 401,
    ])
    expect(await grants()).toMatchObject({ grants: [], otherRules: [] })
    // Nobody is let in again.
    const again = [
      await page.ask('POST', '.agent/grants', { agent: bob.webId, categories: ['bank'] }),
      await page.ask('POST', '.agent/partners', { partner: 'banque' }),
    ]
    expect(await Promise.all(again.map(async (it) => [it.status, (await it.json()).code]))).toEqual(
      Array(2).fill([409, 'leaving']),
    )
    // The citizen sees what is theirs, logs in, and asks no second time.
    const home = await logInToApp(server, alice, 'home')
    expect([await status(home, month()), await status(alice.fetch, month())]).toEqual([200, 200])
    expect(await (await page.ask('POST', '.agent/erasure', proof())).json()).toEqual(asked)
    const claims = await verifyErasureProof(asked.promise, await keys())
    expect(claims).toMatchObject({
      erasure: { status: 'promised', dueAt: `${asked.due.slice(0, 19)}Z` },
    })
    expect(await status(fetch, asked.proof)).toBe(404)
    const letter = await lettersTo(alice.email, 1)
    expect(letter).toContain(asked.proof)
    expect(letter).toContain(`${server.baseUrl}.account/erase/`)
  })

  it('is cancelled until then, which brings nobody back', async () => {
    expect((await page.ask('DELETE', '.agent/erasure')).status).toBe(204)
    expect(await page.read('.agent/erasure')).toEqual({ days: 7, byLetter: true })
    expect([await add('four'), await status(bob.fetch, month())]).toEqual([403, 403])
    expect((await page.ask('POST', '.agent/partners', { partner: 'banque' })).status).toBe(201)
    expect(await add('four')).toBe(205)
    expect(await lettersTo(alice.email, 2)).toContain('annulé')
  })

  it('is told of once more the day before, over restarts; and takes place, also where it was cut off', async () => {
    // At the same moment as a grant, which is given or not: none stays.
    const [answer] = await Promise.all([
      page.ask('POST', '.agent/erasure', proof()),
      page.ask('POST', '.agent/grants', { agent: bob.webId, categories: ['bank'] }),
    ])
    asked = await answer.json()
    expect(await grants()).toMatchObject({ grants: [], otherRules: [] })
    expect((await page.ask('POST', '.agent/erasure', proof())).status).toBe(201)
    await lettersTo(alice.email, 3)
    await server.end('SIGTERM')
    await server.startLater(6.5)
    expect(await lettersTo(alice.email, 4)).toContain('personne ne pourra les faire revenir')
    await server.end('SIGKILL')
    // It begins as the server starts, and is cut off.
    await server.startLater(8)
    await server.end('SIGKILL')
    await server.startLater(8)
    await expect.poll(() => status(fetch, asked.proof), { timeout: 30_000 }).toBe(200)
    // At the time of those who have a token.
    await server.end('SIGTERM')
    await server.start()
  })

  it('leaves nothing of the pod and the account, and their name to nobody', async () => {
    // As what never was, to whoever comes, to whoever has an account, and to who read there.
    const never = (url: string) => url.replace('/alice/', '/nobody-ever/')
    for (const url of [alice.pod, `${alice.pod}profile/card`, month(), `${alice.pod}log/`])
      for (const as of [fetch, bob.fetch, bank.fetch]) {
        const was = await status(as, never(url))
        expect([url, await status(as, url)]).toEqual([url, was])
        expect(as === fetch ? [401] : [403, 404]).toContain(was)
      }
    expect(await status(alice.fetch, alice.pod)).toBe(401)
    expect(await status(bob.fetch, `${bob.pod}profile/`)).toBe(200)
    const refused = async (email: string) => {
      const answer = await Open.nobody(server).ask('POST', '.account/login/password/', {
        email,
        password: alice.password,
      })
      return [answer.status, await answer.text()]
    }
    expect(await refused(alice.email)).toEqual(await refused('nobody@traboule.example'))
    expect(await page.isLoggedIn()).toBe(false)
    await expect(invited('alice')).rejects.toThrow()
    // One that was brought as the server was killed may come twice.
    expect(new Set(mailbox.to(alice.email).map(({ text }) => text)).size).toBe(4)
  })

  it('is proven by a file that names nobody, with the server and without', async () => {
    const text = await (await fetch(asked.proof)).text()
    const claims = await verifyErasureProof(text, await keys())
    if (typeof claims === 'string') throw new Error(claims)
    expect(claims.erasure).toMatchObject({ status: 'done', resources: expect.any(Number) })
    expect(claims.erasure.podSha256).toBe(await podHash(requestOf(claims), alice.pod))
    expect(asked.proof.endsWith(`/${requestOf(claims)}`)).toBe(true)
    expect(JSON.stringify(claims)).not.toContain('alice')
    expect(
      await status(
        fetch,
        asked.proof.replace(/.$/, (it) => (it === '0' ? '1' : '0')),
      ),
    ).toBe(404)
    const file = join(server.dataFolder, 'proof.jwt')
    await writeFile(file, text)
    const verified = await server.run('receipt', 'verify', file)
    expect(verified).toMatchObject({ code: 0, stderr: '' })
    expect(verified.stdout).toMatch(/^valid proof +erased$/m)
    expect(verified.stdout).toContain(claims.erasure.podSha256)
    await writeFile(file, text.replace(/.{8}$/, 'AAAAAAAA'))
    expect((await server.run('receipt', 'verify', file)).code).toBe(2)
    await rm(file)
  })

  it('leaves the pods and the journals of others as they were', async () => {
    expect(await status(fetch, `${bob.pod}profile/card`)).toBe(200)
    await server.end('SIGTERM')
    const { code, stdout } = await server.run('journal', 'verify', 'bob')
    expect([code, stdout]).toEqual([0, expect.stringContaining('bob')])
    expect((await server.run('journal', 'verify')).code).toBe(0)
  })
})
