import { describe, expect, it } from 'vitest'
import { bytesOfResource } from '../PodEngine.ts'
import { codes, container, document, retrying, textOf } from './changes.ts'
import type { Place } from './place.ts'

/** Of writers at the same time, one is first. */
export function raceContract({ engine, pod, quota }: Place): void {
  describe('of writers at the same time', () => {
    it('one creates a document, and the others are told', async () => {
      const create = (text: string) =>
        engine().commit({
          changes: [document(`${pod()}/a`, text)],
          expect: [{ path: `${pod()}/a`, version: 0 }],
        })
      const ends = await codes(['1', '2', '3', '4'].map(create))
      expect(ends.filter((code) => code === undefined)).toHaveLength(1)
      expect(ends.filter((code) => code === 'conflict')).toHaveLength(3)
    })

    it('one has the name, with a slash or without', async () => {
      for (let round = 0; round < 8; round++) {
        const path = `${pod()}/x${round}`
        const ends = await codes([
          engine().commit({ changes: [document(path, 'document')] }),
          engine().commit({ changes: [container(path)] }),
        ])
        expect(ends.filter((code) => code === 'conflict')).toHaveLength(1)
      }
    })

    it('a child never outlives its container', async () => {
      for (let round = 0; round < 8; round++) {
        const box = `${pod()}/box${round}`
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
      const path = `${pod()}/lines`
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
      const each = Math.floor((quota - bytesOfResource) / 15) - bytesOfResource
      const ends = await codes(
        Array.from({ length: 20 }, (_, index) =>
          engine().commit({ changes: [document(`${pod()}/f${index}`, 'x'.repeat(each))] }),
        ),
      )
      expect(ends.filter((code) => code === undefined)).toHaveLength(15)
      expect(ends.filter((code) => code === 'over-quota')).toHaveLength(5)
      expect(await engine().usage(pod())).toMatchObject({ bytes: 15 * each, quota, resources: 16 })
    })
  })
}
