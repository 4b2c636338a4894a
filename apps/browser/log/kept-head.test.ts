import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetHeads, headsName } from './forget-heads.ts'
import { keepHead, keptHead } from './kept-head.ts'

const [alice, bob] = ['https://pods.example/alice/#me', 'https://pods.example/bob/#me']
const pod = 'https://pods.example/alice/'
const head = (number: number) => ({ number, hash: new Uint8Array(32).fill(number), recorded: 5, seen: 6 })
let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  })
})
afterEach(() => vi.unstubAllGlobals())

it('is there again, for the citizen and the pod that it was kept for', () => {
  expect(keptHead(alice, pod)).toBeUndefined()
  expect(keepHead(alice, pod, head(3))).toBe(true)
  expect(keptHead(alice, pod)).toEqual(head(3))
  expect(keptHead(bob, pod)).toBeUndefined()
  expect(keptHead(alice, `${pod}other/`)).toBeUndefined()
})

it('never goes back to an earlier line', () => {
  keepHead(alice, pod, head(3))
  keepHead(alice, pod, head(2))
  expect(keptHead(alice, pod)).toEqual(head(3))
})

it('is forgotten with the citizen, and nobody else’s', () => {
  keepHead(alice, pod, head(3))
  keepHead(bob, pod, head(4))
  forgetHeads(alice)
  expect(keptHead(alice, pod)).toBeUndefined()
  expect(keptHead(bob, pod)).toEqual(head(4))
})

it.each([
  '',
  'null',
  '[]',
  '{"https://pods.example/alice/":{"number":"1","hash":"00","recorded":1,"seen":1}}',
])('is none where what was kept is %j', (text) => {
  stored.set(headsName(alice), text)
  expect(keptHead(alice, pod)).toBeUndefined()
})

it('says so on a device that keeps nothing', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(keepHead(alice, pod, head(1))).toBe(false)
  expect(keptHead(alice, pod)).toBeUndefined()
})
