import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { ACL, RDF } from '#vocab/namespaces'
import { validate } from '#vocab/validate'
import { compileAcl } from '../access/acl.ts'
import { type Asker, decide } from '../access/decide.ts'
import { type GrantRule, grantQuads, ownerQuads, readGrants, readOtherRules, withoutGrant } from './grant.ts'

const { namedNode, quad } = DataFactory
const container = 'https://pod.example/alice/data/bank/b/'
const webId = 'https://pod.example/alice/profile/card#me'
const app: GrantRule = {
  id: '7f3c',
  kind: 'app',
  agent: webId,
  client: 'https://budget.example/id',
  issuer: 'https://pod.example/',
  mode: 'read',
  category: 'bank',
  since: '2026-11-24T08:00:00.000Z',
}
const whole: GrantRule = {
  ...app,
  id: '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
  until: '2026-12-24T08:00:00Z',
  purpose: 'https://w3id.org/dpv#RequestedServiceProvision',
  record: 'https://pod.example/alice/consents/0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
}
const everything: GrantRule = { ...whole, mode: 'write', category: 'whole-space' }
const partner: GrantRule = {
  ...app,
  id: '9a',
  kind: 'partner',
  agent: 'https://bank.example/id#org',
  mode: 'append',
}
const asker: Asker = {
  webId,
  client: 'https://budget.example/id',
  issuer: 'https://pod.example/',
  clientClasses: new Set(),
  groups: new Set(),
  clientGroups: new Set(),
  issuerGroups: new Set(),
  now: Date.parse('2026-11-25T08:00:00Z'),
}
const decided = (quads: Parameters<typeof compileAcl>[0], who: Asker) =>
  [...decide(compileAcl(quads), { resource: container, inherited: true }, who)].sort()

describe('a grant', () => {
  it('is read back as it was written', () => {
    expect(readGrants(grantQuads(container, app))).toEqual([app])
  })

  it.each([
    ['an end, a purpose and a record', whole],
    ['all that there is', everything],
    ['a person', { ...whole, kind: 'person' as const, agent: 'https://bob.example/#me' }],
  ])('is read back with %s, conforms to its shape, and is our own', async (_, rule) => {
    const quads = grantQuads(container, rule)
    expect(readGrants(quads)).toEqual([rule])
    expect(await validate(quads)).toEqual({ conforms: true, problems: [] })
    expect(readOtherRules(container, quads, webId, 'https://pod.example/', () => true)).toEqual([])
  })

  it('is taken away with its end, and with whatever else cites its record', () => {
    const other = quad(
      namedNode(`${container}.acl#copy`),
      namedNode('https://w3id.org/traboule/ns#consentRecord'),
      namedNode(whole.record ?? ''),
    )
    const quads = [...grantQuads(container, whole), other]
    expect(withoutGrant(quads, whole.id, whole.record)).toEqual([])
    expect(withoutGrant(quads, whole.id)).toEqual([other])
  })

  it('opens the container to that app, of that person, at that issuer, to read', () => {
    const quads = grantQuads(container, app)
    expect(decided(quads, asker)).toEqual(['read'])
    expect(decided(quads, { ...asker, client: 'https://energy.example/id' })).toEqual([])
    expect(decided(quads, { ...asker, webId: 'https://pod.example/bob/profile/card#me' })).toEqual([])
    expect(decided(quads, { ...asker, issuer: 'https://evil.example/' })).toEqual([])
  })

  it('on the whole space gives all but Control, to that app alone, at our issuer, until its end', () => {
    const quads = grantQuads(container, everything)
    expect(decided(quads, asker)).toEqual(['append', 'read', 'write'])
    for (const other of [
      { client: 'https://energy.example/id' },
      { client: undefined },
      { webId: 'https://pod.example/bob/profile/card#me' },
      { issuer: 'https://evil.example/' },
      { now: Date.parse('2026-12-24T08:00:01Z') },
    ])
      expect(decided(quads, { ...asker, ...other })).toEqual([])
  })

  it('of a document that has rules of its own says nothing of what would be in it', () => {
    const document = `${container}2025.ttl`
    const quads = grantQuads(document, everything)
    const [rule] = compileAcl(quads)
    expect(rule).toMatchObject({ accessTo: [document], defaultFor: [] })
    expect(readGrants(quads)).toEqual([everything])
  })

  it('is taken away whole, and nothing else with it', () => {
    const owner = ownerQuads(container, webId, 'https://pod.example/')
    const all = [...owner, ...grantQuads(container, app), ...grantQuads(container, partner)]
    const left = withoutGrant(all, app.id)
    expect(readGrants(left).map(({ id }) => id)).toEqual([partner.id])
    expect(left).toHaveLength(owner.length + grantQuads(container, partner).length)
    expect(decided(left, asker)).toEqual([])
  })

  it('is found in one look at each triple, however many there are', () => {
    let looks = 0
    const counting = (of: Quad): Quad =>
      new Proxy(of, {
        get: (target, name) => {
          if (name === 'subject') looks += 1
          return Reflect.get(target, name)
        },
      })
    const many = Array.from({ length: 300 }, (_, n) =>
      grantQuads(container, { ...whole, id: `id-${n}` }),
    ).flat()
    expect(readGrants(many.map(counting))).toHaveLength(300)
    expect(looks).toBeLessThanOrEqual(2 * many.length)
  })

  it('is not what somebody else wrote in the rules', () => {
    expect(readGrants(ownerQuads(container, webId, 'https://pod.example/'))).toEqual([])
  })
})

describe('a rule of another tool', () => {
  const issuer = 'https://pod.example/'
  const ours = [...ownerQuads(container, webId, issuer), ...grantQuads(container, app)]
  const others = (quads: typeof ours) => readOtherRules(container, quads, webId, issuer, () => true)
  const everybody = namedNode('http://xmlns.com/foaf/0.1/Agent')

  it('is none of those that this server wrote', () => {
    expect(others(ours)).toEqual([])
    expect(others([...ours].reverse())).toEqual([])
  })

  it.each(['#grant-7f3c', '#home', '#own-credentials'])(
    'is %s once it says more than we wrote',
    (fragment) => {
      const id = `${container}.acl${fragment}`
      const more = quad(namedNode(id), namedNode(`${ACL}agentClass`), everybody)
      expect(others([...ours, more])).toEqual([
        expect.objectContaining({ id, agents: expect.arrayContaining([everybody.value]) }),
      ])
    },
  )

  it.each(['#grant-7f3c', '#home'])('is %s once it lacks its condition', (fragment) => {
    const id = `${container}.acl${fragment}`
    const loose = ours.filter((it) => it.subject.value !== id || it.predicate.value !== `${ACL}condition`)
    expect(others(loose)).toEqual([expect.objectContaining({ id })])
  })

  it('is one that is worded as a grant and is none', () => {
    const none = readOtherRules(container, ours, webId, issuer, () => false)
    expect(none).toEqual([{ id: `${container}.acl#grant-7f3c`, agents: [webId], writes: false }])
  })

  it('is a grant to which somebody has given Control', () => {
    const quads = grantQuads(container, everything)
    const id = `${container}.acl#grant-${everything.id}`
    const more = quad(namedNode(id), namedNode(`${ACL}mode`), namedNode(`${ACL}Control`))
    expect(others(quads)).toEqual([])
    expect(others([...quads, more])).toEqual([{ id, agents: [webId], writes: true }])
  })

  it('is one that bears the name of ours elsewhere', () => {
    const id = 'https://x.example/#home'
    const rule = ['type', 'agentClass', 'default', 'mode'].map((name, index) =>
      quad(
        namedNode(id),
        namedNode(name === 'type' ? `${RDF}type` : ACL + name),
        [namedNode(`${ACL}Authorization`), everybody, namedNode(container), namedNode(`${ACL}Write`)][
          index
        ] as typeof everybody,
      ),
    )
    expect(others([...ours, ...rule])).toEqual([
      { id, agents: ['http://xmlns.com/foaf/0.1/Agent'], writes: true },
    ])
  })
})

describe('the owner’s rules', () => {
  const quads = ownerQuads(container, webId, 'https://pod.example/')
  const as = (name: string): Asker => ({
    ...asker,
    clientClasses: new Set([`https://w3id.org/traboule/ns#${name}`]),
  })

  it('give the pod browser content and no Control', () => {
    expect(decided(quads, as('HomeApp'))).toEqual(['append', 'read', 'write'])
  })
  it('give own credentials Control too', () => {
    expect(decided(quads, as('OwnCredentials'))).toEqual(['append', 'control', 'read', 'write'])
  })
  it('give any other app nothing, and neither class anything at another issuer', () => {
    expect(decided(quads, asker)).toEqual([])
    expect(decided(quads, { ...as('HomeApp'), issuer: 'https://evil.example/' })).toEqual([])
  })
})
