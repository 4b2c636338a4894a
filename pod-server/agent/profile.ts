import { FOAF, SOLID, VCARD } from '#vocab/namespaces'
import type { Found } from '../outgoing/get.ts'
import { quotedName } from '../sites/readable.ts'
import { readTurtle } from '../storage/rdf/read-turtle.ts'

/** What a WebID's document says of it. */
export interface Profile {
  /** Whether it names an issuer: without one nobody can log in with it (Solid-OIDC §5.1). */
  readonly canLogIn: boolean
  /** As it says, where that can be shown in quotation marks; anybody may call themselves anything. */
  readonly name?: string
}

const maxTriples = 2000
const tooMany = { line: undefined, reason: 'it says too much' }
const names = [`${FOAF}name`, `${VCARD}fn`]

/** Pure. @returns undefined for what is no document in Turtle. */
export function profileIn({ type, body }: Found, webId: string): Profile | undefined {
  // In no other form is it read when a token comes with it.
  if (type !== 'text/turtle') return undefined
  const [document = ''] = webId.split('#')
  let canLogIn = false
  let triples = 0
  const said = new Map<string, string>()
  const fault = readTurtle(body.toString('utf8'), type, document, ({ subject, predicate, object }) => {
    if (++triples > maxTriples) return tooMany
    if (subject.termType !== 'NamedNode' || subject.value !== webId) return undefined
    if (predicate.value === `${SOLID}oidcIssuer` && object.termType === 'NamedNode') canLogIn = true
    if (names.includes(predicate.value) && object.termType === 'Literal' && !said.has(predicate.value))
      said.set(predicate.value, object.value)
    return undefined
  })
  if (fault) return undefined
  const name = quotedName(names.map((it) => said.get(it)).find((it) => it !== undefined))
  return { canLogIn, ...(name ? { name } : {}) }
}
