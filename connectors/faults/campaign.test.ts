import { describe, expect, it } from 'vitest'
import type { Connector } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { campaign, processorMs, type Range, type Target, targets } from './campaign.ts'
import { inputOf } from './mutate.ts'

const all = await targets()
const altered = (to: number, seed = 1): Range => ({ sort: 'altered', seed, from: 0, to })

describe('altered files', () => {
  it.each(all.map((target) => ({ called: `${target.connector.id}/${target.name}`, target })))(
    '$called is read or refused, whatever is done to it',
    async ({ target }) => {
      const { faults, read, refused } = await campaign(target, altered(25, 7))
      expect(faults).toEqual([])
      expect(read + refused).toBe(25)
    },
  )

  it('are the same for the same seed and number, and others for others', () => {
    const [{ bytes, others }] = all as [Target]
    const texts = (seed: number): string[] =>
      Array.from({ length: 30 }, (_, index) =>
        Buffer.from(inputOf(bytes, others, seed, index)).toString('base64'),
      )
    expect(texts(1)).toEqual(texts(1))
    expect(texts(2)).not.toEqual(texts(1))
    expect(new Set(texts(1)).size).toBeGreaterThan(20)
  })
})

describe('a parser that is at fault', () => {
  const bytes = new TextEncoder().encode('a;b\n1;2\n')
  const target = (parse: Connector<unknown>['parse']): Target => {
    const connector = {
      sniff: () => undefined,
      key: () => '',
      map: () => ({ documents: [], notices: [] }),
      parse,
    }
    return {
      connector: connector as unknown as Connector<unknown>,
      name: 'x',
      bytes,
      others: [],
      isStructured: false,
    }
  }

  it('is found where it throws what is no refusal', async () => {
    const { faults } = await campaign(
      target(() => {
        throw new TypeError('SECRET of the file')
      }),
      altered(3),
    )
    expect(faults).toEqual([0, 1, 2].map((index) => ({ index, what: 'TypeError' })))
  })

  it('is found where it takes long', async () => {
    const slow = target(() => {
      const until = processorMs() + 1600
      while (processorMs() < until);
      throw new ConnectorError('malformed')
    })
    expect((await campaign(slow, altered(1))).faults).toEqual([
      { index: 0, what: expect.stringMatching(/^\d{4,} ms$/) },
    ])
  })
})
