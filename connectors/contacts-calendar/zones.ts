import { instantOf, isTimeZone } from '#vocab/recurrence/zone'
import { ConnectorError } from '../errors.ts'
import { type Component, property } from '../formats/components.ts'
import { embeddedZone } from './vtimezone.ts'

/** The clocks of a TZID. */
export interface Zone {
  /** Its name in the IANA data base, when it has one: a rule can then be followed. */
  readonly iana?: string
  /** @param local the epoch of the digits that clocks show. */
  instantOf(local: number): number
}

export interface Zones {
  named(tzid: string): Zone | undefined
}

/** What Windows and Outlook write, for the zones that are likely here (Unicode CLDR, windowsZones). */
const windows: Readonly<Record<string, string>> = {
  'Romance Standard Time': 'Europe/Paris',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central European Standard Time': 'Europe/Warsaw',
  'GMT Standard Time': 'Europe/London',
  'Eastern Standard Time': 'America/New_York',
}

/** Of zones that a calendar defines, and of those that its events name. */
const maxZones = 1000

/**
 * The zones of a calendar. A TZID that is an IANA name, ends with one (`/mozilla.org/20050126_1/Europe/Paris`), or is Windows'
 * name of one is that zone, whatever the file defines; any other is what the file's own VTIMEZONE says.
 *
 * @throws ConnectorError `too-many-records`.
 */
export function zonesOf(calendar: Component): Zones {
  const known = new Map<string, Zone | undefined>()
  const definitions = definitionsOf(calendar)
  const resolve = (tzid: string): Zone | undefined => {
    const definition = definitions.get(tzid)
    const said = [tzid, tzid.split('/').slice(-2).join('/'), windows[tzid]]
    const location = definition && property(definition, 'X-LIC-LOCATION')?.value.trim()
    const iana = [...said, location].find((name) => name !== undefined && isTimeZone(name))
    if (iana !== undefined) return { iana, instantOf: (local) => instantOf(local, iana) }
    return definition && { instantOf: embeddedZone(definition) }
  }
  return {
    named(tzid) {
      if (!known.has(tzid) && known.size >= maxZones)
        throw new ConnectorError('too-many-records', { field: 'TZID', limit: String(maxZones) })
      if (!known.has(tzid)) known.set(tzid, resolve(tzid))
      return known.get(tzid)
    },
  }
}

/** By their TZID, the first of each. */
function definitionsOf(calendar: Component): ReadonlyMap<string, Component> {
  const definitions = new Map<string, Component>()
  for (const component of calendar.children) {
    if (component.name !== 'VTIMEZONE') continue
    const tzid = property(component, 'TZID')?.value.trim()
    if (tzid === undefined || definitions.has(tzid)) continue
    if (definitions.size >= maxZones)
      throw new ConnectorError('too-many-records', {
        line: component.line,
        field: 'VTIMEZONE',
        limit: String(maxZones),
      })
    definitions.set(tzid, component)
  }
  return definitions
}
