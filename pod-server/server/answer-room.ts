import type { ServerResponse } from 'node:http'
import type { BodyBudget } from './BodyBudget.ts'
import { clientAddress } from './client-address.ts'
import type { Refusal } from './refusal.ts'

/** Shorter ones are in memory for others as well, and soon gone. */
const short = 1024 * 1024

export const noAnswerRoom: Refusal = {
  status: 503,
  code: 'too-many-answers',
  message: {
    fr: 'Trop de longs documents vous sont envoyés en même temps : redemandez celui-ci dans quelques secondes.',
    en: 'Too many long documents are being sent to you at once: ask for this one again in a few seconds.',
  },
}

/**
 * Takes the memory that an answer of so many bytes holds until it has gone, or nobody is there any more.
 *
 * @returns whether there is any; the others of the same client have it then.
 */
export function takesAnswerRoom(answers: BodyBudget, response: ServerResponse, bytes: number): boolean {
  if (bytes <= short || response.destroyed) return true
  const share = answers.share(clientAddress(response.req))
  if (!share.take(bytes)) return false
  response.once('close', share.giveBack)
  return true
}
