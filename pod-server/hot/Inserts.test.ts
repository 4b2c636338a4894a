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
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
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
