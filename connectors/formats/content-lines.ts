import { ConnectorError } from '../errors.ts'
import { decode, maxFileBytes } from './decode.ts'
import { unfold } from './unfold.ts'

/** One property of an iCalendar or vCard file. */
export interface ContentLine {
  /** In capitals, without its group. */
  readonly name: string
  /** Values by name, in capitals; a vCard 2.1 word without a name is a TYPE, or an ENCODING when it is one. */
  readonly params: ReadonlyMap<string, readonly string[]>
  /** As it stands: still escaped, still encoded. */
  readonly value: string
  /** The line on which it begins, from 1. */
  readonly line: number
}

/** Of all the parameters of a line, each of which has one at least. */
const maxParamValues = 64
const maxParamLength = 65_536
const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT', 'B'])

/**
 * The properties of a file of content lines (RFC 5545 §3.1, RFC 6350 §3.2, vCard 2.1), unfolded. Quoted parameter values, the
 * carets of RFC 6868 and quoted-printable soft breaks are read; bytes decide about the encoding.
 *
 * @throws ConnectorError `empty`, `too-large`, `not-text`, `too-many-records`, `malformed`, `truncated`, with the line.
 */
export function readContentLines(bytes: Uint8Array): ContentLine[] {
  if (bytes.length > maxFileBytes) throw new ConnectorError('too-large', { limit: '16 MiB' })
  const { unfolded, lines } = unfold(asUtf8(bytes))
  const texts = decodeLines(unfolded, lines).split('\n')
  const isWhole = /[\r\n]$/.test(String.fromCharCode(...bytes.subarray(-1)))
  return lines.flatMap((line, index) => {
    const text = texts[index] ?? ''
    const isCut = !isWhole && index === lines.length - 1
    return text.trim() === '' ? [] : [readLine(text, line, isCut)]
  })
}

/** Two bytes a character have no bytes that look like line ends. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return isUtf16 ? new TextEncoder().encode(decode(bytes)) : bytes
}

function decodeLines(unfolded: Uint8Array, lines: readonly number[]): string {
  try {
    return decode(unfolded)
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.line === undefined) throw error
    throw new ConnectorError(error.code, { line: lines[error.line - 1] })
  }
}

const nameShape = /(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)/y
const paramShape = /;([A-Za-z0-9-]+)(?=[=;:])/y
const valueShape = /[=,](?:"([^"]*)"|([^",;:]*))(?=[,;:])/y

function readLine(text: string, line: number, isCut: boolean): ContentLine {
  const fail = (): never => {
    throw new ConnectorError(isCut ? 'truncated' : 'malformed', { line })
  }
  let at = 0
  const next = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found !== null) at = shape.lastIndex
    return found
  }
  const name = next(nameShape)?.[1]?.toUpperCase() ?? fail()
  const params = new Map<string, string[]>()
  let count = 0
  const add = (key: string, value: string): void => {
    count += 1
    if (count > maxParamValues || value.length > maxParamLength) fail()
    const values = params.get(key)
    if (values === undefined) params.set(key, [unCaret(value)])
    else values.push(unCaret(value))
  }
  for (let param = next(paramShape); param !== null; param = next(paramShape)) {
    const word = (param[1] ?? '').toUpperCase()
    const before = count
    if (text[at] !== '=') add(encodings.has(word) ? 'ENCODING' : 'TYPE', word)
    else
      for (let value = next(valueShape); value !== null; value = next(valueShape))
        add(word, value[1] ?? value[2] ?? '')
    if (count === before) fail()
  }
  if (text[at] !== ':') fail()
  return { name, params, value: text.slice(at + 1), line }
}

/** RFC 6868: `^n`, `^'` and `^^` in a parameter's value. */
function unCaret(value: string): string {
  return value.replace(/\^([n'^])/g, (_, sign) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))
}
