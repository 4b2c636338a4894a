import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { TestGrants } from './testing/TestGrants.ts'

const places = 40
let test: TestGrants
let pod: string

beforeAll(async () => {
  test = await TestGrants.open()
  pod = await test.pod('alice')
  for (let n = 0; n < places / 2; n++)
    for (const place of [`${pod}data/bank/b${n}/`, `${pod}notes/n${n}/`]) {
      await test.test.make(test.test.addresses.path(place))
      await test.rule(place)
    }
})
afterAll(async () => test?.[Symbol.asyncDispose]())

/** Documents that are read while somebody does something. */
const reads = async (work: () => Promise<unknown>) => {
  const read = vi.spyOn(test.test.engine, 'body')
  await work()
  const { length } = read.mock.calls
  read.mockRestore()
  return length
}

it('lets an app in, again too, by reading each of the rules once', async () => {
  // The root’s, and the record of before.
  const most = places + 2
  expect(await reads(() => test.letIn(pod))).toBeLessThanOrEqual(most)
  expect(await reads(() => test.letIn(pod))).toBeLessThanOrEqual(most)
  expect(await test.rulesOf(`${pod}notes/n1/`)).toContain('https://app.example/id')
})

it('withdraws by reading each once, and once more whether something is left', async () => {
  const [grant] = await test.grants.list(pod)
  expect(await reads(() => test.withdraw(pod, grant?.id ?? ''))).toBeLessThanOrEqual(2 * (places + 2))
  expect(await test.rulesOf(`${pod}notes/n1/`)).not.toContain('https://app.example/id')
})

it('knows where partners add without a look at what is there', async () => {
  await test.connect(pod, 'banque')
  await test.test.put('alice/data/bank/notes.ttl.acl', '')
  await test.test.put('alice/data/.acl', '')
  await test.test.make('alice/data/bank/without')
  await test.test.make('alice/data/bank/b1/deep')
  await test.test.put('alice/data/bank/b1/deep/.acl', '')
  const list = vi.spyOn(test.test.engine, 'list')
  const found = await test.grants.containers(pod)
  expect(found).toHaveLength(places / 2 + 1)
  expect(found).toContainEqual({ url: `${pod}data/bank/banque/`, category: 'bank', partner: 'banque' })
  expect(list).not.toHaveBeenCalled()
  list.mockRestore()
})
