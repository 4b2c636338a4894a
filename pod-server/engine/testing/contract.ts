import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PodEngine } from '../PodEngine.ts'
import { container } from './changes.ts'
import { commitContract } from './commit-contract.ts'
import { journalContract } from './journal-contract.ts'
import type { Place } from './place.ts'
import { raceContract } from './race-contract.ts'
import { shareContract } from './share-contract.ts'
import { valueContract } from './value-contract.ts'

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

    const place: Place = { engine, pod: () => pod, reopen: () => bench.reopen(), quota }
    commitContract(place)
    shareContract(place)
    raceContract(place)
    valueContract(place)
    journalContract(place)

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
