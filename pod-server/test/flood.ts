import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { addPartner } from '../accounts/partners.ts'
import { makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { TestPod } from './test-pod.ts'

/** So low that no test waits; what comes from this machine, by no proxy, is not counted. */
const limits = {
  address: { perSecond: 1, burst: 20 },
  webId: { perSecond: 1, burst: 12 },
  partner: { perSecond: 2, burst: 30 },
  costly: { perSecond: 0.01, burst: 3 },
  bodyBytes: 2 << 20,
}

/** A server that has these limits by its file. */
export async function startLimited(): Promise<TestPod> {
  const folder = mkdtempSync(join(tmpdir(), 'traboule-limits-'))
  writeFileSync(join(folder, 'limits.json'), JSON.stringify(limits))
  process.env['TRABOULE_LIMITS'] = join(folder, 'limits.json')
  try {
    return await TestPod.start()
  } finally {
    delete process.env['TRABOULE_LIMITS']
    rmSync(folder, { recursive: true })
  }
}

type Fetch = typeof fetch

let addresses = 0
/** As a proxy says it; each is of nobody else. */
const somewhere = () => `198.51.100.${++addresses}`
const from = (address: string, more: Record<string, string> = {}) => ({
  headers: { 'x-forwarded-for': address, ...more },
})
/** At once. */
const flood = async (times: number, ask: (index: number) => Promise<Response>) =>
  Promise.all(Array.from({ length: times }, (_, index) => ask(index)))
const passed = (answers: readonly Response[]) => answers.filter(({ status }) => status !== 429).length
const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))
const refusedOne = (answers: readonly Response[]) => answers.find(({ status }) => status === 429) as Response

/** Asks until it is refused: on a busy machine some time has gone since the last. */
async function untilRefused<T extends { readonly status: number | undefined }>(
  ask: () => Promise<T>,
): Promise<T> {
  for (let times = 0; times < 60; times++) {
    const answer = await ask()
    if (answer.status === 429) return answer
  }
  throw new Error('never refused')
}

async function expectRefusal(answer: Response): Promise<void> {
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d?$/)
  expect(answer.headers.get('access-control-allow-origin')).not.toBeNull()
  expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const text = await answer.text()
  for (const said of ['too-many-requests', 'Réessayez dans un instant', 'Try again in a moment'])
    expect(text).toContain(said)
}

/** Who asks too much is refused, told when to come again, and nobody else is. */
export function floods(server: () => TestPod, alice: () => TestCitizen, mallory: () => TestCitizen): void {
  const url = () => `${alice().pod}profile/card`
  const get = (fetch: Fetch, address: string, url: string, method = 'GET') =>
    fetch(url, { method, ...from(address) })

  describe('a partner', () => {
    let usual: TestPartner
    let own: TestPartner
    const some = (partner: TestPartner, times: number) => {
      const address = somewhere()
      return flood(times, () => get(partner.fetch, address, `${alice().pod}profile/card`))
    }

    beforeAll(async () => {
      const reseau = { id: 'reseau', name: 'Réseau', connector: 'electricity', domain: 'energy' }
      await addPartner(server().baseUrl, server().dataFolder, {
        ...reseau,
        rate: { perSecond: 1, burst: 45 },
      })
      usual = await makePartner(server(), 'banque', 'bank')
      own = await makePartner(server(), 'reseau', 'electricity')
      // The first who is counted has the list read, for which nobody waits.
      await get(own.fetch, somewhere(), alice().pod)
      await wait(0.2)
    })

    it('has the rate of partners, whatever that of an address is', async () => {
      const count = passed(await some(usual, 70))
      expect(count).toBeGreaterThanOrEqual(limits.partner.burst - 1)
      expect(count).toBeLessThan(60)
    })

    it('has its own, where the operator has said one', async () => {
      const count = passed(await some(own, 70))
      expect(count).toBeGreaterThanOrEqual(44)
      expect(count).toBeLessThan(60)
    })
  })

  describe('whoever asks too much', () => {
    it('is refused by their address, before anything is read, and may come again when told', async () => {
      const address = somewhere()
      // Node sends what is told in one step, as far as the server has connections.
      const answers = await flood(60, () => get(fetch, address, url()))
      expect(passed(answers)).toBeGreaterThanOrEqual(limits.address.burst)
      expect(passed(answers)).toBeLessThan(50)
      const refused = refusedOne(answers)
      const seconds = Number(refused.headers.get('retry-after'))
      await expectRefusal(refused)
      expect((await get(fetch, somewhere(), url())).status).toBe(200)
      await wait(seconds)
      expect((await get(fetch, address, url())).status).toBe(200)
    })

    it('is of one network, whatever its IPv6 address, and whoever is of another is answered', async () => {
      const answers = await flood(60, (index) => get(fetch, `2001:db8:0:1::${index + 1}`, url()))
      expect(passed(answers)).toBeLessThan(50)
      expect((await get(fetch, '2001:db8:0:2::1', url())).status).toBe(200)
    })

    it.each([
      ['a page of the account', () => `${server().baseUrl}.account/login/`],
      ['an app', () => `${server().app('home').origin}/`],
      ['an address of nothing', () => `${server().baseUrl}.nothing`],
    ])('is refused %s too, in a page where a page was asked for', async (_, where) => {
      const address = somewhere()
      const { host } = new URL(where())
      const ask = (accept: string) =>
        fetch(where().replace(/^http:\/\/[^/]*/, `http://127.0.0.1:${server().port}`), {
          headers: { host, accept, 'x-forwarded-for': address, 'x-forwarded-host': host },
        })
      const answers = await flood(60, () => ask('*/*'))
      await expectRefusal(refusedOne(answers))
      const page = refusedOne(await flood(20, () => ask('text/html')))
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await page.text()).toMatch(/Trop de demandes.*Too many requests/s)
    })

    it('is told so after a preflight, which no page of another origin would read', async () => {
      const address = somewhere()
      await flood(60, () => get(fetch, address, url()))
      const headers = { origin: 'https://app.example', 'access-control-request-method': 'PUT' }
      const preflight = await fetch(url(), { method: 'OPTIONS', ...from(address, headers) })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('access-control-allow-origin')).toBe('https://app.example')
    })

    it('opens no WebSocket either', async () => {
      const address = somewhere()
      await flood(60, () => get(fetch, address, url()))
      const open = (address: string) =>
        new Promise<{ status: number | undefined }>((done, fail) => {
          const asked = request({
            port: server().port,
            path: '/.notifications/WebSocketChannel2023/none',
            headers: {
              ...from(address).headers,
              connection: 'Upgrade',
              upgrade: 'websocket',
              'sec-websocket-version': '13',
              'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
            },
          })
          asked.on('upgrade', ({ statusCode }, socket) => {
            socket.destroy()
            done({ status: statusCode })
          })
          asked.on('response', (response) => {
            response.resume()
            done({ status: response.statusCode })
          })
          asked.on('error', fail)
          asked.end()
        })
      await untilRefused(() => open(address))
      expect(await open(somewhere())).toEqual({ status: 101 })
    })

    const registrations = ['.oidc/reg', '.oidc/REG/', '.oidc/reg?x=1']
    it.each(registrations)('registers few clients, by whatever spelling: %s', async (path) => {
      const address = somewhere()
      const register = () =>
        fetch(`${server().baseUrl}${path}`, {
          method: 'POST',
          body: JSON.stringify({ redirect_uris: ['https://app.example/'] }),
          ...from(address, { 'content-type': 'application/json' }),
        })
      const answers = await flood(6, register)
      expect(passed(answers)).toBe(limits.costly.burst)
      expect(refusedOne(answers).headers.get('retry-after')).toBe('100')
      // What costs little is still answered.
      expect((await get(fetch, address, url())).status).toBe(200)
    })

    it.each([
      ['begins few log-ins', 'GET', '.oidc/auth?client_id=x'],
      ['makes few accounts', 'POST', '.account/account/'],
    ])('%s', async (_, method, path) => {
      const address = somewhere()
      const answers = await flood(6, () => get(fetch, address, `${server().baseUrl}${path}`, method))
      expect(passed(answers)).toBe(limits.costly.burst)
    })
  })

  it.each([
    ['says its length', (bytes: number) => 'x'.repeat(bytes)],
    ['does not', (bytes: number) => new Blob(['x'.repeat(bytes)]).stream()],
  ])('a body that %s is as long as the settings say, and no longer', async (_, body) => {
    const send = (bytes: number) =>
      alice().fetch(`${alice().pod}long.txt`, {
        method: 'PUT',
        headers: { 'content-type': 'text/plain' },
        body: body(bytes),
        duplex: 'half',
      } as RequestInit)
    expect((await send(limits.bodyBytes)).ok).toBe(true)
    const refused = await send(limits.bodyBytes + 1)
    expect([refused.status, await refused.json()]).toMatchObject([413, { code: 'too-large' }])
  })

  describe('a WebID', () => {
    const put = (url: string, address: string) =>
      mallory().fetch(url, {
        method: 'PUT',
        body: '<#a> <#b> 1 .',
        ...from(address, { 'content-type': 'text/turtle' }),
      })

    it('is refused, from however many addresses it asks, and another at these is answered', async () => {
      const own = `${mallory().pod}flood.ttl`
      const answers = await flood(40, (index) =>
        index % 2 ? put(own, somewhere()) : get(mallory().fetch, somewhere(), mallory().pod),
      )
      expect(passed(answers)).toBeLessThan(30)
      await expectRefusal(refusedOne(answers))
      const refused = await untilRefused(() => get(mallory().fetch, somewhere(), mallory().pod))
      await expectRefusal(refused)
      expect((await get(alice().fetch, `198.51.100.${addresses}`, alice().pod)).status).toBe(200)
      await wait(Number(refused.headers.get('retry-after')))
      expect((await get(mallory().fetch, somewhere(), mallory().pod)).status).toBe(200)
    })

    it.each([
      ['its rules', 'GET', () => `${mallory().pod}.acl`],
      ['a patch of its rules', 'PATCH', () => `${mallory().pod}.acl`],
      ['a container', 'POST', () => mallory().pod],
      ['its grants', 'GET', () => `${server().baseUrl}.agent/grants`],
    ])('is refused at the other door too: %s', async (_, method, where) => {
      await flood(30, () => get(mallory().fetch, somewhere(), mallory().pod))
      const ask = () => get(mallory().fetch, somewhere(), where(), method)
      await expectRefusal(await untilRefused(ask))
    })

    it('is not used up by who has its token and no proof', async () => {
      let authorization = ''
      const sending = globalThis.fetch
      globalThis.fetch = ((input: RequestInfo, init?: RequestInit) => {
        authorization = new Headers(init?.headers).get('authorization') ?? authorization
        return sending(input, init)
      }) as Fetch
      try {
        await alice().fetch(alice().pod)
      } finally {
        globalThis.fetch = sending
      }
      expect(authorization).toMatch(/^DPoP /)
      const stolen = () => fetch(alice().pod, from(somewhere(), { authorization, dpop: 'x.y.z' }))
      const answers = await flood(40, stolen)
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
      expect((await get(alice().fetch, somewhere(), alice().pod)).status).toBe(200)
    })
  })
}
