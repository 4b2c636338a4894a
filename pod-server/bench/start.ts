import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { TestPod } from '../test/test-pod.ts'
import { printFigures, printNumbers, timed } from './figures.ts'

const rounds = 5

/** How long a cold start of `traboule-pod serve` takes, and what it takes of memory when it has nothing to do. */
export async function benchStart(): Promise<void> {
  const seconds: number[] = []
  const mebibytes: number[] = []
  for (let round = 0; round < rounds; round++) {
    let server: TestPod | undefined
    seconds.push(
      await timed(async () => {
        server = await TestPod.start()
      }),
    )
    // A moment of idleness is what is measured.
    await pause(2000)
    mebibytes.push(await residentOf(server?.pid))
    await server?.[Symbol.asyncDispose]()
  }
  printFigures('start `traboule-pod serve` on an empty folder', 3, seconds)
  printNumbers('its resident memory when idle', 200, mebibytes, 'MiB')
}

/** Linux says it in /proc. */
async function residentOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
