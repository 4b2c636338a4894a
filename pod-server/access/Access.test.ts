import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestAccess } from './testing/TestAccess.ts'

let test: TestAccess
let url: string
const bob = 'https://ex.example/bob'

beforeAll(async () => {
  test = await TestAccess.open()
  url = `${test.baseUrl}alice/d.ttl`
  await test.make('alice')
  await test.put('alice/d.ttl', '<#a> <#b> 1 .')
})

afterAll(async () => test?.[Symbol.asyncDispose]())

const rules = (
  modes: string,
) => `<#bob> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agent> <${bob}>;
  <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> ${modes}.`
const read = '<http://www.w3.org/ns/auth/acl#Read>'
const modes = async () => [
  ...(await test.access.modes(url, await test.access.of(url), { agent: { webId: bob } })),
]

describe('rules that are kept compiled', () => {
  it.each([
    ['who tells of it', true],
    ['who does not, as another server would', false],
  ])('are those of the moment, once others are written by %s', async (_, isTold) => {
    await test.put('alice/.acl', rules(read))
    expect(await modes()).toEqual(['read'])
    const version = await test.put('alice/.acl', rules('<#Nothing>'), { isTold })
    expect(await modes()).toEqual([])
    expect((await test.access.of(url)).decidedBy).toEqual(
      new Map([
        ['alice/d.ttl.acl', 0],
        ['alice/.acl', version],
      ]),
    )
  })

  it('are let go of at once, when others are written', async () => {
    await test.put('alice/.acl', rules(read))
    expect(await modes()).toEqual(['read'])
    expect(test.acls.size.kept).toBeGreaterThan(0)
    await test.put('alice/.acl', rules('<#Nothing>'))
    expect(test.acls.size.kept).toBe(0)
  })
})
