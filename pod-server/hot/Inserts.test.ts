import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document, textOf } from '../engine/testing/changes.ts'
import { Addresses } from '../storage/Addresses.ts'
import { OneByOne } from '../storage/OneByOne.ts'
import { type Inserted, Inserts } from './Inserts.ts'
import type { Allowed } from './WriteAccess.ts'

const addresses = new Addresses('https://pod.example/')
const [path, acl] = ['alice/d.ttl', 'alice/.acl']
const parse = (text: string) =>
  new Parser({ baseIRI: addresses.url({ path, isContainer: false }) }).parse(text) as Quad[]

let folder: string
let engine: SqliteEngine
let inserts: Inserts

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-inserts-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 4_000_000)
  await engine.commit({ changes: [container('alice')] })
})

afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

const turtle = (at: string, text: string) => ({ ...document(at, text), contentType: 'text/turtle' })
const put = (at: string, text: string) => engine.commit({ changes: [turtle(at, text)] })
/** What is allowed by the rules as they are now. */
const allowedNow = async (): Promise<Allowed> => ({
  path,
  stored: await engine.get(path),
  isAddition: false,
  decidedBy: new Map([[acl, (await engine.get(acl))?.version ?? 0]]),
  by: {},
})
const insert = (
  text: string,
  allowed: Allowed,
  again: () => Promise<Allowed | undefined> = allowedNow,
): Promise<Inserted | undefined> =>
  inserts.insert({ quads: parse(text), prefixes: new Map(), allowed, again })
const version = async () => (await engine.get(path))?.version

beforeEach(async () => {
  inserts = new Inserts(engine, addresses, new OneByOne())
  await put(acl, '<#rules> <#are> "these".')
  await put(path, '<#a> <#b> 1 .')
})

describe('what is said already', () => {
  it('is told to whoever may still add to it, and changes nothing', async () => {
    const before = await version()
    expect(await insert('<#a> <#b> 1 .', await allowedNow())).toMatchObject({ isNew: false })
    expect(await version()).toBe(before)
  })

  it('is told by the rules that are there at the end alone', async () => {
    const allowed = await allowedNow()
    await put(acl, '<#rules> <#are> "others".')
    expect(await insert('<#a> <#b> 1 .', allowed, async () => undefined)).toBeUndefined()
    expect(await insert('<#a> <#b> 1 .', allowed)).toMatchObject({ isNew: false })
  })
})

describe('a document that others write in between', () => {
  it('keeps what they wrote, and gets what they took away', async () => {
    expect(await insert('<#n> <#b> 2 .', await allowedNow())).toMatchObject({ isNew: false })
    await put(path, '<#theirs> <#b> 3 .')
    expect(await insert('<#n> <#b> 2 .', await allowedNow())).toMatchObject({ isNew: false })
    expect(parse((await textOf(engine, path)) ?? '')).toEqual(parse('<#theirs> <#b> 3 . <#n> <#b> 2 .'))
  })
})

describe('what may only be new', () => {
  const adding = async (): Promise<Allowed> => ({ ...(await allowedNow()), isAddition: true })

  it('is of subjects of the document that it does not speak of; the rest is left, and nothing of it is there', async () => {
    expect(await insert('<#n> <#b> 2 .', await adding(), adding)).toEqual({ isNew: false, subjects: 1 })
    const before = await version()
    for (const other of ['<#a> <#b> 2 .', '<#m> <#b> 1 . <#a> <#c> 1 .', '<other> <#b> 1 .', '<> <#b> 1 .'])
      expect(await insert(other, await adding(), adding)).toBeUndefined()
    expect(await version()).toBe(before)
    // It is said already.
    expect(await insert('<#n> <#b> 2 .', await adding(), adding)).toEqual({ isNew: false, subjects: 0 })
    expect(await insert('<#a> <#b> 2 .', await allowedNow())).toMatchObject({ isNew: false })
  })

  it('is so of those that come together, one after the other', async () => {
    const allowed = await adding()
    const all = ['<#n> <#b> 1 .', '<#n> <#b> 2 .', '<#m> <#b> 1 .'].map((it) => insert(it, allowed, adding))
    expect((await Promise.all(all)).map((it) => it?.subjects)).toEqual([1, undefined, 1])
    expect(parse((await textOf(engine, path)) ?? '')).toHaveLength(3)
  })
})

describe('a document that is not, by then, what it was', () => {
  it.each([
    ['is of another type', document(path, '<#a> <#b> 1 .')],
    ['has more said of it', { ...turtle(path, '<#a> <#b> 1 .'), metadata: '<a:x> <a:y> "z" .' }],
    ['is too long', turtle(path, `<#a> <#b> 1 .#${'x'.repeat(1024 * 1024)}`)],
  ])('and %s, is left as it is', async (_, change) => {
    const allowed = await allowedNow()
    const before = await engine.commit({ changes: [change] })
    expect(await insert('<#n> <#b> 2 .', allowed)).toBeUndefined()
    expect(await version()).toBe(before)
  })

  it('is not made anew by whoever might add to it', async () => {
    const allowed = await allowedNow()
    await engine.commit({ changes: [{ kind: 'delete', path }] })
    expect(await insert('<#n> <#b> 2 .', allowed, async () => undefined)).toBeUndefined()
    expect(await version()).toBeUndefined()
    expect(await insert('<#n> <#b> 2 .', allowed)).toMatchObject({ isNew: true })
  })
})
