/** What a new connector begins with: each `TO WRITE` is a thing that its contract suite asks for. */
export function connectorFiles({ id, name, domain }) {
  const Name = name[0].toUpperCase() + name.slice(1)
  return {
    'connector.ts': `import type { Connector } from '../connector.ts'
import { key } from './key.ts'
import { map } from './map.ts'
import { parse, sniff } from './parse.ts'
import type { ${Name}Row } from './rows.ts'

export const ${name}: Connector<${Name}Row> = {
  id: '${id}',
  version: '0.1.0',
  title: { fr: 'TO WRITE: what the citizen gets', en: 'TO WRITE: what the citizen gets' },
  domain: '${domain}',
  file: { fr: 'TO WRITE: after « Ce fichier est »', en: 'TO WRITE: after "This is"' },
  sender: { fr: 'TO WRITE: after « Ce partenaire est »', en: 'TO WRITE: after "This partner is"' },
  purpose: { fr: 'TO WRITE: why the partner may write', en: 'TO WRITE: why the partner may write' },
  keepDays: 1096, // TO WRITE: how long the records are useful, in days
  expectedDays: 35, // TO WRITE: a source silent for so many days is late
  accepts: [{ id: 'csv', label: { fr: 'TO WRITE: the layout', en: 'TO WRITE: the layout' } }],
  sniff,
  parse,
  key,
  map,
}
`,
    'rows.ts': `/** TO WRITE: one record of the file. */
export interface ${Name}Row {
  /** Where it stands in the file, from 1. */
  readonly line: number
}
`,
    'parse.ts': `import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import type { ${Name}Row } from './rows.ts'

/** The id of the layout that the bytes look like, quickly: they may be the beginning of a file alone. */
export function sniff(bytes: Uint8Array): string | undefined {
  // TO WRITE: the words that only this layout begins with
  return headText(bytes).startsWith('TO WRITE') ? 'csv' : undefined
}

/** All or nothing. @throws ConnectorError with the line of the first thing that cannot be read. */
export function parse(bytes: Uint8Array): ${Name}Row[] {
  const text = decode(bytes)
  // TO WRITE: text to rows, by formats/csv.ts, json.ts, xml.ts or xlsx.ts
  throw new ConnectorError('unknown-layout', { line: text === '' ? undefined : 1 })
}
`,
    'key.ts': `import type { ${Name}Row } from './rows.ts'

/** The same record said twice, in one file or in two, has the same key. */
export function key(row: ${Name}Row): string {
  // TO WRITE: what tells a record from all others, and does not change when it is corrected
  return String(row.line)
}
`,
    'map.ts': `import type { MapContext, Mapped } from '../connector.ts'
import type { ${Name}Row } from './rows.ts'

/** One document a month; each record a node of it, made by podNode and a generated writer. */
export function map(rows: readonly ${Name}Row[], { container }: MapContext): Mapped {
  // TO WRITE: rows to nodes
  return { documents: rows.map(() => ({ url: \`\${container}2026-01.ttl\`, nodes: [] })), notices: [] }
}
`,
    'connector.test.ts': `import { contract } from '../testing/contract.ts'
import { ${name} } from './connector.ts'

const file = new TextEncoder().encode('TO WRITE')

contract({
  connector: ${name},
  folder: new URL('.', import.meta.url),
  // TO WRITE: files in fixtures/, each of which maps to a snapshot (vitest -u writes it; read it)
  fixtures: [],
  // TO WRITE: two files that share records, and how many of the second are new
  overlap: { first: file, second: file, added: 0 },
  // TO WRITE: the same file before and after the partner corrected one record
  correction: { before: file, after: file },
  // TO WRITE: twins: a file with two records alike which both happened, if there can be any
  // TO WRITE: at least five files that must be refused, with code and line
  refused: [],
  // TO WRITE: texts of the first fixture that no log may show
  secrets: [],
})
`,
    'README.md': `# ${id}

TO WRITE: reads what, of whom, in which formats. Whether raw files of a partner were seen.

| it writes | where | one node for |
| --------- | ----- | ------------ |
| TO WRITE  | \`data/${domain}/<partner>/…\` | |

## What the file may be

TO WRITE: encodings, units, steps, what is done to the figures, what is refused.

## The same record, said again

TO WRITE: what its key is; twins; corrections.

## For the citizen

TO WRITE: purpose, how long it is kept, how to leave.
`,
    'fixtures/ATTRIBUTION.md': `# Where these files come from

| file     | source | licence |
| -------- | ------ | ------- |
| TO WRITE |        |         |
`,
  }
}
