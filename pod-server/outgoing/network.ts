import { isIPv6 } from 'node:net'

/** One site, whichever of its addresses is called: of IPv6, the first 64 bits. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const [before, after] = [head, tail].map((it) => (it === '' ? [] : it.split(':'))) as [string[], string[]]
  const zeros = new Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
