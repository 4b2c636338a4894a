import { insert } from './people.ts'

/** A document of a partner as a connector writes it: day curves of such qualities, by a run of that time. */
export const delivery = (
  endedAt: string,
  qualities: readonly string[],
  { connector = 'electricity', days = 7, gaps = 0 } = {},
): RequestInit => {
  const stamp = Date.parse(endedAt)
  const curves = qualities.map(
    (quality, at) => `<#day${at}.${stamp}> a tb:DayCurve; tb:recordKey "day${at}"; tb:quality "${quality}".`,
  )
  const names = qualities.map((_, at) => `<#day${at}.${stamp}>`).join(', ')
  return insert(`${curves.join('\n')}
<#run.${stamp}> a tb:ImportRun, <http://www.w3.org/ns/prov#Activity>; tb:connector "${connector}"; tb:connectorVersion "0.1.0";
  tb:sourceSha256 "${'a'.repeat(64)}"; tb:expectedWithin "P${days}D"^^<http://www.w3.org/2001/XMLSchema#duration>;
  ${gaps > 0 ? `tb:gaps "${gaps}"^^<http://www.w3.org/2001/XMLSchema#decimal>;` : ''}
  <http://www.w3.org/ns/prov#endedAtTime> "${endedAt}"^^<http://www.w3.org/2001/XMLSchema#dateTime>;
  <http://www.w3.org/ns/prov#wasAssociatedWith> <https://grid.example/#org>;
  <http://www.w3.org/ns/prov#generated> ${names}.`)
}

/** So many months from this one, as documents are called: of years ago nothing is said to be up to date. */
export function monthAway(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 15)).toISOString().slice(0, 7)
}

/** As a French heading calls it. */
export function monthName(month: string): string {
  const name = new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const words = name.format(Date.parse(month))
  return words.charAt(0).toUpperCase() + words.slice(1)
}
