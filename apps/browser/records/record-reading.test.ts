import { expect, it, vi } from 'vitest'
import { PodFailure } from '../../shared/pod/failure.ts'
import type { Sheet } from '../data.ts'
import type { DocumentItems, RecordItem } from './items.ts'
import { RecordReading } from './record-reading.ts'

const sheet = (name: string, modified = '1'): Sheet => ({
  url: `https://pod.example/${name}`,
  name,
  bytes: 1,
  modified,
  month: undefined,
})
const holding = (count: number): DocumentItems => ({
  items: Array.from({ length: count }, (_, at) => ({ iri: `x#${at}` }) as RecordItem),
  isCut: false,
})

it('reads the newest first, and what has not changed once', async () => {
  const read = vi.fn(async (_: string) => holding(1))
  const reading = new RecordReading(read, () => {})
  await reading.start([sheet('2025-01.ttl'), sheet('2025-03.ttl'), sheet('account.ttl')])
  expect(read.mock.calls.map(([url]) => url.slice(20))).toEqual(['account.ttl', '2025-03.ttl', '2025-01.ttl'])
  expect([reading.items.length, reading.isComplete]).toEqual([3, true])
  await reading.start([sheet('2025-01.ttl'), sheet('2025-03.ttl', '2')])
  expect(read).toHaveBeenCalledTimes(4)
  expect(reading.items).toHaveLength(2)
  reading.stop()
})

it('goes on past what cannot be read, and says so', async () => {
  const reading = new RecordReading(
    async (url) => {
      if (url.endsWith('bad')) throw new PodFailure('refused', url, 403)
      return holding(2)
    },
    () => {},
  )
  await reading.start([sheet('bad'), sheet('good')])
  expect([reading.items.length, reading.failures.map(({ kind }) => kind)]).toEqual([2, ['refused']])
  reading.stop()
})

it('holds no more than it should, and shows nothing of a reading that was given up', async () => {
  const read = vi.fn(async (_: string) => holding(30_000))
  const reading = new RecordReading(read, () => {})
  await reading.start(Array.from({ length: 9 }, (_, at) => sheet(`${at}`)))
  expect(read.mock.calls.length).toBeLessThan(9)
  expect(reading.isCut).toBe(true)
  await reading.start([{ ...sheet('huge'), bytes: 1 << 30 }])
  expect([reading.items.length, reading.isCut]).toEqual([0, true])
  const first = reading.start([sheet('a', '9')])
  const second = reading.start([sheet('b', '9')])
  await Promise.all([first, second])
  expect(reading.items).toHaveLength(30_000)
  reading.stop()
})
