import { describe, expect, it } from 'vitest'
import { type AccountDocument, accountIdentities } from './same-account.ts'

const bank = 'https://pod.example/data/bank'
const french = { bankCode: '30002', branchCode: '00550', number: '00000157841' }
const same = (...documents: (readonly [place: string, account: AccountDocument['account']])[]) => {
  const urls = documents.map(([place]) => `${bank}/${place}/account.ttl`)
  const identities = accountIdentities(documents.map(([, account], at) => ({ url: urls[at] ?? '', account })))
  return new Set(urls.map((url) => identities.get(url) ?? url)).size === 1
}

describe('two documents are of one account', () => {
  it('when bank, branch and number are the same, at whichever partner', () => {
    expect(same(['one/a', french], ['two/b', { ...french, number: '157841', branchCode: '550' }])).toBe(true)
    expect(same(['one/a', french], ['one/b', { ...french, branchCode: '00551' }])).toBe(false)
  })

  it('when both say one IBAN, which no other text is', () => {
    const iban = { number: 'DE89370400440532013000' }
    expect(same(['one/a', iban], ['two/b', iban])).toBe(true)
    expect(same(['one/a', { number: '12345' }], ['two/b', { number: '12345' }])).toBe(false)
  })

  it('when one says the number alone, at the same partner, and no other account has it', () => {
    const bare = { number: '157841' }
    expect(same(['one/a', french], ['one/b', bare])).toBe(true)
    expect(same(['one/b', bare], ['one/a', french])).toBe(true)
    expect(same(['one/a', french], ['two/b', bare])).toBe(false)
    const identities = accountIdentities([
      { url: `${bank}/one/a/account.ttl`, account: french },
      { url: `${bank}/one/b/account.ttl`, account: { ...french, branchCode: '00551' } },
      { url: `${bank}/one/c/account.ttl`, account: bare },
    ])
    expect(identities.has(`${bank}/one/c/account.ttl`)).toBe(false)
  })
})
