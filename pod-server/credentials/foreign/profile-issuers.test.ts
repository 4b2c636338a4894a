import { describe, expect, it } from 'vitest'
import { issuersIn } from './profile-issuers.ts'

describe('a WebID', () => {
  const webId = 'https://eve.example/card#me'
  const solid = '@prefix s: <http://www.w3.org/ns/solid/terms#>.'
  const issuer = 'https://issuer.example/'
  const read = (body: string, type = 'text/turtle') =>
    issuersIn({ type, link: '', body: Buffer.from(`${solid}\n${body}`) }, webId)

  it('has the issuers that its document names for it', () => {
    expect(read(`<#me> s:oidcIssuer <${issuer}>, <https://second.example>.`)).toEqual([
      issuer,
      'https://second.example',
    ])
    expect(read(`<${webId}> s:oidcIssuer <${issuer}>.`)).toEqual([issuer])
  })

  it.each([
    ['names one for somebody else', `<#you> s:oidcIssuer <${issuer}>.`],
    ['names one for the document', `<> s:oidcIssuer <${issuer}>.`],
    ['names one as a text', `<#me> s:oidcIssuer "${issuer}".`],
    ['names one as something else', `<#me> s:storage <${issuer}>.`],
    ['says nothing', ''],
  ])('has none of a document that %s', (_, body) => {
    expect(read(body)).toEqual([])
  })

  it.each([
    ['is malformed after it', `<#me> s:oidcIssuer <${issuer}>. <`, 'text/turtle'],
    ['is a page', `<#me> s:oidcIssuer <${issuer}>.`, 'text/html'],
    ['says too much', `<#me> s:oidcIssuer <${issuer}>${', <x>'.repeat(17)}.`, 'text/turtle'],
    ['says much else', `<#me> s:oidcIssuer <${issuer}>; s:x <x>${', <x>'.repeat(2000)}.`, 'text/turtle'],
  ])('has no document that %s', (_, body, type) => {
    expect(read(body, type)).toBeUndefined()
  })
})
