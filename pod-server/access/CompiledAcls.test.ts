import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { document } from '../engine/testing/changes.ts'
import { TestAccess } from './testing/TestAccess.ts'

let test: TestAccess

beforeAll(async () => {
  test = await TestAccess.open()
})

afterAll(async () => test?.[Symbol.asyncDispose]())

const hasMember = '<http://www.w3.org/2006/vcard/ns#hasMember>'
/** A group of that many members, of which each is a triple. */
const groupOf = (count: number) =>
  `<#g> ${hasMember} ${Array.from({ length: count }, (_, n) => `<#${n}>`).join(',')}.`
/** A document in a pod of its own, however large, as rules and as a group. */
async function written(pod: string, text: string) {
  await test.make(pod)
  const change = { ...document(`${pod}/.acl`, text), contentType: 'text/turtle' }
  await test.engine.commit({ changes: [change], beyondQuota: true })
  const path = `${test.baseUrl}${pod}/.acl`
  return {
    rules: async () => (await test.acls.of({ path })).rules,
    members: async () => (await test.acls.groupsOf({ path }, pod)).members.get(`${path}#g`)?.size,
  }
}

describe('a document of rules, or of groups', () => {
  const [most, bytes] = [20_000, 1024 * 1024]

  it('is read as a whole', async () => {
    const { rules, members } = await written('small', groupOf(3))
    expect([await rules(), await members()]).toEqual([[], 3])
  })

  it('of too many triples decides nothing', async () => {
    const { rules } = await written('triples', groupOf(most + 1))
    await expect(rules()).rejects.toMatchObject({ statusCode: 403 })
  }, 20_000)

  it('of too many bytes decides nothing, and has no members', async () => {
    const { rules, members } = await written('bytes', `${groupOf(3)}#`.padEnd(bytes + 1, 'x'))
    await expect(rules()).rejects.toMatchObject({ statusCode: 403 })
    expect(await members()).toBeUndefined()
  })
})

describe('what is kept of them', () => {
  const grown = async (size: 'size' | 'members', read: () => unknown) => {
    const before = test.acls[size].kept
    await read()
    return test.acls[size].kept - before
  }

  it('weighs what they say, and that there is none', async () => {
    const { rules, members } = await written('bob', groupOf(100))
    expect([await grown('size', rules), await grown('size', rules)]).toEqual([101, 0])
    expect([await grown('members', members), await grown('members', members)]).toEqual([102, 0])
    expect(await grown('size', () => test.acls.of({ path: `${test.baseUrl}none/.acl` }))).toBe(1)
  })

  it('is no more than ten of the largest', () => {
    expect([test.acls.size.most, test.acls.members.most]).toEqual([200_000, 200_000])
  })
})
