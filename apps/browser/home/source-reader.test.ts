import { describe, expect, it } from 'vitest'
import { overview } from '../data.ts'
import { readFirst, readInAll, SourceReader } from './source-reader.ts'

const pod = 'https://pod.example/alice/'
const source = (partner: string, count: number, changed = 0) =>
  Array.from({ length: count }, (_, n) => ({
    url: `${pod}data/bank/${partner}/a1/${String(n).padStart(4, '0')}.ttl`,
    isContainer: false,
    modified: new Date(n * 86_400_000 + (n === 0 ? changed : 0)).toISOString(),
    size: 12,
  }))
const told = { runs: [], qualities: ['measured'] }

describe('how documents came', () => {
  it('is read of the latest of each source first, then of the others, within bounds', async () => {
    const read: string[] = []
    const reader = new SourceReader(async (url) => {
      read.push(url)
      return told
    })
    const sources = overview(pod, [...source('b', readInAll + 5), ...source('c', 3)])
    const [b, c] = sources
    if (!b || !c) throw new Error('no source')
    expect(reader.reading(b)).toEqual({ documents: [], of: readInAll + 5, isReading: true })
    await reader.refresh(sources, () => {})
    expect(new Set(read.slice(0, 2 * readFirst).map((url) => url.split('/')[6]))).toEqual(new Set(['b', 'c']))
    expect(read[0]).toContain(`${String(readInAll + 4).padStart(4, '0')}.ttl`)
    expect(read).toHaveLength(readInAll + 3)
    expect(reader.reading(b)).toMatchObject({ of: readInAll + 5, isReading: false })
    expect(reader.reading(c).documents).toHaveLength(3)
  })

  it('is read again of what has changed alone', async () => {
    const read: string[] = []
    const reader = new SourceReader(async (url) => {
      read.push(url)
      return told
    })
    await reader.refresh(overview(pod, source('b', 3)), () => {})
    read.splice(0)
    const [changed] = overview(pod, source('b', 3, 1))
    if (!changed) throw new Error('no source')
    // Nothing that was known is unsaid meanwhile.
    expect(reader.reading(changed)).toMatchObject({ isReading: true, documents: { length: 3 } })
    await reader.refresh([changed], () => {})
    expect(read).toEqual([`${pod}data/bank/b/a1/0000.ttl`])
    expect(reader.reading(changed)).toMatchObject({ isReading: false, documents: { length: 3 } })
  })

  it('is not known of what cannot be read, and that holds nothing else up', async () => {
    const reader = new SourceReader((url) =>
      url.endsWith('0001.ttl') ? Promise.reject(new Error('refused')) : Promise.resolve(told),
    )
    const sources = overview(pod, source('b', 3))
    await reader.refresh(sources, () => {})
    const [b] = sources
    expect(b && reader.reading(b)).toMatchObject({ of: 3, isReading: false })
    expect(b && reader.reading(b).documents).toHaveLength(2)
  })
})
