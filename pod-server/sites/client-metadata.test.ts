import { describe, expect, it } from 'vitest'
import { clientMetadata, isFault } from './client-metadata.ts'

const address = 'https://app.example/id'
const context = 'https://www.w3.org/ns/solid/oidc-context.jsonld'
const document = (more: object = {}) => ({
  '@context': [context],
  client_id: address,
  redirect_uris: ['https://app.example/'],
  ...more,
})
const found = (said: unknown, type = 'application/ld+json') => ({
  type,
  link: '',
  body: Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)),
})
const nested = '['.repeat(10_000) + ']'.repeat(10_000)

describe('the Client ID document of an app elsewhere', () => {
  it('says what the client is: a public one, whatever the document says', () => {
    const more = { client_name: 'App', scope: 'openid webid', token_endpoint_auth_method: 'private_key_jwt' }
    expect(clientMetadata(found(document(more)), address)).toEqual({
      client_id: address,
      client_name: 'App',
      redirect_uris: ['https://app.example/'],
      scope: 'openid webid',
      token_endpoint_auth_method: 'none',
    })
  })

  it.each([
    ['the context alone', { '@context': context }, 'application/ld+json'],
    [
      'the context among others',
      { '@context': [context, { x: 'https://x.example/' }] },
      'application/ld+json',
    ],
    ['plain JSON', {}, 'application/json'],
    ['a page on another origin', { redirect_uris: ['https://other.example/back?x=y'] }, 'application/json'],
    [
      'a page on this machine',
      { redirect_uris: ['http://localhost:5173/', 'http://127.0.0.1/'] },
      'application/json',
    ],
    [
      'an installed app',
      { redirect_uris: ['example.app:/back'], application_type: 'native' },
      'application/json',
    ],
  ])('may have %s', (_, more, type) => {
    expect(clientMetadata(found(document(more), type), address)).toHaveProperty('client_id', address)
  })

  it('has no word that would have the server call an address, or give the client a secret', () => {
    const more = {
      jwks_uri: 'https://10.0.0.1/',
      jwks: { keys: [] },
      sector_identifier_uri: 'https://10.0.0.1/',
      request_uris: ['https://10.0.0.1/'],
      client_secret: 'x',
      id_token_signed_response_alg: 'HS256',
    }
    expect(clientMetadata(found(document(more)), address)).toEqual(clientMetadata(found(document()), address))
  })

  it.each([
    ['it is a page', found(document(), 'text/html'), 'must have the type'],
    ['it has no type', found(document(), ''), 'must have the type'],
    ['it is no JSON', found('<html>'), 'no JSON object'],
    ['it is a list', found([document()]), 'no JSON object'],
    ['it is 10,000 lists in each other', found(nested), 'no JSON object'],
    ['it has no context', found(document({ '@context': undefined })), '@context'],
    ['it has another context', found(document({ '@context': 'https://schema.org/' })), '@context'],
    ['its context is inside another', found(document({ '@context': [[context]] })), '@context'],
    ['it is of another client', found(document({ client_id: 'https://app.example/other' })), 'client_id'],
    [
      'client_id is almost its address',
      found(document({ client_id: 'https://app.example:443/id' })),
      'client_id',
    ],
    ['client_id is a list', found(document({ client_id: [address] })), 'client_id'],
    ['there is no redirect_uris', found(document({ redirect_uris: undefined })), 'redirect_uris'],
    ['redirect_uris is none', found(document({ redirect_uris: [] })), 'redirect_uris'],
    ['redirect_uris is no list', found(document({ redirect_uris: 'https://app.example/' })), 'redirect_uris'],
    ['a member is a thing', found(document({ client_name: { fr: 'App' } })), 'client_name'],
    ['a member is null', found(document({ logo_uri: null })), 'logo_uri'],
    ['a member is of lists', found(document({ contacts: [['a@b.example']] })), 'contacts'],
    [
      'a member is 10,000 lists in each other',
      found(JSON.stringify(document({ scope: 0 })).replace('"scope":0', `"scope":${nested}`)),
      'scope',
    ],
  ])('is refused where %s', (_, it, reason) => {
    const read = clientMetadata(it, address)
    expect(isFault(read) && read.fault.en).toContain(reason)
  })

  it.each([
    '/back',
    'http://app.example/',
    'http://localhost.evil.example/',
    'https://app.example/#x',
    'https://me:word@app.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///x',
    'app:/back',
    '',
    7,
    null,
  ])('brings nobody back to %s', (uri) => {
    const read = clientMetadata(found(document({ redirect_uris: ['https://app.example/', uri] })), address)
    expect(isFault(read) && read.fault.en).toContain('redirect_uris')
  })

  it('is at fault as the address is where there is none', () => {
    for (const [why, reason] of [
      ['private-address', 'not public'],
      ['slow', 'within 5 seconds'],
    ] as const)
      expect(clientMetadata(why, address)).toHaveProperty('fault.en', expect.stringMatching(reason))
  })
})
