import { eachOf } from '../../shared/pod/each-of.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import { type Manner, politely } from '../own-file/polite.ts'

/** What became of an erasure. */
export interface Erased {
  /** Documents that are gone. */
  readonly documents: number
  /** Addresses of what could not be erased, or not be looked into. */
  readonly left: readonly string[]
}

const deepest = 6

/**
 * Erases all that is in a partner’s container, documents first and folders after them, the deepest first. The container
 * itself stays, empty: its rules are the citizen’s word to those who may read it, and this page can write none.
 * Never rejects.
 */
export async function eraseContainer(
  container: string,
  list: (container: string) => Promise<readonly Entry[]>,
  manner: Manner,
  onProgress: (documents: number) => void,
): Promise<Erased> {
  let documents = 0
  const left: string[] = []
  const attempt = async (url: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch {
      left.push(url)
      return false
    }
  }
  const remove = (url: string) => attempt(url, () => politely(manner, url, { method: 'DELETE' }, [404, 410]))
  const empty = async (folder: string, depth: number): Promise<void> => {
    if (depth > deepest) return void left.push(folder)
    const before = left.length
    const entries: Entry[] = []
    const isListed = await attempt(folder, async () => entries.push(...(await list(folder))))
    if (!isListed) return
    const files = entries.filter(({ isContainer }) => !isContainer)
    await eachOf(files, 4, async ({ url }) => {
      if (await remove(url)) onProgress(++documents)
    })
    for (const { url, isContainer } of entries) if (isContainer) await empty(url, depth + 1)
    // What is left in it is named already.
    if (depth > 0 && left.length === before) await remove(folder)
  }
  await empty(container, 0)
  return { documents, left }
}
