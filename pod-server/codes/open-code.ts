import { AgentError } from '../agent/errors.ts'
import type { Found, OneTimeCodes } from './OneTimeCodes.ts'

/** What the code of a letter is about, where it may be used. @throws AgentError `code-unknown`, `code-late`, `code-used` */
export async function openCode<T>(codes: OneTimeCodes<T>, code: unknown): Promise<Found<T>> {
  const found = await codes.find(code)
  if (!found) throw new AgentError('code-unknown')
  if (found.state !== 'open') throw new AgentError(`code-${found.state}`)
  return found
}
