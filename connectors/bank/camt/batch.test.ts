import { describe, expect, it } from 'vitest'
import { duplicatesIn } from '#vocab/duplicates-in-graph'
import { readBankOperation } from '#vocab/generated/bank'
import { tb } from '#vocab/generated/terms'
import { Graph } from '#vocab/graph'
import { draftImport } from '../../runner/draft.ts'
import { bank } from '../connector.ts'
import { batch, type CamtEntry, type CamtFile, camt } from '../testing/camt.ts'

const context = {
  container: 'https://pod.example/alice/data/bank/ma-banque/',
  partner: 'https://ma-banque.example/card#me',
  at: new Date('2026-11-02T08:00:00Z'),
}

/** Cents of what counts, and of what is a second, once both files are in the pod. */
async function both(whole: CamtEntry, parts: CamtEntry, layout: CamtFile['layout'] = 'camt-054') {
  const files = [camt([whole]), camt([parts], { layout })]
  const plans = await Promise.all(files.map((file) => draftImport(bank, file, context)))
  const graph = new Graph(plans.flatMap(({ documents }) => documents.flatMap(({ quads }) => quads)))
  const seconds = new Set(duplicatesIn(graph).map(({ second }) => second))
  const all = graph.nodesOfType(tb.BankOperation)
  const cents = (are: boolean): number[] =>
    all
      .filter(({ iri }) => seconds.has(iri) === are)
      .map((node) => readBankOperation(node)?.amountCents ?? Number.NaN)
      .sort((a, b) => b - a)
  return { counted: cents(false), seconds: cents(true) }
}

describe('a batch that camt.053 books whole', () => {
  const entry = { cents: -630, reference: 'LOT-1' }

  it('is counted by the parts that camt.054 tells, and stays to be seen', async () => {
    const found = await both(entry, { ...entry, more: batch(-310, -320) })
    expect(found).toEqual({ counted: [-310, -320], seconds: [-630] })
  })

  it('is so by the entry’s own reference too', async () => {
    const numbered = { cents: -630, more: '<NtryRef>7</NtryRef>' }
    const found = await both(numbered, { ...numbered, more: `${numbered.more}${batch(-310, -320)}` })
    expect(found).toEqual({ counted: [-310, -320], seconds: [-630] })
  })

  it('is not guessed to be one without a reference', async () => {
    const found = await both({ cents: -630 }, { cents: -630, more: batch(-310, -320) })
    expect(found).toEqual({ counted: [-310, -320, -630], seconds: [] })
  })
})
