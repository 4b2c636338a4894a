import { describe, expect, it } from 'vitest'
import { commitmentOf } from '#vocab/journal/chain'
import { type Entry, readEntry } from '#vocab/journal/entry'
import { type Verified, verifyJournal } from '#vocab/journal/verify'
import type { PodEngine } from '../PodEngine.ts'
import { codes, container, document } from './changes.ts'
import type { Place } from './place.ts'

/** What a journal says, line by line. */
export async function said(engine: PodEngine, pod: string): Promise<(Entry | undefined)[]> {
  const lines = await engine.journals.lines(pod, 1, 10_000)
  return lines.map((line) => line.said && readEntry(line.said.text))
}

export async function verified(engine: PodEngine, pod: string): Promise<Verified> {
  const bounds = await engine.journals.bounds(pod)
  if (!bounds) throw new Error('no journal')
  return verifyJournal(bounds, await engine.journals.lines(pod, 1, 10_000))
}

/** A read, as it is noted. */
export const read = (resource: string, more: Partial<Entry> = {}): Entry => ({
  outcome: 'allowed',
  from: 1000,
  until: 1000,
  count: 1,
  who: 'https://bob.example/#me',
  client: 'https://budget.example/id',
  resources: [resource],
  modes: ['read'],
  rules: [],
  ...more,
})

/** Who did what. */
export function journalContract({ engine, pod, reopen }: Place): void {
  describe('a journal', () => {
    const by = { webId: 'https://bank.example/#me', client: 'connector', rules: ['https://r.example/#1'] }
    const note = (resource: string) => engine().journals.note([{ pod: pod(), entry: read(resource) }])

    it('says of a commit who changed what, by which rules, and after a restart', async () => {
      await engine().commit({
        changes: [document(`${pod()}/a`, 'secret'), container(`${pod()}/b`), { kind: 'touch', path: pod() }],
        by: { ...by, mode: 'append' },
      })
      await engine().commit({ changes: [document(`${pod()}/a.acl`, '')], by })
      await engine().commit({ changes: [{ kind: 'delete', path: `${pod()}/b` }], by })
      await reopen()
      const lines = await said(engine(), pod())
      // The pod itself was made by the server.
      expect(lines[0]).toMatchObject({ who: null, resources: [`${pod()}/`], count: 1 })
      const common = { outcome: 'allowed', who: by.webId, client: by.client, rules: by.rules, count: 1 }
      expect(lines.slice(1)).toMatchObject([
        { ...common, resources: [`${pod()}/a`], modes: ['append'] },
        { ...common, resources: [`${pod()}/b/`], modes: ['append'] },
        { ...common, resources: [`${pod()}/a.acl`], modes: ['control'] },
        { ...common, resources: [`${pod()}/b/`], modes: ['write'] },
      ])
      expect(JSON.stringify(lines)).not.toContain('secret')
      expect(await verified(engine(), pod())).toMatchObject({ count: 5, faults: [] })
    })

    it('says nothing of a commit that failed, whatever shares its write to disk', async () => {
      const work = ['a', 'no/b', 'c', 'no/d'].map((name) =>
        engine().commit({ changes: [document(`${pod()}/${name}`, '')], by }),
      )
      expect(await codes(work)).toEqual([undefined, 'no-parent', undefined, 'no-parent'])
      const lines = await said(engine(), pod())
      expect(lines.slice(1).map((it) => it?.resources[0])).toEqual([`${pod()}/a`, `${pod()}/c`])
      expect((await verified(engine(), pod())).faults).toEqual([])
    })

    it('says what is noted, of a pod that is there', async () => {
      await engine().journals.note([
        { pod: pod(), entry: read('a') },
        { pod: `${pod()}-nobody`, entry: read('b') },
        { pod: pod(), entry: read('c', { outcome: 'refused', count: 7 }) },
      ])
      expect((await said(engine(), pod())).slice(1)).toEqual([
        read('a'),
        read('c', { outcome: 'refused', count: 7 }),
      ])
      expect(await engine().journals.bounds(`${pod()}-nobody`)).toBeUndefined()
      expect(await engine().journals.pods(1000)).toContain(pod())
    })

    it('says so when reads were noted in memory and that did not end, and not when it did', async () => {
      const { journals } = engine()
      await journals.begin()
      await note('a')
      await reopen()
      await engine().journals.begin()
      await engine().journals.end()
      await reopen()
      await engine().journals.begin()
      await engine().journals.end()
      const lines = (await said(engine(), pod())).slice(1)
      expect(lines.map((it) => it?.outcome)).toEqual(['allowed', 'gap'])
      expect((await verified(engine(), pod())).faults).toEqual([])
    })

    it('forgets what is older, and the rest stays verifiable', async () => {
      for (const name of ['a', 'b']) await note(name)
      const between = Date.now() + 1
      await expect.poll(() => Date.now()).toBeGreaterThan(between)
      await note('c')
      await engine().journals.prune(pod(), between)
      expect((await said(engine(), pod())).map((it) => it?.resources[0])).toEqual(['c'])
      expect(await verified(engine(), pod())).toEqual({ count: 1, erased: 0, faults: [] })
      await note('d')
      await reopen()
      await engine().journals.prune(pod(), Date.now() + 1000)
      await note('e')
      expect(await verified(engine(), pod())).toEqual({ count: 1, erased: 0, faults: [] })
      expect((await engine().journals.bounds(pod()))?.head.number).toBe(6)
    })

    it('forgets what lines say of a resource, and nothing else, and the rest stays verifiable', async () => {
      const { journals } = engine()
      const named = (...names: string[]) => ({
        pod: pod(),
        entry: read('', { resources: names.map((name) => `${pod()}/${name}`) }),
      })
      await journals.note([
        named('data/a'),
        named('other', 'data/a'),
        named('data/ab'),
        named('data/a.acl'),
        named('data/a/'),
        named('x/data/a'),
        { pod: pod(), entry: read('', { outcome: 'gap', resources: [] }) },
      ])
      const head = (await journals.bounds(pod()))?.head
      const [before] = await journals.lines(pod(), 2, 1)
      const { salt, text } = before?.said ?? { salt: new Uint8Array(), text: '' }
      expect(await journals.erase(pod(), `${pod()}/data/a`)).toBe(3)
      expect(await journals.erase(pod(), `${pod()}/data/a`)).toBe(0)
      expect(await journals.erase(`${pod()}-nobody`, `${pod()}/data/ab`)).toBe(0)
      await reopen()
      const lines = await said(engine(), pod())
      expect(lines.flatMap((it, at) => (it ? [] : [at + 1]))).toEqual([2, 3, 5])
      expect((await engine().journals.lines(pod(), 2, 1))[0]).toEqual({
        ...before,
        said: undefined,
        commitment: Buffer.from(commitmentOf(salt, text)),
      })
      expect(await verified(engine(), pod())).toEqual({ count: 8, erased: 3, faults: [] })
      expect((await engine().journals.bounds(pod()))?.head).toEqual(head)
      expect(await engine().journals.erased(pod(), 3, 8)).toBe(2)
      await note('later')
      expect(await verified(engine(), pod())).toEqual({ count: 9, erased: 3, faults: [] })
    })

    it('forgets what lines say of all that is below a container', async () => {
      const { journals } = engine()
      const names = ['data/', 'data', 'data/a', 'data/b/c', 'data/.acl', 'database/a', 'x/data/a', 'data.ttl']
      await journals.note(names.map((name) => ({ pod: pod(), entry: read(`${pod()}/${name}`) })))
      expect(await journals.erase(pod(), `${pod()}/data/`)).toBe(5)
      const left = (await said(engine(), pod())).flatMap((it) => it?.resources ?? [])
      expect(left).toEqual([`${pod()}/`, ...names.slice(5).map((name) => `${pod()}/${name}`)])
      expect(await verified(engine(), pod())).toMatchObject({ erased: 5, faults: [] })
    })

    it('is found by its moments', async () => {
      const before = Date.now()
      for (const name of ['a', 'b', 'c']) await note(name)
      const { journals } = engine()
      const after = Date.now() + 1
      expect(await journals.placeOf(pod(), before - 60_000)).toBe(1)
      expect(await journals.placeOf(pod(), after)).toBe(5)
      expect(await journals.markAt(pod(), after)).toEqual((await journals.bounds(pod()))?.head)
      expect(await journals.markAt(pod(), before - 60_000)).toBeUndefined()
    })

    it('is gone with its pod', async () => {
      await note('a')
      await engine().erase(pod())
      expect(await said(engine(), pod())).toEqual([])
      expect(await engine().journals.bounds(pod())).toBeUndefined()
    })
  })
}
