import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { ACL, TB } from '#vocab/namespaces'
import { addedTo, fateOf, ownersRules, relocatedRule, rulesIn, wording } from './rules.ts'

const a = {
  pod: 'https://a.example/alice/',
  webId: 'https://a.example/alice/profile/card#me',
  issuer: 'https://a.example/',
}
const b = {
  pod: 'https://b.example/alice/',
  webId: 'https://b.example/alice/profile/card#me',
  issuer: 'https://b.example',
}
const prefixes = `@prefix acl: <${ACL}>. @prefix tb: <${TB}>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
@prefix dct: <http://purl.org/dc/terms/>.`
const place = `${a.pod}data/`
const read = (turtle: string, acl = `${place}.acl`) =>
  new Parser({ baseIRI: acl }).parse(prefixes + turtle.replaceAll('ME', `<${a.webId}>`))
const home = `<#home> a acl:Authorization; acl:agent ME; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write;
  acl:condition <#home-client>, <#issuer>. <#home-client> a acl:ClientCondition; acl:clientClass tb:HomeApp.
  <#issuer> a acl:IssuerCondition; acl:issuer <${a.issuer}>.`
const app = (until = '2030-01-01T00:00:00Z') =>
  `<#grant-1> a acl:Authorization, tb:GrantRule; acl:agent ME; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read;
  dct:identifier "1"; tb:consentRecord <../consents/1>; acl:condition <#grant-1-client>, <#grant-1-issuer>, <#grant-1-validity>.
  <#grant-1-client> a acl:ClientCondition; acl:client <https://budget.example/id>.
  <#grant-1-issuer> a acl:IssuerCondition; acl:issuer <${a.issuer}>.
  <#grant-1-validity> a tb:ValidityCondition; tb:notAfter "${until}"^^xsd:dateTime.`
const bob =
  '<#bob> a acl:Authorization; acl:agent <https://bob.example/#me>; acl:accessTo <./>; acl:mode acl:Read.'
const all = new Set([`${ACL}ClientCondition`, `${ACL}IssuerCondition`, `${TB}ValidityCondition`])
const none = new Set<string>()
const now = Date.parse('2026-11-26T00:00:00Z')

describe('a rule on another server', () => {
  const fate = (turtle: string, conditions: ReadonlySet<string>) =>
    rulesIn(read(turtle)).map((rule) => fateOf(rule, a.webId, conditions, now))

  it('is made when nothing of it would be lost', () => {
    expect(fate(bob, none)).toEqual(['create'])
    expect(fate(app(), all)).toEqual(['create'])
  })
  it('is not made where one of its conditions is not advertised: it would open more than was agreed', () => {
    expect(fate(app(), none)).toEqual(['not-advertised'])
    expect(fate(app(), new Set([`${ACL}ClientCondition`, `${ACL}IssuerCondition`]))).toEqual([
      'not-advertised',
    ])
    expect(fate(bob.replace(/\.$/, '; acl:condition <#c>.'), all)).toEqual(['not-advertised'])
  })
  it('is not made again when it has ended, or does not say when it ends', () => {
    expect(fate(app('2026-01-01T00:00:00Z'), all)).toEqual(['ended'])
    expect(fate(app('one day'), all)).toEqual(['ended'])
  })
  it('is not taken along where it is the owner’s own: each server has its own', () => {
    expect(fate(home, all)).toEqual(['of-owner'])
    expect(
      fate('<#owner> a acl:Authorization; acl:agent ME; acl:accessTo <./>; acl:mode acl:Control.', all),
    ).toEqual(['of-owner'])
  })
})

it('goes to the other pod, its owner and its issuer, and cites a record only where there is one', () => {
  const [rule] = rulesIn(read(app()))
  const there = rule && relocatedRule(rule, a, b, false)
  expect(there).toMatchObject({ agents: [b.webId], modes: ['Read'], notAfter: '2030-01-01T00:00:00Z' })
  expect(there?.record).toBeUndefined()
  expect(there && wording(there)).toContain(`NamedNode ${b.issuer}`)
  expect(there && wording(there)).not.toContain('GrantRule')
  expect(rule && relocatedRule(rule, a, b, true)?.record).toBe(`${b.pod}consents/1`)
  // And back, it is word for word what it was.
  const back = rule && relocatedRule(rule, a, b, true)
  expect(back && wording(relocatedRule(back, b, a, true) ?? back)).toBe(rule && wording(rule))
})

it('of somebody of the old server goes on to ask for the issuer that they log in with', () => {
  const neighbour = app().replace('acl:agent ME', 'acl:agent <https://a.example/bob/profile/card#me>')
  const [rule] = rulesIn(read(neighbour))
  const there = rule && relocatedRule(rule, a, b, false)
  expect(there && wording(there)).toContain(`NamedNode ${a.issuer}`)
})

describe('added to a document', () => {
  it('a rule is added once, whatever it is called', () => {
    const there = read(bob.replace('#bob', '#somebody'))
    expect(addedTo(`${place}.acl`, there, rulesIn(read(bob)))).toEqual([])
    expect(addedTo(`${place}.acl`, [], rulesIn(read(bob + bob.replace('#bob', '#again'))))).toHaveLength(4)
  })
  it('a rule becomes no part of another that bears its name', () => {
    const there = read(
      '<#bob> a acl:Authorization; acl:agent <https://carl.example/>; acl:accessTo <./>; acl:mode acl:Write.',
    )
    const rules = rulesIn([...there, ...addedTo(`${place}.acl`, there, rulesIn(read(bob)))])
    expect(rules.map(({ agents, modes }) => [agents, modes])).toEqual([
      [['https://carl.example/'], ['Write']],
      [['https://bob.example/#me'], ['Read']],
    ])
  })
})

it('the owner’s rules of a pod are made for a place of it, with nothing to inherit in a document', () => {
  const rules = rulesIn(read(home + app() + bob))
  expect(ownersRules(rules, a.webId, place, `${place}x/`).map((it) => it.modes)).toEqual([['Read', 'Write']])
  const [ofDocument] = ownersRules(rules, a.webId, place, `${place}x.ttl`)
  expect(ofDocument?.quads.some(({ predicate }) => predicate.value === `${ACL}default`)).toBe(false)
  expect(ofDocument?.quads.some(({ object }) => object.value === `${place}x.ttl`)).toBe(true)
})
