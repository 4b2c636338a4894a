import { join } from 'node:path'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../engine/testing/changes.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let many: string
const names = Array.from({ length: 5000 }, (_, n) => `${n}.ttl`)

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  many = `${alice.pod}many/`
  await server.end('SIGTERM')
  const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
  const documents = names.map((name) => ({
    ...document(`alice/many/${name}`, '<#a> <#b> <#c> .'),
    contentType: 'text/turtle',
  }))
  const rules = document('alice/many/7.ttl.acl', '')
  await engine.commit({
    changes: [container('alice/many'), container('alice/many/box'), rules, ...documents],
  })
  await engine.close()
  await server.start()
})

afterAll(async () => server?.[Symbol.asyncDispose]())

describe('a container of 5,000 documents', () => {
  it('lists each of them once, with what it is, and none of its rules', async () => {
    const response = await alice.fetch(many, { headers: { accept: 'text/turtle' } })
    const triples = new Parser({ baseIRI: many }).parse(await response.text())
    const objects = (subject: string, predicate: string) =>
      triples
        .filter((it) => it.subject.value === subject && it.predicate.value === predicate)
        .map((it) => it.object.value)
    const contained = objects(many, 'http://www.w3.org/ns/ldp#contains')
    expect(contained.sort()).toEqual([...names, 'box/'].map((name) => `${many}${name}`).sort())
    const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    expect(objects(`${many}4999.ttl`, type)).toEqual([
      'http://www.w3.org/ns/ldp#Resource',
      'http://www.w3.org/ns/iana/media-types/text/turtle#Resource',
    ])
    expect(objects(`${many}box/`, type)).toContain('http://www.w3.org/ns/ldp#Container')
    expect(objects(`${many}0.ttl`, 'http://www.w3.org/ns/posix/stat#size')).toEqual(['16'])
    expect(objects(`${many}0.ttl`, 'http://purl.org/dc/terms/modified')).toHaveLength(1)
  })

  it('has the same triples in every form, and in its description who is there', async () => {
    const triples = async (url: string, accept: string): Promise<unknown[]> =>
      (await (await alice.fetch(url, { headers: { accept } })).text()).trim().split('\n')
    const all = await triples(many, 'application/n-triples')
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((it) => String(it).includes('ldp#contains'))).toHaveLength(5001)
    const response = await alice.fetch(many, { headers: { accept: 'application/ld+json' } })
    const nodes = (await response.json()) as {
      '@id': string
      'http://www.w3.org/ns/ldp#contains'?: unknown[]
    }[]
    const [own, ...others] = nodes.filter((node) => node['@id'] === many)
    expect(own?.['http://www.w3.org/ns/ldp#contains']).toHaveLength(5001)
    expect(others).toEqual([])
    expect(nodes.filter((node) => node['@id'].endsWith('.ttl'))).toHaveLength(5000)
    const described = await triples(`${many}.meta`, 'application/n-triples')
    expect(described.filter((it) => String(it).includes('ldp#contains'))).toHaveLength(5001)
    expect(described.filter((it) => String(it).includes('stat#size'))).toHaveLength(0)
  })

  it('goes on serving when a reader leaves in the middle', async () => {
    for (let round = 0; round < 20; round++) {
      const leaving = new AbortController()
      const { body } = await alice.fetch(many, { signal: leaving.signal })
      await body?.getReader().read()
      leaving.abort()
    }
    expect((await alice.fetch(`${many}1.ttl`)).status).toBe(200)
    expect(server.printed).not.toMatch(/unhandled|uncaught/i)
  })

  it('says by HEAD what it says by GET, and sends nothing of it', async () => {
    const [head, get] = [await alice.fetch(many, { method: 'HEAD' }), await alice.fetch(many)]
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
    expect(await head.text()).toBe('')
    const since = await alice.fetch(many, { headers: { 'if-none-match': get.headers.get('etag') ?? '' } })
    expect(since.status).toBe(304)
    await get.body?.cancel()
  })
})
