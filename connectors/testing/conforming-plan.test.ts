import { DataFactory } from 'n3'
import { expect, it } from 'vitest'
import { type BankAccount, writeBankAccount } from '#vocab/generated/bank'
import { tb } from '#vocab/generated/terms'
import { bank } from '../bank/connector.ts'
import type { Connector, PodNode } from '../connector.ts'
import { podNode } from '../pod-node.ts'
import { conformingPlan } from './conforming-plan.ts'

const { namedNode, literal, quad } = DataFactory
const context = {
  container: 'https://pod.example/alice/data/bank/p/',
  partner: 'https://partner.example/card#me',
  at: new Date('2026-11-02T08:00:00Z'),
}
const url = `${context.container}account.ttl`

/** A connector of one node, whatever the file. */
const writing = (node: () => PodNode): Connector<unknown> => ({
  ...bank,
  parse: () => [{}],
  map: () => ({ documents: [{ url, nodes: [node()] }], notices: [] }),
})

it('names the node, its line, the property and what SHACL says', async () => {
  const iri = `${url}#a.1`
  const quads = [
    quad(
      namedNode(iri),
      namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
      namedNode(tb.BankOperation),
    ),
    quad(namedNode(iri), namedNode(tb.recordKey), literal('')),
  ]
  const plan = conformingPlan(
    writing(() => ({ iri, line: 7, quads })),
    new Uint8Array(1),
    context,
  )
  await expect(plan).rejects.toThrow(`<${iri}> (line 7 of the file) <${tb.recordKey}>: `)
  await expect(plan).rejects.toThrow(/<https:\/\/\S+>: [^\n]*Less than 1 values/)
})

it('names the field that a writer refuses', async () => {
  const account = { recordKey: '' } as BankAccount
  const plan = conformingPlan(
    writing(() => podNode(url, account, writeBankAccount, 9)),
    new Uint8Array(1),
    context,
  )
  await expect(plan).rejects.toMatchObject({ code: 'nonconforming', line: 9, field: 'recordKey' })
})
