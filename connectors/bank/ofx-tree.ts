import { ConnectorError } from '../errors.ts'
import { lineCounter } from '../line.ts'
import { decodeEntities } from './entities.ts'
import { toldName } from './tags.ts'

/** An element of an OFX file. A leaf has `text`, an aggregate has `children`. `line` is its opening tag's. */
export interface OfxElement {
  readonly name: string
  readonly line: number
  readonly children: OfxElement[]
  text: string
}

const maxElements = 1_500_000
const maxDepth = 64
const maxTextLength = 2000

// A leaf may stay open in SGML; these may not, or the records of one would slide into another.
const mustClose =
  /^(OFX|\w+MSGSRSV\d|\w*STMTTRNRS|\w*STMTRS|\w*ACCTFROM|\w*ACCTTO|BANKTRANLIST|STMTTRN|\w+BAL|STATUS|SONRS|PAYEE|CURRENCY|ORIGCURRENCY)$/

/**
 * Reads OFX 1 (SGML) and OFX 2 (XML) alike: closing tags are optional on leaves, `&` may be raw, white
 * space is free. Tag names come out in capitals. `start` is the offset of `<OFX>`.
 *
 * @throws ConnectorError `malformed`, `truncated`, `too-long` or `too-many-records`, with the line.
 */
export function readOfxTree(text: string, start: number): OfxElement {
  const root: OfxElement = { name: '', line: 1, children: [], text: '' }
  const stack: OfxElement[] = [root]
  const tag = /<(\/?)([A-Za-z][A-Za-z0-9._-]{0,63})\s*(\/?)>/y
  let elements = 0
  let fresh: OfxElement | undefined

  const lineOf = lineCounter(text)
  const lastCommentEnd = text.lastIndexOf('-->')
  let at = start
  while (true) {
    const { open, end, content } = nextTag(text, at, tag, lastCommentEnd)
    const value = content.trim()
    if (value !== '') {
      if (fresh === undefined)
        throw new ConnectorError(open < 0 ? 'truncated' : 'malformed', { line: lineOf(at) })
      if (value.length > maxTextLength) {
        throw new ConnectorError('too-long', { line: fresh.line, field: toldName(fresh.name) })
      }
      fresh.text = decodeEntities(value.replace(/\s+/g, ' '))
    }
    if (open < 0) throw new ConnectorError('truncated', { line: lineOf(text.length) })
    const [, slash, rawName = '', selfClosed] = tag.exec(text) ?? []
    const name = rawName.toUpperCase()
    if (slash === '/') {
      close(stack, name, lineOf(open))
      fresh = undefined
      if (stack.length === 1) {
        const rest = text.slice(end).search(/\S/)
        if (rest >= 0) throw new ConnectorError('malformed', { line: lineOf(end + rest) })
        return root.children[0] ?? root
      }
    } else {
      if (value !== '') stack.pop()
      elements += 1
      if (elements > maxElements) throw new ConnectorError('too-many-records', { line: lineOf(open) })
      const element: OfxElement = { name, line: lineOf(open), children: [], text: '' }
      stack.at(-1)?.children.push(element)
      fresh = undefined
      if (selfClosed !== '/') {
        stack.push(element)
        fresh = element
      }
      if (stack.length > maxDepth) throw new ConnectorError('malformed', { line: element.line })
    }
    at = end
  }
}

/** The next tag and what stands before it. A `<` that begins no tag is text; comments are skipped. */
function nextTag(
  text: string,
  from: number,
  tag: RegExp,
  lastCommentEnd: number,
): { open: number; end: number; content: string } {
  let content = ''
  let at = from
  let search = from
  while (true) {
    const open = text.indexOf('<', search)
    if (open < 0) return { open, end: text.length, content: content + text.slice(at) }
    tag.lastIndex = open
    if (tag.test(text)) {
      const end = tag.lastIndex
      tag.lastIndex = open
      return { open, end, content: content + text.slice(at, open) }
    }
    search = open + 1
    if (open < lastCommentEnd && text.startsWith('<!--', open)) {
      content += text.slice(at, open)
      at = text.indexOf('-->', open) + 3
      search = at
    }
  }
}

function close(stack: OfxElement[], name: string, line: number): void {
  const depth = stack.findLastIndex((element) => element.name === name)
  if (depth < 1) throw new ConnectorError('malformed', { line, field: toldName(name) })
  while (stack.length > depth + 1) {
    const empty = stack.pop()
    const parent = stack.at(-1)
    if (empty === undefined || parent === undefined) break
    if (mustClose.test(empty.name))
      throw new ConnectorError('malformed', { line: empty.line, field: toldName(empty.name) })
    // An empty leaf left open swallowed its followers: they are its parent's.
    for (const child of empty.children) parent.children.push(child)
    empty.children.length = 0
  }
  stack.pop()
}
