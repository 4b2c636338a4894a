import { describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { addressesIn, type Fault, faultOfAddresses, faultOfUrl, isPublic, reachOf } from './callable.ts'

const reach = (flags: Record<string, string>) => reachOf(readSettings({ flags, env: {} }))
const published = reach({ 'base-url': 'https://pods.example/', 'app-origin': 'https://{app}.apps.example' })
const developed = reach({ port: '3000' })

describe('an address', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '2a00:1450::1',
    '2606:4700::1111',
  ])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local', '169.254.169.254'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['6to4 relay', '192.88.99.1'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['the host of a machine in Azure', '168.63.129.16'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-compatible', '::10.0.0.1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped, of a public address', '::ffff:1.1.1.1'],
    ['NAT64', '64:ff9b::a00:1'],
    ['local NAT64', '64:ff9b:1::a00:1'],
    ['discard', '100::1'],
    ['Teredo', '2001:0:1::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['6to4', '2002:a00:1::1'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['none', 'example.org'],
    ['none', ''],
  ])('that is %s is not public: %s', (_, address) => {
    expect(isPublic(address)).toBe(false)
  })
})

/** As a caller asks: the URL, then the addresses that it says itself. */
const faultOf = (text: string, by: typeof published): Fault | 'a name' | undefined => {
  const fault = faultOfUrl(text, by)
  if (fault) return fault
  const addresses = addressesIn(new URL(text))
  return addresses ? faultOfAddresses(new URL(text), addresses, by) : 'a name'
}

describe('a server that is published', () => {
  it.each([
    ['https://hooks.example/a?b=c', 'a name'],
    ['https://hooks.example:8443/', 'a name'],
    ['https://1.1.1.1/', undefined],
    ['https://[2606:4700::1111]/', undefined],
    ['http://hooks.example/', 'not-https'],
    ['ftp://hooks.example/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['data:text/plain,x', 'not-https'],
    ['', 'malformed-url'],
    ['/relative', 'malformed-url'],
    ['https://', 'malformed-url'],
    ['https://a:b@hooks.example/', 'malformed-url'],
    ['https://user@hooks.example/', 'malformed-url'],
    [`https://hooks.example/${'x'.repeat(2000)}`, 'malformed-url'],
    ['https://pods.example/alice/inbox/', 'own-address'],
    ['https://PODS.example.:8443/', 'own-address'],
    ['https://home.apps.example/', 'own-address'],
    ['http://localhost:4000/', 'not-https'],
    ['https://localhost/', 'private-address'],
    ['https://localhost./', 'private-address'],
    ['https://any.localhost/', 'private-address'],
    ['https://127.0.0.1/', 'private-address'],
    ['https://0/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://017700000001/', 'private-address'],
    ['https://１２７.0.0.1/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://[fd00:ec2::254]/', 'private-address'],
  ] as const)('judges %s', (text, fault) => {
    expect(faultOf(text, published)).toBe(fault)
  })

  it('calls no name of which any address is not public, and none that has no address', () => {
    const url = new URL('https://hooks.example/')
    expect(faultOfAddresses(url, ['1.1.1.1', '2606:4700::1111'], published)).toBeUndefined()
    expect(faultOfAddresses(url, ['1.1.1.1', '10.0.0.1'], published)).toBe('private-address')
    expect(faultOfAddresses(url, ['1.1.1.1', '127.0.0.1'], published)).toBe('private-address')
    expect(faultOfAddresses(url, [], published)).toBe('unknown-name')
  })
})

describe('a server of somebody who develops', () => {
  it.each([
    ['http://localhost:4000/', undefined],
    ['http://127.0.0.1:4000/', undefined],
    ['http://[::1]:4000/', undefined],
    ['https://localhost:4000/', undefined],
    ['http://localhost:3000/', 'own-address'],
    ['http://home.localhost:3000/', 'own-address'],
    ['http://127.0.0.1:3000/', 'own-address'],
    ['http://[::1]:3000/', 'own-address'],
    ['http://10.0.0.1:4000/', 'not-https'],
    ['http://0.0.0.0:4000/', 'not-https'],
    ['http://hooks.example/', 'not-https'],
    ['https://10.0.0.1/', 'private-address'],
    ['https://0.0.0.0:4000/', 'private-address'],
    ['https://169.254.169.254/', 'private-address'],
  ] as const)('judges %s', (text, fault) => {
    expect(faultOf(text, developed)).toBe(fault)
  })

  it('calls nothing of its machine once others can reach it', () => {
    for (const flags of [
      { host: '0.0.0.0' },
      { host: '192.168.1.10' },
      { 'base-url': 'http://pods.example/' },
    ])
      expect(faultOf('http://localhost:4000/', reach({ port: '3000', ...flags }))).toBe('not-https')
    for (const host of ['127.0.0.1', '::1', 'localhost'])
      expect(faultOf('http://localhost:4000/', reach({ port: '3000', host }))).toBeUndefined()
  })

  it('does not call itself by a name that leads to it', () => {
    const [own, other] = [new URL('https://a.example:3000/'), new URL('https://a.example:4000/')]
    expect(faultOfAddresses(own, ['127.0.0.1'], developed)).toBe('private-address')
    expect(faultOfAddresses(other, ['127.0.0.1'], developed)).toBeUndefined()
  })
})
