import { describe, expect, it } from 'vitest'
import { profileIn } from './profile.ts'

describe('the document of a WebID', () => {
  const webId = 'https://eve.example/card#me'
  const prefixes =
    '@prefix s: <http://www.w3.org/ns/solid/terms#>. @prefix f: <http://xmlns.com/foaf/0.1/>. @prefix v: <http://www.w3.org/2006/vcard/ns#>.'
  const issuer = 's:oidcIssuer <https://issuer.example/>'
  const read = (body: string, type = 'text/turtle') =>
    profileIn({ type, link: '', body: Buffer.from(`${prefixes}\n${body}`) }, webId)

  it('says who they call themselves, and that they can log in', () => {
    expect(read(`<#me> ${issuer}; f:name " Eve ".`)).toEqual({ canLogIn: true, name: 'Eve' })
    expect(read(`<#me> ${issuer}; v:fn "Eve M."; f:name "Eve".`)).toEqual({ canLogIn: true, name: 'Eve' })
    expect(read(`<#me> ${issuer}; v:fn "Eve M.".`)).toEqual({ canLogIn: true, name: 'Eve M.' })
  })

  it.each([
    ['ends its quotation', 'f:name "Eve», de la Métropole"'],
    ['writes backwards', 'f:name "Eve\\u202Eevil"'],
    ['breaks a line', 'f:name "Eve\\nBob"'],
    ['has no end', `f:name "${'x'.repeat(61)}"`],
    ['is an address', 'f:name <https://bob.example/>'],
  ])('has a name that is not shown: it %s', (_, name) => {
    expect(read(`<#me> ${issuer}; ${name}.`)).toEqual({ canLogIn: true })
  })

  it.each([
    ['for somebody else', `<#you> ${issuer}; f:name "You".`],
    ['for the document', `<> ${issuer}; f:name "It".`],
    ['as a text', '<#me> s:oidcIssuer "https://issuer.example/".'],
    ['not at all', ''],
  ])('lets nobody log in where it names an issuer %s', (_, body) => {
    expect(read(body)).toEqual({ canLogIn: false })
  })

  it.each([
    ['is a page', `<#me> ${issuer}.`, 'text/html'],
    ['is malformed after it', `<#me> ${issuer}. <`, 'text/turtle'],
    ['says too much', `<#me> ${issuer}; s:x <x>${', <x>'.repeat(2000)}.`, 'text/turtle'],
  ])('is none that %s', (_, body, type) => {
    expect(read(body, type)).toBeUndefined()
  })
})
