import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { TestPod } from './test-pod.ts'

it('a server whose lock is taken away ends, and says why', async () => {
  await using server = await TestPod.start()
  const ended = expect(server.until('never')).rejects.toThrow(/ended with 2:.*server\.lock/s)
  await rm(join(server.dataFolder, 'server.lock'))
  await ended
  expect(await server.end('SIGTERM')).toBe(2)
  await server.start()
})
