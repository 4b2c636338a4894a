import type { Operation } from '@solid/community-server'
import { readBounded } from '../server/read-bounded.ts'
import { refusedChannel } from './refused-channel.ts'

/** An address of 8 KiB, and what stands beside it. */
const mostBytes = 16 * 1024

/** What somebody asks of the gateway. @throws HttpError 415 `not-json`, 413 `too-large`, 400 `not-json`. */
export async function readAsked({ body }: Operation): Promise<Readonly<Record<string, unknown>>> {
  if (body.metadata.contentType !== 'application/json') throw notJson(415)
  const read = await readBounded(body.data, mostBytes)
  if (!read) throw tooLarge()
  const asked = parsed(read.toString())
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) throw notJson(400)
  return asked as Record<string, unknown>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notJson(400)
  }
}

const notJson = (status: 400 | 415) =>
  refusedChannel(status, 'not-json', {
    fr: 'Ce qui est demandé n’est pas un objet JSON.',
    en: 'What is asked is not a JSON object.',
  })

const tooLarge = () =>
  refusedChannel(413, 'too-large', {
    fr: `Ce qui est demandé dépasse ${mostBytes} octets.`,
    en: `What is asked is larger than ${mostBytes} bytes.`,
  })
