import { addTo } from '#vocab/groups'
import { canBeRdf } from '../shared/pod/can-be-rdf.ts'
import { decoded, readable } from '../shared/pod/decoded.ts'
import type { Entry } from '../shared/pod/parse-listing.ts'

/** What a partner sent that is no RDF. */
export interface PlainFile {
  readonly url: string
  readonly name: string
  readonly bytes: number | undefined
  readonly modified: string | undefined
}

/** One document of a partner, as the overview shows it. */
export interface Sheet extends PlainFile {
  /** `2025-01`, of a document that is called by a month. */
  readonly month: string | undefined
}

/** One account or meter: the folder that a partner keeps its documents in. */
export interface Folder {
  readonly url: string
  /** Newest month first, descriptions before all. */
  readonly sheets: readonly Sheet[]
  /** By name. */
  readonly files: readonly PlainFile[]
}

/** What one partner sent, in one category. */
export interface PartnerData {
  readonly container: string
  readonly category: string
  /** The partner's folder name. */
  readonly partner: string
  readonly folders: readonly Folder[]
  /** How many documents, with the plain files. */
  readonly sheets: number
  /** First and last month, `2025-01`. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** The document changed last, of those that can be read. */
  readonly latest: Sheet | undefined
}

/** Sorts the documents below `/{pod}/data/` by partner: `data/<category>/<partner>/<folder>/<document>`. Pure. */
export function overview(pod: string, documents: readonly Entry[]): PartnerData[] {
  const byPartner = new Map<string, Entry[]>()
  for (const entry of documents) {
    const [, container] = new RegExp(`^(${literally(pod)}data/[^/]+/[^/]+/)`).exec(entry.url) ?? []
    if (container) addTo(byPartner, container, entry)
  }
  return [...byPartner]
    .map(([container, entries]) => {
      const [category = '', partner = ''] = container.split('/').slice(-3)
      return sourceData(container, category, decoded(partner) ?? partner, entries)
    })
    .sort(byCategoryAndName)
}

/** Documents of one source, by folder. Pure. */
export function sourceData(
  container: string,
  category: string,
  partner: string,
  entries: readonly Entry[],
): PartnerData {
  const folders = new Map<string, { sheets: Sheet[]; files: PlainFile[] }>()
  for (const entry of entries) {
    const at = entry.url.slice(0, entry.url.lastIndexOf('/') + 1)
    const folder = folders.get(at) ?? { sheets: [], files: [] }
    folders.set(at, folder)
    if (canBeRdf(entry)) folder.sheets.push(sheet(entry))
    else folder.files.push(file(entry))
  }
  const sheets = [...folders.values()].flatMap((folder) => folder.sheets)
  const months = sheets.flatMap(({ month }) => month ?? []).sort()
  return {
    container,
    category,
    partner,
    folders: [...folders].map(([url, its]) => ({
      url,
      sheets: its.sheets.sort(descriptionsThenNewest),
      files: its.files.sort((one, other) => one.name.localeCompare(other.name)),
    })),
    sheets: entries.length,
    from: months[0],
    to: months.at(-1),
    latest: [...sheets].sort((one, other) => (other.modified ?? '').localeCompare(one.modified ?? ''))[0],
  }
}

function sheet(entry: Entry): Sheet {
  return { ...file(entry), month: monthOf(entry.url) }
}

/** The month that a document is called by, whatever form it is in: `2025-01`. */
export const monthOf = (url: string): string | undefined =>
  /\/(\d{4}-(?:0[1-9]|1[0-2]))(?:\.[a-z\d]{1,8})?$/i.exec(url)?.[1]

function file({ url, size, modified }: Entry): PlainFile {
  return { url, name: fileName(url), bytes: size, modified }
}

/** The last part of an address, as people read it. */
export function fileName(url: string): string {
  const name = url.slice(url.lastIndexOf('/') + 1)
  return readable(name)
}

const descriptionsThenNewest = (one: Sheet, other: Sheet): number =>
  (other.month ?? '9999').localeCompare(one.month ?? '9999') || one.url.localeCompare(other.url)

const byCategoryAndName = (one: PartnerData, other: PartnerData): number =>
  one.category.localeCompare(other.category) || one.partner.localeCompare(other.partner)

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Sheets that follow one another in a year; those of no month come without one. */
export function byYear(
  sheets: readonly Sheet[],
): { readonly year: string | undefined; readonly sheets: Sheet[] }[] {
  const years = new Map<string | undefined, Sheet[]>()
  for (const sheet of sheets) {
    const year = sheet.month?.slice(0, 4)
    addTo(years, year, sheet)
  }
  return [...years].map(([year, its]) => ({ year, sheets: its }))
}
