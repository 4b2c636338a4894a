import { expect, it } from 'vitest'
import type { Space } from '../space.ts'
import { Elsewhere } from './Elsewhere.ts'

const pod = 'https://pod.example/alice/'
const space = { grants: { pods: [pod] } } as unknown as Space
const nameOf = (path: string) => new Elsewhere(space).nameOf(pod + path)

it('the places of what no partner sent are called as people read them', () => {
  expect(['', 'derived/', '%C3%A9t%C3%A9/'].map(nameOf)).toEqual([
    'Hors de tout dossier',
    'Calculé par vos applications',
    'été',
  ])
})

it.each(['constructor', 'toString', '__proto__', 'valueOf'])('a folder may be called %s', (name) =>
  expect(nameOf(`${name}/`)).toBe(name),
)

it.each([
  ['%2F', 'passes for no folder'],
  ['%E2%80%AE', 'would be seen as nothing'],
])('a folder called %s, which %s, is called as it is spelled', (name) => {
  expect(nameOf(`${name}/`)).toBe(name)
})
