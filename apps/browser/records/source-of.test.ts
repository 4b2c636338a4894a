import { expect, it } from 'vitest'
import { overview } from '../data.ts'
import { otherData } from '../elsewhere/other-data.ts'
import { sourceOf } from './source-of.ts'

const pod = 'https://pod.example/alice/'
const entries = ['data/a.ttl', 'data/bank/b.ttl', 'data/bank/banque/c.ttl', 'README'].map((path) => ({
  url: pod + path,
  isContainer: false,
}))
const sources = [...otherData(pod, entries), ...overview(pod, entries)]

it.each([
  ['data/a.ttl', 'data/'],
  ['data/bank/b.ttl', 'data/bank/'],
  ['data/bank/banque/c.ttl', 'data/bank/banque/'],
  ['README', ''],
])('%s is of the innermost that it is in', (path, container) => {
  expect(sourceOf(sources, pod + path)?.container).toBe(pod + container)
})

it('what is of another pod is of none', () => {
  expect(sourceOf(sources, 'https://pod.example/bob/README')).toBeUndefined()
})
