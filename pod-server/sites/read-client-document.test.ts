import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { readSettings } from '../settings.ts'
import { appCard, clientDocument } from './client-document.ts'
import { readClientDocument } from './read-client-document.ts'

const settings = readSettings({ flags: { port: '3000' }, env: {} })
const address = 'https://app.example/id'
const need = {
  'tb:category': 'bank',
  'interop:accessMode': { '@id': 'http://www.w3.org/ns/auth/acl#Read' },
  'interop:accessNecessity': { '@id': 'interop:AccessRequired' },
  'tb:why': [
    { '@language': 'fr', '@value': 'Voir' },
    { '@language': 'en', '@value': 'See' },
  ],
}
const needing = (...needs: readonly unknown[]) => ({
  'interop:hasAccessNeedGroup': { 'interop:hasAccessNeed': needs },
})
const found = (text: string) => ({ type: 'application/ld+json', link: '', body: Buffer.from(text) })
const document = (more: object) =>
  JSON.stringify({
    '@context': 'https://www.w3.org/ns/solid/oidc-context.jsonld',
    client_id: address,
    client_name: 'App',
    redirect_uris: ['https://app.example/'],
    ...more,
  })

describe('a Client ID document', () => {
  it.each(settings.apps)('says of $id what we have written', (app) => {
    const { name, needs } = appCard(app)
    expect(readClientDocument(found(JSON.stringify(clientDocument(app))), app.clientId)).toEqual({
      clientId: app.clientId,
      url: `${app.origin}/`,
      name: { fr: name.fr, en: name.fr },
      needs,
    })
  })

  it('may have a name in each language, and needs nothing', () => {
    const names = { 'client_name#fr': 'Mes trajets', 'client_name#en': 'My trips' }
    expect(readClientDocument(found(document(names)), address)).toEqual({
      clientId: address,
      url: 'https://app.example/',
      name: { fr: 'Mes trajets', en: 'My trips' },
      needs: [],
    })
  })

  it('is as the documentation for app makers shows it', async () => {
    const text = await readFile(join(packageRoot, 'apps/for-app-makers.md'), 'utf8')
    const [, json = ''] = /```json\n(\{\n {2}"@context"[^`]*)```/.exec(text) ?? []
    const address = 'https://trips.example/id'
    expect(readClientDocument(found(json), address)).toMatchObject({
      clientId: address,
      name: { fr: 'Mes trajets', en: 'My trips' },
      needs: [{ category: 'bank', required: true }],
    })
  })

  it('leads nowhere else than to its own origin', () => {
    const elsewhere = document({ client_uri: 'https://evil.example/' })
    expect(readClientDocument(found(elsewhere), address)).toMatchObject({ url: 'https://app.example/' })
  })

  it.each([
    ['is no JSON object', 'no'],
    ['is no JSON object', '[]'],
    ['client_id is not the address', document({ client_id: 'https://app.example/id/' })],
    ['redirect_uris has no address of its origin', document({ redirect_uris: ['https://evil.example/'] })],
    ['redirect_uris has no address of its origin', document({ redirect_uris: undefined })],
    ['client_name is missing', document({ client_name: '  ' })],
    ['client_name is missing', document({ client_name: 'a'.repeat(61) })],
    ['client_name is missing', document({ client_name: 'Traboule\u202e' })],
    ['client_name is missing', document({ 'client_name#fr': 'a\nb' })],
    ['Need 1: tb:category', document(needing({ ...need, 'tb:category': 'secrets' }))],
    ['Need 2: tb:category', document(needing(need, null))],
    [
      'Need 1: interop:accessMode',
      document(needing({ ...need, 'interop:accessMode': { '@id': 'http://www.w3.org/ns/auth/acl#Write' } })),
    ],
    ['Need 1: interop:accessNecessity', document(needing({ ...need, 'interop:accessNecessity': 'any' }))],
    ['Need 1: dpv:hasPurpose', document(needing({ ...need, 'dpv:hasPurpose': { '@id': 'https://x/' } }))],
    ...['hasPurpose', 'Purpose', 'Foo', 'ConsentGiven', ''].map((term) => [
      'Need 1: dpv:hasPurpose',
      document(needing({ ...need, 'dpv:hasPurpose': { '@id': `https://w3id.org/dpv#${term}` } })),
    ]),
    ['Need 1: tb:why', document(needing({ ...need, 'tb:why': { '@language': 'fr', '@value': 'Voir' } }))],
    ['Two needs of bank', document(needing(need, need))],
    ['More than 20 needs', document(needing(...Array.from({ length: 21 }, () => need)))],
  ])('is refused where %s', (reason, text) => {
    const read = readClientDocument(found(text), address)
    expect('fault' in read && read.fault.en).toContain(reason)
  })
})
