import { describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { isForBase } from './BaseLimit.ts'
import { refusedHost } from './HostLimit.ts'

const settings = readSettings({
  flags: { 'base-url': 'https://pods.example', 'app-origin': 'https://{app}.apps.example' },
  env: {},
})

describe('a host', () => {
  it.each([
    [{ host: 'pods.example' }, undefined],
    [{ host: 'PODS.example:443' }, undefined],
    [{ host: 'pods.example:80' }, 421],
    [{ host: 'budget.apps.example' }, undefined],
    [{ host: 'nope.apps.example' }, 421],
    [{ host: 'nope.localhost:3000' }, 421],
    [{ host: 'localhost.example' }, 421],
    [{ host: 'localhost:3000' }, undefined],
    [{ host: '127.0.0.1:3000' }, undefined],
    [{ host: '[::1]:3000' }, undefined],
    [{ host: '192.0.2.1' }, 421],
    [{ host: 'upstream:3000', 'x-forwarded-host': 'pods.example' }, undefined],
    [{ host: 'pods.example', forwarded: 'host=nope.example' }, 421],
    [{}, undefined],
    [{ host: 'a b' }, 400],
    [{ host: '[::1' }, 400],
    [{ host: 'pods.example:99999' }, 400],
    [{ host: '%' }, 400],
    [{ host: 'me@pods.example' }, 400],
    [{ host: 'pods.example?x' }, 400],
    [{ host: 'pods.example/x' }, 400],
    [{ host: 'pods.example', 'x-forwarded-proto': 'HTTPS' }, undefined],
    [{ host: 'pods.example', 'x-forwarded-proto': 'ftp' }, 400],
    [{ host: 'pods.example', 'x-forwarded-proto': '[::1' }, 400],
    [{ host: 'pods.example', 'x-forwarded-host': '[' }, 400],
    [{ host: 'pods.example', forwarded: 'host=pods.example;proto=gopher' }, 400],
  ])('%j: %s', (headers, status) => {
    expect(refusedHost(headers, settings)?.status).toBe(status)
  })

  it.each([
    [{ host: 'pods.example', 'x-forwarded-proto': 'https' }, true],
    [{ host: 'PODS.example:443', 'x-forwarded-proto': 'HTTPS' }, true],
    [{ host: 'upstream', forwarded: 'host=pods.example;proto=https' }, true],
    [{}, true],
    [{ host: 'pods.example' }, false],
    [{ host: '127.0.0.1:3000', 'x-forwarded-proto': 'https' }, false],
    [{ host: 'budget.apps.example', 'x-forwarded-proto': 'https' }, false],
  ])('is that of the base address, %j: %s', (headers, is) => {
    expect(isForBase(headers, settings.baseUrl)).toBe(is)
  })
})
