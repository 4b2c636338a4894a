import { describe, expect, it } from 'vitest'
import { erasedNames, wasErased } from '../erased-names.ts'
import { bytesOfResource } from '../PodEngine.ts'
import { codes, container, document, textOf } from './changes.ts'
import type { Place } from './place.ts'

/** What one commit is, and what it leaves. */
export function commitContract({ engine, pod, reopen, quota }: Place): void {
  describe('a commit', () => {
    it('is all of its changes, and is there after a restart', async () => {
      const version = await engine().commit({
        changes: [container(`${pod()}/data`, 'said'), document(`${pod()}/data/a`, 'hello', 'meta')],
      })
      for (const _ of [1, 2]) {
        expect(await engine().get(`${pod()}/data`)).toMatchObject({
          path: `${pod()}/data`,
          isContainer: true,
          version,
          metadata: 'said',
        })
        expect(await engine().get(`${pod()}/data/a`)).toMatchObject({
          isContainer: false,
          version,
          contentType: 'text/plain',
          metadata: 'meta',
          size: 5,
          encoding: 'identity',
        })
        expect(await textOf(engine(), `${pod()}/data/a`)).toBe('hello')
        await reopen()
      }
    })

    it('is none of its changes when one of them cannot be', async () => {
      const changes = [document(`${pod()}/a`, 'a'), document(`${pod()}/missing/b`, 'b')]
      await expect(engine().commit({ changes, notices: ['never'] })).rejects.toMatchObject({
        code: 'no-parent',
        subject: `${pod()}/missing/b`,
      })
      expect(await engine().get(`${pod()}/a`)).toBeUndefined()
      expect(await engine().usage(pod())).toMatchObject({ bytes: 0, resources: 1 })
    })

    it('is read whole: several paths of a pod are of one moment', async () => {
      const [a, b] = [`${pod()}/a`, `${pod()}/b`]
      await engine().commit({ changes: [document(a, '1'), document(b, '1')] })
      const writes = Array.from({ length: 20 }, (_, n) =>
        engine().commit({ changes: [document(a, `${n}`), document(b, `${n}`)] }),
      )
      for (let round = 0; round < 20; round++) {
        const [one, none, other] = await engine().getAll([a, `${pod()}/nothing`, b])
        expect([one?.path, none, other?.version]).toEqual([a, undefined, one?.version])
        await writes[round]
      }
    })

    it('is refused when a document that it was decided by has changed', async () => {
      const acl = `${pod()}/.acl`
      const before = await engine().commit({ changes: [document(acl, 'bank may append')] })
      await engine().commit({ changes: [document(acl, 'nobody may')] })
      const late = {
        changes: [document(`${pod()}/a`, 'late')],
        expect: [{ path: acl, version: before }],
      }
      await expect(engine().commit(late)).rejects.toMatchObject({ code: 'conflict', subject: acl })
      expect(await engine().get(`${pod()}/a`)).toBeUndefined()
    })

    it('is refused when a document whose absence it was decided by has come', async () => {
      const acl = `${pod()}/.acl`
      await engine().commit({ changes: [document(acl, 'nobody may')] })
      const late = { changes: [document(`${pod()}/a`, 'late')], expect: [{ path: acl, version: 0 }] }
      await expect(engine().commit(late)).rejects.toMatchObject({ code: 'conflict', subject: acl })
    })

    it('is refused when there are rules in the pod that it was not decided by', async () => {
      const [root, box, other] = [`${pod()}/.acl`, `${pod()}/box/.acl`, `${pod()}/a.acl`]
      await engine().commit({ changes: [document(root, ''), container(`${pod()}/box`), document(box, '')] })
      const decided = { changes: [document(root, 'all')], rulesOf: { pod: pod(), paths: [root, box] } }
      await engine().commit({ changes: [document(`${pod()}/a`, 'acl'), document(other, '')] })
      await expect(engine().commit(decided)).rejects.toMatchObject({ code: 'conflict', subject: other })
      expect(await textOf(engine(), root)).toBe('')
      await engine().commit({ changes: [{ kind: 'delete', path: other }] })
      // What is gone rules nobody: whoever minds says so by its version.
      await engine().commit({ changes: [{ kind: 'delete', path: box }] })
      await engine().commit(decided)
      expect(await textOf(engine(), root)).toBe('all')
    })

    it('describes what is there, and nothing that is not', async () => {
      await engine().commit({ changes: [document(`${pod()}/a`, 'a', 'old')] })
      await engine().commit({ changes: [{ kind: 'describe', path: `${pod()}/a`, metadata: 'new' }] })
      expect(await engine().get(`${pod()}/a`)).toMatchObject({ metadata: 'new', size: 1 })
      expect(await textOf(engine(), `${pod()}/a`)).toBe('a')
      await expect(
        engine().commit({ changes: [{ kind: 'describe', path: `${pod()}/b`, metadata: 'new' }] }),
      ).rejects.toMatchObject({ code: 'conflict' })
    })
  })

  describe('a version', () => {
    it('never comes again: not after a deletion, not after a restart', async () => {
      const seen: number[] = []
      for (const text of ['one', 'one', 'two']) {
        seen.push(await engine().commit({ changes: [document(`${pod()}/a`, text)] }))
        seen.push(await engine().commit({ changes: [{ kind: 'delete', path: `${pod()}/a` }] }))
        await reopen()
      }
      expect(new Set(seen).size).toBe(6)
      expect([...seen].sort((one, other) => one - other)).toEqual(seen)
    })

    it('is of the bytes: others are not given for it', async () => {
      const first = await engine().commit({ changes: [document(`${pod()}/a`, 'one')] })
      await engine().commit({ changes: [document(`${pod()}/a`, 'two')] })
      expect(await engine().body(`${pod()}/a`, first)).toBeUndefined()
    })

    it('of a container changes with a touch, which minds no other touch', async () => {
      const before = (await engine().get(pod()))?.version ?? 0
      const touch = { changes: [{ kind: 'touch', path: pod() }] } as const
      expect(await codes(Array.from({ length: 8 }, () => engine().commit(touch)))).toEqual(
        Array(8).fill(undefined),
      )
      expect((await engine().get(pod()))?.version).toBeGreaterThan(before)
    })
  })

  describe('the usage of a pod', () => {
    it('is what its documents take, whatever was there before', async () => {
      await engine().commit({ changes: [document(`${pod()}/a`, 'x'.repeat(100), 'meta')] })
      await engine().commit({ changes: [document(`${pod()}/a`, 'x'.repeat(10), 'me')] })
      expect(await engine().usage(pod())).toMatchObject({ bytes: 12, quota, resources: 2 })
      await engine().commit({ changes: [{ kind: 'describe', path: `${pod()}/a`, metadata: 'é€' }] })
      expect(await engine().usage(pod())).toMatchObject({ bytes: 15 })
      await engine().commit({ changes: [{ kind: 'describe', path: `${pod()}/a`, metadata: 'm' }] })
      expect(await engine().usage(pod())).toMatchObject({ bytes: 11 })
      await engine().commit({ changes: [{ kind: 'delete', path: `${pod()}/a` }] })
      expect(await engine().usage(pod())).toMatchObject({ bytes: 0, resources: 1 })
    })
  })

  describe('the quota of a pod', () => {
    it('is taken by empty documents too, and a deletion makes room', async () => {
      const most = Math.floor(quota / bytesOfResource) - 1
      const names = Array.from({ length: most }, (_, index) => `${pod()}/e${index}`)
      const fill = (...paths: string[]) =>
        engine().commit({ changes: paths.map((path) => document(path, '')) })
      await expect(fill(...names, `${pod()}/more`)).rejects.toMatchObject({ code: 'over-quota' })
      await fill(...names)
      await expect(fill(`${pod()}/more`)).rejects.toMatchObject({ code: 'over-quota' })
      await engine().commit({ changes: [{ kind: 'delete', path: `${pod()}/e0` }] })
      await fill(`${pod()}/more`)
    })

    it('is passed by what takes access away, and by what makes no more of it; then by nothing else', async () => {
      const [large, small] = [document(`${pod()}/a`, 'x'.repeat(quota)), document(`${pod()}/b`, 'x')]
      await engine().commit({ changes: [large], beyondQuota: true })
      await expect(engine().commit({ changes: [small] })).rejects.toMatchObject({ code: 'over-quota' })
      const less = document(`${pod()}/a`, 'x'.repeat(quota - bytesOfResource - 1))
      await engine().commit({ changes: [less, small] })
      const more = document(`${pod()}/b`, 'xx')
      await expect(engine().commit({ changes: [more] })).rejects.toMatchObject({ code: 'over-quota' })
      expect((await engine().get(`${pod()}/b`))?.size).toBe(1)
    })
  })

  describe('a deletion', () => {
    it('takes a container only when nothing is left in it', async () => {
      await engine().commit({ changes: [container(`${pod()}/box`), document(`${pod()}/box/a`, 'a')] })
      const box = { kind: 'delete', path: `${pod()}/box` } as const
      await expect(engine().commit({ changes: [box] })).rejects.toMatchObject({ code: 'not-empty' })
      await engine().commit({ changes: [{ kind: 'delete', path: `${pod()}/box/a` }, box] })
      expect(await engine().get(`${pod()}/box`)).toBeUndefined()
    })

    it('of what is not there is a conflict', async () => {
      await expect(
        engine().commit({ changes: [{ kind: 'delete', path: `${pod()}/nothing` }] }),
      ).rejects.toMatchObject({ code: 'conflict' })
    })
  })

  describe('an erased pod', () => {
    it('has nothing left, and its neighbour everything', async () => {
      const other = `${pod()}b`
      await engine().commit({ changes: [container(other), document(`${other}/a`, 'kept')] })
      await engine().commit({ changes: [document(`${pod()}/a`, 'gone')] })
      await engine().erase(pod())
      expect(await engine().get(pod())).toBeUndefined()
      expect(await engine().get(`${pod()}/a`)).toBeUndefined()
      expect(await engine().list(pod(), 10)).toEqual([])
      expect(await engine().usage(pod())).toBeUndefined()
      expect(await textOf(engine(), `${other}/a`)).toBe('kept')
    })

    it('leaves its name to nobody, and says it to nobody', async () => {
      const [name, never] = [`${pod()}gone`, `${pod()}never`]
      await engine().commit({ changes: [container(name)] })
      await engine().erase(name)
      await engine().erase(never)
      expect([await wasErased(engine(), name), await wasErased(engine(), never)]).toEqual([true, false])
      await expect(engine().commit({ changes: [container(name)] })).rejects.toMatchObject({
        code: 'conflict',
      })
      await engine().commit({ changes: [container(never)] })
      const kept: string[] = []
      for await (const { key, value } of engine().values(erasedNames)) kept.push(`${key} ${value}`)
      expect(kept.length).toBeGreaterThan(1)
      expect(kept.join()).not.toContain(name)
    })
  })

  describe('a listing', () => {
    it('says of each child, in order, who wrote it last, and of no grandchild', async () => {
      const [box, by] = [`${pod()}/box`, { webId: 'https://a.example/#me' }]
      const there = ['a', 'b', 'c'].map((name) => document(`${box}/${name}`, 'x'))
      await engine().commit({ changes: [container(box), ...there], by })
      await engine().commit({ changes: [document(`${box}/b`, 'y')], by: { webId: 'https://b.example/#me' } })
      await engine().commit({ changes: [document(`${box}/d`, 'x'), container(`${box}/e`)] })
      await engine().commit({ changes: [document(`${box}/e/deep`, 'x')], by })
      await engine().commit({ changes: [{ kind: 'delete', path: `${box}/a` }], by })
      const both = ['https://b.example/#me', by.webId]
      expect(await engine().writers(box, 10)).toEqual([...both, undefined, undefined])
      expect(await engine().writers(box, 2)).toEqual(both)
    })

    it('gives 5,000 children in order, page by page, and no grandchild', async () => {
      const names = Array.from({ length: 5000 }, (_, index) => `${pod()}/${String(index).padStart(4, '0')}`)
      await engine().commit({ changes: names.map((path) => document(path, 'x')) })
      await engine().commit({ changes: [container(`${pod()}/z`), document(`${pod()}/z/deep`, 'x')] })
      const found: string[] = []
      for (let after: string | undefined; ; after = found.at(-1)) {
        const children = await engine().list(pod(), 700, after)
        expect(children.length).toBeLessThanOrEqual(700)
        if (children.length === 0) break
        found.push(...children.map(({ path }) => path))
      }
      expect(found).toEqual([...names, `${pod()}/z`])
    })

    it('of the root gives nobody’s pod', async () => {
      expect(await engine().list('', 10)).toEqual([])
    })

    it('finds what ends in .acl, at any depth, in one pod', async () => {
      const own = (name: string) => `${pod()}/${name}`
      const places = ['.acl', 'a/.acl', 'a/b/c.acl']
      const others = ['a.acl.meta', 'acl', 'a/b/xacl']
      await engine().commit({
        changes: [
          container(own('a')),
          container(own('a/b')),
          ...[...others, ...places].map((it) => document(own(it), 'x')),
        ],
      })
      expect(await engine().ruled(pod())).toEqual(places.map(own))
      await engine().commit({ changes: [{ kind: 'delete', path: own('a/.acl') }] })
      expect(await engine().ruled(pod())).toEqual([own('.acl'), own('a/b/c.acl')])
      expect(await engine().ruled(`${pod()}x`)).toEqual([])
    })
  })
}
