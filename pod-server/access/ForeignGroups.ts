import type { Quad } from '@rdfjs/types'
import { Kept } from '../Kept.ts'
import type { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { after, type Soon } from '../soon.ts'
import { readTurtle } from '../storage/rdf/read-turtle.ts'
import { compileGroups, type Groups } from './acl.ts'

/** A document of more bytes or triples has no members. */
const maxBytes = 64 * 1024
const maxTriples = 5000
const maxUrl = 2000
/** Characters kept of all documents, and what each of them takes beside. */
const maxKept = 16 * 1024 * 1024
const placeOfOne = 2 * maxUrl
/** Milliseconds that a document counts as it was: whoever is taken out of a group elsewhere is out by then. */
const keptMs = 60_000

interface Read {
  readonly groups: Groups
  /** UTC milliseconds. */
  readonly until: number
}

/** Documents of groups on other servers, read anonymously. One that cannot be had now has no members, for as long. */
export class ForeignGroups {
  private readonly reader: OutgoingReader
  private readonly documents = new Kept<Read>(maxKept, weightOf)

  constructor(reader: OutgoingReader) {
    this.reader = reader
  }

  /** Characters of documents kept, of how many at most. */
  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.documents.weight, most: this.documents.most }
  }

  /** `pod`: on whose rules' word it is read. */
  of(document: string, pod: string): Soon<Groups> {
    if (document.length > maxUrl) return none
    const read = () => this.documents.of(document, () => this.read(document, pod))
    return after(read(), (found) => {
      if (found.until > Date.now()) return found.groups
      this.documents.forget(document)
      return after(read(), ({ groups }) => groups)
    })
  }

  private async read(document: string, pod: string): Promise<Read> {
    const found = await this.reader.read(document, pod, 'text/turtle', maxBytes)
    const groups = found?.type === 'text/turtle' ? groupsIn(found.body, document) : none
    return { groups, until: Date.now() + keptMs }
  }
}

const none: Groups = new Map()

function groupsIn(body: Buffer, document: string): Groups {
  const quads: Quad[] = []
  const tooMany = { line: undefined, reason: 'it has too many triples' }
  const keep = (quad: Quad) => (quads.push(quad) > maxTriples ? tooMany : undefined)
  const fault = readTurtle(body.toString('utf8'), 'text/turtle', document, keep)
  return fault ? none : compileGroups(quads)
}

function weightOf({ groups }: Read): number {
  let weight = placeOfOne
  for (const [group, members] of groups) {
    weight += group.length
    for (const member of members) weight += member.length
  }
  return weight
}
