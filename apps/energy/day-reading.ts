import { parseValues, stepMinutes } from '#vocab/day-curve'
import type { DayCurve } from '#vocab/generated/energy'
import { midnight, minutesOfDay } from './calendar.ts'

/** Energy over a stretch of a day; `wattHours` is null where nothing was read. */
export interface Slot {
  /** Milliseconds since 1970. */
  readonly start: number
  readonly minutes: number
  readonly wattHours: number | null
  /** True when part of the slot was not read. */
  readonly partial: boolean
}

/** All that is known of one local day. */
export interface DayReading {
  readonly day: string
  /** Sum of what is known. */
  readonly wattHours: number
  /** Minutes read, of the day's 1380, 1440 or 1500. */
  readonly knownMinutes: number
  readonly minutes: number
  /** True when all or part was estimated by the partner. */
  readonly estimated: boolean
  /** In order, over the whole day, all equally long. */
  readonly slots: readonly Slot[]
}

/**
 * A day from its curves: several when its readings have different steps, or came in parts. Where two say something of
 * the same minutes, the one that comes first in the list holds there: what was stated last comes first. Of a step that is
 * said in part already, the rest counts by its minutes. Drawn in slots of the longest step in use, at least half an
 * hour, so that no precision is made up.
 */
export function readDay(day: string, curves: readonly DayCurve[]): DayReading {
  const readings = curves.flatMap(readCurve)
  const minutes = minutesOfDay(day)
  const start = midnight(day)
  const length = Math.max(30, ...readings.map((it) => it.minutes))
  const slots = Array.from({ length: Math.ceil(minutes / length) }, (_, at) =>
    emptySlot(start, at, length, minutes),
  )
  const known = new Array<number>(slots.length).fill(0)
  const said = new Uint8Array(minutes)
  let total = 0
  let knownMinutes = 0
  let estimated = false
  for (const reading of readings) {
    for (const [at, fresh] of unsaid(reading, start, length, said)) {
      const slot = slots[at]
      if (!slot) continue
      const share =
        fresh === reading.minutes ? reading.wattHours : (reading.wattHours * fresh) / reading.minutes
      known[at] = (known[at] ?? 0) + fresh
      slots[at] = { ...slot, wattHours: (slot.wattHours ?? 0) + share }
      estimated ||= reading.estimated
      total += share
      knownMinutes += fresh
    }
  }
  return {
    day,
    wattHours: total,
    knownMinutes,
    minutes,
    estimated,
    slots: slots.map((slot, at) => ({
      ...slot,
      partial: slot.wattHours !== null && (known[at] ?? 0) < slot.minutes,
    })),
  }
}

interface StepReading {
  readonly start: number
  readonly minutes: number
  readonly wattHours: number
  readonly estimated: boolean
}

/** The minutes of a reading that nothing has said so far, by slot; from then on they are said. */
function unsaid(
  reading: StepReading,
  dayStart: number,
  slotLength: number,
  said: Uint8Array,
): Map<number, number> {
  const fresh = new Map<number, number>()
  const first = Math.floor((reading.start - dayStart) / 60_000)
  for (
    let minute = Math.max(0, first);
    minute < Math.min(first + reading.minutes, said.length);
    minute += 1
  ) {
    if (said[minute] === 1) continue
    said[minute] = 1
    const at = Math.floor(minute / slotLength)
    fresh.set(at, (fresh.get(at) ?? 0) + 1)
  }
  return fresh
}

function readCurve({ start, step, values, quality }: DayCurve): StepReading[] {
  const minutes = stepMinutes(step)
  const estimated = quality === 'estimated' || quality === 'mixed'
  const from = Date.parse(start)
  return parseValues(values).flatMap((wattHours, at) =>
    wattHours === null ? [] : [{ start: from + at * minutes * 60_000, minutes, wattHours, estimated }],
  )
}

function emptySlot(start: number, at: number, length: number, minutes: number): Slot {
  return {
    start: start + at * length * 60_000,
    minutes: Math.min(length, minutes - at * length),
    wattHours: null,
    partial: false,
  }
}
