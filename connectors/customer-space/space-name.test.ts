import { expect, it } from 'vitest'
import { spaceName } from './space-name.ts'

it.each([
  ['https://pods.example/bob/data/bank/caisse/', 'bob', 'pods.example'],
  ['http://localhost:3000/bob/data/bank/caisse/', 'bob', 'localhost:3000'],
  ['https://bob.pods.example/data/bank/caisse/', undefined, 'bob.pods.example'],
  // What would turn the reading round, or look like another, stays an escape.
  ['https://pods.example/%E2%80%AEbob/data/bank/caisse/', '%E2%80%AEbob', 'pods.example'],
  ['https://xn--80ak6aa92e.example/bob/caisse/', 'bob', 'xn--80ak6aa92e.example'],
])('of %s is what its address says', (container, name, host) => {
  expect(spaceName(container)).toEqual({ name, host })
})
