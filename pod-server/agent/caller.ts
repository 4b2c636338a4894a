import type { Citizen } from './citizen.ts'
import { AgentError } from './errors.ts'

/** Who calls, as verified. A visitor has a token, and no account here. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'page'; readonly citizen: Citizen }
  | { readonly kind: 'app'; readonly client: string; readonly webId: string; readonly citizen: Citizen }
  | { readonly kind: 'visitor'; readonly client: string; readonly webId: string }

/** Somebody with an account here, by whatever way. */
export function withAccount(caller: Caller): Extract<Caller, { kind: 'page' | 'app' }> {
  if (caller.kind === 'nobody') throw new AgentError('not-logged-in')
  if (caller.kind === 'visitor') throw new AgentError('not-allowed')
  return caller
}

/** The citizen, on our own pages alone: power without data, data without power, and an app's token never grants. */
export function onPage(caller: Caller): Citizen {
  if (caller.kind === 'nobody') throw new AgentError('not-logged-in')
  if (caller.kind !== 'page') throw new AgentError('not-allowed')
  return caller.citizen
}
