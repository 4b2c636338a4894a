import {
  buildThing,
  createAclFromFallbackAcl,
  createContainerAt,
  createSolidDataset,
  createThing,
  deleteFile,
  getContainedResourceUrlAll,
  getDecimal,
  getFallbackAcl,
  getPodUrlAll,
  getSolidDataset,
  getSolidDatasetWithAcl,
  getStringNoLocale,
  getThing,
  getThingAll,
  getUrl,
  getUrlAll,
  hasAccessibleAcl,
  hasFallbackAcl,
  hasResourceAcl,
  saveAclFor,
  saveSolidDatasetAt,
  setStringNoLocale,
  setThing,
  setUrl,
  type Thing,
  universalAccess,
} from '@inrupt/solid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACL, SOLID } from '#vocab/namespaces'
import { logInToApp } from './app-session.ts'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let container: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  const bank = await makePartner(server, 'banque', 'bank')
  container = (
    await alice.account.agent<{ container: string }>('partners', { partner: 'banque', pod: alice.pod })
  ).container
  await bank.fetch(`${container}a1/2026-03.ttl`, insert('<#one> a tb:BankOperation; tb:amount -12.34.'))
})

afterAll(async () => server?.[Symbol.asyncDispose]())

describe('the library that most Solid apps are made with (@inrupt/solid-client)', () => {
  const options = () => ({ fetch: alice.fetch })

  it('finds the pod that a WebID names', async () => {
    expect(await getPodUrlAll(alice.webId)).toEqual([alice.pod])
  })

  it('reads the profile that anybody may read', async () => {
    const profile = await getSolidDataset(alice.webId)
    expect(getThing(profile, alice.webId)).not.toBeNull()
  })

  it('lists and reads what a partner sent', async () => {
    const listing = await getSolidDataset(`${container}a1/`, options())
    expect(getContainedResourceUrlAll(listing)).toEqual([`${container}a1/2026-03.ttl`])
    const month = await getSolidDataset(`${container}a1/2026-03.ttl`, options())
    const [operation] = getThingAll(month)
    expect(operation && getDecimal(operation, 'https://w3id.org/traboule/ns#amount')).toBe(-12.34)
  })

  it('makes a folder, writes a document, changes it and erases it, as the citizen', async () => {
    await createContainerAt(`${alice.pod}notes/`, options())
    const url = `${alice.pod}notes/first.ttl`
    const thing = (text: string) =>
      buildThing(createThing({ name: 'it' }))
        .setStringNoLocale('https://schema.org/text', text)
        .build()
    const saved = await saveSolidDatasetAt(url, setThing(createSolidDataset(), thing('before')), options())
    await saveSolidDatasetAt(url, setThing(saved, thing('after')), options())
    const read = getThing(await getSolidDataset(url, options()), `${url}#it`)
    expect(read && getStringNoLocale(read, 'https://schema.org/text')).toBe('after')
    await deleteFile(url, options())
    await expect(getSolidDataset(url, options())).rejects.toMatchObject({ statusCode: 404 })
  })

  it('edits the citizen’s profile, but for what the server keeps', async () => {
    const card = alice.webId.replace(/#.*$/, '')
    const nameIri = 'http://xmlns.com/foaf/0.1/name'
    const profile = async () => {
      const dataset = await getSolidDataset(card, options())
      const me = getThing(dataset, alice.webId)
      if (me?.type !== 'Subject') throw new Error('no profile')
      return { dataset, me }
    }
    const save = async (change: (me: Thing) => Thing) => {
      const { dataset, me } = await profile()
      return saveSolidDatasetAt(card, setThing(dataset, change(me)), options())
    }
    await save((me) => setStringNoLocale(me, nameIri, 'Alice Ampère'))
    expect(getStringNoLocale((await profile()).me, nameIri)).toBe('Alice Ampère')
    const issuer = `${SOLID}oidcIssuer`
    await expect(save((me) => setUrl(me, issuer, 'https://evil.example/'))).rejects.toMatchObject({
      statusCode: 409,
    })
    expect(getUrl((await profile()).me, issuer)).toBe(server.baseUrl)
  })

  it('is refused, as anybody is, what was not granted', async () => {
    await expect(getSolidDataset(container)).rejects.toMatchObject({ statusCode: 401 })
  })
})

describe('sharing with that library, as the citizen', () => {
  const options = () => ({ fetch: alice.fetch })
  const write = async (name: string) => {
    const url = `${alice.pod}shared/${name}.ttl`
    await saveSolidDatasetAt(
      url,
      setThing(createSolidDataset(), createThing({ name: 'it', url: `${url}#it` })),
      options(),
    )
    return url
  }
  const status = async (as: typeof fetch, url: string) => (await as(url)).status

  /** Gives a document rules of its own, those it had, each with its conditions: of those the library knows nothing. */
  const ownRules = async (url: string): Promise<void> => {
    const resource = await getSolidDatasetWithAcl(url, options())
    if (!hasFallbackAcl(resource) || !hasAccessibleAcl(resource)) throw new Error('no Control')
    const above = getFallbackAcl(resource)
    let rules = createAclFromFallbackAcl(resource)
    for (const rule of getThingAll(rules))
      for (const name of getUrlAll(rule, `${ACL}condition`)) {
        const condition = getThing(above, name)
        if (condition) rules = setThing(rules, condition)
      }
    await saveAclFor(resource, rules, options())
  }

  it('shows a document to one person, and takes it away again', async () => {
    const url = await write('one')
    await ownRules(url)
    expect(await universalAccess.setAgentAccess(url, bob.webId, { read: true }, options())).toMatchObject({
      read: true,
      write: false,
    })
    expect(await status(bob.fetch, url)).toBe(200)
    expect((await bob.fetch(url, { method: 'DELETE' })).status).toBe(403)
    expect(await status(fetch, url)).toBe(401)
    expect(await status(alice.fetch, url)).toBe(200)
    // What let in only some of her apps does so still.
    const budget = await logInToApp(server, alice, 'budget')
    const home = await logInToApp(server, alice, 'home')
    expect([await status(budget, url), await status(home, url)]).toEqual([403, 200])
    expect((await home(`${url}.acl`)).status).toBe(403)

    await universalAccess.setAgentAccess(url, bob.webId, { read: false }, options())
    expect(await status(bob.fetch, url)).toBe(403)
    expect(await universalAccess.getAgentAccess(url, bob.webId, options())).toMatchObject({ read: false })
  })

  it('locks nobody out where it leaves conditions behind: it is refused, and changes nothing', async () => {
    const url = await write('two')
    const shared = universalAccess.setAgentAccess(url, bob.webId, { read: true }, options())
    await expect(shared.then((access) => access?.read)).resolves.toBe(false)
    expect(hasResourceAcl(await getSolidDatasetWithAcl(url, options()))).toBe(false)
    expect([await status(bob.fetch, url), await status(alice.fetch, url)]).toEqual([403, 200])
  })

  it('is refused to who has no Control', async () => {
    const url = await write('three')
    for (const as of [bob.fetch, await logInToApp(server, alice, 'home')]) {
      await universalAccess.setAgentAccess(url, bob.webId, { read: true }, { fetch: as }).catch(() => null)
      expect(await status(bob.fetch, url)).toBe(403)
    }
  })
})
