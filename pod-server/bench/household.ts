import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAll, type Imported, importAll, writeHousehold } from '../test/household.ts'
import { makeCitizen } from '../test/people.ts'
import type { TestPod } from '../test/test-pod.ts'
import { printFigures, timed } from './figures.ts'

/** A family's year of fifteen sources, from the command line into a pod, two files at a time; then all of it again. */
export async function benchHousehold(server: TestPod): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-foyer-'))
  try {
    const files = await writeHousehold(server, folder, 2025)
    const citizen = await makeCitizen(server, 'foyer')
    await connectAll(server, citizen)
    for (const when of ['first', 'again']) {
      let done: Imported[] = []
      const seconds = await timed(async () => {
        done = await importAll(server, citizen, folder, files)
      })
      const sum = (of: (it: Imported) => number) => done.reduce((total, it) => total + of(it), 0)
      const records = `${sum(({ added }) => added)} new, ${sum(({ there }) => there)} there`
      printFigures(`a household’s year, ${files.length} files, ${when}: ${records}`, 60, [seconds])
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
