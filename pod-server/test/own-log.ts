import { Parser } from 'n3'
import { type Entry, readEntry } from '#vocab/journal/entry'
import { type ReadLog, readLog } from '#vocab/journal/read-log'

/** The address of the log of today. */
export const today = (pod: string): string => `${pod}log/${new Date().toISOString().slice(0, 10)}`

/** The log of a pod of this server, of today, as its owner reads it. */
export async function readOwnLog(as: typeof fetch, pod: string): Promise<ReadLog> {
  const urls = [today(pod), `${pod}log/`]
  const texts = await Promise.all(
    urls.map(async (url) => {
      const answer = await as(url)
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
      return answer.text()
    }),
  )
  const quads = texts.flatMap((text, index) =>
    new Parser({ baseIRI: urls[index] ?? '', blankNodePrefix: `b${index}` }).parse(text),
  )
  return readLog(quads, `${new URL(pod).origin}/`)
}

export const entriesOf = ({ lines }: ReadLog): Entry[] =>
  lines.flatMap(({ said }) => readEntry(said?.text ?? '') ?? [])
