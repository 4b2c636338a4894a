import { expect, it } from 'vitest'
import { isCostly } from './costly.ts'
import { readRate } from './limits.ts'

it.each([
  ['200/5000', { perSecond: 200, burst: 5000 }],
  ['0.5/1', { perSecond: 0.5, burst: 1 }],
  ['200', undefined],
  ['0/10', undefined],
  ['1/1.5', undefined],
  ['1/0', undefined],
  ['1.2.3/4', undefined],
  ['fast', undefined],
  ['2000000/1', undefined],
])('a rate in a word: %s', (text, rate) => {
  expect(readRate(text)).toEqual(rate)
})

it.each([
  ['POST', '/.oidc/reg', true],
  ['POST', '/.oidc/Reg/?x', true],
  ['GET', '/.oidc/auth?client_id=x', true],
  ['GET', '/.oidc/auth/some-uid', false],
  ['GET', '/.oidc/session/end', true],
  ['POST', '/.oidc/session/end', true],
  ['GET', '/.oidc/Session/End/?client_id=x', true],
  ['POST', '/.oidc/session/end/confirm', false],
  ['GET', '/.oidc/session/ended', false],
  ['POST', '/.oidc/token', false],
  ['GET', '/.oidc/registry', false],
  ['POST', '/.account/account/', true],
  ['DELETE', '/.account/account/1/', true],
  ['GET', '/.account/account/', false],
  ['PUT', '/alice/.oidc/reg', false],
  ['PUT', '/alice/a.ttl', false],
  [undefined, undefined, false],
])('%s %s writes something down for anybody: %s', (method, target, is) => {
  expect(isCostly(method, target)).toBe(is)
})
