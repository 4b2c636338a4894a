import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { describesNoOther, isProfile, keptTriples, leavesKept } from './kept-profile.ts'

const base = 'https://pods.example/'
const profile = `${base}alice/profile/card`
const prefixes = `@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix pim: <http://www.w3.org/ns/pim/space#>.
@prefix ldp: <http://www.w3.org/ns/ldp#>. @prefix interop: <http://www.w3.org/ns/solid/interop#>.`
const parse = (turtle: string) => new Parser({ baseIRI: profile }).parse(prefixes + turtle)
const issuer = `<#me> solid:oidcIssuer <${base}>.`
const agent = `<#me> interop:hasAuthorizationAgent <${base}.agent/>.`
const storage = `<#me> pim:storage <${base}alice/>.`
const inbox = `<#me> ldp:inbox <${base}alice/inbox/>.`
const whole = issuer + agent + storage + inbox
const leaves = (before: string, after: string) =>
  leavesKept(profile, keptTriples(profile, base), parse(before), parse(after))

describe('a write of a profile', () => {
  it.each([
    ['says the same', whole, whole],
    [
      'says more of other things',
      whole,
      `${whole}<#me> <#name> "Alice". <#i> solid:oidcIssuer <https://x.example/>.`,
    ],
    ['says what was missing', storage, whole],
    ['makes it anew, as it was made', '', whole],
    [
      'takes away what somebody else has put there',
      `${whole}<#me> solid:oidcIssuer <https://evil.example/>.`,
      whole,
    ],
    [
      'leaves what somebody else has put there',
      `${whole}<#me> pim:storage <${base}b/>.`,
      `${whole}<#me> pim:storage <${base}b/>.`,
    ],
  ])('may be done when it %s', (_, before, after) => expect(leaves(before, after)).toBe(true))

  it.each([
    ['adds an issuer', whole, `${whole}<#me> solid:oidcIssuer <https://evil.example/>.`],
    ['adds an issuer that is a literal', whole, `${whole}<#me> solid:oidcIssuer "https://evil.example/".`],
    ['adds an issuer that is a blank node', whole, `${whole}<#me> solid:oidcIssuer [].`],
    ['turns the issuer into a literal', whole, whole.replace(issuer, `<#me> solid:oidcIssuer "${base}".`)],
    ['adds a storage of the document', whole, `${whole}<> pim:storage <https://evil.example/>.`],
    ['adds an inbox', whole, `${whole}<#me> ldp:inbox <https://evil.example/>.`],
    ['adds an agent', whole, `${whole}<#me> interop:hasAuthorizationAgent <https://evil.example/>.`],
    ['takes the issuer', whole, agent + storage + inbox],
    ['takes the storage', whole, issuer + agent + inbox],
    ['takes the inbox', whole, issuer + agent + storage],
    ['takes the agent', whole, issuer + storage + inbox],
    ['takes everything', whole, ''],
    ['makes it anew with an issuer of its own', '', '<#me> solid:oidcIssuer <https://evil.example/>.'],
  ])('may not be done when it %s', (_, before, after) => expect(leaves(before, after)).toBe(false))
})

describe('a description', () => {
  const pod = `${base}alice/`
  const describes = (before: string, after: string) =>
    describesNoOther(pod, keptTriples(profile, base), parse(before), parse(after))
  const foreign = '<https://evil.example/>'

  it.each([
    ['nothing of it', '', `<${pod}> <#title> "x".`],
    ['the inbox of the pod, of anything', '', `<${pod}x> ldp:inbox <${base}alice/inbox/>.`],
    ['what the profile says', '', whole],
    ['what it said before', `<${pod}> ldp:inbox ${foreign}.`, `<${pod}> ldp:inbox ${foreign}.`],
    ['no more what it said before', `<${pod}> ldp:inbox ${foreign}.`, ''],
    ['who issues for somebody else', '', `<${foreign.slice(1, -1)}#me> solid:oidcIssuer ${foreign}.`],
  ])('may say %s', (_, before, after) => expect(describes(before, after)).toBe(true))

  it.each([
    ['another inbox of the pod', `<${pod}> ldp:inbox ${foreign}.`],
    ['another inbox of a document', `<${pod}data/x> ldp:inbox ${foreign}.`],
    ['the inbox of another pod', `<${pod}> ldp:inbox <${base}bob/inbox/>.`],
    ['an inbox that is a literal', `<${pod}> ldp:inbox "${base}alice/inbox/".`],
    ['another issuer of the WebID', `<#me> solid:oidcIssuer ${foreign}.`],
    ['another agent of the pod', `<${pod}> interop:hasAuthorizationAgent ${foreign}.`],
    ['another storage of the profile', `<${profile}> pim:storage ${foreign}.`],
  ])('may not say %s', (_, after) => expect(describes('', after)).toBe(false))
})

describe('the place of a profile', () => {
  it.each([
    ['alice/profile/card', true],
    ['alice/profile/card.acl', false],
    ['alice/profile/card/x', false],
    ['alice/profile/', false],
    ['alice/x/profile/card', false],
    ['profile/card', false],
  ])('%s: %s', (path, is) => expect(isProfile(path)).toBe(is))
})
