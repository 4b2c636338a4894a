import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'
import { parseRuns } from './parse-runs.ts'

const url = 'https://pod.example/alice/data/bank/b/a1/2026-03.ttl'
const prefixes =
  '@prefix tb: <https://w3id.org/traboule/ns#>. @prefix schema: <https://schema.org/>. @prefix prov: <http://www.w3.org/ns/prov#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.'
const operation = (fragment: string, key: string, amount: string) => `
${fragment} a tb:BankOperation; tb:recordKey "${key}"; tb:account <account.ttl>;
  tb:bookingDate "2026-03-02"^^xsd:date; tb:amount ${amount}; schema:currency "EUR"; schema:description "CAFE".`
const run = (fragment: string, endedAt: string, ...generated: string[]) => `
${fragment} a tb:ImportRun, prov:Activity; tb:connector "bank"; tb:connectorVersion "0.1.0";
  tb:sourceSha256 "${'a'.repeat(64)}"; prov:endedAtTime "${endedAt}"^^xsd:dateTime;
  prov:wasAssociatedWith <https://bank.example/#org>; prov:generated ${generated.join(', ')}.`

describe('a document', () => {
  it('gives the operations that conform, the corrected one before the one it corrects', () => {
    const records = parseDocument(
      `${prefixes}${operation('<#k.1>', 'k', '-9.00')}${operation('<#k.2>', 'k', '-9.90')}
       ${run('<#run.1>', '2026-03-03T00:00:00Z', '<#k.1>')}${run('<#run.2>', '2026-03-04T00:00:00Z', '<#k.2>')}`,
      url,
    )
    expect(records.map(({ iri, superseded }) => [iri.slice(url.length), superseded])).toEqual([
      ['#k.2', false],
      ['#k.1', true],
    ])
    expect(records[0]?.value).toMatchObject({ amountCents: -990, label: 'CAFE' })
    expect(records.map(({ statedAt }) => statedAt)).toEqual([Date.UTC(2026, 2, 4), Date.UTC(2026, 2, 3)])
  })

  it('tells by which layouts an operation came', () => {
    const by = (layout: string) => `tb:layout "${layout}"; prov:wasAssociatedWith`
    const runs = ['ofx-1', 'csv-bpce'].map((layout, at) =>
      run(`<#run.${at}>`, '2026-03-03T00:00:00Z', '<#k.1>', ...(at ? ['<#l.1>'] : [])).replace(
        'prov:wasAssociatedWith',
        by(layout),
      ),
    )
    const records = parseDocument(
      `${prefixes}${['<#k.1>', '<#l.1>', '<#m.1>'].map((it) => operation(it, it, '-1.5')).join('')}${runs.join('')}`,
      url,
    )
    const routes = new Map(records.map((record) => [record.iri.slice(url.length), record.routes]))
    expect(routes.get('#k.1')).toEqual(['ofx-1', 'csv-bpce'])
    expect(routes.get('#l.1')).toEqual(['csv-bpce'])
    expect(routes.get('#m.1')).toBeUndefined()
  })

  it('says nothing about what is not its own, or does not conform', () => {
    const foreign = operation('<https://elsewhere.example/#k.1>', 'k', '-9.00')
    const bad = operation('<#k.3>', 'k3', '"many"')
    expect(parseDocument(`${prefixes}${foreign}${bad}`, url)).toEqual([])
  })

  it('that is not Turtle is a fault', () => {
    expect(() => parseDocument('{"@id": 1}', url)).toThrow()
  })
})

it('tells its imports, the latest first', () => {
  const runs = parseRuns(
    `${prefixes}${run('<#run.1>', '2026-03-03T00:00:00Z', '<#k.1>')}${run('<#run.2>', '2026-03-04T00:00:00Z', '<#k.2>')}`,
    url,
  )
  expect(runs.map(({ endedAt }) => endedAt)).toEqual(['2026-03-04T00:00:00Z', '2026-03-03T00:00:00Z'])
})
