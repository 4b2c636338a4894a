import { DataFactory, Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { faultOfUpdate, matchesTooOften, type Update } from './sparql-cost.ts'

const parse = (text: string) =>
  new Parser({ baseIRI: 'https://pod.example/d', format: 'text/n3' }).parse(text)
const update = (patterns: string, insert = ''): Update => ({
  type: 'deleteinsert',
  insert: parse(insert),
  where: { type: 'bgp', patterns: parse(patterns) },
})
const composite = (...updates: Update[]): Update => ({ type: 'compositeupdate', updates })
const document = new Store(parse(Array.from({ length: 400 }, (_, n) => `<#a${n}> <#b> ${n}.`).join('')))

describe('a SPARQL Update', () => {
  it('looks for what may be found', () => {
    expect(matchesTooOften(update('?a <#b> 7. ?a <#b> ?c.'), document)).toBe(false)
    expect(matchesTooOften(update('<#a1> <#b> ?c. <#a2> <#b> ?d.'), document)).toBe(false)
    expect(matchesTooOften(update('?a ?b ?c. ?d <#none> ?e.'), document)).toBe(false)
    expect(matchesTooOften(update(''), document)).toBe(false)
  })

  it('does not look for every match with every other', () => {
    expect(matchesTooOften(update('?a ?b ?c. ?d ?e ?f. ?g ?h ?i. ?j ?k ?l.'), document)).toBe(true)
    expect(matchesTooOften(composite(update('?a <#b> ?c. ?d <#b> ?f.')), document)).toBe(true)
  })

  it('has terms of a length that follows its own', () => {
    expect(faultOfUpdate(update('?a <#b> ?c.', '<#a> <#b> 1.'), 40)).toBeUndefined()
    const long = DataFactory.namedNode(`http://x/${'y'.repeat(30_000)}`)
    const bomb = { type: 'deleteinsert', insert: [DataFactory.quad(long, long, long)] }
    expect(faultOfUpdate(bomb, 64_000)?.en).toMatch(/too long/)
  })

  it('asks for something', () => {
    for (const none of [
      { type: 'nop' },
      update(''),
      update('?a <#b> ?c.'),
      composite(update(''), update('')),
    ])
      expect(faultOfUpdate(none, 100)?.en).toMatch(/neither inserts nor deletes/)
    const one = update('', '<#a> <#b> 1.')
    expect(faultOfUpdate(composite(update(''), one), 100)).toBeUndefined()
    // For CSS to say that it is not taken.
    expect(faultOfUpdate({ type: 'clear' }, 100)).toBeUndefined()
  })

  it('has no variables where an earlier part of it may have added to the document', () => {
    const data = { type: 'deleteinsert', insert: parse('<#a> <#b> 1.') }
    expect(faultOfUpdate(composite(data, data), 100)).toBeUndefined()
    expect(faultOfUpdate(composite(data, update('?a <#b> ?c.')), 100)?.en).toMatch(/one by one/)
  })
})
