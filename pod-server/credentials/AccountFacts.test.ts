import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestIssuer } from './testing/TestIssuer.ts'

let issuer: TestIssuer

beforeAll(async () => {
  issuer = await TestIssuer.open()
})

afterAll(async () => issuer?.[Symbol.asyncDispose]())

it('say whose a pod is from the moment on that it is theirs, until it is nobody’s', async () => {
  const { accounts, records } = issuer
  const url = `${issuer.baseUrl}alice/`
  expect(await accounts.accountOf(url)).toBeUndefined()
  const { account, pod } = await issuer.account('alice')
  expect(await accounts.accountOf(url)).toBe(account)
  await records.delete('pod', pod)
  expect(await accounts.accountOf(url)).toBeUndefined()
})
