import { ConnectorError } from '../../errors.ts'
import type { OfxElement } from './tree.ts'

export function all(element: OfxElement, name: string): OfxElement[] {
  return element.children.filter((child) => child.name === name)
}

/** @throws ConnectorError `malformed` when there are two: a sign that a closing tag was lost. */
export function only(element: OfxElement, name: string): OfxElement | undefined {
  const [found, second] = all(element, name)
  if (second !== undefined) throw new ConnectorError('malformed', { line: second.line, field: name })
  return found
}

/**
 * The text of a leaf; `undefined` when it is absent or empty.
 *
 * @throws ConnectorError `malformed` when elements stand in it: part of its text, that looks like a tag.
 */
export function optional(element: OfxElement, name: string, maxLength: number): string | undefined {
  const leaf = only(element, name)
  const [inner] = leaf?.children ?? []
  if (inner !== undefined) throw new ConnectorError('malformed', { line: inner.line, field: name })
  if (leaf === undefined || leaf.text === '') return undefined
  if (leaf.text.length > maxLength) {
    throw new ConnectorError('too-long', { line: leaf.line, field: name, limit: String(maxLength) })
  }
  return leaf.text
}

export function required(element: OfxElement, name: string, maxLength: number): string {
  const text = optional(element, name, maxLength)
  if (text === undefined) throw new ConnectorError('missing-field', { line: element.line, field: name })
  return text
}

/** @throws ConnectorError `bad-field` with the leaf's own line when `read` gives nothing. */
export function readAs<T>(element: OfxElement, name: string, read: (text: string) => T | undefined): T {
  const value = read(required(element, name, 64))
  if (value === undefined) {
    throw new ConnectorError('bad-field', { line: only(element, name)?.line, field: name })
  }
  return value
}
