import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PodEngine, Value } from '../PodEngine.ts'
import { codes, container, document, retrying, textOf } from './changes.ts'

/** An engine under test. */
export interface Bench {
  engine: PodEngine
  /** Closes the engine and opens it again on what it kept. */
  reopen(): Promise<void>
  dispose(): Promise<void>
}

/** What every engine has to hold. `quota` is what `open` gives a new pod. */
export function engineContract(name: string, open: () => Promise<Bench>, quota: number): void {
  describe(`the ${name} engine`, () => {
    let bench: Bench
    let pod: string
    let count = 0
    const engine = () => bench.engine
    beforeAll(async () => {
      bench = await open()
    })
    afterAll(() => bench?.dispose())
    beforeEach(async () => {
      count += 1
      pod = `pod${count}`
      await engine().commit({ changes: [container(pod)] })
    })

    describe('a commit', () => {
      it('is all of its changes, and is there after a restart', async () => {
        const version = await engine().commit({
          changes: [container(`${pod}/data`, 'said'), document(`${pod}/data/a`, 'hello', 'meta')],
        })
        for (const _ of [1, 2]) {
          expect(await engine().get(`${pod}/data`)).toMatchObject({
            path: `${pod}/data`,
            isContainer: true,
            version,
            metadata: 'said',
          })
          expect(await engine().get(`${pod}/data/a`)).toMatchObject({
            isContainer: false,
            version,
            contentType: 'text/plain',
            metadata: 'meta',
            size: 5,
            encoding: 'identity',
          })
          expect(await textOf(engine(), `${pod}/data/a`)).toBe('hello')
          await bench.reopen()
        }
      })

      it('is none of its changes when one of them cannot be', async () => {
        const changes = [document(`${pod}/a`, 'a'), document(`${pod}/missing/b`, 'b')]
        await expect(engine().commit({ changes, notices: ['never'] })).rejects.toMatchObject({
          code: 'no-parent',
          subject: `${pod}/missing/b`,
        })
        expect(await engine().get(`${pod}/a`)).toBeUndefined()
        expect(await engine().usage(pod)).toMatchObject({ bytes: 0, resources: 1 })
      })

      it('is refused when a document that it was decided by has changed', async () => {
        const acl = `${pod}/.acl`
        const before = await engine().commit({ changes: [document(acl, 'bank may append')] })
        await engine().commit({ changes: [document(acl, 'nobody may')] })
        const late = {
          changes: [document(`${pod}/a`, 'late')],
          expect: [{ path: acl, version: before }],
        }
        await expect(engine().commit(late)).rejects.toMatchObject({ code: 'conflict', subject: acl })
        expect(await engine().get(`${pod}/a`)).toBeUndefined()
      })

      it('is refused when a document whose absence it was decided by has come', async () => {
        const acl = `${pod}/.acl`
        await engine().commit({ changes: [document(acl, 'nobody may')] })
        const late = { changes: [document(`${pod}/a`, 'late')], expect: [{ path: acl, version: 0 }] }
        await expect(engine().commit(late)).rejects.toMatchObject({ code: 'conflict', subject: acl })
      })

      it('describes what is there, and nothing that is not', async () => {
        await engine().commit({ changes: [document(`${pod}/a`, 'a', 'old')] })
        await engine().commit({ changes: [{ kind: 'describe', path: `${pod}/a`, metadata: 'new' }] })
        expect(await engine().get(`${pod}/a`)).toMatchObject({ metadata: 'new', size: 1 })
        expect(await textOf(engine(), `${pod}/a`)).toBe('a')
        await expect(
          engine().commit({ changes: [{ kind: 'describe', path: `${pod}/b`, metadata: 'new' }] }),
        ).rejects.toMatchObject({ code: 'conflict' })
      })
    })

    describe('a version', () => {
      it('never comes again: not after a deletion, not after a restart', async () => {
        const seen: number[] = []
        for (const text of ['one', 'one', 'two']) {
          seen.push(await engine().commit({ changes: [document(`${pod}/a`, text)] }))
          seen.push(await engine().commit({ changes: [{ kind: 'delete', path: `${pod}/a` }] }))
          await bench.reopen()
        }
        expect(new Set(seen).size).toBe(6)
        expect([...seen].sort((one, other) => one - other)).toEqual(seen)
      })

      it('is of the bytes: others are not given for it', async () => {
        const first = await engine().commit({ changes: [document(`${pod}/a`, 'one')] })
        await engine().commit({ changes: [document(`${pod}/a`, 'two')] })
        expect(await engine().body(`${pod}/a`, first)).toBeUndefined()
      })

      it('of a container changes with a touch, which minds no other touch', async () => {
        const before = (await engine().get(pod))?.version ?? 0
        const touch = { changes: [{ kind: 'touch', path: pod }] } as const
        expect(await codes(Array.from({ length: 8 }, () => engine().commit(touch)))).toEqual(
          Array(8).fill(undefined),
        )
        expect((await engine().get(pod))?.version).toBeGreaterThan(before)
      })
    })

    describe('of writers at the same time', () => {
      it('one creates a document, and the others are told', async () => {
        const create = (text: string) =>
          engine().commit({
            changes: [document(`${pod}/a`, text)],
            expect: [{ path: `${pod}/a`, version: 0 }],
          })
        const ends = await codes(['1', '2', '3', '4'].map(create))
        expect(ends.filter((code) => code === undefined)).toHaveLength(1)
        expect(ends.filter((code) => code === 'conflict')).toHaveLength(3)
      })

      it('one has the name, with a slash or without', async () => {
        for (let round = 0; round < 8; round++) {
          const path = `${pod}/x${round}`
          const ends = await codes([
            engine().commit({ changes: [document(path, 'document')] }),
            engine().commit({ changes: [container(path)] }),
          ])
          expect(ends.filter((code) => code === 'conflict')).toHaveLength(1)
        }
      })

      it('a child never outlives its container', async () => {
        for (let round = 0; round < 8; round++) {
          const box = `${pod}/box${round}`
          await engine().commit({ changes: [container(box)] })
          const put = () => engine().commit({ changes: [document(`${box}/a`, 'a')] })
          const remove = () => engine().commit({ changes: [{ kind: 'delete', path: box }] })
          const [deleted] = await codes(round % 2 ? [remove(), put()] : [put(), remove()].reverse())
          const there = await engine().get(box)
          expect(Boolean(there)).toBe(deleted !== undefined)
          expect(Boolean(await engine().get(`${box}/a`))).toBe(Boolean(there))
        }
      })

      it('all 80 have their line in one document', async () => {
        const path = `${pod}/lines`
        await engine().commit({ changes: [document(path, '')] })
        const add = (line: string) =>
          retrying(async () => {
            const { version = 0 } = (await engine().get(path)) ?? {}
            const bytes = await engine().body(path, version)
            const text = `${bytes ? Buffer.from(bytes).toString('utf8') : ''}${line}\n`
            await engine().commit({ changes: [document(path, text)], expect: [{ path, version }] })
          })
        await Promise.all(Array.from({ length: 80 }, (_, index) => add(`line ${index}`)))
        expect(new Set((await textOf(engine(), path))?.trim().split('\n')).size).toBe(80)
      })

      it('20 fill a pod to its quota, and not a byte over', async () => {
        const each = Math.floor(quota / 15)
        const ends = await codes(
          Array.from({ length: 20 }, (_, index) =>
            engine().commit({ changes: [document(`${pod}/f${index}`, 'x'.repeat(each))] }),
          ),
        )
        expect(ends.filter((code) => code === undefined)).toHaveLength(15)
        expect(ends.filter((code) => code === 'over-quota')).toHaveLength(5)
        expect(await engine().usage(pod)).toEqual({ bytes: 15 * each, quota, resources: 16 })
      })
    })

    describe('the usage of a pod', () => {
      it('is what its documents take, whatever was there before', async () => {
        await engine().commit({ changes: [document(`${pod}/a`, 'x'.repeat(100), 'meta')] })
        await engine().commit({ changes: [document(`${pod}/a`, 'x'.repeat(10), 'me')] })
        expect(await engine().usage(pod)).toEqual({ bytes: 12, quota, resources: 2 })
        await engine().commit({ changes: [{ kind: 'describe', path: `${pod}/a`, metadata: 'm' }] })
        expect(await engine().usage(pod)).toMatchObject({ bytes: 11 })
        await engine().commit({ changes: [{ kind: 'delete', path: `${pod}/a` }] })
        expect(await engine().usage(pod)).toMatchObject({ bytes: 0, resources: 1 })
      })
    })

    describe('a deletion', () => {
      it('takes a container only when nothing is left in it', async () => {
        await engine().commit({ changes: [container(`${pod}/box`), document(`${pod}/box/a`, 'a')] })
        const box = { kind: 'delete', path: `${pod}/box` } as const
        await expect(engine().commit({ changes: [box] })).rejects.toMatchObject({ code: 'not-empty' })
        await engine().commit({ changes: [{ kind: 'delete', path: `${pod}/box/a` }, box] })
        expect(await engine().get(`${pod}/box`)).toBeUndefined()
      })

      it('of what is not there is a conflict', async () => {
        await expect(
          engine().commit({ changes: [{ kind: 'delete', path: `${pod}/nothing` }] }),
        ).rejects.toMatchObject({ code: 'conflict' })
      })
    })

    describe('an erased pod', () => {
      it('has nothing left, and its neighbour everything', async () => {
        const other = `${pod}b`
        await engine().commit({ changes: [container(other), document(`${other}/a`, 'kept')] })
        await engine().commit({ changes: [document(`${pod}/a`, 'gone')] })
        await engine().erase(pod)
        expect(await engine().get(pod)).toBeUndefined()
        expect(await engine().get(`${pod}/a`)).toBeUndefined()
        expect(await engine().list(pod, 10)).toEqual([])
        expect(await engine().usage(pod)).toBeUndefined()
        expect(await textOf(engine(), `${other}/a`)).toBe('kept')
      })
    })

    describe('a listing', () => {
      it('gives 5,000 children in order, page by page, and no grandchild', async () => {
        const names = Array.from({ length: 5000 }, (_, index) => `${pod}/${String(index).padStart(4, '0')}`)
        await engine().commit({ changes: names.map((path) => document(path, 'x')) })
        await engine().commit({ changes: [container(`${pod}/z`), document(`${pod}/z/deep`, 'x')] })
        const found: string[] = []
        for (let after: string | undefined; ; after = found.at(-1)) {
          const children = await engine().list(pod, 700, after)
          expect(children.length).toBeLessThanOrEqual(700)
          if (children.length === 0) break
          found.push(...children.map(({ path }) => path))
        }
        expect(found).toEqual([...names, `${pod}/z`])
      })

      it('of the root gives nobody’s pod', async () => {
        expect(await engine().list('', 10)).toEqual([])
      })
    })

    describe('a value', () => {
      const set = (key: string, value: string, more: object = {}) =>
        engine().commit({ changes: [{ kind: 'set-value', space: pod, key, value, ...more }] })
      const keys = async (values: AsyncIterable<Value>) => {
        const found: string[] = []
        for await (const { key } of values) found.push(key)
        return found
      }

      it('is kept by its space and key, and after a restart', async () => {
        await set('a', '1')
        await set('b', '2')
        await set('a', '3')
        await bench.reopen()
        expect(await engine().value(pod, 'a')).toMatchObject({ key: 'a', value: '3' })
        expect(await engine().value(`${pod}x`, 'a')).toBeUndefined()
        expect(await keys(engine().values(pod))).toEqual(['a', 'b'])
        await engine().commit({ changes: [{ kind: 'delete-value', space: pod, key: 'a' }] })
        expect(await engine().value(pod, 'a')).toBeUndefined()
      })

      it('is found by its tags, those of its last writing', async () => {
        await set('a', '1', { tags: ['email:a@x', 'owner:1'] })
        await set('b', '2', { tags: ['owner:1'] })
        const found = async (tag: string) => (await engine().tagged(pod, tag)).map(({ key }) => key)
        expect(await found('owner:1')).toEqual(['a', 'b'])
        await set('a', '1', { tags: ['owner:2'] })
        expect(await found('owner:1')).toEqual(['b'])
        expect(await found('email:a@x')).toEqual([])
      })

      it('has a tag to itself where it asks for that', async () => {
        const tag = { tags: ['email:a@x', 'other'], unique: ['email:a@x'] }
        const ends = await codes([set('a', '1', tag), set('b', '2', tag), set('c', '3', tag)])
        expect(ends.filter((code) => code === undefined)).toHaveLength(1)
        expect(ends.filter((code) => code === 'conflict')).toHaveLength(2)
        const [holder] = await engine().tagged(pod, 'email:a@x')
        // It may be written again, and once it is gone the tag is free.
        await set(holder?.key ?? '', '4', tag)
        await engine().commit({
          changes: [{ kind: 'delete-value', space: pod, key: holder?.key ?? '' }],
        })
        await set('d', '5', tag)
      })

      it('is gone when it has expired', async () => {
        await set('old', '1', { expires: Date.now() - 1, tags: ['t'] })
        await set('young', '2', { expires: Date.now() + 60_000, tags: ['t'] })
        expect(await engine().value(pod, 'old')).toBeUndefined()
        expect(await keys(engine().values(pod))).toEqual(['young'])
        expect((await engine().tagged(pod, 't')).map(({ key }) => key)).toEqual(['young'])
        // What has expired is no version to go by: it can be made anew.
        await set('old', '3', { ifVersion: 0 })
        expect(await engine().value(pod, 'old')).toMatchObject({ value: '3' })
      })

      it('is taken by one of many', async () => {
        const version = await set('code', '"unused"')
        const use = () => set('code', '"used"', { ifVersion: version })
        const ends = await codes([use(), use(), use()])
        expect(ends.filter((code) => code === undefined)).toHaveLength(1)
        expect(ends.filter((code) => code === 'conflict')).toHaveLength(2)
      })

      it('comes and goes with the other changes of its commit', async () => {
        const changes = [
          { kind: 'set-value', space: pod, key: 'a', value: '1' },
          document(`${pod}/missing/b`, 'b'),
        ] as const
        await expect(engine().commit({ changes })).rejects.toMatchObject({ code: 'no-parent' })
        expect(await engine().value(pod, 'a')).toBeUndefined()
      })
    })

    describe('a notice', () => {
      it('is told before its commit is acknowledged, in order, and none of a commit that failed', async () => {
        const heard: string[] = []
        const end = engine().subscribe((notice) => heard.push(notice))
        await engine().commit({ changes: [document(`${pod}/a`, 'a')], notices: ['one', 'two'] })
        expect(heard).toEqual(['one', 'two'])
        const wrong = { changes: [document(`${pod}/no/a`, 'a')], notices: ['never'] }
        await expect(engine().commit(wrong)).rejects.toMatchObject({ code: 'no-parent' })
        await engine().publish('three')
        end()
        await engine().publish('four')
        expect(heard).toEqual(['one', 'two', 'three'])
      })
    })

    it('acknowledges nothing once it is closed', async () => {
      const other = await open()
      await other.engine.close()
      await expect(other.engine.commit({ changes: [container('late')] })).rejects.toMatchObject({
        code: 'closed',
      })
      await other.dispose()
    })
  })
}
