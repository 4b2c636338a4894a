import type { Random } from '../random.ts'

/** What a format lets stand again and again, and where in a file it does. Texts are bytes, one a character. */
export interface Construct {
  readonly at: number
  readonly unit: string
  /** What each repetition needs after them all: it is nested, then. */
  readonly close?: string
  /** Where in the unit a number stands that is another one each time, and how many digits it has. */
  readonly count?: { readonly at: number; readonly width: number }
}

/** Of each kind, one that the file has; `undefined` where it has none. */
export const constructs = {
  separator: (text, random) => again(matched(text, /[^A-Za-z0-9]/g, random)),
  letter: (text, random) => again(matched(text, /[A-Za-z]/g, random)),
  digit: (text, random) => again(matched(text, /\d/g, random)),
  cell: (text, random) => again(matched(text, /[;,\t:|/ .-][^;,\t:|/ .\n<>"-]{0,40}/g, random)),
  line: (text, random) => again(matched(text, /^[^\n]+\n/gm, random)),
  numberedLine: (text, random) => numbered(again(matched(text, /^[^\n]+\n/gm, random)), random),
  element: (text, random) => again(elementIn(text, random)),
  numberedElement: (text, random) => numbered(again(elementIn(text, random)), random),
  attribute: (text, random) => named(matched(text, attribute(text), random)),
  nesting: nested,
  escape: (text, random) => ({ at: valueIn(text, random), unit: random.pick(escapes) }),
} as const satisfies Record<string, (text: string, random: Random) => Construct | undefined>

export type Kind = keyof typeof constructs
export const kinds = Object.keys(constructs) as [Kind, ...Kind[]]

interface Found {
  readonly at: number
  readonly unit: string
}

/** The first that matches from a random place on, else from the beginning. */
function matched(text: string, shape: RegExp, random: Random): Found | undefined {
  for (const from of [random.between(0, text.length), 0]) {
    shape.lastIndex = from
    const found = shape.exec(text)
    if (found !== null) return { at: found.index, unit: found[0] }
  }
  return undefined
}

const again = (found: Found | undefined): Construct | undefined => found

/** With one of its numbers another each time. */
function numbered(found: Construct | undefined, random: Random): Construct | undefined {
  const runs = [...(found?.unit.matchAll(/\d+/g) ?? [])]
  const run = runs[random.between(0, runs.length - 1)]
  return found && run && { ...found, count: { at: run.index, width: run[0].length } }
}

/** With a number at the end of its name, as none may stand twice. */
function named(found: Found | undefined): Construct | undefined {
  if (found === undefined) return undefined
  const end = found.unit.slice(2).search(/["=]/) + 2
  return {
    at: found.at,
    unit: `${found.unit.slice(0, end)}0${found.unit.slice(end)}`,
    count: { at: end, width: 1 },
  }
}

/** An XML attribute, a JSON member, or a parameter of a content line. */
function attribute(text: string): RegExp {
  if (isMarkup(text)) return /\s[\w:.-]+="[^"<]*"/g
  if (isJson(text)) return /"[^"\\\n]{1,60}"\s*:\s*(?:"[^"\\]*"|[-\d.]+|true|false|null)\s*,/g
  return /;[A-Z-]+=[^;:,\n"]+/g
}

const largestElement = 20_000

/** A whole element of markup, object or array of JSON within an array, component of content lines: one that closes. */
function elementIn(text: string, random: Random): Found | undefined {
  for (let tries = 0; tries < 8; tries += 1) {
    const open = matched(text, opening(text), random)
    const end = open === undefined ? -1 : endOf(text, open)
    if (open && end >= 0 && end - open.at <= largestElement) {
      const unit = text.slice(open.at, end)
      return { at: open.at, unit: isJson(text) ? `${unit},` : unit }
    }
  }
  return undefined
}

function opening(text: string): RegExp {
  if (isMarkup(text)) return /<[A-Za-z][^<>]*>/g
  return isJson(text) ? /(?<=[[,]\s*)[[{]/g : /^BEGIN:\w+\r?\n/gm
}

function endOf(text: string, { at, unit }: Found): number {
  if (isJson(text)) return balanced(text, at)
  if (unit.endsWith('/>')) return at + unit.length
  const close = closing(unit)
  const end = text.indexOf(close, at)
  return end < 0 ? -1 : end + close.length
}

const closing = (open: string): string =>
  open.startsWith('<') ? `</${/[^\s<>/]+/.exec(open)?.[0]}>` : open.replace('BEGIN', 'END')

function balanced(text: string, from: number): number {
  let open = 0
  for (const { 0: sign, index } of text
    .slice(from, from + largestElement)
    .matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if ('[{'.includes(sign)) open += 1
    if (']}'.includes(sign)) open -= 1
    if (open === 0) return from + index + 1
  }
  return -1
}

const pairs = [
  ['[', ']'],
  ['{"a":', '}'],
  ['(', ')'],
  ['<<', '>>'],
  ['<</A ', '>>'],
] as const satisfies (readonly [string, string])[]

function nested(text: string, random: Random): Construct | undefined {
  const open = isJson(text) ? undefined : matched(text, opening(text), random)
  if (open !== undefined) return { ...open, close: closing(open.unit) }
  const [unit, close] = random.pick<readonly [string, string]>(pairs)
  return { at: valueIn(text, random), unit, close }
}

/** What formats have for one character, for nothing, and for the smallest of values. */
const escapes: readonly [string, ...string[]] = [
  '<!---->',
  '<![CDATA[ ]]>',
  '<?a?>',
  '&amp;',
  '&#233;',
  '&',
  '<',
  '<a',
  '\\',
  '\\n',
  '\\\\',
  '\\u00e9',
  '\\"',
  '=3D',
  '=\n',
  '=',
  '\r\n ',
  '""',
  '"',
  '^n',
  '\u00c3\u00a9',
  '\u00cc\u0081',
  '\u00c2\u00a0',
  '\u00e9',
  '\r',
  '\n',
  ' ',
  '[],',
  '{},',
  '0,',
  '"",',
  '1 0 R ',
  '%\n',
  '/A ',
  '<>',
  ';',
  ',',
  '\t',
  '0',
  '-',
  '1e1,',
  '20260101,',
  '1;',
]

/** Where a value begins: after what ends another. */
function valueIn(text: string, random: Random): number {
  const found = matched(text, /[;,\t\n>":[( ]/g, random)
  return found === undefined ? 0 : found.at + 1
}

const isMarkup = (text: string): boolean => /^[^\w{[]*<|^OFXHEADER/.test(text.slice(0, 64))
const isJson = (text: string): boolean => /^\W*?[[{]/.test(text.slice(0, 64)) && !isMarkup(text)
