import { ConnectorError } from '../../errors.ts'
import { lineCounter } from '../../formats/line.ts'
import { decodeEntities } from './entities.ts'
import { freeTextTags, toldName } from './tags.ts'

/** SGML or XML. */
export type OfxLayout = 'ofx-1' | 'ofx-2'

/** An element of an OFX file. A leaf has `text`, an aggregate has `children`. `line` is its opening tag's. */
export interface OfxElement {
  readonly name: string
  readonly line: number
  readonly children: OfxElement[]
  /** A tag of the bank's own (`<INTU.BID>`), in capitals at the start of a line as OFX wants them. */
  readonly vendor: boolean
  text: string
}

const vendorName = /^[A-Z][A-Z0-9]+\.[A-Z0-9_]+$/

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
 * OFX 1 has no comments, so `<!--` is text there. In OFX 2 whatever XML begins with `<!` or `<?` is refused: a comment
 * could hide operations, and no bank was seen to write one.
 *
 * @throws ConnectorError `malformed`, `truncated`, `too-long`, `too-many-records` or `unsupported`, with the line.
 */
export function readOfxTree(text: string, start: number, layout: OfxLayout): OfxElement {
  const root: OfxElement = { name: '', line: 1, children: [], vendor: false, text: '' }
  const stack: OfxElement[] = [root]
  const tag = /<(\/?)([A-Za-z][A-Za-z0-9._-]{0,63})\s*(\/?)>/y
  let elements = 0
  let fresh: OfxElement | undefined

  const lineOf = lineCounter(text)
  let at = start
  while (true) {
    const { open, end } = nextTag(text, at, tag)
    const content = text.slice(at, open < 0 ? text.length : open)
    const markup = layout === 'ofx-2' ? content.search(/<[!?]/) : -1
    if (markup >= 0) throw new ConnectorError('unsupported', { line: lineOf(at + markup), field: '<! … >' })
    const value = content.trim()
    const blanks = content.slice(content.trimEnd().length)
    const startsLine = /[\r\n]/.test(blanks)
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
      if (value !== '') {
        // `<NAME>ACHAT <MEMO> PARIS` may be a label or two leaves: after words and a blank nothing tells.
        if (blanks !== '' && !startsLine && freeTextTags.has(stack.at(-1)?.name ?? '')) {
          throw new ConnectorError('malformed', { line: lineOf(open) })
        }
        stack.pop()
      }
      elements += 1
      if (elements > maxElements) throw new ConnectorError('too-many-records', { line: lineOf(open) })
      const vendor = startsLine && vendorName.test(rawName)
      const element: OfxElement = { name, line: lineOf(open), children: [], vendor, text: '' }
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

/** Where the next tag begins and ends; -1 when there is none. A `<` that begins no tag is text. */
function nextTag(text: string, from: number, tag: RegExp): { open: number; end: number } {
  let open = text.indexOf('<', from)
  while (open >= 0) {
    tag.lastIndex = open
    if (tag.test(text)) {
      const end = tag.lastIndex
      tag.lastIndex = open
      return { open, end }
    }
    open = text.indexOf('<', open + 1)
  }
  return { open, end: text.length }
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
