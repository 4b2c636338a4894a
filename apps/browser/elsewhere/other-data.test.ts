import { expect, it } from 'vitest'
import { otherData } from './other-data.ts'

const pod = 'https://pod.example/alice/'
const entry = (path: string) => ({ url: pod + path, isContainer: false, size: 10 })

it('what no partner sent is told by the folder of the root that it is in, with all that is below it', () => {
  const found = otherData(
    pod,
    [
      'README',
      'photos/a.jpg',
      'photos/2024/b.ttl',
      'data/bank/banque/2025-01.ttl',
      'log/2026-01-01',
      'notes/n',
    ].map(entry),
  )
  expect(found.map(({ partner, sheets, category }) => [partner, sheets, category])).toEqual([
    ['notes', 1, '/'],
    ['photos', 2, '/'],
    ['/', 1, '/'],
  ])
  expect(found[1]?.folders.map(({ url }) => url)).toEqual([`${pod}photos/`, `${pod}photos/2024/`])
})

it('where there is nothing but what partners sent, there is nothing', () => {
  expect(otherData(pod, [entry('data/bank/banque/2025-01.ttl'), entry('inbox/1')])).toEqual([])
})
