import { isIPv6 } from 'node:net'

/** One site, whichever of its addresses is called: of IPv6, the first 64 bits; IPv4 written as IPv6 is IPv4 (RFC 4291 §2.5.5.2). */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address)
  if (!isMapped(groups)) return groups.slice(0, 4).join(':')
  const bytes = groups
    .slice(6)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
  return bytes.join('.')
}

const isMapped = (groups: readonly string[]): boolean =>
  groups[5] === 'ffff' && groups.slice(0, 5).every((group) => group === '0')

/** The eight of them, each in small letters and without zeros before. */
function groupsOf(address: string): readonly string[] {
  // Of any form, the host of a URL has the one of RFC 5952, without the IPv4 at its end.
  const plain = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [head = '', tail = ''] = plain.split('::')
  const [before, after] = [head, tail].map((it) => (it === '' ? [] : it.split(':'))) as [string[], string[]]
  return [...before, ...new Array<string>(8 - before.length - after.length).fill('0'), ...after]
}
