import { describe, expect, it } from 'vitest'
import { checkGrants, firstEnd, grantedContainers, senderOf } from './grants.ts'

const pod = 'https://pod.example/alice/'
const grant = (more: object = {}) => ({
  id: 'g1',
  kind: 'app',
  recipient: { name: { fr: 'Mon budget', en: 'My budget' }, webId: `${pod}profile/card#me` },
  categories: ['bank'],
  containers: [`${pod}data/bank/b/`],
  partners: { [`${pod}data/bank/b/`]: 'Banque des Pentes' },
  modes: ['read'],
  since: '2026-11-24T10:00:00.000Z',
  ...more,
})
const grants = (...all: object[]) => checkGrants({ webId: `${pod}profile/card#me`, pods: [pod], grants: all })

describe('what the agent answers', () => {
  it('is refused when it is not grants at all', () => {
    for (const wrong of [null, {}, [], { webId: 'x' }, { webId: 1, grants: [] }]) {
      expect(() => checkGrants(wrong)).toThrow(TypeError)
    }
  })

  it.each([
    ['without a name', { recipient: {} }],
    ['of another kind', { kind: 'king' }],
    ['whose end is no text', { until: 12 }],
    ['without a category', { categories: [] }],
    ['of an address that is no container', { containers: ['javascript:alert(1)//'] }],
    ['of an address with a query', { containers: [`${pod}data/?x/`] }],
  ])('leaves out a grant %s', (_, wrong) => {
    expect(grants(grant(wrong), grant({ id: 'g2' })).grants.map(({ id }) => id)).toEqual(['g2'])
  })
})

describe('containers granted in a category', () => {
  it('are named once, and none inside another', () => {
    const all = grants(
      grant(),
      grant({
        id: 'g2',
        containers: [`${pod}data/bank/b/`, `${pod}data/bank/b/inner/`, `${pod}data/bank/c/`],
      }),
    )
    expect(grantedContainers(all, 'bank')).toEqual([`${pod}data/bank/b/`, `${pod}data/bank/c/`])
  })

  it('are those that may be read, of that category alone', () => {
    expect(grantedContainers(grants(grant({ modes: ['append'] })), 'bank')).toEqual([])
    expect(grantedContainers(grants(grant()), 'energy')).toEqual([])
  })
})

it('end as the first of them does', () => {
  const [soon, later] = ['2026-12-24T10:00:00Z', '2027-12-24T10:00:00Z']
  const all = grants(
    grant({ until: later }),
    grant({ id: 'g2', until: soon }),
    grant({ id: 'g3', categories: ['energy'], until: '2026-11-30T10:00:00Z' }),
  )
  expect(firstEnd(all, 'bank')).toBe(soon)
  expect(firstEnd(grants(grant()), 'bank')).toBeUndefined()
})

describe('the sender of a document', () => {
  it('is the partner of the container it lies in', () => {
    expect(senderOf(`${pod}data/bank/b/a1/2025-01.ttl`, grants(grant()))).toBe('Banque des Pentes')
    expect(senderOf(`${pod}data/bank/c/a1/2025-01.ttl`, grants(grant()))).toBeUndefined()
  })

  it('is not known where the agent does not say', () => {
    expect(senderOf(`${pod}data/bank/b/x.ttl`, grants(grant({ partners: undefined })))).toBeUndefined()
    expect(
      senderOf(`${pod}data/bank/b/x.ttl`, grants(grant({ partners: { [`${pod}data/`]: 7 } }))),
    ).toBeUndefined()
  })
})
