import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VocabError } from './errors.ts'
import { Graph } from './graph.ts'
import { example, RECORDS } from './testing/records.ts'

const odd = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    [],
    ['urn:a', 'urn:a'],
    {},
    10n,
    '2025-01-01',
    '1 - 2',
    'EUR',
    'urn:a',
  ),
)

describe.each(Object.entries(RECORDS))('the functions of %s', (name, record) => {
  const { quads, iri } = example(name)
  const value = record.read(new Graph(quads).node(iri)) as Record<string, unknown>

  it('agree: what the guard takes is written and read back, what it refuses is not written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(value)), odd, (field, replacement) => {
        const changed = { ...value, [field]: replacement }
        if (!record.is(changed)) {
          expect(() => record.write(changed, iri)).toThrow(VocabError)
          return
        }
        const read = record.read(new Graph(record.write(changed, iri)).node(iri))
        expect(record.is(read)).toBe(true)
        expect(record.write(read, iri)).toEqual(record.write(changed, iri))
      }),
    )
  })

  it('refuse what is no record', () => {
    for (const it of [undefined, null, '', 1, [], {}]) expect(record.is(it)).toBe(false)
    expect(record.read(new Graph([]).node(iri))).toBeUndefined()
  })
})

it('a writer names the field, never its value', () => {
  const { read, write } = RECORDS['bank-operation'] ?? expect.fail()
  const { quads, iri } = example('bank-operation')
  const operation = read(new Graph(quads).node(iri)) as object
  const writing = (): unknown => write({ ...operation, bookingDate: 'secret' }, iri)
  expect(writing).toThrow(
    expect.objectContaining({ code: 'bad-field', message: expect.stringContaining('bookingDate') }),
  )
  expect(writing).not.toThrow('secret')
})
