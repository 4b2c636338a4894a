import { describe, expect, it } from 'vitest'
import { isPowerful } from './powerful.ts'

const account = '/.account/account/5c4b5d5e-0c7b-4d0e-8a44-3d7e6a1d7c11/'

describe('an act by the account API', () => {
  it.each([
    ['POST', 'client-credentials/'],
    ['DELETE', 'client-credentials/1/'],
    ['POST', 'login/password/'],
    ['POST', 'login/password/1/'],
    ['DELETE', 'login/password/1/'],
    ['POST', 'login/passkey/'],
    ['DELETE', 'login/passkey/1/'],
    ['POST', 'webid/'],
    ['DELETE', 'webid/1/'],
    ['POST', 'pod/1/'],
    ['PUT', 'pod/'.repeat(2)],
    ['POST', ''],
    ['POST', 'whatever/comes/'],
    ['POST', 'logout/\n'],
  ])('is powerful: %s %s', (method, below) => {
    expect(isPowerful(method, account + below)).toBe(true)
  })

  it.each([
    ['GET', `${account}client-credentials/`],
    ['HEAD', `${account}login/password/`],
    ['POST', `${account}logout/`],
    ['POST', `${account}pod/`],
    ['POST', '/.account/account/'],
    ['POST', '/.account/login/password/'],
    ['POST', '/.account/login/passkey/'],
    ['POST', '/.account/login/code/'],
    ['POST', '/.account/oidc/consent/'],
  ])('is not: %s %s', (method, path) => {
    expect(isPowerful(method, path)).toBe(false)
  })
})
