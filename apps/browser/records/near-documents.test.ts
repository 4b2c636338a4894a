import { expect, it } from 'vitest'
import { overview } from '../data.ts'
import { mergesOf, twinDocuments, twinsOf } from './near-documents.ts'
import { pod, statementsOf } from './testing/read.ts'

const at = (path: string) => `${pod}data/bank/${path}`
const operation = (
  url: string,
  id: string,
  layout: string,
) => `<${url}#${id}> a tb:BankOperation; tb:recordKey "${id}";
  tb:bookingDate "2025-01-03"^^xsd:date; tb:amount -45.9; schema:currency "EUR"; schema:description "PRLV ${id}"; tb:account <${at('b/a/account.ttl')}> .
  <${url}#run> a tb:ImportRun; tb:layout "${layout}"; prov:generated <${url}#${id}> .`

it('finds the same operation that came by another file, from either side', async () => {
  const [one, other] = [at('b/a/2025-01.ttl'), at('c/a/2025-01.ttl')]
  const texts = new Map([
    [one, operation(one, 'x', 'ofx')],
    [other, operation(other, 'y', 'csv')],
  ])
  const read = async (url: string) => statementsOf(texts.get(url) ?? '', url)
  const twins = await Promise.all([
    twinsOf(`${one}#x`, await read(one), [other, at('gone')], read),
    twinsOf(`${other}#y`, await read(other), [one], read),
  ])
  expect(twins.flat().map(({ iri }) => iri)).toEqual([`${other}#y`, `${one}#x`])
  expect(
    twins
      .flat()
      .map(({ counts }) => counts)
      .sort(),
  ).toEqual([false, true])
})

it('looks in documents of the same period and of the accounts, of that category alone', () => {
  const entry = (path: string) => ({ url: `${pod}data/${path}`, isContainer: false })
  const partners = overview(
    pod,
    [
      'bank/b/a/2025-01.ttl',
      'bank/b/a/account.ttl',
      'bank/c/a/2025-01.ttl',
      'bank/c/a/2025-02.ttl',
      'energy/d/a/2025-01.ttl',
    ].map(entry),
  )
  expect(twinDocuments(at('b/a/2025-01.ttl'), partners).sort()).toEqual([
    at('b/a/account.ttl'),
    at('c/a/2025-01.ttl'),
  ])
})

it('finds the links that name a record, and what else of the pod they name', async () => {
  const iri = `${at('b/a/2025-01.ttl')}#x`
  const read = async (url: string) => {
    if (url.endsWith('bad')) throw new Error('refused')
    return statementsOf(
      `<> <https://x.example/debit> <${iri}>; <https://x.example/invoice> <${pod}f#1>, <https://elsewhere.example/> .`,
      url,
    )
  }
  const merges = await mergesOf(iri, [`${pod}links/1`, `${pod}links/bad`], [pod], read)
  expect(merges).toEqual([{ url: `${pod}links/1`, others: [`${pod}f#1`] }])
})
