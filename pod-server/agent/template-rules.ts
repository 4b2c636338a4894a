import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { ACL, FOAF, RDF } from '#vocab/namespaces'
import { ownerQuads } from './grant.ts'

const { namedNode, quad } = DataFactory

/**
 * The owner's rules of a place, as the template has them: of a document nothing inherits (WAC §4.2), and the profile is
 * written by no app.
 */
export function ownerQuadsAt(pod: string, place: string, owner: string, issuer: string): Quad[] {
  const quads = ownerQuads(place, owner, issuer)
  if (place.endsWith('/')) return quads
  const home = place === `${pod}profile/card` ? `${place}.acl#home` : undefined
  return quads.filter(
    ({ subject, predicate, object }) =>
      predicate.value !== `${ACL}default` && !(subject.value === home && object.value === `${ACL}Write`),
  )
}

/**
 * What a pod is made with beside its owner's rules (templates/pod/wac): a card that everybody reads and no app writes, an
 * inbox that anyone who says who they are may leave a message in. Word for word: a rule that only bears such a name is
 * not of the template.
 */
export function templateQuads(pod: string, place: string, owner: string, issuer: string): Quad[] {
  const rule = (name: string, agents: string, mode: string): Quad[] => {
    const node = namedNode(`${place}.acl#${name}`)
    return [
      quad(node, namedNode(`${RDF}type`), namedNode(`${ACL}Authorization`)),
      quad(node, namedNode(`${ACL}agentClass`), namedNode(agents)),
      quad(node, namedNode(`${ACL}accessTo`), namedNode(place)),
      quad(node, namedNode(`${ACL}mode`), namedNode(`${ACL}${mode}`)),
    ]
  }
  if (place === `${pod}inbox/`) return rule('senders', `${ACL}AuthenticatedAgent`, 'Append')
  const own = ownerQuadsAt(pod, place, owner, issuer)
  return place === `${pod}profile/card` ? [...own, ...rule('public', `${FOAF}Agent`, 'Read')] : own
}
