import { describe, expect, it } from 'vitest'
import { duplicatesIn } from '#vocab/duplicates-in-graph'
import { tb } from '#vocab/generated/terms'
import { Graph } from '#vocab/graph'
import { planImport } from '../runner/plan.ts'
import { bank } from './connector.ts'
import type { OperationRow } from './rows.ts'
import { bankSample } from './sample.ts'
import { bankTableSample } from './sample-table.ts'

const sample = { years: 1, until: '2026-10-31', seed: 5 }
const operations = async (bytes: Uint8Array) =>
  (await bank.parse(bytes)).filter((row): row is OperationRow => row.type === 'operation')

describe('the invented statement by two routes', () => {
  it('says the same days and cents', async () => {
    const [ofx, table] = await Promise.all([
      operations(bankSample(sample)),
      operations(bankTableSample(sample)),
    ])
    const said = (rows: readonly OperationRow[]) => rows.map((it) => `${it.bookingDate} ${it.amountCents}`)
    expect(said(table)).toEqual(said(ofx))
    expect(bank.sniff(bankTableSample(sample))).toBe('csv-boursobank')
  })

  it('is read whole', async () => {
    expect(await operations(bankTableSample(sample))).toHaveLength(1000)
  })

  it('is found to have come twice, each operation once, its twins too', async () => {
    const short = { years: 1, until: '2005-03-31', seed: 5 }
    const context = {
      container: 'https://pod.example/alice/data/bank/ma-banque/',
      partner: 'https://ma-banque.example/card#me',
      at: new Date('2026-11-02T08:00:00Z'),
    }
    const plans = await Promise.all(
      [bankSample(short), bankTableSample(short)].map((bytes) => planImport(bank, bytes, context)),
    )
    const graph = new Graph(plans.flatMap(({ documents }) => documents.flatMap(({ quads }) => quads)))
    const all = graph.nodesOfType(tb.BankOperation)
    const found = duplicatesIn(graph)
    expect(found.length).toBeGreaterThan(240)
    expect(found).toHaveLength(all.length / 2)
    const folders = new Set(found.map(({ counted }) => counted.slice(0, counted.lastIndexOf('/'))))
    expect(folders.size).toBe(1)
  })
})
