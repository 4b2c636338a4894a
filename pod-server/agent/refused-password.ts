import { HttpError } from '@solid/community-server'
import { type PasswordFault, passwordFaults } from '../passwords/new-password.ts'
import { AgentError } from './errors.ts'

/** @throws AgentError `bad-password`, `busy` for what a new password is refused for; else what was thrown. */
export function refusedAsPassword(error: unknown): never {
  if (!HttpError.isInstance(error)) throw error
  if (error.statusCode === 503) throw new AgentError('busy')
  if (error.statusCode !== 400) throw error
  throw new AgentError('bad-password', undefined, passwordFaults[error.errorCode as PasswordFault])
}
