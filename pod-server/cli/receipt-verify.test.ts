import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Consent, recordQuads, recordTurtle } from '../consents/record.ts'
import { receiptClaims, signReceipt } from '../receipts/receipt.ts'
import { readSettings } from '../settings.ts'
import { receiptVerify } from './receipt-verify.ts'

const pod = 'https://pod.example/alice/'
const party = { iri: 'https://budget.example/id', name: 'Mon budget', contact: 'https://budget.example/' }
const consent: Consent = {
  id: '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
  pod,
  citizen: `${pod}profile/card#me`,
  controller: party,
  recipient: party,
  processes: [
    {
      category: 'bank',
      personalData: 'https://w3id.org/traboule/ns#BankData',
      purpose: 'https://w3id.org/dpv#RequestedServiceProvision',
      processing: ['https://w3id.org/dpv#Access'],
      necessity: 'https://w3id.org/dpv#Required',
      toldInFrench: 'Voir vos comptes\u001b[2J',
      toldInEnglish: 'See your accounts\u001b[2J',
      containers: [`${pod}data/bank/banque/`],
    },
  ],
  storage: {
    location: 'https://pod.example/',
    told: { fr: 'Ici.', en: 'Here.' },
    until: { fr: 'Fin', en: 'End' },
  },
  isSensitive: false,
  notice: 'https://pod.example/.agent/grant',
  withdrawnAt: 'https://pod.example/.account/',
  at: '2026-11-25T09:00:00Z',
  until: '2026-12-25T09:00:00Z',
}

let folder: string
let keys: string
let receipt: string
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-receipt-'))
  keys = join(folder, 'keys.json')
  receipt = join(folder, 'receipt.jwt')
  const claims = receiptClaims('https://pod.example/', {
    id: '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
    record: 'https://pod.example/alice/consents/0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
    turtle: recordTurtle(recordQuads(consent)),
    citizen: 'https://pod.example/alice/profile/card#me',
    recipient: 'https://budget.example/id',
    event: 'withdrawn',
    at: '2026-11-25T10:00:00Z',
  })
  await writeFile(receipt, `${signReceipt(claims, { kid: 'one', key: privateKey })}\n`)
  await writeFile(
    keys,
    JSON.stringify({ keys: [null, { ...publicKey.export({ format: 'jwk' }), kid: 'one' }] }),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function verify(file: string, source: string): Promise<string> {
  const lines: string[] = []
  await receiptVerify({
    settings: readSettings({ flags: {}, env: {} }),
    words: [file],
    flags: { keys: source },
    switches: new Set(),
    print: (line) => lines.push(line),
  })
  return lines.join('\n')
}

it('says what a receipt proves, by keys in a file', async () => {
  const said = await verify(receipt, keys)
  for (const word of ['2026-11-25T10:00:00Z', 'alice/profile/card#me', 'budget.example/id', 'pod.example'])
    expect(said).toContain(word)
  // The terms too, and nothing that moves the cursor.
  for (const word of ['2026-12-25T09:00:00Z', `${pod}data/bank/banque/`]) expect(said).toContain(word)
  expect(said).toMatch(/Bank accounts and transactions|Comptes et opérations bancaires/)
  expect(said).toMatch(/(See your accounts|Voir vos comptes)\?\[2J/)
  expect(said).toMatch(/grant withdrawn|autorisation retirée/)
  expect(said).toMatch(/It proves no more|Il ne prouve rien de plus/)
})

it('refuses what is signed by another, and what is no receipt', async () => {
  const none = join(folder, 'none.json')
  await writeFile(none, '{"keys":[]}')
  await expect(verify(receipt, none)).rejects.toMatchObject({ code: 'not-a-receipt' })
  await expect(verify(keys, keys)).rejects.toMatchObject({ code: 'not-a-receipt' })
})

it('says which file cannot be read', async () => {
  const told = (of: RegExp) => ({ code: 'not-found', sentence: { en: expect.stringMatching(of) } })
  await expect(verify(join(folder, 'nowhere'), keys)).rejects.toMatchObject(told(/nowhere. A citizen keeps/))
  await expect(verify(receipt, receipt)).rejects.toMatchObject(told(/^The keys cannot be read: .*receipt/))
})
