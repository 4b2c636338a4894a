import { ConnectorError } from '../errors.ts'
import { type ContentLine, readContentLines } from './content-lines.ts'

/** What stands between a BEGIN and its END. */
export interface Component {
  /** In capitals: `VEVENT`. */
  readonly name: string
  readonly properties: readonly ContentLine[]
  readonly children: readonly Component[]
  readonly line: number
}

const maxDepth = 8

/**
 * The components of an iCalendar or vCard file, each closed by its own END.
 *
 * @throws ConnectorError what `readContentLines` throws; `malformed`, `truncated`.
 */
export function readComponents(bytes: Uint8Array): Component[] {
  const roots: Open[] = []
  const open: Open[] = []
  const lines = readContentLines(bytes)
  for (const property of lines) {
    const { name, value, line } = property
    const word = value.trim().toUpperCase()
    const current = open.at(-1)
    if (name === 'BEGIN') {
      if (open.length >= maxDepth) throw new ConnectorError('malformed', { line })
      const component: Open = { name: word, properties: [], children: [], line }
      if (current === undefined) roots.push(component)
      else current.children.push(component)
      open.push(component)
    } else if (current === undefined) throw new ConnectorError('malformed', { line })
    else if (name !== 'END') current.properties.push(property)
    else if (open.pop()?.name !== word) throw new ConnectorError('malformed', { line })
  }
  if (open.length > 0) throw new ConnectorError('truncated', { line: lines.at(-1)?.line })
  return roots
}

interface Open {
  readonly name: string
  readonly properties: ContentLine[]
  readonly children: Open[]
  readonly line: number
}

/** The only property of a name; `undefined` when there is none. @throws ConnectorError `contradiction`. */
export function property({ properties }: Component, name: string): ContentLine | undefined {
  const [found, another] = properties.filter((it) => it.name === name)
  if (another !== undefined) throw new ConnectorError('contradiction', { line: another.line, field: name })
  return found
}

/** The text of a value: `\n` is a line end, any other escaped character itself (RFC 5545 §3.3.11, RFC 6350 §3.4). */
export function unescapeText(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, char) => (char === 'n' || char === 'N' ? '\n' : char))
}

/** The parts of a value between separators that are not escaped; the parts stay escaped. `undefined` when there are more than `most`. */
export function splitEscaped(value: string, separator: ';' | ',', most: number): string[] | undefined {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1
    else if (value[at] === separator) {
      parts.push(value.slice(from, at))
      if (parts.length >= most) return undefined
      from = at + 1
    }
  }
  return [...parts, value.slice(from)]
}
