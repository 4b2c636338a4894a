import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { beginningOf, commitmentOf, type Mark, type Sealed, seal } from '#vocab/journal/chain'
import { type Entry, writeEntry } from '#vocab/journal/entry'
import { logPrefixes, readPlainLog } from '#vocab/journal/plain-log'
import { readLog } from '#vocab/journal/read-log'
import { verifyJournal } from '#vocab/journal/verify'
import { validate } from '#vocab/validate'
import { boundsTurtle, lineTurtle } from './log-turtle.ts'

const baseUrl = 'https://pods.example/'
const entry = (more: Partial<Entry>): Entry => ({
  outcome: 'allowed',
  from: 1_700_000_000_123,
  until: 1_700_000_000_456,
  count: 3,
  who: 'https://bob.example/é#me',
  client: 'https://budget.example/id',
  resources: ['alice/data/bank/2025-02.ttl', 'alice/data/bank/2025-01.ttl'],
  modes: ['read', 'append'],
  rules: ['https://pods.example/alice/.acl#one', 'https://pods.example/alice/.acl#two'],
  ...more,
})

const entries = [
  entry({}),
  entry({ outcome: 'gap', who: null, client: null, resources: [], modes: [], rules: [] }),
  // Whatever a stranger calls themselves.
  entry({ outcome: 'refused', who: 'https://evil.example/> a <#x>. <#y', client: 'no "IRI"\n\\', rules: [] }),
  entry({ client: 'own_1234-5678', resources: ['alice/'], modes: ['control'] }),
]

function log(): { text: string; anchor: Mark; head: Mark; lines: Sealed[] } {
  const anchor = beginningOf('alice')
  const lines: (Sealed & Mark)[] = []
  for (const it of entries)
    lines.push(seal(lines.at(-1) ?? anchor, 1_700_000_000_999, new Uint8Array(16).fill(7), writeEntry(it)))
  const head = lines.at(-1) ?? anchor
  const { salt, text: said } = lines[0]?.said ?? { salt: new Uint8Array(), text: '' }
  const kept = lines.with(0, {
    ...(lines[0] as Sealed),
    said: undefined,
    commitment: commitmentOf(salt, said),
  })
  const bounds = boundsTurtle('tb:journalAnchor', anchor) + boundsTurtle('tb:journalHead', head)
  return {
    text: logPrefixes + bounds + kept.map((it) => lineTurtle(it, baseUrl)).join(''),
    anchor,
    head,
    lines,
  }
}

const read = (text: string) =>
  readLog(new Parser({ baseIRI: `${baseUrl}alice/log/2026-01-01` }).parse(text), baseUrl)

it('is read back as it was written, and verifies by what it says', () => {
  const { text, anchor, head, lines } = log()
  const found = read(text)
  expect(found.lines.slice(1).map(({ said }) => said?.text)).toEqual(
    lines.slice(1).map(({ said }) => said?.text),
  )
  expect(found).toMatchObject({ anchor, head: { number: head.number, hash: head.hash } })
  expect(verifyJournal({ pod: 'alice', anchor, head }, found.lines)).toEqual({
    count: 4,
    erased: 1,
    faults: [],
  })
})

describe('what our server writes', () => {
  const day = (text: string) => text.replace(/<> tb:journalAnchor .*\n/, '')
  const asPlain = (text: string) => readPlainLog(text, baseUrl)

  it('is read without a parser, and says the same', () => {
    const text = day(log().text)
    expect(asPlain(text)).toEqual(read(text))
    expect(asPlain(text)?.lines).toHaveLength(entries.length)
  })

  it.each([
    ['another prefix', (text: string) => text.replace('ns#', 'other#')],
    ['a line twice', (text: string) => text + text.slice(text.indexOf('<#line-4>'))],
    ['a line by another name', (text: string) => text.replace('<#line-4>', '<#line-5>')],
    ['an erased line by another name', (text: string) => text.replace('<#line-1>', '<#line-0>')],
    ['more said of a line', (text: string) => `${text}<#line-4> tb:times 4.\n`],
    ['one fact more in a line', (text: string) => text.replace('tb:times 3;', 'tb:times 3; tb:times 4;')],
    ['a relative IRI', (text: string) => text.replaceAll('<https://bob.example/é#me>', '<#me>')],
    ['a character that no IRI has', (text: string) => text.replaceAll('bob.example/é', 'bob.example/\u0001')],
    ['a hash that is none', (text: string) => text.replace('tb:chainHash "', 'tb:chainHash "0')],
    ['no end', (text: string) => text.slice(0, -2)],
    ['no head', (text: string) => text.replace(/<> tb:journalHead .*\n/, '')],
  ])('is left to a parser with %s', (_, changed) => {
    const text = day(log().text)
    expect(changed(text)).not.toBe(text)
    expect(asPlain(changed(text))).toBeUndefined()
  })
})

it.each([
  ['escapes', '\\u005c', 170_000],
  ['letters', 'x', 1_000_000],
  ['names', '", "', 250_000],
])('a long line of many %s is read with a parser or without, and says the same', (_, one, times) => {
  const text = log().text.replace(/<> tb:journalAnchor .*\n/, '')
  const long = text.replace('prov:used <https://pods.example/alice/>', `prov:used "${one.repeat(times)}"`)
  expect(long.length).toBeGreaterThan(text.length + times / 2)
  expect(readPlainLog(long, baseUrl)).toEqual(read(long))
})

it.each(['x', '\\u005c'])('a line of 10 MB of %s is left to a parser, and stops nobody', (one) => {
  const text = log().text.replace(/<> tb:journalAnchor .*\n/, '')
  const long = text.replace('own_1234', one.repeat(10_000_000 / one.length))
  expect(readPlainLog(long, baseUrl)).toBeUndefined()
  expect(read(long).lines).toHaveLength(entries.length)
})

it('conforms to its shapes, erased lines too', async () => {
  const { text } = log()
  const shaped = (turtle: string) =>
    validate(new Parser({ baseIRI: `${baseUrl}alice/log/2026-01-01` }).parse(turtle))
  // Whoever has made up a WebID that is no IRI does not: it is text.
  const { conforms, problems } = await shaped(text)
  expect({ conforms, at: problems.map(({ focus }) => focus.replace(/.*#/, '')) }).toEqual({
    conforms: false,
    at: ['line-3'],
  })
  expect(await shaped(text.replace(/"https:[^"]*"/, '<https://evil.example/>'))).toEqual({
    conforms: true,
    problems: [],
  })
  expect((await shaped(text.replace('tb:chainHash "', 'tb:chainHash "0'))).conforms).toBe(false)
})

it('shows what was changed in the document itself', () => {
  const { text, anchor, head } = log()
  for (const [was, is] of [
    ['tb:Refused', 'tb:Allowed'],
    ['own_1234', 'own_1235'],
    ['#two', '#other'],
  ] as const) {
    const { lines } = read(text.replaceAll(was, is))
    expect(verifyJournal({ pod: 'alice', anchor, head }, lines).faults).not.toEqual([])
  }
})
