import { DataFactory, Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { bank } from '../bank/connector.ts'
import { bankSample } from '../bank/sample.ts'
import { insertPatch } from './patch.ts'
import { planImport } from './plan.ts'
import { retryAfterMs } from './retry.ts'

const { namedNode, literal, quad } = DataFactory

describe('an insert-only patch', () => {
  it('holds exactly the quads, and nothing but insertions', async () => {
    const { documents } = await planImport(bank, bankSample({ years: 1, until: '2026-10-31', seed: 4 }), {
      container: 'https://pod.example/alice/data/bank/b/',
      partner: 'https://b.example/#me',
      at: new Date('2026-11-02T08:00:00Z'),
    })
    for (const { patch, quads, url } of documents) {
      const parsed = new Parser({ baseIRI: url, format: 'text/n3' }).parse(patch)
      const about = parsed
        .filter(({ subject }) => subject.value === url)
        .map(({ predicate }) => predicate.value)
      expect(about.map((predicate) => predicate.replace(/^.*[/#]/, '')).sort()).toEqual(['inserts', 'type'])
      const inserted = parsed.filter(({ graph }) => graph.value !== '')
      const text = (all: typeof parsed): string[] =>
        all
          .map(({ subject, predicate, object }) => quad(subject, predicate, object))
          .map((it) => JSON.stringify(it))
          .sort()
      expect(text(inserted)).toEqual(text([...quads]))
    }
  })

  it('larger than a pod takes is refused before it is sent', () => {
    const large = [quad(namedNode('https://a/#b'), namedNode('https://a/#c'), literal('x'.repeat(1_100_000)))]
    expect(() => insertPatch(large)).toThrow('document-too-large')
  })
})

describe('Retry-After', () => {
  it.each([
    ['3', 3000],
    ['Mon, 02 Nov 2026 08:00:05 GMT', 5000],
    ['Mon, 02 Nov 2026 07:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, Date.parse('2026-11-02T08:00:00Z'))).toBe(ms)
  })
})
