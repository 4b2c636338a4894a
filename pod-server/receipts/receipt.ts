import { createHash, sign } from 'node:crypto'
import { DPV } from '#vocab/namespaces'
import { type ReceiptClaims, receiptType } from '#vocab/receipt'
import type { Bilingual } from '../bilingual.ts'
import type { SigningKey } from '../keys/SigningKeys.ts'

/** What a receipt is of: a consent record, as it has just been recorded. */
export interface Recorded {
  /** Of the grant. */
  readonly id: string
  /** The record's address, and what it says: Turtle. */
  readonly record: string
  readonly turtle: string
  readonly citizen: string
  readonly recipient: string
  readonly event: 'given' | 'withdrawn'
  /** UTC, whole seconds. */
  readonly at: string
}

/** How much a receipt proves. */
export const statement: Bilingual = {
  fr: 'Ce reçu prouve que ce serveur a enregistré ce consentement, à cet instant, dans ces termes. Il ne prouve rien de plus : ni ce que le destinataire a fait des données, ni que le serveur a bien recueilli la volonté du citoyen.',
  en: 'This receipt proves that this server recorded this consent, at this instant, in these terms. It proves no more: neither what the recipient did with the data, nor that the server collected the citizen’s will as it should.',
}

/** One for the grant, one for its withdrawal. */
export const receiptId = ({ id, event }: Pick<Recorded, 'id' | 'event'>): string =>
  `${id}-${event === 'given' ? 1 : 2}`

export function receiptClaims(server: string, recorded: Recorded): ReceiptClaims {
  const { record, turtle, citizen, recipient, event, at } = recorded
  const identifier = receiptId(recorded)
  return {
    iss: server,
    iat: Date.parse(at) / 1000,
    jti: identifier,
    sub: citizen,
    aud: recipient,
    receipt: {
      identifier,
      conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr',
      created: at,
      publisher: server,
      dataSubject: citizen,
      recipient,
      status: `${DPV}${event === 'given' ? 'ConsentGiven' : 'ConsentWithdrawn'}`,
      record,
      recordSha256: createHash('sha256').update(turtle).digest('hex'),
    },
    recorded: turtle,
    statement,
  }
}

/** The compact JWS (RFC 7515 §3.1) of a receipt. */
export const signReceipt = (claims: ReceiptClaims, key: Pick<SigningKey, 'kid' | 'key'>): string =>
  signClaims(receiptType, claims, key)

/** The same of anything that a server gives a citizen in proof. `typ`: of what. */
export function signClaims(
  typ: string,
  claims: object,
  { kid, key }: Pick<SigningKey, 'kid' | 'key'>,
): string {
  const signed = `${part({ alg: 'ES256', typ, kid })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

/** What a receipt of this server's own says, which nobody else can write: not verified. */
export const ownClaims = (jws: string): ReceiptClaims =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as ReceiptClaims

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
