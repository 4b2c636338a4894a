import { AgentError } from './errors.ts'

/** An account: the pods it owns and the WebIDs linked to it. */
export interface Citizen {
  readonly accountId: string
  readonly pods: readonly string[]
  readonly webIds: readonly string[]
}

/** Whom the pod is of: the WebID that came with it, as long as it is linked. */
export const webIdOf = ({ webIds }: Citizen, pod: string): string | undefined =>
  webIds.find((it) => it === `${pod}profile/card#me`) ?? webIds.find((it) => it.startsWith(pod)) ?? webIds[0]

export function ownPod(citizen: Citizen, pod: unknown): string {
  const found = pod === undefined ? citizen.pods[0] : citizen.pods.find((it) => it === pod)
  if (!found) throw new AgentError('not-your-pod')
  return found
}
