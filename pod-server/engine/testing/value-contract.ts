import { describe, expect, it } from 'vitest'
import type { Value } from '../PodEngine.ts'
import { codes, document } from './changes.ts'
import type { Place } from './place.ts'

/** Values and notices, which go with a commit. */
export function valueContract({ engine, pod, reopen }: Place): void {
  describe('a value', () => {
    const set = (key: string, value: string, more: object = {}) =>
      engine().commit({ changes: [{ kind: 'set-value', space: pod(), key, value, ...more }] })
    const keys = async (values: AsyncIterable<Value>) => {
      const found: string[] = []
      for await (const { key } of values) found.push(key)
      return found
    }

    it('is kept by its space and key, and after a restart', async () => {
      await set('a', '1')
      await set('b', '2')
      await set('a', '3')
      await reopen()
      expect(await engine().value(pod(), 'a')).toMatchObject({ key: 'a', value: '3' })
      expect(await engine().value(`${pod()}x`, 'a')).toBeUndefined()
      expect(await keys(engine().values(pod()))).toEqual(['a', 'b'])
      await engine().commit({ changes: [{ kind: 'delete-value', space: pod(), key: 'a' }] })
      expect(await engine().value(pod(), 'a')).toBeUndefined()
    })

    it('is found by its tags, those of its last writing', async () => {
      await set('a', '1', { tags: ['email:a@x', 'owner:1'] })
      await set('b', '2', { tags: ['owner:1'] })
      const found = async (tag: string) => (await engine().tagged(pod(), tag)).map(({ key }) => key)
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
      const [holder] = await engine().tagged(pod(), 'email:a@x')
      // It may be written again, and once it is gone the tag is free.
      await set(holder?.key ?? '', '4', tag)
      await engine().commit({
        changes: [{ kind: 'delete-value', space: pod(), key: holder?.key ?? '' }],
      })
      await set('d', '5', tag)
    })

    it('is gone when it has expired', async () => {
      await set('old', '1', { expires: Date.now() - 1, tags: ['t'] })
      await set('young', '2', { expires: Date.now() + 60_000, tags: ['t'] })
      expect(await engine().value(pod(), 'old')).toBeUndefined()
      expect(await keys(engine().values(pod()))).toEqual(['young'])
      expect((await engine().tagged(pod(), 't')).map(({ key }) => key)).toEqual(['young'])
      // What has expired is no version to go by: it can be made anew.
      await set('old', '3', { ifVersion: 0 })
      expect(await engine().value(pod(), 'old')).toMatchObject({ value: '3' })
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
        { kind: 'set-value', space: pod(), key: 'a', value: '1' },
        document(`${pod()}/missing/b`, 'b'),
      ] as const
      await expect(engine().commit({ changes })).rejects.toMatchObject({ code: 'no-parent' })
      expect(await engine().value(pod(), 'a')).toBeUndefined()
    })
  })

  describe('a watcher', () => {
    it('is told which values of its space change, before it is acknowledged, and of no other', async () => {
      const heard: (readonly string[])[] = []
      const space = `watched ${pod()}`
      const end = engine().watch(space, (keys) => heard.push(keys))
      const set = (space: string) =>
        engine().commit({ changes: [{ kind: 'set-value', space, key: 'k', value: '1' }] })
      await set(space)
      expect(heard).toEqual([['k']])
      await set('another')
      await engine().commit({
        changes: [
          { kind: 'delete-value', space, key: 'k' },
          { kind: 'set-value', space: 'another', key: 'other', value: '1' },
          { kind: 'set-value', space, key: 'l', value: '1' },
        ],
      })
      expect(heard).toEqual([['k'], ['k', 'l']])
      await expect(
        engine().commit({
          changes: [
            { kind: 'set-value', space, key: 'k', value: '1' },
            { kind: 'delete', path: `${pod()}/no` },
          ],
        }),
      ).rejects.toMatchObject({ code: 'conflict' })
      end()
      await set(space)
      expect(heard).toHaveLength(2)
    })
  })

  describe('a notice', () => {
    it('is told before its commit is acknowledged, in order, and none of a commit that failed', async () => {
      const heard: string[] = []
      const end = engine().subscribe((notice) => heard.push(notice))
      await engine().commit({ changes: [document(`${pod()}/a`, 'a')], notices: ['one', 'two'] })
      expect(heard).toEqual(['one', 'two'])
      const wrong = { changes: [document(`${pod()}/no/a`, 'a')], notices: ['never'] }
      await expect(engine().commit(wrong)).rejects.toMatchObject({ code: 'no-parent' })
      await engine().publish('three')
      end()
      await engine().publish('four')
      expect(heard).toEqual(['one', 'two', 'three'])
    })
  })
}
