import { Parser } from 'n3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compileAcl } from '../access/acl.ts'
import { OwnerRules } from './OwnerRules.ts'
import { TestGrants } from './testing/TestGrants.ts'

let test: TestGrants
let rules: OwnerRules
let pod: string
let count = 0

beforeAll(async () => {
  test = await TestGrants.open()
  rules = new OwnerRules(test.test.store, test.test.engine, test.test.baseUrl)
})
afterAll(async () => test?.[Symbol.asyncDispose]())
beforeEach(async () => {
  count += 1
  pod = await test.pod(`pod${count}`)
  for (const name of ['card', 'secret.ttl'])
    await test.test.put(test.test.addresses.path(placeOf(name)), '<#a> <#b> 1 .')
})

const placeOf = (name: string) => `${pod}${name === 'card' ? 'profile' : 'notes'}/${name}`
const restore = () => rules.restore(pod, test.ownerOf(pod), test.test.baseUrl)
/** What the rules of a place say, each by its modes, agents, places and conditions, whatever it is called. */
const said = async (place: string) => {
  const quads = new Parser({ baseIRI: `${place}.acl` }).parse((await test.rulesOf(place)) ?? '')
  return compileAcl(quads).map(({ iri: _, ...rule }) => rule)
}
const conditions = (clientClass: string) => [
  { kind: 'client', named: [], groups: [], classes: [`https://w3id.org/traboule/ns#${clientClass}`] },
  { kind: 'issuer', named: [test.test.baseUrl], groups: [], classes: [] },
]
/** The owner's, of a document: in the pod browser, and by their own credentials. */
const ofOwner = (place: string, inBrowser: readonly string[]) => {
  const plain = { accessTo: [place], defaultFor: [], agentClasses: [], agentGroups: [], origins: [] }
  const own = { ...plain, agents: [test.ownerOf(pod)] }
  return [
    { ...own, modes: inBrowser, conditions: conditions('HomeApp') },
    { ...own, modes: ['read', 'write', 'control'], conditions: conditions('OwnCredentials') },
  ]
}
const everybody = (place: string) =>
  `<#public> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <${place}>; acl:mode acl:Read.`
/** As the template has it (templates/pod/wac/profile). */
const template = (card: string) => `${everybody(card)}
  <#home> a acl:Authorization; acl:agent <${test.ownerOf(pod)}>; acl:accessTo <${card}>; acl:mode acl:Read;
    acl:condition <#home-client>, <#issuer>. <#home-client> a acl:ClientCondition; acl:clientClass tb:HomeApp.
  <#own-credentials> a acl:Authorization; acl:agent <${test.ownerOf(pod)}>; acl:accessTo <${card}>;
    acl:mode acl:Read, acl:Write, acl:Control; acl:condition <#own-client>, <#issuer>.
  <#own-client> a acl:ClientCondition; acl:clientClass tb:OwnCredentials.
  <#issuer> a acl:IssuerCondition; acl:issuer <${test.test.baseUrl}>.`

describe('the owner’s rules, when they are given back,', () => {
  it('are on the root alone, and are the template’s', async () => {
    const first = await said(pod)
    await test.rewrite(pod, () => everybody(pod))
    expect(await restore()).toMatchObject([{ id: `${pod}.acl#public` }])
    expect(await said(pod)).toEqual(first)
  })

  it('leave a profile as the template has it, that no app writes', async () => {
    const card = placeOf('card')
    await test.rewrite(card, () => template(card))
    const before = await test.rulesOf(card)
    await restore()
    expect(await test.rulesOf(card)).toBe(before)
  })

  it('come back to a profile as the template has them', async () => {
    const card = placeOf('card')
    await test.rewrite(card, () => everybody(card))
    const [open] = await said(card)
    await restore()
    expect(await said(card)).toEqual([open, ...ofOwner(card, ['read'])])
  })

  it('come back to a document, of which nothing inherits', async () => {
    const place = placeOf('secret.ttl')
    await test.rewrite(place, () => '')
    await restore()
    expect(await said(place)).toEqual(ofOwner(place, ['read', 'write']))
    // They are nobody else's.
    expect(await test.grants.otherRules(pod, test.ownerOf(pod), test.test.baseUrl)).toEqual([])
  })

  it('come once', async () => {
    const place = placeOf('secret.ttl')
    await test.rewrite(place, () => '')
    await restore()
    const once = await test.rulesOf(place)
    await restore()
    expect(await test.rulesOf(place)).toBe(once)
  })

  it.each([
    [
      'a rule',
      '<#home> a acl:Authorization; acl:agent <https://eve.example/#me>; acl:accessTo <secret.ttl>; acl:mode acl:Read.',
    ],
    ['the client of one', '<#home-client> a acl:ClientCondition; acl:client <https://evil.example/id>.'],
    ['another', '<#own-credentials-client> a acl:ClientCondition; acl:client <https://evil.example/id>.'],
    ['the issuer', '<#issuer> a acl:IssuerCondition; acl:issuer <https://evil.example/>.'],
    [
      'no type',
      '<#own-credentials> acl:agent <https://eve.example/#me>; acl:agentGroup <https://eve.example/#all>.',
    ],
  ])('give nobody more who has %s of the same name', async (_, other) => {
    const place = placeOf('secret.ttl')
    await test.rewrite(place, () => other)
    const before = await said(place)
    await restore()
    expect(await said(place)).toEqual([...before, ...ofOwner(place, ['read', 'write'])])
    expect(await said(place)).toHaveLength(before.length + 2)
  })
})
