import { ACL, LDP, PROV, TB, XSD } from '../namespaces.ts'
import { fromHex, type Mark, type Sealed } from './chain.ts'
import { type Entry, type LoggedMode, writeEntry } from './entry.ts'
import type { ReadLog } from './read-log.ts'

/** The start of each document of a log, as our server writes it. */
export const logPrefixes = `@prefix acl: <${ACL}>.
@prefix ldp: <${LDP}>.
@prefix prov: <${PROV}>.
@prefix tb: <${TB}>.
@prefix xsd: <${XSD}>.
`

/** Characters of a line: what is longer is for a parser, for an expression over it may take more memory than there is. */
const maxLine = 1024 * 1024

const hash = 'tb:chainHash "([0-9a-f]{64})"'
const instant = '"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)"\\^\\^xsd:dateTime'
const name =
  '(?:<[a-zA-Z][a-zA-Z0-9+.-]*:[^\\x00-\\x20\\s<>"{}|^`\\\\]*>|"[^"\\\\\\n\\r]*(?:\\\\u[0-9a-f]{4}[^"\\\\\\n\\r]*)*")'
const mode = 'acl:(?:Read|Append|Write|Control)'
const several = (one: string) => `(${one}(?:, ${one})*)`

const head = new RegExp(
  `<> tb:journalHead \\[ a tb:JournalMark; tb:lineNumber (\\d+); ${hash} \\]\\.\\n`,
  'y',
)
const start = `<#line-(\\d+)> a tb:(?:Journal|Erased)Line; tb:lineNumber (\\d+); tb:recordedAt ${instant}; `
const erased = new RegExp(`${start}tb:commitment "([0-9a-f]{64})"; ${hash}\\.\\n`, 'y')
const said = new RegExp(
  `${start}tb:outcome tb:(Allowed|Refused|Gap); prov:startedAtTime ${instant}; prov:endedAtTime ${instant}; ` +
    `tb:times (\\d+); (?:prov:wasAssociatedWith (${name}); )?(?:tb:client (${name}); )?` +
    `(?:prov:used ${several(name)}; )?(?:acl:mode ${several(mode)}; )?(?:tb:byRule ${several(name)}; )?` +
    `tb:salt "([0-9a-f]{32})"; ${hash}\\.\\n`,
  'y',
)

/**
 * Reads a day of a log that is written letter by letter as our server writes it, in a tenth of a Turtle parser's time. Pure.
 *
 * @returns undefined for any other Turtle, which says what a parser says (`readLog`).
 */
export function readPlainLog(turtle: string, baseUrl: string): ReadLog | undefined {
  if (!turtle.startsWith(logPrefixes)) return undefined
  const mark = matchAt(head, turtle, logPrefixes.length)
  if (!mark) return undefined
  const lines: Sealed[] = []
  for (let at = head.lastIndex, last = 0; at < turtle.length; ) {
    const read = lineAt(turtle, at, baseUrl)
    // A line that is there twice is one of which two things are said.
    if (!read || read.line.number <= last) return undefined
    lines.push(read.line)
    last = read.line.number
    at = read.end
  }
  return { lines, head: markOf(mark), anchor: undefined }
}

function lineAt(turtle: string, at: number, baseUrl: string): { line: Sealed; end: number } | undefined {
  // No line has a line break in it but the one that ends it.
  const end = turtle.indexOf('\n', at)
  if (end < 0 || end - at > maxLine) return undefined
  const match = matchAt(said, turtle, at)
  const line = match ? saidLine(match, baseUrl) : erasedLine(matchAt(erased, turtle, at))
  return line && { line, end: match ? said.lastIndex : erased.lastIndex }
}

function saidLine(match: RegExpExecArray, baseUrl: string): Sealed | undefined {
  const text = (index: number): string => match[index] as string
  if (match[1] !== match[2]) return undefined
  const from = Date.parse(text(5))
  const entry: Entry = {
    outcome: text(4).toLowerCase() as Entry['outcome'],
    from,
    until: match[6] === match[5] ? from : Date.parse(text(6)),
    count: Number(match[7]),
    who: match[8] === undefined ? null : nameIn(match[8]),
    client: match[9] === undefined ? null : nameIn(match[9]),
    resources: namesIn(match[10]).map((it) => (it.startsWith(baseUrl) ? it.slice(baseUrl.length) : it)),
    modes: (match[11]?.split(', ') ?? []).map((it) => it.slice('acl:'.length).toLowerCase() as LoggedMode),
    rules: namesIn(match[12]),
  }
  return {
    ...placed(text(2), text(3), text(14)),
    said: { salt: bytes(text(13)), text: writeEntry(entry) },
    commitment: undefined,
  }
}

function erasedLine(match: RegExpExecArray | null): Sealed | undefined {
  if (!match) return undefined
  const [, id, number = '', recorded = '', commitment = '', hash = ''] = match
  if (id !== number) return undefined
  return { ...placed(number, recorded, hash), said: undefined, commitment: bytes(commitment) }
}

const placed = (number: string, recorded: string, hash: string) => ({
  number: Number(number),
  recorded: Date.parse(recorded),
  hash: bytes(hash),
})

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const markOf = ([, number, hash = '']: RegExpExecArray): Mark => ({
  number: Number(number),
  hash: bytes(hash),
})

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()

function namesIn(list: string | undefined): string[] {
  if (list === undefined) return []
  return list.includes(', ') ? (list.match(eachName) ?? []).map(nameIn) : [nameIn(list)]
}

const eachName = new RegExp(name, 'g')

function nameIn(name: string): string {
  const inside = name.slice(1, -1)
  if (!inside.includes('\\')) return inside
  return inside.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
