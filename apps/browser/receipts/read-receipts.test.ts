import { beforeAll, describe, expect, it } from 'vitest'
import { writeConsentGiven, writeWithdrawConsent } from '#vocab/generated/consents'
import type { Statement } from '#vocab/graph'
import { DPV } from '#vocab/namespaces'
import { type ReceiptClaims, type ReceiptKey, receiptType } from '#vocab/receipt'
import { PodFailure } from '../../shared/pod/failure.ts'
import { consentRecord } from '../testing/consent-record.ts'
import { listReceipts, type PodReader, readReceipts, receiptKeys } from './read-receipts.ts'

const server = 'https://pods.example/'
const pod = `${server}alice/`
const citizen = `${pod}profile/card#me`
const id = '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01'
const record = `${pod}consents/${id}`
const at = '2026-11-25T10:00:00Z'

/** What the record says; that its text is Turtle is for the parser. */
const statements: readonly Statement[] = [
  ...consentRecord(record, { citizen, server, recipient: 'https://budget.example/id' }),
  ...writeWithdrawConsent({ exercisedAt: `${server}.account/`, title: 'Mon compte' }, `${record}#withdrawal`),
  ...writeConsentGiven(
    { indicatedBy: citizen, at, method: `${server}.agent/grant`, until: '2027-11-25T10:00:00Z' },
    `${record}#given`,
  ),
]

let keys: readonly ReceiptKey[]
let sound: string
let ofBob: string

beforeAll(async () => {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  keys = [{ ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'one' } as unknown as ReceiptKey]
  sound = await signed(pair.privateKey, citizen)
  ofBob = await signed(pair.privateKey, `${server}bob/profile/card#me`)
})

async function signed(key: CryptoKey, sub: string): Promise<string> {
  const recorded = 'the record'
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(recorded))
  const claims: ReceiptClaims = {
    iss: server,
    iat: Date.parse(at) / 1000,
    jti: `${id}-1`,
    sub,
    aud: 'https://budget.example/id',
    receipt: {
      identifier: `${id}-1`,
      conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr',
      created: at,
      publisher: server,
      dataSubject: sub,
      recipient: 'https://budget.example/id',
      status: `${DPV}ConsentGiven`,
      record,
      recordSha256: Buffer.from(digest).toString('hex'),
    },
    recorded,
    statement: { fr: 'Ce reçu prouve…', en: 'This receipt proves…' },
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'ES256', typ: receiptType, kid: 'one' })}.${part(claims)}`
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(text))
  return `${text}.${Buffer.from(signature).toString('base64url')}`
}

/** A pod with these texts as its receipts, by name. */
const podWith = (texts: Readonly<Record<string, string>>): PodReader => ({
  list: async (container) =>
    Object.keys(texts).map((name, day) => ({
      url: `${container}${name}`,
      isContainer: name.endsWith('/'),
      modified: `2026-11-0${day + 1}T00:00:00Z`,
    })),
  file: async (url) => {
    const text = texts[url.slice(`${pod}receipts/`.length)]
    if (text === undefined) throw new PodFailure('refused', url, 403)
    return new TextEncoder().encode(text)
  },
  parse: async () => statements,
})

const readOne = async (name: string, text: string, by = keys) => {
  const [it] = await readReceipts(podWith({ [name]: text }), [`${pod}receipts/${name}`], by, citizen)
  return it
}

describe('a receipt', () => {
  it('says to whom, what, why, until when, once its signature is verified', async () => {
    expect(await readOne(`${id}-1`, `${sound}\n`)).toEqual({
      url: `${pod}receipts/${id}-1`,
      jws: sound,
      found: {
        event: 'given',
        at,
        recipient: 'https://budget.example/id',
        adds: false,
        subjects: [
          {
            category: 'bank',
            why: { fr: 'Voir vos comptes', en: 'See your accounts' },
            containers: [`${pod}data/bank/banque/`],
          },
        ],
        until: '2027-11-25T10:00:00Z',
        given: '2026-11-25T10:00:00Z',
        issuer: server,
      },
    })
  })

  it('proves nothing when it was changed, is signed by another, or is of somebody or something else', async () => {
    const [head, claims = '', signature] = sound.split('.')
    const other = `${claims.slice(0, 40)}${claims[40] === 'A' ? 'B' : 'A'}${claims.slice(41)}`
    expect((await readOne(`${id}-1`, [head, other, signature].join('.')))?.found).toBe('changed')
    expect((await readOne(`${id}-1`, sound, []))?.found).toBe('unknown-key')
    expect((await readOne(`${id}-1`, 'no receipt'))?.found).toBe('malformed')
    expect((await readOne(`${id}-1`, ofBob))?.found).toBe('another')
    expect((await readOne(`${id}-2`, sound))?.found).toBe('another')
  })

  it('that cannot be read keeps no other from being read', async () => {
    const urls = [`${pod}receipts/none`, `${pod}receipts/${id}-1`]
    const found = await readReceipts(podWith({ [`${id}-1`]: sound }), urls, keys, citizen)
    expect(found).toMatchObject([
      { jws: undefined, found: { kind: 'refused' } },
      { found: { event: 'given' } },
    ])
  })
})

it('receipts are listed the last first', async () => {
  const listed = await listReceipts(podWith({ one: '', 'folder/': '', two: '' }), pod)
  expect(listed.map(({ url }) => url)).toEqual([`${pod}receipts/two`, `${pod}receipts/one`])
})

it('the keys are asked for where the server publishes them, and are a set of keys or a failure', async () => {
  const asked: string[] = []
  const answering = (body: string) => async (url: string) => {
    asked.push(url)
    return new Response(body)
  }
  expect(await receiptKeys(answering(JSON.stringify({ keys: [null, ...keys] })), server)).toEqual(keys)
  expect(asked).toEqual([`${server}.keys/receipts`])
  await expect(receiptKeys(answering('{}'), server)).rejects.toMatchObject({ kind: 'unreadable' })
})
