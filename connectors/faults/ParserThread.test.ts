import { expect, it } from 'vitest'
import { targets } from './campaign.ts'
import { ParserThread } from './ParserThread.ts'

it('one thread reads one file after the other', async () => {
  const thread = new ParserThread('media')
  try {
    for (const at of [0, 1]) {
      const { inputs, read, refused, faults } = await thread.run({
        ...{ at, sort: 'altered', seed: 1 },
        ...{ from: 3, to: 7 },
      })
      expect({ inputs, answered: read + refused, faults }).toEqual({ inputs: 4, answered: 4, faults: [] })
    }
  } finally {
    await thread.end()
  }
})

it('a thread that ends before it reads is a fault', async () => {
  const thread = new ParserThread('media')
  const { faults } = await thread.run({ at: 99, sort: 'altered', seed: 1, from: 0, to: 1 })
  expect(faults).toEqual([{ index: -1, what: 'RangeError' }])
})

it('an XML file of sixteen million carriage returns is read within the memory of a thread', async () => {
  const at = (await targets('bank')).findIndex(({ name }) => name === 'camt053-twins.xml')
  const thread = new ParserThread('bank')
  try {
    const { read, faults } = await thread.run({ at, sort: 'stretched', seed: 1, from: 32, to: 33 })
    expect({ read, faults }).toEqual({ read: 1, faults: [] })
  } finally {
    await thread.end()
  }
})
