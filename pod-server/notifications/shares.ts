import { sameIssuer } from '../access/decide.ts'
import { podOf } from '../engine/path.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { Subscriber } from './ChannelAccess.ts'

/** How many channels of a kind may be open at once in a pod. */
export interface Shares {
  readonly kind: string
  /** Of a WebID that has its account here; all of an operator's apps at once. */
  readonly ofOne: number
  /** Of all WebIDs that others attest together: whoever has an issuer of their own has as many as they want. */
  readonly ofStrangers: number
  /** Of all who do not say who they are; undefined: they share with strangers. */
  readonly ofNobody?: number
}

/** Who shares places with whom. */
export interface Holder {
  readonly name: string
  readonly most: number
}

/** On one topic, of all kinds and from everybody but the people of its own pod: so many are told of each write to it. */
const mostOnTopic = 128

/** The holders whose places a channel takes, one of each. */
export function holdersOf(topic: string, subscriber: Subscriber, shares: Shares, baseUrl: string): Holder[] {
  const pod = podOf(new Addresses(baseUrl).path(topic))
  const own = holderIn(pod, subscriber, shares, baseUrl)
  const isAtHome = subscriber.webId?.startsWith(`${baseUrl}${pod}/`) === true
  return isAtHome ? [own] : [own, { name: `topic ${topic}`, most: mostOnTopic }]
}

function holderIn(
  pod: string,
  { webId, issuer }: Subscriber,
  { kind, ofOne, ofStrangers, ofNobody }: Shares,
  baseUrl: string,
): Holder {
  if (webId === undefined && ofNobody !== undefined) return { name: `${kind} ${pod} nobody`, most: ofNobody }
  return webId !== undefined && issuer !== undefined && sameIssuer(issuer, baseUrl)
    ? { name: `${kind} ${pod} ${webId}`, most: ofOne }
    : { name: `${kind} ${pod}`, most: ofStrangers }
}
