import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { DocumentTriples } from './DocumentTriples.ts'

const url = 'https://pod.example/alice/d'
const parse = (text: string) => new Parser({ baseIRI: url }).parse(text) as unknown as Quad[]
const wanted = new Map([['x', 'http://x.example/']])
const document = (text: string) => DocumentTriples.read(url, Buffer.from(text))
/** A document with triples behind it, as anybody reads it. */
const withTriples = async (text: string, more: string, prefixes = wanted) => {
  const triples = await document(text)
  return triples.with(parse(more), prefixes).text
}

describe('a document', () => {
  it('knows what it says, and of what', async () => {
    const { said } = await document('@prefix x: <http://x.example/>. <#a> x:b 1, "é"@fr; x:c [].')
    const [has, hasNot] = parse('<#a> <http://x.example/b> 1 . <#a> <http://x.example/b> "1" .') as [
      Quad,
      Quad,
    ]
    expect([said.has(has), said.has(hasNot)]).toEqual([true, false])
    expect(said.speaksOf(has.subject)).toBe(true)
    expect(said.speaksOf(parse('<#z> <http://x.example/b> 1 .')[0]?.subject as Quad['subject'])).toBe(false)
  })

  it('is said to be none when it is none', async () => {
    await expect(document('<#a> <#b> .')).rejects.toThrow()
  })

  it.each([
    ['', 'a document that is empty'],
    ['<#a> <#b> <#c> .', 'one with no line end'],
    ['<#a> <#b> <#c> . # the end', 'one that ends in a comment'],
    ['@base <http://elsewhere.example/x/> . <#a> <#b> <#c> .', 'one with a base of its own'],
    ['PREFIX x: <http://other.example/> x:a x:b x:c .', 'one where a prefix is another'],
    [
      '@prefix x: <http://x.example/>. @prefix x: <http://second.example/>. x:a x:b x:c .',
      'one that says it twice',
    ],
    ['<#a> <#b> """@base <x> .""" .', 'one that only speaks of a base'],
    [
      Array.from({ length: 120 }, (_, n) => `@prefix p${n}: <http://x.example/${n}/>.`).join('\n'),
      'one of many prefixes',
    ],
  ])('%s takes triples behind it: %s', async (text) => {
    const more =
      '@prefix x: <http://x.example/>. <#new> x:b 1, "é\\"\\n"@fr, 1.50, "2026-01-01"^^x:date; x:p <http://x.example/3/q>, <other>, </root>.'
    const found = parse(await withTriples(text, more)).map((quad) => JSON.stringify(quad))
    expect(found).toEqual([...parse(text), ...parse(more)].map((quad) => JSON.stringify(quad)))
  })

  it('is written by the prefixes that come with the triples, once', async () => {
    const triples = await document('')
    for (const n of [1, 2]) {
      const { text, keep } = triples.with(parse(`<#n${n}> <http://x.example/b> ${n} .`), wanted)
      keep()
      expect(text.match(/@prefix x:/g)).toHaveLength(1)
      expect(text).toContain(`<#n${n}> x:b ${n}`)
    }
  })

  it('never merges blank nodes with those that are there', async () => {
    const named = '_:a <#b> 1 . _:b0_a <#b> 2 .'
    const text = await withTriples(named, named)
    const subjects = new Set(parse(text).map(({ subject }) => subject.value))
    expect([parse(text).length, subjects.size]).toEqual([4, 4])
    const again = await withTriples(text, '_:a <#b> 1 . _:a <#c> 2 .')
    expect(new Set(parse(again).map(({ subject }) => subject.value)).size).toBe(5)
  })
})
