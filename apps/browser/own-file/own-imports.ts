import type { ImportRun } from '#vocab/generated/imports'
import { runFragment } from '#vocab/identity'
import { eachOf } from '../../shared/pod/each-of.ts'
import type { PartnerData } from '../data.ts'
import type { ImportedDocument } from './import-file.ts'
import { isOwnContainer } from './own-folder.ts'

/** A file that was brought earlier, as the documents tell. */
export interface OwnImport {
  readonly id: string
  readonly container: string
  readonly category: string
  readonly connector: string
  /** UTC instant of its first document. */
  readonly at: string
  readonly documents: readonly ImportedDocument[]
  /** Records that it states, those that others state too among them. */
  readonly records: number
}

/** What was read of one document. */
export interface RunsOfDocument {
  readonly url: string
  readonly runs: readonly ImportRun[]
}

/** One a file, the latest first. Pure. */
export function ownImports(
  { container, category }: Pick<PartnerData, 'container' | 'category'>,
  documents: readonly RunsOfDocument[],
): OwnImport[] {
  const found = new Map<string, OwnImport>()
  for (const { url, runs } of documents) {
    for (const { connector, connectorVersion, sourceSha256, endedAt, generated } of runs) {
      const fragment = runFragment(connector, connectorVersion, sourceSha256)
      const id = `${container}#${fragment}`
      const known = found.get(id)
      found.set(id, {
        id,
        container,
        category,
        connector,
        at: known && known.at < endedAt ? known.at : endedAt,
        documents: [...(known?.documents ?? []), { url, runIri: `${url}#${fragment}` }],
        records: (known?.records ?? 0) + generated.length,
      })
    }
  }
  return [...found.values()].sort((one, other) => other.at.localeCompare(one.at))
}

/** Of all categories. @throws PodFailure */
export async function readOwnImports(
  partners: readonly PartnerData[],
  runsAt: (url: string) => Promise<readonly ImportRun[]>,
): Promise<OwnImport[]> {
  const all: OwnImport[] = []
  for (const data of partners.filter(({ container }) => isOwnContainer(container))) {
    const read: RunsOfDocument[] = []
    const urls = data.folders.flatMap(({ sheets }) => sheets.map(({ url }) => url))
    await eachOf(urls, 4, async (url) => {
      read.push({ url, runs: await runsAt(url) })
    })
    all.push(...ownImports(data, read))
  }
  return all.sort((one, other) => other.at.localeCompare(one.at))
}
