import { describe, expect, it } from 'vitest'
import { bytesOfResource, type Change, type Writer } from '../PodEngine.ts'
import { codes, container, document } from './changes.ts'
import type { Place } from './place.ts'

/** What each writer takes of a pod, and may. */
export function shareContract({ engine, pod, reopen, quota }: Place): void {
  const owners = 'https://pods.example/alice/'
  const owner: Writer = { webId: `${owners}profile/card#me` }
  const guest = (webId?: string): Writer => ({ webId, guestOf: owners })
  const bank = guest('https://bank.example/#me')
  const grid = guest('https://grid.example/#me')
  const write = (by: Writer | undefined, ...changes: Change[]) =>
    engine().commit({ changes, ...(by ? { by } : {}) })
  const shares = async () => (await engine().usage(pod()))?.writers
  const is = (by: Writer | undefined, bytes: number, resources = 1) => ({
    webId: by?.webId,
    bytes: bytes + resources * bytesOfResource,
  })
  const pathOf = (name: string) => `${pod()}/${name}`
  const put = (name: string, bytes: number, metadata = '') =>
    document(pathOf(name), 'x'.repeat(bytes), metadata)

  describe('the share of a writer', () => {
    it('is what they wrote last, whatever was there before, after a restart too', async () => {
      const own = is(undefined, 0)
      await write(owner, put('a', 1000, 'meta'), put('b', 2000))
      await write(bank, put('c', 500))
      expect(await shares()).toEqual([is(owner, 3004, 2), is(bank, 500), own])
      await write(bank, put('b', 100))
      expect(await shares()).toEqual([is(owner, 1004), is(bank, 600, 2), own])
      await write(owner, { kind: 'describe', path: pathOf('c'), metadata: 'é€' })
      expect(await shares()).toEqual([is(owner, 1509, 2), is(bank, 100), own])
      await write(undefined, { kind: 'delete', path: pathOf('a') }, put('d', 10))
      await reopen()
      expect(await shares()).toEqual([is(owner, 505), is(undefined, 10, 2), is(bank, 100)])
      await write(owner, { kind: 'delete', path: pathOf('b') })
      expect(await shares()).toEqual([is(owner, 505), is(undefined, 10, 2)])
    })

    it('adds up to what the pod takes, also of what several take from one another', async () => {
      const all = [owner, bank, grid, undefined]
      const random = (n: number, most: number) => ((n * 2_654_435_761) >>> 8) % most
      for (let n = 0; n < 60; n++) {
        const change = random(n, 5) ? put(`f${random(n, 7)}`, random(n, 900)) : container(pathOf(`c${n}`))
        await write(all[random(n, 4)], change)
        if (random(n, 3) === 0)
          await codes([write(all[n % 4], { kind: 'delete', path: pathOf(`f${random(n, 5)}`) })])
      }
      const usage = await engine().usage(pod())
      const sum = usage?.writers.reduce((bytes, share) => bytes + share.bytes, 0)
      expect(sum).toBe((usage?.bytes ?? 0) + (usage?.resources ?? 0) * bytesOfResource)
    })

    it('is nothing of a commit that did not hold, nor of a pod that is erased', async () => {
      const other = `${pod()}other`
      await engine().commit({ changes: [container(other), document(`${other}/a`, 'kept')], by: bank })
      const before = await shares()
      const missing = { kind: 'delete', path: pathOf('nothing') } as const
      expect(await codes([write(bank, put('a', 10), missing)])).toEqual(['conflict'])
      expect(await shares()).toEqual(before)
      await write(bank, put('a', 10))
      await engine().erase(pod())
      expect(await engine().usage(pod())).toBeUndefined()
      expect((await engine().usage(other))?.writers).toEqual([is(bank, 4, 2)])
    })
  })

  describe('another quota', () => {
    it('counts for the next commit, and for each share; a pod that takes more may only shrink', async () => {
      await write(bank, put('a', quota / 4))
      await engine().setQuota(pod(), quota / 2)
      await expect(write(bank, put('b', 0))).rejects.toMatchObject({ code: 'over-share' })
      await engine().setQuota(pod(), quota / 8)
      await expect(write(owner, put('b', 0))).rejects.toMatchObject({ code: 'over-quota' })
      await write(owner, put('a', quota / 5))
      await engine().setQuota(pod(), 3 * quota)
      await reopen()
      await write(bank, put('c', quota))
      expect(await engine().usage(pod())).toMatchObject({ quota: 3 * quota })
    })

    it('of no pod is none', async () => {
      await engine().setQuota(`${pod()}none`, quota)
      expect(await engine().usage(`${pod()}none`)).toBeUndefined()
    })
  })

  describe('somebody else than whose pod it is', () => {
    const half = Math.floor(quota / 2) - bytesOfResource

    it('takes half of it and not a byte more, while others go on; what they give up, they may take again', async () => {
      await write(bank, put('a', half))
      for (const more of [put('b', 0), put('a', half + 1), put('a', half, 'm')])
        await expect(write(bank, more)).rejects.toMatchObject({ code: 'over-share', subject: pod() })
      await write(bank, put('a', half - 1))
      await write(grid, put('c', 1000))
      await write(owner, put('d', 1000))
      await write(bank, put('a', half - 2 * bytesOfResource), put('b', 0))
      await write(owner, put('e', half - 10_000))
      await expect(write(owner, put('f', 10_000))).rejects.toMatchObject({ code: 'over-quota' })
    })

    it('takes, with all others, three quarters of it, and its owner the rest, whoever they are and how many', async () => {
      const quarter = Math.floor(quota / 4) - bytesOfResource
      await write(bank, put('a', half))
      await write(grid, put('b', quarter - 1000))
      // As if of a pod of that name elsewhere.
      const namesake = guest('https://elsewhere.example/alice/#me')
      for (const other of [grid, namesake, guest()])
        await expect(write(other, put('c', 2000))).rejects.toMatchObject({
          code: 'over-share',
          subject: pod(),
        })
      await write(owner, put('d', quarter - 2000))
      await expect(write(grid, put('b', quarter + 1000))).rejects.toMatchObject({ code: 'over-share' })
      await write(grid, put('b', quarter - 3000))
      await write(namesake, put('c', 1000))
      await expect(write(owner, put('e', 10_000))).rejects.toMatchObject({ code: 'over-quota' })
    })

    it('is not kept out by what the owner has', async () => {
      await write(owner, put('d', 3 * Math.floor(quota / 4)))
      await write(bank, put('a', Math.floor(quota / 8)))
    })

    it('takes over no more of what others wrote than that', async () => {
      await write(owner, put('a', half), put('b', 1000))
      await write(bank, put('b', 2000))
      await expect(write(bank, put('a', half))).rejects.toMatchObject({ code: 'over-share' })
      await write(owner, put('b', 1000))
      await write(bank, put('a', half))
      expect((await shares())?.[0]).toEqual(is(bank, half))
    })

    it('counts empty documents, and those who say no name as one', async () => {
      const nobody = guest()
      const most = Math.floor(quota / 2 / bytesOfResource) - 1
      const names = Array.from({ length: most }, (_, index) => put(`e${index}`, 0))
      await write(nobody, ...names)
      await expect(write(nobody, put('more', 0))).rejects.toMatchObject({ code: 'over-share' })
      await write(undefined, put('more', 0))
    })
  })
}
