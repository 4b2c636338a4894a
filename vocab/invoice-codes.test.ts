import { describe, expect, it } from 'vitest'
import { Graph } from './graph.ts'
import { SH, SKOS, TB } from './namespaces.ts'
import { ontologyQuads, shapeQuads } from './sources.ts'

/** What each field of an invoice is in EN 16931: said by our own terms in the ontology, of others' in the shape. */
function codesOf(path: string): string[] {
  const quads = shapeQuads(['invoices'])
  const shapes = new Graph(quads)
  const properties = quads.filter(
    ({ predicate, object }) => predicate.value === `${SH}path` && object.value === path,
  )
  const said = [
    new Graph(ontologyQuads()).node(path),
    ...properties.map(({ subject }) => shapes.node(subject.value)),
  ].flatMap((node) => node.values(`${SKOS}notation`))
  return [...new Set(said.map(({ value }) => value))]
}

describe('the fields of an invoice bear the codes of EN 16931', () => {
  it.each([
    ['https://schema.org/identifier', 'BT-1'],
    ['http://purl.org/dc/terms/issued', 'BT-2'],
    ['https://schema.org/currency', 'BT-5'],
    ['https://schema.org/paymentDueDate', 'BT-9'],
    [`${TB}contractReference`, 'BT-12'],
    [`${TB}sellerName`, 'BT-27'],
    [`${TB}billingStart`, 'BT-73'],
    [`${TB}paymentReference`, 'BT-83'],
    [`${TB}mandateReference`, 'BT-89'],
    [`${TB}netTotal`, 'BT-109'],
    [`${TB}vatTotal`, 'BT-110'],
    [`${TB}grandTotal`, 'BT-112'],
    [`${TB}amountDue`, 'BT-115'],
    [`${TB}netAmount`, 'BT-131'],
  ])('%s: %s', (path, code) => expect(codesOf(path)).toEqual([code]))
})
