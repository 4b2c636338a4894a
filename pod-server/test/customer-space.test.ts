import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Customer, CustomerSpace } from './customer-space.ts'
import { makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let space: CustomerSpace

beforeAll(async () => {
  server = sharedServer()
  ;[alice, bob] = [await makeCitizen(server, 'alice'), await makeCitizen(server, 'bob')]
  space = await CustomerSpace.place()
  await makePartner(server, 'caisse', 'bank', space.returnTo)
  await space.start(server, 'caisse')
})

afterAll(async () => {
  await space?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

describe('a customer space', () => {
  const [morel, lacroix] = ['c-1042', 'c-2077']

  /** A customer begins, and a citizen says yes. @returns where the citizen's browser is sent. */
  async function begunAt(customer: Customer, citizen: TestCitizen): Promise<URL> {
    const { status: found, to } = await customer.post('connect')
    expect([found, to.startsWith(`${server.baseUrl}.agent/onboard?`)]).toEqual([303, true])
    const onboard = `onboard${new URL(to).search}`
    const { location } = await citizen.account.agent<{ location: string }>(onboard, { pod: citizen.pod })
    return new URL(location)
  }

  const sent = async (citizen: TestCitizen): Promise<number> => {
    const url = `${citizen.pod}data/bank/caisse/`
    const answer = await citizen.fetch(url, { headers: { accept: 'application/n-triples' } })
    return (await answer.text()).split('ldp#contains').length - 1
  }

  it('connects a pod, names it back to its customer, and sends nothing until they say that it is theirs', async () => {
    const customer = await space.logIn(lacroix)
    const back = await begunAt(customer, bob)
    expect(`${back.origin}${back.pathname}`).toBe(space.returnTo)
    expect(await customer.get(back.href)).toMatchObject({ status: 303, to: '/confirm' })
    const { page } = await customer.get('confirm')
    const name = new URL(bob.pod).pathname.slice(1, -1)
    expect(page.replace(/\u00a0|\u202f/g, ' ')).toContain(
      `L’espace « ${name} », chez ${new URL(bob.pod).host}`,
    )
    expect(page).toContain(bob.webId)
    expect(page).toContain(`${bob.pod}data/bank/caisse/`)

    await customer.post('deliver')
    await customer.post('confirm', { container: `${alice.pod}data/bank/caisse/` })
    await customer.post('deliver')
    expect(await sent(bob)).toBe(0)

    expect((await customer.post('confirm', { container: `${bob.pod}data/bank/caisse/` })).status).toBe(303)
    await customer.post('deliver')
    expect((await customer.get('/')).page).toMatch(
      /C’est envoyé\s: [1-9]\d*\séléments ajoutés à votre espace\./,
    )
    expect(await sent(bob)).toBeGreaterThan(0)
  })

  it('takes no code of a stranger into a customer’s session: not by a link, not over one that is under way', async () => {
    const attacker = await space.logIn(morel)
    const victim = await space.logIn(lacroix)
    const kept = (await victim.get('/')).page
    expect(kept).toContain(bob.webId)
    const link = await begunAt(attacker, alice)

    // To a browser that is logged in and has begun nothing; to one that is not logged in; to one that has begun.
    expect((await victim.get(link.href)).status).toBe(409)
    expect((await new Customer(space.address).get(link.href)).status).toBe(409)
    const own = new URL((await victim.post('connect')).to).searchParams
    expect((await victim.get(link.href)).status).toBe(409)

    // Were the victim's state known: the code is of another verifier, and ends at that try.
    link.searchParams.set('state', own.get('state') ?? '')
    expect((await victim.get(link.href)).status).toBe(409)

    expect((await victim.get('confirm')).to).toBe('/')
    expect(await victim.get('/')).toMatchObject({ page: kept })
    expect(await sent(alice)).toBe(0)
  })

  it('shows a customer whose pod it is, where a stranger’s consent did get in, so that they say no', async () => {
    const victim = await space.logIn(morel)
    const back = await begunAt(victim, bob)
    await victim.get(back.href)
    expect((await victim.get('confirm')).page).toContain(bob.webId)
    expect((await victim.post('decline')).status).toBe(303)
    await victim.post('confirm', { container: `${bob.pod}data/bank/caisse/` })
    expect((await victim.get('/')).page).toContain('action="/connect"')
  })

  it('hears a no', async () => {
    const customer = await space.logIn(morel)
    const { to } = await customer.post('connect')
    const { refuse } = await bob.account.agentGet<{ refuse: string }>(`onboard${new URL(to).search}`)
    expect((await customer.get(refuse)).to).toBe('/')
    expect((await customer.get('/')).page).toContain('Vous avez refusé')
  })

  it('speaks one language at a time, and changes it on its own pages’ word', async () => {
    const see = (path: string, init: RequestInit) =>
      fetch(new URL(path, space.address), { redirect: 'manual', ...init })
    const english = await see('/', { headers: { 'accept-language': 'en-GB, fr;q=0.5' } })
    const page = await english.text()
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('Your customer account')
    expect(page).not.toContain('compte client')
    const { origin } = new URL(space.address)
    const change = (path: string, from = origin) =>
      see('/language', {
        method: 'POST',
        headers: { origin: from },
        body: new URLSearchParams({ language: 'en', path }),
      })
    const changed = await change('/confirm')
    expect([changed.status, changed.headers.get('location')]).toEqual([303, '/confirm'])
    expect(changed.headers.get('set-cookie')).toMatch(/^language=en; Path=\/; .*HttpOnly/)
    expect((await change('//evil.example/')).headers.get('location')).toBe('/')
    expect((await change('/', 'https://evil.example')).status).toBe(403)
  })

  it('does nothing on another site’s word', async () => {
    const customer = await space.logIn(morel)
    for (const path of ['connect', 'confirm', 'deliver', 'log-in'])
      expect((await customer.post(path, {}, 'https://evil.example')).status).toBe(403)
    expect((await new Customer(space.address).post('deliver')).to).toBe('/')
  })
})
