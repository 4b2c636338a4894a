import { describe, expect, it } from 'vitest'
import { isPlainAddress } from './plain-address.ts'

describe('where a partner may have citizens sent back to', () => {
  it.each(['https://bank.example/retour', 'https://bank.example:8443/a/b'])('%s', (address) => {
    expect(isPlainAddress(address, false)).toBe(true)
  })

  it.each([
    'http://localhost:3001/retour',
    'http://bank.localhost:3001/',
    'http://127.0.0.1:1/',
    'http://[::1]/',
  ])('only where the server develops: %s', (address) => {
    expect(isPlainAddress(address, true)).toBe(true)
    expect(isPlainAddress(address, false)).toBe(false)
  })

  it.each([
    'http://bank.example/retour',
    'http://localhost.bank.example/',
    'http://.localhost/',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://bank.example/x',
    '//bank.example/',
    'https://bank.example/#x',
    'https://bank.example/?next=x',
    'https://user:word@bank.example/',
    'https://bank.example/a/../b',
    'https://bank.example\\@evil.example/',
    'HTTPS://bank.example/',
    'https://bank.example',
    `https://bank.example/${'a'.repeat(500)}`,
    '',
  ])('never %s', (address) => {
    expect(isPlainAddress(address, true)).toBe(false)
  })
})
