import { HttpError } from '@solid/community-server'
import { type PasswordFault, passwordFaults } from '../passwords/new-password.ts'
import { RETRY_AFTER } from '../storage/metadata.ts'
import { AgentError, type AgentErrorCode } from './errors.ts'

/** @throws AgentError `bad-password`, `busy` for what a new password is refused for; else what was thrown. */
export function refusedAsPassword(error: unknown): never {
  if (!HttpError.isInstance(error)) throw error
  if (error.statusCode === 503) throw new AgentError('busy')
  if (error.statusCode !== 400) throw error
  throw new AgentError('bad-password', undefined, passwordFaults[error.errorCode as PasswordFault])
}

const codes: Readonly<Record<number, AgentErrorCode>> = { 429: 'too-many-tries', 503: 'busy' }

/** @throws AgentError `wrong-password`, `busy`, `too-many-tries` for what a log-in is refused for; else what was thrown. */
export function refusedAsLogIn(error: unknown): never {
  if (!HttpError.isInstance(error)) throw error
  const seconds = error.metadata.get(RETRY_AFTER)?.value
  throw new AgentError(codes[error.statusCode] ?? 'wrong-password', seconds ? Number(seconds) : undefined)
}
