import { Parser } from 'n3'
import { compileAcl } from '../acl.ts'
import { type Asker, decide } from '../decide.ts'

const prefixes = `
@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.
@prefix tb: <https://w3id.org/traboule/ns#>. @prefix ex: <https://ex.example/>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.`
const acl = (turtle: string) =>
  compileAcl(new Parser({ baseIRI: 'https://pod.example/alice/.acl' }).parse(prefixes + turtle))
/** A pod's root. */
export const root = { resource: 'https://pod.example/alice/', inherited: false }
const none: ReadonlySet<string> = new Set()
export const nobody: Asker = {
  clientClasses: none,
  groups: none,
  clientGroups: none,
  issuerGroups: none,
  now: Date.UTC(2026, 10, 25, 12),
}
export const alice: Asker = {
  ...nobody,
  webId: 'https://ex.example/alice',
  client: 'https://app.example/id',
  clientClasses: new Set(['http://xmlns.com/foaf/0.1/Agent']),
  issuer: 'https://pod.example/',
}

/** What the rules of a pod's root give, sorted. */
export const modes = (turtle: string, asker: Asker, over = root) =>
  [...decide(acl(turtle), over, asker)].sort()
/** A rule that gives Read of the root. */
export const rule = (rest: string) =>
  `<#r> a acl:Authorization; acl:accessTo </alice/>; acl:mode acl:Read; ${rest}.`
