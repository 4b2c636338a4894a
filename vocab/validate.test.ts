import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { tb } from './generated/terms.ts'
import { example } from './testing/records.ts'
import { validate } from './validate.ts'

describe('validate', () => {
  it('names the node, the predicate and the rule of each problem, and no value', async () => {
    const { quads, iri } = example('bank-operation.bad-amount')
    const { conforms, problems } = await validate(quads)
    expect(conforms).toBe(false)
    expect(problems.every(({ focus, path, message }) => focus === iri && path === tb.amount && message)).toBe(
      true,
    )
    expect(JSON.stringify(problems)).not.toContain('45,90')
  })

  it('finds the problems of many nodes', async () => {
    const { quads } = example('bank-operation.bad-key')
    const many = Array.from({ length: 200 }, (_, at) =>
      quads.map(({ predicate, object }) =>
        DataFactory.quad(DataFactory.namedNode(`https://pod.example/#${at}`), predicate, object),
      ),
    ).flat()
    const { problems } = await validate(many)
    expect(problems).toHaveLength(200)
  })

  it('does not look at nodes without a shape, and keeps nothing from one call to the next', async () => {
    const { namedNode, quad, literal } = DataFactory
    await validate(example('meter.bad-energy').quads)
    expect(await validate([quad(namedNode('urn:a'), namedNode('urn:p'), literal('x'))])).toEqual({
      conforms: true,
      problems: [],
    })
  })
})
