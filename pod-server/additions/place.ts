/** Where somebody adds who may do no more: rules differ by place (DESIGN §4). */
export type Place = 'partner' | 'inbox' | 'elsewhere'

/** The place of a resource of a pod: in a partner's container, `/{pod}/data/<domain>/<partner>/`, or that container; in the inbox. */
export function placeOf(target: string, pod: string): Place {
  if (!target.startsWith(pod)) return 'elsewhere'
  const path = target.slice(pod.length)
  if (/^data\/[^/]+\/[^/]+/.test(path)) return 'partner'
  return path.startsWith('inbox/') ? 'inbox' : 'elsewhere'
}

/** Whether a container is the inbox of the pod itself, and not one inside it. */
export const isInbox = (container: string, pod: string): boolean => container === `${pod}inbox/`
