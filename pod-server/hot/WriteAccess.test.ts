import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestAccess } from '../access/testing/TestAccess.ts'
import { packBody } from '../storage/bytes.ts'
import type { AskedWrite } from './asked-write.ts'
import { commitDocument } from './commit-document.ts'
import { type Allowed, WriteAccess } from './WriteAccess.ts'

let test: TestAccess
let writes: WriteAccess
let count = 0
let box: string
let path: string
const bob = 'https://ex.example/bob'

beforeAll(async () => {
  test = await TestAccess.open()
  writes = new WriteAccess(test.access, test.engine, test.baseUrl)
  await test.make('alice')
})

afterAll(async () => test?.[Symbol.asyncDispose]())

beforeEach(async () => {
  count += 1
  box = `alice/box${count}`
  path = `${box}/d.ttl`
  await test.make(box)
})

const prefixes =
  '@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix v: <http://www.w3.org/2006/vcard/ns#>.'
const rule = (of: string, mode: string, who = `acl:agent <${bob}>`) =>
  `[] a acl:Authorization; ${who}; ${of}; acl:mode acl:${mode}.`
/** Of the container, and of what is in it. */
const itself = 'acl:accessTo <./>'
const within = 'acl:default <./>'
const ruled = (...rules: string[]) => test.put(`${box}/.acl`, prefixes + rules.join('\n'))
const ruledItself = (...rules: string[]) => test.put(`${path}.acl`, prefixes + rules.join('\n'))

const ask = (method: AskedWrite['method'], more: Partial<AskedWrite> = {}): Promise<Allowed | undefined> => {
  const url = test.addresses.url({ path, isContainer: false })
  const asked = { method, url, headers: {}, type: 'text/turtle', length: 1 }
  return writes.of({ ...asked, isOnlyNew: false, onlyState: undefined, ...more }, { agent: { webId: bob } })
}
/** Does what was allowed. `text`: none to delete it. */
const commit = async (allowed: Allowed | undefined, text?: string) => {
  if (!allowed) throw new Error('refused')
  const { stored, decidedBy, by } = allowed
  const after = text === undefined ? undefined : await packBody(Buffer.from(text), 'text/turtle')
  return commitDocument(test.engine, test.addresses, {
    path,
    before: stored?.version ?? 0,
    after: after && { ...after, contentType: 'text/turtle' },
    decidedBy,
    by,
  })
}

describe.each(['PUT', 'PATCH'] as const)('who makes a document by %s', (method) => {
  it('adds to it, and to its container (WAC §5.4)', async () => {
    await ruled(rule(itself, 'Append'), rule(within, 'Append'))
    expect(await ask(method)).toMatchObject({ path, stored: undefined })
  })

  it('may not with the container alone, or without it', async () => {
    await ruled(rule(itself, 'Write'))
    expect(await ask(method)).toBeUndefined()
    await ruled(rule(within, 'Write'))
    expect(await ask(method)).toBeUndefined()
  })
})

describe('who deletes a document', () => {
  beforeEach(() => test.put(path, '<#a> <#b> 1 .'))

  it('writes to it, and to its container (WAC §5.4)', async () => {
    await ruled(rule(itself, 'Write'), rule(within, 'Write'))
    expect(await ask('DELETE')).toMatchObject({ path })
  })

  it('may not with the container alone, or without it', async () => {
    await ruled(rule(itself, 'Write'), rule(within, 'Append'))
    expect(await ask('DELETE')).toBeUndefined()
    await ruled(rule(itself, 'Append'), rule(within, 'Write'))
    expect(await ask('DELETE')).toBeUndefined()
  })

  it('does not here, when it has rules of its own, which go with it', async () => {
    await ruled(rule(itself, 'Write'))
    await ruledItself(rule('acl:accessTo <d.ttl>', 'Write'))
    expect(await ask('PUT')).toMatchObject({ path })
    expect(await ask('DELETE')).toBeUndefined()
  })
})

describe('what is allowed by the rules of the container', () => {
  it('is made by those alone, though the document has its own', async () => {
    await ruledItself(rule('acl:accessTo <d.ttl>', 'Write'))
    await ruled(rule(itself, 'Append'))
    const allowed = await ask('PUT')
    const version = await ruled(rule(itself, 'Read'))
    await expect(commit(allowed, '<#a> <#b> 1 .')).rejects.toMatchObject({
      code: 'conflict',
      subject: `${box}/.acl`,
    })
    expect(await ask('PUT')).toBeUndefined()
    await ruled(rule(itself, 'Append'))
    expect(await commit(await ask('PUT'), '<#a> <#b> 1 .')).toBeGreaterThan(version)
  })

  it('is deleted by those alone, with whom they let in', async () => {
    const group = `${box}/friends.ttl`
    const members = (member: string) => test.put(group, `${prefixes} <#g> v:hasMember <${member}>.`)
    await test.put(path, '<#a> <#b> 1 .')
    await members(bob)
    await ruled(rule(within, 'Write'), rule(itself, 'Write', 'acl:agentGroup <friends.ttl#g>'))
    const allowed = await ask('DELETE')
    await members('https://ex.example/carol')
    await expect(commit(allowed)).rejects.toMatchObject({ code: 'conflict', subject: group })
    expect(await ask('DELETE')).toBeUndefined()
    const version = await members(bob)
    expect(await commit(await ask('DELETE'))).toBeGreaterThan(version)
  })
})

describe('who says what must be there', () => {
  beforeEach(() => ruled(rule(itself, 'Write'), rule(within, 'Write')))
  const state = (version: number) => `${version}.${test.engine.epoch}`

  it('writes what is not there yet, and nothing that is (If-None-Match: *)', async () => {
    expect(await ask('PUT', { isOnlyNew: true })).toMatchObject({ path, stored: undefined })
    await test.put(path, '<#a> <#b> 1 .')
    expect(await ask('PUT', { isOnlyNew: true })).toBeUndefined()
  })

  it('writes by the state that is there, and by no other (If-Match)', async () => {
    expect(await ask('PUT', { onlyState: state(0) })).toBeUndefined()
    const version = await test.put(path, '<#a> <#b> 1 .')
    expect(await ask('PUT', { onlyState: state(version) })).toMatchObject({ path, stored: { version } })
    for (const other of [state(version - 1), `${version}.other`, `${version}`])
      expect(await ask('PUT', { onlyState: other })).toBeUndefined()
    await test.put(path, '<#a> <#b> 2 .')
    expect(await ask('PUT', { onlyState: state(version) })).toBeUndefined()
  })
})

describe('who may only add', () => {
  const put = async (at: string) => {
    for (const above of ['alice/data', 'alice/data/bank', 'alice/inbox']) await test.make(above)
    await test.make(at)
    box = at
    path = `${at}/d.ttl`
  }

  it('adds in a partner’s container, by a patch, and what they add is judged as an addition', async () => {
    await put(`alice/data/bank/b${count}`)
    await ruled(rule(itself, 'Append'), rule(within, 'Append'))
    expect(await ask('PATCH')).toMatchObject({ path, isAddition: true })
    expect(await ask('PUT')).toBeUndefined()
    await ruled(rule(itself, 'Write'), rule(within, 'Write'))
    expect(await ask('PATCH')).toMatchObject({ isAddition: false })
    expect(await ask('PUT')).toMatchObject({ isAddition: false })
  })

  it('adds nothing to an inbox here, and elsewhere as WAC says', async () => {
    await ruled(rule(itself, 'Append'), rule(within, 'Append'))
    expect(await ask('PATCH')).toMatchObject({ isAddition: false })
    await put(`alice/inbox/i${count}`)
    await ruled(rule(itself, 'Append'), rule(within, 'Append'))
    expect(await ask('PATCH')).toBeUndefined()
  })
})
