import { duplicatesIn } from '#vocab/duplicates-in-graph'
import { Graph, type Statement } from '#vocab/graph'
import type { DuplicateReason } from '#vocab/probable-duplicates'
import { eachOf } from '../../shared/pod/each-of.ts'
import { fileName, type PartnerData } from '../data.ts'

/** Another operation that is probably the same. */
export interface Twin {
  readonly iri: string
  readonly reason: DuplicateReason
  /** Whether the one that was asked about counts, and not the other. */
  readonly counts: boolean
}

/** A link that something made between two records. */
export interface Merge {
  /** Its own document. */
  readonly url: string
  /** What else it names. */
  readonly others: readonly string[]
}

const mostDocuments = 24
export const mostMerges = 40
const mostOthers = 10

type Read = (url: string) => Promise<readonly Statement[]>

/** The documents in which the same operation may stand a second time: of the same period, and of the accounts. */
export function twinDocuments(url: string, partners: readonly PartnerData[]): string[] {
  const category = partners.find(({ container }) => url.startsWith(container))?.category
  const name = fileName(url)
  const sheets = partners
    .filter((it) => it.category === category)
    .flatMap(({ folders }) => folders.flatMap((folder) => folder.sheets))
  return sheets
    .filter((it) => it.url !== url && (it.month === undefined || it.name === name))
    .map((it) => it.url)
    .slice(0, mostDocuments)
}

/** What probably came twice, of the documents that can be read. */
export async function twinsOf(
  iri: string,
  own: readonly Statement[],
  documents: readonly string[],
  read: Read,
): Promise<Twin[]> {
  const all = [...own]
  await eachOf(documents, 4, async (url) => {
    // One that cannot be read tells nothing: the category's page says so.
    for (const statement of await read(url).catch(() => [])) all.push(statement)
  })
  return duplicatesIn(new Graph(all)).flatMap(({ counted, second, reason }): Twin[] => {
    if (counted === iri) return [{ iri: second, reason, counts: true }]
    return second === iri ? [{ iri: counted, reason, counts: false }] : []
  })
}

/** The links that name a record, of the documents that can be read. */
export async function mergesOf(
  iri: string,
  documents: readonly string[],
  pods: readonly string[],
  read: Read,
): Promise<Merge[]> {
  const found: Merge[] = []
  await eachOf(documents, 4, async (url) => {
    const statements = await read(url).catch(() => [])
    const makers = new Set(
      statements.flatMap(({ subject, object }) => (object.value === iri ? subject.value : [])),
    )
    if (makers.size === 0) return
    const others = statements
      .filter(({ subject, object }) => makers.has(subject.value) && object.termType === 'NamedNode')
      .map(({ object }) => object.value)
      .filter((it) => it !== iri && pods.some((pod) => it.startsWith(pod)))
    found.push({ url, others: [...new Set(others)].slice(0, mostOthers) })
  })
  return found
}
