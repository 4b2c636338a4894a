import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bank } from './connector.ts'

const container = 'https://pod.example/alice/data/bank/b/'
const noticesOf = async (name: string) => {
  const bytes = readFileSync(new URL(`fixtures/${name}`, import.meta.url))
  return bank.map(await bank.parse(bytes), { container }).notices
}

it('says that a file does not name its account, and how many operations it has', async () => {
  const [notice, ...others] = await noticesOf('fortuneo.csv')
  expect(others).toEqual([])
  expect(notice).toMatchObject({ code: 'unnamed-account' })
  expect(notice?.count).toBeGreaterThan(1)
})

it.each(['ofxdata-cmfr.ofx', 'boursobank.csv', 'societe-generale.csv'])(
  'says nothing of %s, which does',
  async (name) => {
    expect(await noticesOf(name)).toEqual([])
  },
)
