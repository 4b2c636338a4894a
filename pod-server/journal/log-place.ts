/** A document of a pod's log: the whole, or a day of it. */
export interface LogPlace {
  readonly pod: string
  /** `2026-11-25`, UTC; undefined for the container. */
  readonly day: string | undefined
}

const place = /^([^/]+)\/log\/(.*)$/s

/** The document of a log that a path below the base URL names. Pure. */
export function logPlaceOf(path: string): LogPlace | undefined {
  const [, pod, day] = place.exec(path) ?? []
  if (pod === undefined || day === undefined) return undefined
  if (day === '') return { pod, day: undefined }
  return dayOf(day) === undefined ? undefined : { pod, day }
}

/** When a day begins: UTC milliseconds. */
export function dayOf(day: string): number | undefined {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(start) || nameOf(start) !== day ? undefined : start
}

export const nameOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export const oneDay = 86_400_000
