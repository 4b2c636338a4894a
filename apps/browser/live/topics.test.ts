import { describe, expect, it } from 'vitest'
import { overview } from '../data.ts'
import { mostTopics, outermost, topicsOf } from './topics.ts'

const pod = 'https://pod.example/alice/'
const entry = (path: string, modified: string) => ({
  url: pod + path,
  isContainer: false,
  modified,
  size: 12,
})

describe('what is listened to', () => {
  it('is the document of each source that changed last, its folder and its container', () => {
    const bank = `${pod}data/bank/banque/`
    const sources = overview(pod, [
      entry('data/bank/banque/a1/2026-10.ttl', '2026-11-01T08:00:00Z'),
      entry('data/bank/banque/b2/2026-11.ttl', '2026-11-20T08:00:00Z'),
    ])
    expect([...topicsOf(sources)]).toEqual([
      [`${bank}b2/2026-11.ttl`, `${bank}b2/`],
      [`${bank}b2/`, `${bank}b2/`],
      [bank, bank],
    ])
  })

  it('is bounded, and of all sources before it is more of one', () => {
    const sources = overview(
      pod,
      Array.from({ length: 20 }, (_, n) =>
        entry(`data/bank/b${n}/a/2026-11.ttl`, `2026-11-${String(n + 1).padStart(2, '0')}T08:00:00Z`),
      ),
    )
    const topics = [...topicsOf(sources).keys()]
    expect(topics).toHaveLength(mostTopics)
    expect(topics[0]).toBe(`${pod}data/bank/b19/a/2026-11.ttl`)
    expect(topics.every((topic) => topic.endsWith('.ttl'))).toBe(true)
  })

  it('is the container of whoever has sent nothing yet, before all and at most by half', () => {
    const bank = `${pod}data/bank/banque/`
    const sources = overview(pod, [entry('data/bank/banque/a1/2026-10.ttl', '2026-11-01T08:00:00Z')])
    const waited = Array.from({ length: 9 }, (_, n) => `${pod}data/water/w${n}/`)
    const topics = topicsOf(sources, [bank, ...waited])
    expect([...topics.keys()]).toEqual([...waited.slice(0, 4), `${bank}a1/2026-10.ttl`, `${bank}a1/`, bank])
    expect(topics.get(waited[0] ?? '')).toBe(waited[0])
  })

  it('is nothing in an empty space', () => expect(topicsOf([]).size).toBe(0))
})

describe('what is listed again', () => {
  it('is listed once', () => {
    const bank = `${pod}data/bank/banque/`
    expect(outermost([`${bank}a1/`, bank, `${bank}a1/`, `${pod}data/bank/banquet/`])).toEqual([
      bank,
      `${pod}data/bank/banquet/`,
    ])
  })
})
