import fc from 'fast-check'
import { DataFactory, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { type BankOperation, writeBankOperation } from './generated/bank.ts'
import { fragment, recordDigest, runFragment, shortDigest8, slug } from './identity.ts'
import { PROV, XSD } from './namespaces.ts'

const { literal, namedNode, quad } = DataFactory
const SUBJECT = 'https://pod.example/doc.ttl#it'
const say = (object: Quad['object']): Quad[] => [
  quad(namedNode(SUBJECT), namedNode('https://p.example/p'), object),
]
const typed = (text: string, type: string): Quad[] => say(literal(text, namedNode(XSD + type)))

const operation: BankOperation = {
  recordKey: 'F1',
  bookingDate: '2025-01-03',
  amountCents: -4590,
  currency: 'EUR',
  label: 'PRLV "ÉNERGIE"\\\n',
  account: 'https://pod.example/account.ttl',
}
const operations = fc.record({
  recordKey: fc.string({ minLength: 1, maxLength: 20 }),
  bookingDate: fc.constantFrom('2025-01-03', '2025-01-04'),
  amountCents: fc.integer(),
  currency: fc.constantFrom('EUR', 'CHF'),
  label: fc.string({ minLength: 1, maxLength: 20 }),
  account: fc.constantFrom('https://pod.example/account.ttl', 'https://pod.example/other.ttl'),
})

describe('the digest of a record', () => {
  it('is stable from one release to the next', () => {
    expect(fragment('F1', writeBankOperation(operation, SUBJECT))).toMatchInlineSnapshot(`"F1.jlysole2a2"`)
  })

  it('does not depend on the order of quads, on repeats, or on the subject', () => {
    const shuffled = operations.chain((it) => {
      const quads = writeBankOperation(it, SUBJECT)
      return fc.tuple(fc.constant(it), fc.shuffledSubarray(quads, { minLength: quads.length }))
    })
    fc.assert(
      fc.property(shuffled, ([it, quads]) => {
        const digest = recordDigest(writeBankOperation(it, 'urn:other'))
        return digest === recordDigest(quads) && digest === recordDigest([...quads, ...quads])
      }),
    )
  })

  it('changes with any value', () => {
    fc.assert(
      fc.property(operations, operations, fc.constantFrom(...Object.keys(operation)), (one, two, field) => {
        const changed = { ...one, [field]: two[field as keyof typeof two] }
        const same = changed[field as keyof typeof two] === one[field as keyof typeof two]
        return (
          same ===
          (recordDigest(writeBankOperation(one, SUBJECT)) ===
            recordDigest(writeBankOperation(changed, SUBJECT)))
        )
      }),
    )
  })

  it('does not depend on how a value is written', () => {
    const digests = (texts: string[], type: string): Set<string> =>
      new Set(texts.map((it) => recordDigest(typed(it, type))))
    expect(digests(['12.5', '+12.50', '012.500'], 'decimal').size).toBe(1)
    expect(digests(['1', 'true'], 'boolean').size).toBe(1)
    expect(digests(['2025-01-01T00:00:00Z', '2025-01-01T01:00:00.000+01:00'], 'dateTime').size).toBe(1)
    expect(
      digests(['2025-01-01T00:00:10Z', '2025-01-01T00:00:10.1Z', '2025-01-01T00:00:10'], 'dateTime').size,
    ).toBe(3)
    expect(digests(['12.5', '12,5'], 'decimal').size).toBe(2)
    expect(recordDigest(say(literal('x', 'fr-FR')))).toBe(recordDigest(say(literal('x', 'fr-fr'))))
  })

  it('tells text, language, datatype and IRI apart', () => {
    const objects = [
      literal('a:b'),
      literal('a:b', 'fr'),
      literal('a:b', namedNode(`${XSD}anyURI`)),
      namedNode('a:b'),
    ]
    expect(new Set(objects.map((it) => recordDigest(say(it)))).size).toBe(4)
  })

  it('leaves out pointers to the import run', () => {
    const run = quad(namedNode(SUBJECT), namedNode(`${PROV}wasGeneratedBy`), namedNode('urn:run'))
    expect(recordDigest([...say(literal('x')), run])).toBe(recordDigest(say(literal('x'))))
  })

  it.each([
    ['nothing', []],
    ['a blank node', say(DataFactory.blankNode())],
    ['two subjects', [...say(literal('x')), quad(namedNode('urn:b'), namedNode('urn:p'), literal('x'))]],
  ])('refuses %s', (_, quads) =>
    expect(() => recordDigest(quads)).toThrow(expect.objectContaining({ code: 'bad-identity' })),
  )
})

describe('names', () => {
  it('keep a plain key and replace any other by its digest', () => {
    expect(slug('F2025_01-03')).toBe('F2025_01-03')
    expect(slug('2025-01-05/consumption')).toMatch(/^k[a-z2-7]{12}$/)
    expect(slug('a b')).not.toBe(slug('a/b'))
    expect(slug('')).toMatch(/^k[a-z2-7]{12}$/)
  })

  it('of a run and of an account are as agreed', () => {
    expect(runFragment('bank', '0.1.0', 'ab')).toMatchInlineSnapshot(`"run-dwg6cedbnbj4"`)
    expect(shortDigest8('bank', '00012345678')).toMatchInlineSnapshot(`"a8acedf0"`)
  })
})
