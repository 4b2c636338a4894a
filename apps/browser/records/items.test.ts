import { afterEach, describe, expect, it } from 'vitest'
import { expand } from '#vocab/day-curve'
import { readDayCurve } from '#vocab/generated/energy'
import { Graph } from '#vocab/graph'
import { setLanguage } from '../../shared/i18n/language.ts'
import { readItems } from './items.ts'
import { example, itemsIn, pod, statementsOf, url } from './testing/read.ts'

afterEach(() => setLanguage('fr'))

const titles = async (turtle: string) => (await itemsIn(turtle)).map((it) => it.words().title)

describe('what a document holds', () => {
  it('counts a record once, with its versions, and no import', async () => {
    const old = example('bank-operation').replace('.abcdefghij', '.old').replace('-45.9', '-40.5')
    const run = `<#run> a tb:ImportRun, prov:Activity; prov:endedAtTime "2026-01-01T00:00:00Z"^^xsd:dateTime;
      prov:generated <#F20250103-7.abcdefghij> .`
    const [item, ...others] = await itemsIn(`${old}\n${example('bank-operation')}\n${run}`)
    expect(others).toEqual([])
    expect(item).toMatchObject({ versions: 2, isOwn: true, iri: `${url}#F20250103-7.abcdefghij` })
  })

  it('dates the lines of an invoice by it', async () => {
    const line = `<#l> a tb:InvoiceLine; tb:recordKey "l"; tb:invoiceKey "0002:999999998|F-1|2026-03-05";
      schema:description "Abonnement"; tb:netAmount 12.3; schema:currency "EUR" .`
    const items = await itemsIn(`${example('invoice')}\n${line}`)
    expect(items.map(({ day }) => day)).toEqual(['2026-03-05', '2026-03-05'])
    expect(items[1]?.words().detail).toContain('Lumière du Rhône')
  })

  it('takes no other document’s node for one of ours', async () => {
    const [item] = await itemsIn(example('meter').replace('<#', '<other.ttl#'))
    expect(item?.isOwn).toBe(false)
    expect(item?.label).toBeUndefined()
  })

  it('tells what does not conform as it tells the unknown', async () => {
    const [item] = await itemsIn('<#x> a tb:Meter; tb:energy "coal"; schema:name "Cave" .')
    expect(item?.words()).toEqual({ title: 'Cave', detail: 'compteur', value: '' })
  })
})

describe('what others wrote', () => {
  it('reads their invoices and their observations as ours', async () => {
    const invoice = `@prefix s: <http://schema.org/> . <#f> a s:Invoice; s:identifier "7"; s:dateCreated "2025-02-01";
      s:provider [ s:name "Les Eaux" ]; s:totalPaymentDue [ s:price 12.5; s:priceCurrency "EUR" ] .`
    const [bill, ...rest] = await itemsIn(invoice)
    expect(rest).toEqual([])
    expect(bill?.words()).toMatchObject({ title: 'Les Eaux', value: '12,50\u00a0€' })

    const graph = new Graph(statementsOf(example('day-curve')))
    const curve = readDayCurve(graph.node(`${url}#k7c3x5m2a4p6q.abcdefghij`))
    if (!curve) throw new Error('no curve')
    const { items } = await readItems(url, expand(curve, `${url}#day`))
    expect(items.map((it) => [it.day, it.words().value])).toEqual([['2025-01-05', '4,22\u00a0kWh']])
  })

  it('shows unknown classes by their own names, in the language of the screen', async () => {
    const recipe = `<#r> a <https://food.example/Recipe>; <http://www.w3.org/2000/01/rdf-schema#label> "Quenelles"@fr, "Dumplings"@en;
      dct:created "2025-05-04T23:30:00Z"^^xsd:dateTime .`
    const [item] = await itemsIn(recipe)
    expect(item).toMatchObject({ day: '2025-05-05', type: 'https://food.example/Recipe' })
    // Nobody made the name of the class to be read, in French least of all.
    expect(item?.words()).toEqual({ title: 'Quenelles', detail: '', value: '' })
    setLanguage('en')
    expect(item?.words()).toEqual({ title: 'Dumplings', detail: 'Recipe', value: '' })
  })

  it('takes for a name what a vocabulary that nobody here knows calls one', async () => {
    const [task] = await itemsIn(
      '<#t> a <https://x.example/Task>; <https://x.example/p> "o"; <https://x.example/ns#summary> "Arroser" .',
    )
    expect(task?.words().title).toBe('Arroser')
  })

  it('leaves nameless parts to the thing that they are part of, and shows nodes without a name', async () => {
    expect(
      await titles(`<#me> vcard:fn "Nour"; vcard:hasEmail <#m>, [ vcard:value <mailto:b@x.example> ] .
        <#m> vcard:value <mailto:a@x.example> .`),
    ).toEqual(['Nour'])
    const nameless = await itemsIn('<#a> <https://x.example/p> "o" . <#b> <https://x.example/q> <#b> .')
    expect(nameless.map((it) => it.words())).toEqual([
      { title: 'Élément sans titre', detail: 'o', value: '' },
      { title: 'Élément sans titre', detail: '', value: '' },
    ])
  })

  it('is bounded, whatever somebody sends', async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => `<#n${at}> a <https://x.example/C${at}> .`).join(
      '\n',
    )
    const { items, isCut } = await readItems(url, statementsOf(many))
    expect([items.length, isCut]).toEqual([10_000, true])
    const [long] = await itemsIn(`<#x> schema:name "<img src=x onerror=alert(1)>${'a'.repeat(1 << 20)}" .`)
    const title = long?.words().title ?? ''
    expect(title.length).toBeLessThan(250)
    expect(title).toContain('<img')
    expect(pod).toContain('alice')
  })
})
