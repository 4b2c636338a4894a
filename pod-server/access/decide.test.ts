import { describe, expect, it } from 'vitest'
import { supportedConditions } from './conditions.ts'
import { alice, modes, nobody, root, rule } from './testing/decided.ts'

describe('the access decision, plain WAC', () => {
  it('gives the named agent the modes of the rule, and nobody else', () => {
    expect(modes(rule('acl:agent ex:alice'), alice)).toEqual(['read'])
    expect(modes(rule('acl:agent ex:alice'), { ...alice, webId: 'https://ex.example/bob' })).toEqual([])
    expect(modes(rule('acl:agent ex:alice'), nobody)).toEqual([])
  })

  it('takes Write to hold Append, and Append not to hold Write', () => {
    expect(modes(rule('acl:agent ex:alice; acl:mode acl:Write'), alice)).toEqual(['append', 'read', 'write'])
    expect(modes(rule('acl:agent ex:alice; acl:mode acl:Append'), alice)).toEqual(['append', 'read'])
  })

  it('keeps Control apart: it gives no reading', () => {
    const turtle =
      '<#r> a acl:Authorization; acl:accessTo </alice/>; acl:mode acl:Control; acl:agent ex:alice.'
    expect(modes(turtle, alice)).toEqual(['control'])
  })

  it('tells everybody from everybody who logged in', () => {
    expect(modes(rule('acl:agentClass foaf:Agent'), nobody)).toEqual(['read'])
    expect(modes(rule('acl:agentClass acl:AuthenticatedAgent'), nobody)).toEqual([])
    expect(modes(rule('acl:agentClass acl:AuthenticatedAgent'), alice)).toEqual(['read'])
  })

  it('counts a group for its members alone', () => {
    const member = { ...alice, groups: new Set(['https://ex.example/friends']) }
    expect(modes(rule('acl:agentGroup ex:friends'), member)).toEqual(['read'])
    expect(modes(rule('acl:agentGroup ex:friends'), alice)).toEqual([])
  })

  it('uses accessTo for the resource itself and default for what lies below', () => {
    const below = { ...root, inherited: true }
    expect(modes(rule('acl:agent ex:alice'), alice, below)).toEqual([])
    expect(
      modes(
        '<#r> a acl:Authorization; acl:default </alice/>; acl:mode acl:Read; acl:agent ex:alice.',
        alice,
        below,
      ),
    ).toEqual(['read'])
    expect(
      modes('<#r> a acl:Authorization; acl:default </alice/>; acl:mode acl:Read; acl:agent ex:alice.', alice),
    ).toEqual([])
  })

  it('takes a node without the type acl:Authorization for no rule', () => {
    expect(modes('<#r> acl:accessTo </alice/>; acl:mode acl:Read; acl:agent ex:alice.', alice)).toEqual([])
  })

  it('passes over modes and resources it does not know', () => {
    expect(
      modes('<#r> a acl:Authorization; acl:accessTo </bob/>; acl:mode acl:Read; acl:agent ex:alice.', alice),
    ).toEqual([])
    expect(
      modes('<#r> a acl:Authorization; acl:accessTo </alice/>; acl:mode ex:Fly; acl:agent ex:alice.', alice),
    ).toEqual([])
  })

  it('lets acl:origin only narrow', () => {
    const narrowed = rule('acl:agent ex:alice; acl:origin <https://good.example>')
    expect(modes(narrowed, { ...alice, origin: 'https://good.example' })).toEqual(['read'])
    expect(modes(narrowed, { ...alice, origin: 'https://evil.example' })).toEqual([])
    expect(modes(narrowed, alice)).toEqual([])
    expect(
      modes(rule('acl:origin <https://good.example>'), { ...alice, origin: 'https://good.example' }),
    ).toEqual([])
    // What is no IRI narrows to nobody.
    for (const odd of ['"https://good.example"', '"https://good.example"^^ex:anyURI', '[]']) {
      const narrowed = rule(`acl:agent ex:alice; acl:origin ${odd}`)
      for (const origin of ['https://good.example', undefined])
        expect(modes(narrowed, { ...alice, ...(origin ? { origin } : {}) })).toEqual([])
    }
  })
})

describe('the access decision, with conditions', () => {
  const withCondition = (condition: string) => rule(`acl:agent ex:alice; acl:condition [ ${condition} ]`)

  it('binds a rule to a client', () => {
    const bound = withCondition('a acl:ClientCondition; acl:client <https://app.example/id>')
    expect(modes(bound, alice)).toEqual(['read'])
    expect(modes(bound, { ...alice, client: 'https://other.example/id' })).toEqual([])
    const { client: _, ...withoutClient } = alice
    expect(modes(bound, withoutClient)).toEqual([])
  })

  it('binds a rule to a class of clients that the server itself vouches for', () => {
    const bound = withCondition('a acl:ClientCondition; acl:clientClass tb:HomeApp')
    const home = { ...alice, clientClasses: new Set(['https://w3id.org/traboule/ns#HomeApp']) }
    expect(modes(bound, home)).toEqual(['read'])
    expect(modes(bound, alice)).toEqual([])
  })

  it('takes any client for foaf:Agent, but not the absence of one', () => {
    const any = withCondition('a acl:ClientCondition; acl:clientClass foaf:Agent')
    expect(modes(any, alice)).toEqual(['read'])
    expect(modes(any, { ...alice, client: undefined, clientClasses: new Set() })).toEqual([])
  })

  it('binds a rule to an issuer, with or without its last slash', () => {
    const bound = withCondition('a acl:IssuerCondition; acl:issuer <https://pod.example>')
    expect(modes(bound, alice)).toEqual(['read'])
    expect(modes(bound, { ...alice, issuer: 'https://evil.example/' })).toEqual([])
  })

  it('takes any issuer for foaf:Agent, but not the absence of one', () => {
    const any = withCondition('a acl:IssuerCondition; acl:issuerClass foaf:Agent')
    expect(modes(any, { ...alice, issuer: 'https://evil.example/' })).toEqual(['read'])
    const { issuer: _, ...withoutIssuer } = alice
    expect(modes(any, withoutIssuer)).toEqual([])
  })

  it('wants every condition to hold', () => {
    const both = rule(`acl:agent ex:alice;
      acl:condition [ a acl:ClientCondition; acl:client <https://app.example/id> ],
                    [ a acl:IssuerCondition; acl:issuer <https://pod.example/> ]`)
    expect(modes(both, alice)).toEqual(['read'])
    expect(modes(both, { ...alice, issuer: 'https://evil.example/' })).toEqual([])
    expect(modes(both, { ...alice, client: 'https://other.example/id' })).toEqual([])
  })

  it.each([
    ['a client condition without a client', 'a acl:ClientCondition'],
    ['a client that is a string', 'a acl:ClientCondition; acl:client "https://app.example/id"'],
    [
      'a good client beside one that is a string',
      'a acl:ClientCondition; acl:client <https://app.example/id>, "x"',
    ],
    ['a client that is described elsewhere', 'a acl:ClientCondition; acl:client [ a ex:App ]'],
    [
      'a client group that is a string',
      'a acl:ClientCondition; acl:clientGroup "g"; acl:clientClass foaf:Agent',
    ],
    [
      'a client class that is a string',
      'a acl:ClientCondition; acl:clientClass "http://xmlns.com/foaf/0.1/Agent"',
    ],
    [
      'a client condition that says an issuer too',
      'a acl:ClientCondition; acl:client <https://app.example/id>; acl:issuer <https://pod.example/>',
    ],
    [
      'a client condition that says an end too',
      'a acl:ClientCondition; acl:client <https://app.example/id>; tb:notAfter "2030-01-01T00:00:00Z"^^xsd:dateTime',
    ],
    ['a type that is a string', 'a "http://www.w3.org/ns/auth/acl#ClientCondition"'],
    ['no type but acl:Condition', 'a acl:Condition; acl:client <https://app.example/id>'],
    ['an issuer that is a string', 'a acl:IssuerCondition; acl:issuer "https://pod.example/"'],
    [
      'more clients than a condition may name',
      `a acl:ClientCondition; acl:client <https://app.example/id>, ${Array.from({ length: 256 }, (_, n) => `<${n}>`).join(', ')}`,
    ],
    ['an issuer condition without an issuer', 'a acl:IssuerCondition'],
    ['a condition without a type', 'acl:client <https://app.example/id>'],
    [
      'a condition of two supported types',
      'a acl:ClientCondition, acl:IssuerCondition; acl:client <https://app.example/id>',
    ],
  ])('never matches on %s', (_, condition) => {
    expect(modes(withCondition(condition), alice)).toEqual([])
  })

  it('never matches on a condition that is a literal or is described nowhere', () => {
    expect(modes(rule('acl:agent ex:alice; acl:condition "open"'), alice)).toEqual([])
    expect(modes(rule('acl:agent ex:alice; acl:condition <#nowhere>'), alice)).toEqual([])
  })

  it('binds a rule to a group of clients, and to a group of issuers', () => {
    const ofClients = withCondition('a acl:ClientCondition; acl:clientGroup ex:apps')
    const ofIssuers = withCondition('a acl:IssuerCondition; acl:issuerGroup ex:issuers')
    const apps = new Set(['https://ex.example/apps'])
    const issuers = new Set(['https://ex.example/issuers'])
    expect(modes(ofClients, { ...alice, clientGroups: apps })).toEqual(['read'])
    expect(modes(ofIssuers, { ...alice, issuerGroups: issuers })).toEqual(['read'])
    for (const rule of [ofClients, ofIssuers]) {
      expect(modes(rule, alice)).toEqual([])
      expect(modes(rule, { ...alice, groups: new Set([...apps, ...issuers]) })).toEqual([])
    }
    expect(modes(ofClients, { ...alice, issuerGroups: apps })).toEqual([])
    expect(modes(ofIssuers, { ...alice, clientGroups: issuers })).toEqual([])
  })

  it('says once what is said twice', () => {
    const twice = 'a acl:ClientCondition, acl:ClientCondition; acl:client <https://app.example/id>'
    expect(modes(withCondition(twice), alice)).toEqual(['read'])
    const end = 'tb:notAfter "2027-01-01T00:00:00Z"^^xsd:dateTime'
    expect(modes(withCondition(`a tb:ValidityCondition; ${end}; ${end}`), alice)).toEqual(['read'])
  })

  it('does not take a literal for the condition that another rule names', () => {
    const node = `<https://c.example/#c> a acl:ClientCondition; acl:client <https://app.example/id>.`
    const first = '<#f> a acl:Authorization; acl:condition <https://c.example/#c>.'
    expect(
      modes(`${first}${node}${rule('acl:agent ex:alice; acl:condition "https://c.example/#c"')}`, alice),
    ).toEqual([])
  })

  it('passes over a condition of a type that is not advertised, as the specification asks', () => {
    expect(modes(withCondition('a ex:MoonPhaseCondition'), alice)).toEqual(['read'])
    expect(supportedConditions).toHaveLength(3)
  })

  it('gives one rule’s conditions no say in another rule', () => {
    const two = `${withCondition('a acl:ClientCondition; acl:client <https://other.example/id>')}
      <#public> a acl:Authorization; acl:accessTo </alice/>; acl:agentClass foaf:Agent; acl:mode acl:Read.`
    expect(modes(two, alice)).toEqual(['read'])
  })
})
