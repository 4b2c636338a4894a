import { ForbiddenHttpError, HttpError } from '@solid/community-server'
import { expect, it } from 'vitest'
import { WrongLogIns } from './WrongLogIns.ts'

const wrong = async () => {
  throw new ForbiddenHttpError('Invalid email/password combination.')
}
const busy = async () => {
  throw new HttpError(503, 'ServiceUnavailable', 'busy')
}
const right = async () => 'alice'
const isTooMany = { statusCode: 429, errorCode: 'too-many-tries' }
const often = (count: number, work: () => Promise<unknown>) =>
  Promise.allSettled(Array.from({ length: count }, work))

it('lets ten wrong passwords be tried in ten minutes, one after another or at once, and no right one then', async () => {
  const log = new WrongLogIns()
  const ends = await often(12, () => log.tried('here alice', wrong, 0))
  const codes = ends.map((it) => (it as PromiseRejectedResult).reason.statusCode)
  expect(codes.filter((it) => it === 403)).toHaveLength(10)
  expect(codes.filter((it) => it === 429)).toHaveLength(2)
  await expect(log.tried('here alice', right, 599_999)).rejects.toMatchObject(isTooMany)
  expect(await log.tried('here alice', right, 600_000)).toBe('alice')
})

it('keeps nobody else out', async () => {
  const log = new WrongLogIns()
  await often(10, () => log.tried('there alice', wrong, 0))
  await expect(log.tried('there alice', right, 1)).rejects.toMatchObject(isTooMany)
  expect(await log.tried('here alice', right, 1)).toBe('alice')
  expect(await log.tried('there bob', right, 1)).toBe('alice')
})

it('counts no try that nobody has looked at, and none of before the right one', async () => {
  const log = new WrongLogIns()
  await often(20, () => log.tried('here alice', busy, 0))
  await often(9, () => log.tried('here alice', wrong, 0))
  expect(await log.tried('here alice', right, 0)).toBe('alice')
  await often(9, () => log.tried('here alice', wrong, 0))
  expect(await log.tried('here alice', right, 0)).toBe('alice')
})
