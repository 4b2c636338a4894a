import { SaxesParser } from 'saxes'
import { ConnectorError } from '../errors.ts'
import { feedXml } from './feed-xml.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** Empty where there is none. */
  readonly namespace: string
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, that of its children left out, without blanks at the ends. */
  readonly text: string
  /** From 1. */
  readonly line: number
}

const maxDepth = 64
const maxElements = 200_000
/** Of an element: two million of one took all memory. */
const maxAttributes = 64

/**
 * A whole XML document as a tree, with lines. No document type is read: entities are how a few bytes become gigabytes.
 *
 * @throws ConnectorError `malformed`, `truncated`, `too-many-records`, `unsupported` (a DOCTYPE), with the line.
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: Open[] = []
  let root: Open | undefined
  let elements = 0
  let attributes = 0
  let startLine = 1
  let isInTag = false
  let ended = false
  parser.on('opentagstart', () => {
    startLine = parser.line
    attributes = 0
    isInTag = true
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > maxAttributes) throw new ConnectorError('malformed', { line: startLine })
  })
  parser.on('doctype', () => {
    throw new ConnectorError('unsupported', { line: parser.line, field: 'DOCTYPE' })
  })
  parser.on('error', () => {
    throw new ConnectorError(ended ? 'truncated' : 'malformed', { line: parser.line })
  })
  parser.on('opentag', ({ local, uri, attributes: given }) => {
    isInTag = false
    elements += 1
    if (elements > maxElements) throw new ConnectorError('too-many-records', { limit: String(maxElements) })
    if (open.length >= maxDepth) throw new ConnectorError('malformed', { line: startLine })
    const element: Open = {
      name: local,
      namespace: uri,
      attributes: new Map(Object.values(given).map((it) => [it.local, it.value])),
      children: [],
      text: '',
      line: startLine,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined) element.text = element.text.trim()
  })
  const say = (words: string): void => {
    const element = open.at(-1)
    if (element !== undefined) element.text += words
  }
  parser.on('text', say)
  parser.on('cdata', say)
  feedXml(
    parser,
    text,
    () => isInTag,
    () => {
      throw new ConnectorError('too-long', { line: startLine, limit: '1 MiB' })
    },
  )
  ended = true
  parser.close()
  if (root === undefined) throw new ConnectorError('truncated', { line: 1 })
  return root
}

type Open = { -readonly [key in keyof Omit<XmlElement, 'children'>]: XmlElement[key] } & {
  readonly children: Open[]
}

/** The elements at a path of local names below one: `all(invoice, 'InvoiceLine/Price')`. */
export function all(element: XmlElement, path: string): XmlElement[] {
  return path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    ) as XmlElement[]
}

export function first(element: XmlElement, path: string): XmlElement | undefined {
  return all(element, path)[0]
}

/**
 * The text at a path; `undefined` when it is absent or empty.
 *
 * @throws ConnectorError `too-long`.
 */
export function textAt(element: XmlElement, path: string, maxLength = 300): string | undefined {
  const found = first(element, path)
  if (found === undefined || found.text === '') return undefined
  if (found.text.length > maxLength) {
    throw new ConnectorError('too-long', { line: found.line, field: found.name, limit: String(maxLength) })
  }
  return found.text
}

/** @throws ConnectorError `missing-field` or `too-long`. */
export function neededAt(element: XmlElement, path: string, maxLength = 300): string {
  const text = textAt(element, path, maxLength)
  if (text === undefined) throw new ConnectorError('missing-field', { line: element.line, field: path })
  return text
}

/** @throws ConnectorError `bad-field` with the line of the element when `read` gives nothing; `undefined` when absent. */
export function readAt<T>(
  element: XmlElement,
  path: string,
  read: (text: string) => T | undefined,
): T | undefined {
  const text = textAt(element, path)
  if (text === undefined) return undefined
  const value = read(text)
  if (value === undefined) {
    const found = first(element, path)
    throw new ConnectorError('bad-field', { line: found?.line, field: found?.name })
  }
  return value
}
