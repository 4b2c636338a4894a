import { describe, expect, it } from 'vitest'
import { forgottenBy, mayKeep } from './may-keep.ts'

const agent = 'https://pod.example/.agent/'
const pod = 'https://pod.example/alice/'
const kept = (url: string, type = 'text/turtle') => mayKeep(url, type, agent, [pod])

describe('what was seen', () => {
  it('is kept where it is a grant, a listing or a document of records', () => {
    expect(kept(`${agent}grants`, 'application/json')).toBe(true)
    expect(kept(`${pod}data/`, 'text/turtle; charset=utf-8')).toBe(true)
    expect(kept(`${pod}data/bank/b/2026-11.ttl`)).toBe(true)
  })

  it('is not kept where it is a file, the log, a token, or of somebody else', () => {
    expect(kept(`${pod}data/bank/b/facture.pdf`, 'application/pdf')).toBe(false)
    expect(kept(`${pod}log/2026-11-26`)).toBe(false)
    expect(kept('https://pod.example/.oidc/token', 'application/json')).toBe(false)
    expect(kept(`${agent}usage`, 'application/json')).toBe(false)
    expect(kept('https://pod.example/bob/data/')).toBe(false)
  })

  it('is forgotten when it may not be read any more, or is gone; and not when its server fails', () => {
    expect([403, 404, 410].map((status) => forgottenBy(status, `${pod}data/`, agent))).toEqual([
      'it',
      'it',
      'it',
    ])
    expect([401, 429, 500, 503].map((status) => forgottenBy(status, `${pod}data/`, agent))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(forgottenBy(403, `${agent}grants`, agent)).toBe('all')
  })
})
