/** A place of a pod's log: the whole, or a day of it. */
export interface LogPlace {
  readonly pod: string
  /** `2026-11-25`, UTC; undefined for the container, null for what is no day. */
  readonly day: string | undefined | null
}

const place = /^([^/]+)\/log(\/|$|\.acl$|\.meta$)(.*)$/s

/** Whether a path, below the base URL, lies in a log: then nothing else is there, whoever has written it. Pure. */
export function logPlaceOf(path: string): LogPlace | undefined {
  const [, pod, slash, rest = ''] = place.exec(path) ?? []
  if (pod === undefined) return undefined
  if (slash === '/' && rest === '') return { pod, day: undefined }
  return { pod, day: slash === '/' && dayOf(rest) !== undefined ? rest : null }
}

/** When a day begins: UTC milliseconds. */
export function dayOf(day: string): number | undefined {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(start) || nameOf(start) !== day ? undefined : start
}

export const nameOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export const oneDay = 86_400_000
