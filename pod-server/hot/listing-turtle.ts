import { IANA, POSIX, parseContentType } from '@solid/community-server'
import { DCT, LDP, XSD } from '#vocab/namespaces'
import type { Stored } from '../engine/PodEngine.ts'
import type { Bytes } from './KeptForms.ts'

/** The listing of a container (Solid §4.2), in Turtle. Names are canonical, so that they are relative IRIs as they are. */
export function listingTurtle(container: Stored, children: readonly Stored[]): string {
  const below = container.path.length + 1
  const parts = [
    `@prefix dc: <${DCT}>.\n@prefix ldp: <${LDP}>.\n@prefix posix: <${POSIX.namespace}>.\n@prefix xsd: <${XSD}>.\n\n`,
    `<> a ldp:Resource, ldp:Container, ldp:BasicContainer; ${moments(container)}`,
  ]
  const names = children.map(({ path, isContainer }) => `<${path.slice(below)}${isContainer ? '/' : ''}>`)
  if (names.length > 0) parts.push(`;\n    ldp:contains ${names.join(', ')}`)
  parts.push('.\n')
  for (const [index, child] of children.entries()) parts.push(`${names[index]} ${what(child)}.\n`)
  return parts.join('')
}

/** Whether such a listing is of a container that holds nothing: no canonical name has a colon. */
export const listsNothing = (listing: Bytes): boolean => !listing.includes('ldp:contains')

function what(child: Stored): string {
  if (child.isContainer) return `a ldp:Resource, ldp:Container, ldp:BasicContainer; ${moments(child)}`
  const { contentType, size } = child
  const type =
    contentType === undefined ? '' : `, <${IANA.namespace}${parseContentType(contentType).value}#Resource>`
  return `a ldp:Resource${type}; ${moments(child)}; posix:size ${size}`
}

const moments = ({ modified }: Stored): string =>
  `dc:modified "${new Date(modified).toISOString()}"^^xsd:dateTime; posix:mtime ${Math.floor(modified / 1000)}`
