const shape =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::00(?:\.0{1,6})?)?(?:(Z)|([+-])([01]\d):?([0-5]\d))?$/

/** A time as the file writes it. `local` is the epoch of the same digits in UTC. */
export interface Stamp {
  readonly local: number
  /** Minutes east of UTC, when the file says it. */
  readonly offset: number | undefined
}

/** Reads `2025-03-30 03:00:00`, `2025-03-30T03:00:00+02:00`, `…Z`; years 2000 to 2099. `undefined` for the rest. */
export function readStamp(text: string): Stamp | undefined {
  const [, date, hour, minute, zulu, sign, hours, minutes] = shape.exec(text) ?? []
  if (date === undefined || !date.startsWith('20')) return undefined
  const local = Date.parse(`${date}T${hour}:${minute}:00Z`)
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(date)) return undefined
  if (zulu !== undefined) return { local, offset: 0 }
  if (sign === undefined) return { local, offset: undefined }
  const offset = Number(hours) * 60 + Number(minutes)
  return { local, offset: sign === '-' ? -offset : offset }
}
