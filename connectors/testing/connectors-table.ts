import type { Connector } from '../connector.ts'
import { attributed, isFree } from './attribution.ts'
import { claimedTier, type Looked, look } from './quality.ts'

/** CONNECTORS.md: of each connector what it reads, its files and where they come from, its tier and its speed. */
export function connectorsTable(connectors: readonly Connector<unknown>[]): string {
  const all = connectors.map(look)
  return [
    '# Connectors',
    '',
    'Written by `npm run connectors:table`. Tiers: [QUALITY.md](QUALITY.md). Speed: records of a year’s file that are read,',
    'mapped and checked by SHACL in a second of one processor, as `npm run bench:connectors` last found.',
    '',
    ...overview(all),
    '',
    '## Where the files come from',
    '',
    ...all.flatMap((looked) => [`### ${looked.connector.id}`, '', ...sources(looked), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

const [begin, end] = ['<!-- connectors: npm run connectors:table -->', '<!-- /connectors -->']

/** The README of the whole, with the first of these tables between its marks. */
export function withOverview(readme: string, connectors: readonly Connector<unknown>[]): string {
  const [before, rest] = readme.split(begin)
  const [, after] = rest?.split(end) ?? []
  if (after === undefined) throw new RangeError(`README.md has no ${begin} … ${end}`)
  return [before, begin, '\n\n', overview(connectors.map(look)).join('\n'), '\n\n', end, after].join('')
}

function overview(all: readonly Looked[]): string[] {
  return table(['connector', 'formats', 'files', 'whose files', 'tier', 'records/s'], all.map(row))
}

/** Whose the files are: licences of others, by their names, and ours. */
function owners(attribution: string): string {
  const rows = attributed(attribution).map(({ licence }) => licence)
  const isOurs = rows.some((licence) => /\bours\b/.test(licence)) || rows.length === 0
  return [...new Set(rows.filter(isFree)), ...(isOurs ? ['ours'] : [])].join(', ')
}

function row({ connector, readme, attribution, mapped, recordsPerSecond }: Looked): string[] {
  const speed = recordsPerSecond === undefined ? '' : `${Math.round(recordsPerSecond / 100) * 100}`
  const formats = connector.accepts.map(({ label }) => label.en).join('; ')
  return [connector.id, formats, `${mapped.length}`, owners(attribution), claimedTier(readme) ?? '', speed]
}

/** The tables of its ATTRIBUTION.md, as they are there. */
function sources({ attribution }: Looked): string[] {
  const lines = attribution.split('\n').filter((line) => /^\|.*\|\s*$/.test(line))
  const cells = lines
    .filter((line) => !/^\|[\s:|-]+\|\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  const [head, ...body] = cells
  return head ? table(head, body) : ['See its `fixtures/ATTRIBUTION.md`.']
}

/** Columns are as wide as their widest cell, as the formatter has them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((cells) => (cells[at] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}
