import { expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { isOurHost } from './HostLimit.ts'

const settings = readSettings({
  flags: { 'base-url': 'https://pods.example', 'app-origin': 'https://{app}.apps.example' },
  env: {},
})

it.each([
  [{ host: 'pods.example' }, true],
  [{ host: 'PODS.example:443' }, true],
  [{ host: 'pods.example:80' }, false],
  [{ host: 'budget.apps.example' }, true],
  [{ host: 'nope.apps.example' }, false],
  [{ host: 'nope.localhost:3000' }, false],
  [{ host: 'localhost.example' }, false],
  [{ host: 'localhost:3000' }, true],
  [{ host: '127.0.0.1:3000' }, true],
  [{ host: '[::1]:3000' }, true],
  [{ host: '192.0.2.1' }, false],
  [{ host: 'upstream:3000', 'x-forwarded-host': 'pods.example' }, true],
  [{ host: 'pods.example', forwarded: 'host=nope.example' }, false],
  [{ host: 'a b' }, true],
  [{}, true],
])('%j: %s', (headers, expected) => {
  expect(isOurHost(headers, settings)).toBe(expected)
})
