import { describe, expect, it } from 'vitest'
import { chosenOf, partlyRead, readersOf } from './readers.ts'
import type { Grant } from './standing.ts'

const pod = 'https://pods.example/alice/'
const [one, other, fresh] = ['un', 'autre', 'nouveau'].map((name) => `${pod}data/bank/${name}/`) as [
  string,
  string,
  string,
]
const app: Grant = {
  id: 'a',
  kind: 'app',
  agent: `${pod}profile/card#me`,
  client: 'https://budget.example/id',
  categories: ['bank'],
  modes: ['read'],
  containers: [one],
  since: '2026-11-24T08:00:00.000Z',
  record: `${pod}consents/a`,
}
const { client: _, ...rest } = app
const person: Grant = { ...rest, id: 'p', kind: 'person', agent: 'https://bob.example/#me' }
const partner: Grant = { ...rest, id: 'b', kind: 'partner', agent: 'https://b.example/', modes: ['append'] }
const readers = (...grants: Grant[]) => readersOf(fresh, grants).map(({ id }) => id)

describe('who is asked about when a partner is connected', () => {
  it('is each app and each person that reads the category, and no partner', () => {
    expect(readers(app, person, partner)).toEqual(['a', 'p'])
    expect(readers()).toEqual([])
  })

  it('is asked about once, by the last grant', () => {
    expect(readers(app, { ...app, id: 'a2', containers: [other] })).toEqual(['a2'])
    expect(readers(app, { ...app, id: 'c', client: 'https://other.example/id' })).toEqual(['a', 'c'])
    expect(readers(person, { ...person, id: 'q', agent: 'https://eve.example/#me' })).toEqual(['p', 'q'])
  })

  it('is nobody who reads that container already, by whichever grant', () => {
    expect(readers({ ...app, containers: [one, fresh] })).toEqual([])
    expect(readers({ ...app, containers: [fresh] }, { ...app, id: 'a2' })).toEqual([])
  })

  it('is nobody by a grant that is not recorded, or that reads nothing', () => {
    const { record: _, ...unrecorded } = app
    expect(readers(unrecorded, { ...person, modes: ['append'] })).toEqual([])
  })
})

describe('the answer', () => {
  const asked = [{ grant: app }, { grant: person }]
  const chosen = (answer: unknown) => chosenOf(asked, answer).map(({ grant }) => grant.id)

  it('is none where nobody is named', () => {
    expect([chosen(undefined), chosen([])]).toEqual([[], []])
  })

  it('names some of those asked about, each once', () => {
    expect(chosen(['p'])).toEqual(['p'])
    expect(chosen(['p', 'p', 'a'])).toEqual(['a', 'p'])
  })

  it.each([[['b']], [['a', 'x']], [['https://budget.example/id']], [['']], [['__proto__']]])(
    'names nobody else: %j',
    (answer) => {
      expect(() => chosen(answer)).toThrow(expect.objectContaining({ code: 'grant-ended' }))
    },
  )

  it.each([['a'], [null], [{}], [[1]], [[['a']]], [true], [new Array(101).fill('a')]])(
    'is refused where it is no list of names: %j',
    (answer) => {
      expect(() => chosen(answer)).toThrow(expect.objectContaining({ code: 'bad-request' }))
    },
  )
})

it('says which categories an app reads in part', () => {
  const there = [one, other].map((url) => ({ url, category: 'bank' }))
  const meter = { url: `${pod}data/energy/un/`, category: 'energy' }
  const partly = (...containers: string[]) => partlyRead([...there, meter], [{ containers }])
  expect([partly(), partly(one), partly(one, other)]).toEqual([[], ['bank'], []])
  expect([partly(meter.url), partly(other, meter.url), partly(fresh)]).toEqual([[], ['bank'], []])
})
