import type { PartnerData } from '../data.ts'

/** What is listened to at once: of the 32 channels that a server of ours gives one person, four pages' worth. */
export const mostTopics = 8

/** What to list again when a topic tells of a change. */
export type Topics = ReadonlyMap<string, string>

/**
 * What to listen to, by what to list again when it changes. A container tells of what comes and goes in it, and a document
 * of its own changes: of each source its container, the folder that changed last, and the document that did; of the
 * sources that changed last where there are many. Of whom nothing has come yet, the container that it may write to, first:
 * there is but one, and the first delivery is the one that is waited for. Pure.
 */
export function topicsOf(
  sources: readonly Pick<PartnerData, 'container' | 'latest'>[],
  granted: readonly string[] = [],
  most = mostTopics,
): Topics {
  const empty = granted.filter((it) => sources.every(({ container }) => container !== it))
  // At most half: those from whom nothing ever comes leave the others their place.
  const topics = new Map(empty.slice(0, most / 2).map((it) => [it, it]))
  const latestFirst = [...sources].sort((one, other) => changed(other).localeCompare(changed(one)))
  const wanted = latestFirst.map(({ container, latest }) => {
    const folder = latest?.url.replace(/[^/]+$/, '')
    return [
      ...(latest && folder ? [[latest.url, folder]] : []),
      ...(folder ? [[folder, folder]] : []),
      [container, container],
    ] as [string, string][]
  })
  // A turn for each source before any has its second.
  for (let turn = 0; turn < 3; turn++) {
    for (const [topic, container] of wanted.flatMap((it) => it.slice(turn, turn + 1))) {
      if (topics.size < most && !topics.has(topic)) topics.set(topic, container)
    }
  }
  return topics
}

/** Containers that are inside none of the others: what is below them is listed with them. Pure. */
export const outermost = (containers: Iterable<string>): string[] => {
  const all = [...new Set(containers)]
  return all.filter((one) => !all.some((other) => other !== one && one.startsWith(other)))
}

const changed = ({ latest }: Pick<PartnerData, 'latest'>): string => latest?.modified ?? ''
