import { pastIds } from '../access/past.ts'
import { ConsentReader } from '../log/consent-reader.ts'
import type { LogSource } from '../log/whole-log.ts'
import { statementsOf } from '../log/whole-log.ts'
import type { PodReader } from '../receipts/read-receipts.ts'

/** Records that are looked into: the last changed. */
const most = 40

/**
 * What the partners of a pod were called when they were connected, by the container of each: where no list tells it.
 * Never rejects: what cannot be read names nobody.
 */
export async function pastNames(
  source: LogSource & Pick<PodReader, 'list'>,
  pod: string,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  const ids = await source.list(`${pod}consents/`).then(
    (entries) => pastIds(entries, []).slice(0, most),
    () => [],
  )
  const records = new ConsentReader(
    (url) => statementsOf(source, url),
    pod,
    () => undefined,
  )
  await records.want(ids)
  for (const id of ids) {
    const { adds, name, subjects = [] } = records.of(id) ?? {}
    if (!adds || name === undefined) continue
    // The last that was agreed to counts.
    for (const container of subjects.flatMap(({ containers }) => containers))
      if (!names.has(container)) names.set(container, name)
  }
  return names
}
