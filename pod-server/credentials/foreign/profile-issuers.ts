import { SOLID } from '#vocab/namespaces'
import type { Found } from '../../outgoing/get.ts'
import { readTurtle } from '../../storage/rdf/read-turtle.ts'

const predicate = `${SOLID}oidcIssuer`
/** A profile of more names none: so many take some ten milliseconds. */
const maxTriples = 2000
const maxIssuers = 16
const tooMany = { line: undefined, reason: 'it says too much' }

/** The issuers that a WebID's document names for it (Solid-OIDC §5.1). Pure. @returns undefined for no such document. */
export function issuersIn({ type, body }: Found, webId: string): readonly string[] | undefined {
  if (type !== 'text/turtle') return undefined
  const document = new URL(webId)
  document.hash = ''
  const issuers: string[] = []
  let triples = 0
  const fault = readTurtle(
    body.toString('utf8'),
    type,
    document.href,
    ({ subject, predicate: said, object }) => {
      if (++triples > maxTriples) return tooMany
      if (subject.termType !== 'NamedNode' || subject.value !== webId || said.value !== predicate)
        return undefined
      // What is cut out of a text keeps all of it in memory.
      if (object.termType === 'NamedNode') issuers.push(Buffer.from(object.value).toString())
      return issuers.length > maxIssuers ? tooMany : undefined
    },
  )
  return fault ? undefined : issuers
}
