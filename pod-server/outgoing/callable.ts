import { BlockList, isIP } from 'node:net'
import type { Bilingual } from '../bilingual.ts'
import type { Settings } from '../settings.ts'

/** What the server may call on a stranger's word. */
export interface Reach {
  /** Its own hosts, which it never calls. */
  readonly ownHosts: ReadonlySet<string>
  /** Its own ports of this machine, of which it may call the others; undefined: it calls nothing of this machine. */
  readonly ownPorts: ReadonlySet<number> | undefined
}

export type Fault = 'malformed-url' | 'not-https' | 'own-address' | 'private-address' | 'unknown-name'

export const faultSentences: Readonly<Record<Fault, Bilingual>> = {
  'malformed-url': {
    fr: 'Donnez une adresse complète, de 2 000 caractères au plus, sans nom ni mot de passe.',
    en: 'Give a whole address, of 2,000 characters at most, without a name or password.',
  },
  'not-https': {
    fr: 'Ce serveur n’appelle que des adresses https.',
    en: 'This server only calls https addresses.',
  },
  'own-address': {
    fr: 'Cette adresse est celle de ce serveur même : donnez-en une d’un autre serveur.',
    en: 'This address is this server’s own: give one of another server.',
  },
  'private-address': {
    fr: 'Cette adresse n’est pas publique : donnez-en une que tout le monde peut atteindre.',
    en: 'This address is not public: give one that everybody can reach.',
  },
  'unknown-name': {
    fr: 'Ce nom ne mène à aucune adresse : vérifiez-le, ou réessayez dans un moment.',
    en: 'This name leads to no address: check it, or try again in a moment.',
  },
}

const maxUrlLength = 2000

/**
 * Someone who develops on this machine (base address and interface are both its own) is called back on it, as CSS allows
 * `http://localhost` for their Client ID documents. Any other server calls nothing of its own machine.
 */
export function reachOf({ baseUrl, host, port, apps }: Settings): Reach {
  const own = [baseUrl, ...apps.map(({ origin }) => origin)].map((address) => new URL(address))
  const isHere = isOfThisMachine(new URL(baseUrl).hostname) && isOfThisMachine(host)
  return {
    ownHosts: new Set(own.map(({ hostname }) => hostname).filter((name) => !isOfThisMachine(name))),
    ownPorts: isHere ? new Set([port, ...own.map(portOf)]) : undefined,
  }
}

/** What is wrong with a URL, before its name is looked up. */
export function faultOfUrl(text: string, { ownHosts, ownPorts }: Reach): Fault | undefined {
  if (text.length > maxUrlLength || !URL.canParse(text)) return 'malformed-url'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'malformed-url'
  const name = url.hostname.replace(/\.$/, '')
  const isHere = isOfThisMachine(name)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere && ownPorts)) return 'not-https'
  if (ownHosts.has(name) || (isHere && ownPorts?.has(portOf(url)))) return 'own-address'
  return undefined
}

/** What is wrong with the addresses that its name leads to: each of them must be good, or none is called. */
export function faultOfAddresses(
  url: URL,
  addresses: readonly string[],
  { ownPorts }: Reach,
): Fault | undefined {
  if (addresses.length === 0) return 'unknown-name'
  const isCallable = (address: string) =>
    isPublic(address) || (isLoopback(address) && ownPorts !== undefined && !ownPorts.has(portOf(url)))
  return addresses.every(isCallable) ? undefined : 'private-address'
}

/** The addresses that a URL says itself; undefined when its name has to be looked up. */
export function addressesIn({ hostname }: URL): readonly string[] | undefined {
  const name = hostname.replace(/\.$/, '')
  const literal = name.replace(/^\[(.*)\]$/, '$1')
  if (isIP(literal) !== 0) return [literal]
  return /(^|\.)localhost$/.test(name) ? ['127.0.0.1', '::1'] : undefined
}

/** Whether an address is of the public internet: unicast, and of no range that IANA keeps for a special purpose. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4')
    case 6:
      return unicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
    default:
      return false
  }
}

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

export const isOfThisMachine = (host: string): boolean => {
  const url = URL.canParse(`http://${host}`) ? `http://${host}` : `http://[${host}]`
  return URL.canParse(url) && (addressesIn(new URL(url)) ?? ['']).every(isLoopback)
}

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80)

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** All that is assigned of IPv6 unicast: what maps or translates IPv4, local and multicast addresses are elsewhere. */
const unicast = new BlockList()
unicast.addSubnet('2000::', 3, 'ipv6')

const special = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Within Azure, the machine's own host.
  ['168.63.129.16', 32],
] as const)
  special.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, bits, 'ipv6')
