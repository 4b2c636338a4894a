import { expect, it } from 'vitest'
import { tb } from '#vocab/generated/terms'
import { PodFailure } from '../../shared/pod/failure.ts'
import { endAt, titleAt, wordsOf } from './link-words.ts'
import { example, pod, statementsOf } from './testing/read.ts'

const account = `${pod}data/x/y/account.ttl`
const reading = (turtle: string) => async (url: string) => statementsOf(turtle, url)

it('calls a link by what it leads to', () => {
  expect(wordsOf(tb.account, 'document du compte', account)).toEqual({ is: 'Compte', see: 'Voir le compte' })
  expect(wordsOf('https://x.example/p', 'p', account)).toEqual({ is: 'p', see: 'Voir le document' })
  expect(wordsOf('https://x.example/p', 'p', `${account}#a`).see).toBe('Voir l’élément')
})

it('calls a document by the one thing that it is about, and a thing by its own name', async () => {
  const one = example('bank-account')
  expect((await titleAt(account, reading(one)))?.()).toBe('Compte courant finissant par 5678')
  const two = `${one} <#other> <http://www.w3.org/2000/01/rdf-schema#label> "Autre" .`
  expect(await titleAt(account, reading(two))).toBeUndefined()
  expect((await titleAt(`${account}#other`, reading(two)))?.()).toBe('Autre')
})

it('says of what is merged in which document it stands, and by its own name where it has one: never its address', () => {
  const [bill, other] = [
    `${pod}data/bank/banque/a1/2025-02.ttl#op-1234abcd`,
    `${pod}data/shop/x/recu%202.nt#a`,
  ]
  expect(endAt(bill, undefined)).toBe('Voir l’élément\u00a0: Février 2025')
  expect(endAt(other, undefined)).toBe('Voir l’élément\u00a0: recu 2')
  expect(endAt(`${pod}data/shop/x/2025-02.ttl`, undefined)).toBe('Voir le document\u00a0: Février 2025')
  expect(endAt(bill, () => 'Loyer · 700 €')).toBe('Loyer · 700 €')
})

it('calls nothing by what could not be read', async () => {
  const refused = (url: string) => Promise.reject(new PodFailure('refused', url, 403))
  expect(await titleAt(account, refused)).toBeUndefined()
})
