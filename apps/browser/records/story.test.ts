import { expect, it } from 'vitest'
import { TB } from '#vocab/namespaces'
import { typesIn } from './items.ts'
import { domainsOf } from './kinds.ts'
import { nodeText } from './node-text.ts'
import { storyOf, untold } from './story.ts'
import { example, pod, statementsOf, url } from './testing/read.ts'

async function story(turtle: string, fragment: string) {
  const statements = statementsOf(turtle)
  return storyOf(url, `${url}#${fragment}`, statements, await domainsOf(typesIn(statements)), [pod])
}

const own = 'F20250103-7.abcdefghij'
const run = (
  id: string,
  at: string,
  generated: string,
) => `<#run-${id}> a tb:ImportRun, prov:Activity; tb:connector "bank";
  tb:connectorVersion "1.2.3"; tb:sourceSha256 "${'ab'.repeat(32)}"; prov:endedAtTime "${at}"^^xsd:dateTime;
  prov:wasAssociatedWith <https://bank.example/#it>; prov:generated <#${generated}> .`

it('tells a record in the words of its class, with its links apart', async () => {
  const told = await story(example('bank-operation'), own)
  expect(told?.said.words().title).toBe('PRLV ENERGIE DU RHONE')
  const values = Object.fromEntries(told?.properties.map(({ name, values }) => [name, values.join()]) ?? [])
  expect(values['montant']).toBe('\u221245,90\u00a0€')
  expect(values['date de valeur']).toBe('4\u00a0janvier 2025')
  expect(told?.links).toEqual([
    {
      iri: `${pod}data/x/y/account.ttl`,
      direction: 'to',
      predicate: `${TB}account`,
      name: 'document du compte',
      title: undefined,
    },
  ])
  expect(told?.versions).toEqual([])
})

it('says once what its heading says: title, day and amount', async () => {
  const told = await story(example('bank-operation'), own)
  if (!told) throw new Error('no story')
  const names = untold(told).map(({ name }) => name)
  expect(names).toContain('date de valeur')
  expect(names).not.toContain('montant')
  expect(untold(told).length).toBe(told.properties.length - 3)
  const incoming = await story(example('bank-operation').replace('-45.9', '45.9'), own)
  if (!incoming) throw new Error('no story')
  expect(untold(incoming).length).toBe(incoming.properties.length - 3)
})

it('tells the imports that state it, and none of the others', async () => {
  const text = [
    example('bank-operation'),
    run('a', '2026-01-01T00:00:00Z', own),
    run('b', '2026-01-02T00:00:00Z', 'other'),
  ]
  expect((await story(text.join('\n'), own))?.runs.map(({ endedAt }) => endedAt)).toEqual([
    '2026-01-01T00:00:00Z',
  ])
})

it('tells all versions, the one that counts first, from either of them', async () => {
  const old = example('bank-operation').replace('.abcdefghij', '.old').replace('-45.9', '-40.5')
  const text = [
    old,
    example('bank-operation'),
    run('a', '2026-01-01T00:00:00Z', 'F20250103-7.old'),
    run('b', '2026-01-02T00:00:00Z', own),
  ]
  for (const fragment of [own, 'F20250103-7.old']) {
    const versions = (await story(text.join('\n'), fragment))?.versions
    expect(versions?.map(({ iri, isCurrent }) => [iri, isCurrent])).toEqual([
      [`${url}#${own}`, true],
      [`${url}#F20250103-7.old`, false],
    ])
    expect(versions?.[1]?.said.words().value).toBe('\u221240,50\u00a0€')
  }
})

it('links an invoice and its lines, which name it by its key', async () => {
  const line = `<#l> a tb:InvoiceLine; tb:recordKey "l"; tb:invoiceKey "0002:999999998|F-1|2026-03-05";
    schema:description "Abonnement"; tb:netAmount 12.3; schema:currency "EUR" .`
  const text = `${example('invoice')}\n${line}`
  expect((await story(text, 'F-1.abcdefghij'))?.links).toMatchObject([
    { iri: `${url}#l`, direction: 'from', title: 'Abonnement · 12,30\u00a0€' },
  ])
  expect((await story(text, 'l'))?.links).toMatchObject([{ iri: `${url}#F-1.abcdefghij`, direction: 'to' }])
})

it('tells the unknown by its own names, its parts in a line, and nothing at length', async () => {
  const told = await story(
    `<#r> a <https://food.example/Recipe>; <https://food.example/cook> [ schema:name "Nour"; schema:jobTitle "chef" ];
      <https://food.example/page> <https://elsewhere.example/x>; <https://food.example/text> "${'a'.repeat(1 << 20)}" .`,
    'r',
  )
  expect(told?.properties.map(({ name, values }) => [name, values[0]?.slice(0, 30)])).toEqual([
    ['cook', 'Nour · chef'],
    ['page', 'https://elsewhere.example/x'],
    ['text', 'a'.repeat(30)],
  ])
  expect(told?.properties[2]?.values[0]?.length).toBeLessThan(600)
  expect(await story('<#a> a <https://x.example/A> .', 'b')).toBeUndefined()
})

it('writes the text of a node with its nameless parts, and of no other', () => {
  const statements = statementsOf(
    '<#r> schema:name "a\\"b"@fr; schema:author [ schema:name "Nour" ] . <#s> schema:name "s" .',
  )
  const text = nodeText(`${url}#r`, statements)
  expect(statementsOf(text)).toHaveLength(3)
  expect(text).toContain('@prefix schema:')
  expect(text).not.toContain('#s>')
})
