import { describe, expect, it } from 'vitest'
import { safeAddress } from './address.ts'
import { findStorage } from './storage.ts'

const webId = 'https://pod.example/alice/profile/card#me'
const storage = '<http://www.w3.org/ns/pim/space#storage>'

/** The network's other end: answers one profile. */
const answering =
  (body: string, type = 'text/turtle', status = 200): typeof fetch =>
  async () =>
    new Response(body, { status, headers: { 'content-type': type } })

describe('the citizen’s pod', () => {
  it('is the one that the profile names', async () => {
    expect(await findStorage(webId, answering(`<#me> ${storage} </alice/>.`))).toBe(
      'https://pod.example/alice/',
    )
    expect(await findStorage(webId, answering(`<#me> ${storage} <https://other.example/a>.`))).toBe(
      'https://other.example/a/',
    )
  })

  it.each([
    ['none', '', 'no-storage'],
    ['several', `<#me> ${storage} </a/>, </b/>.`, 'no-storage'],
    ['that of someone else in the document', `<#you> ${storage} </a/>.`, 'no-storage'],
    ['one over plain http', `<#me> ${storage} <http://pod.example/a/>.`, 'insecure-address'],
    ['one in broken Turtle', `<#me> ${storage} `, 'profile-unreadable'],
    ['one in a profile without end', `<#me> ${storage} </a/>.${' '.repeat(300_000)}`, 'profile-unreadable'],
  ])('is not guessed when the profile names %s', async (_, body, code) => {
    await expect(findStorage(webId, answering(body))).rejects.toMatchObject({ code })
  })

  it('is asked for again later when its server does not answer: the citizen can do nothing about it', async () => {
    const silent: typeof fetch = () => Promise.reject(new TypeError('fetch failed'))
    await expect(findStorage(webId, silent)).rejects.toMatchObject({ code: 'server-busy' })
    await expect(findStorage(webId, answering('', 'text/turtle', 503))).rejects.toMatchObject({
      code: 'server-busy',
    })
  })

  it('is not waited for where its server’s certificate is not trusted: waiting would not mend that', async () => {
    const cause = Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    const untrusted: typeof fetch = () => Promise.reject(new TypeError('fetch failed', { cause }))
    await expect(findStorage(webId, untrusted)).rejects.toMatchObject({ code: 'server-not-trusted' })
  })

  it('is not that of a word that is no WebID', async () => {
    await expect(findStorage('claire', answering(''))).rejects.toMatchObject({ code: 'not-a-webid' })
  })

  it('is not looked for in what is not a profile', async () => {
    await expect(findStorage(webId, answering('<p>', 'text/html'))).rejects.toMatchObject({
      code: 'profile-unreadable',
    })
    await expect(findStorage(webId, answering('', 'text/turtle', 404))).rejects.toMatchObject({
      code: 'profile-unreadable',
    })
  })
})

describe('an address to send to', () => {
  it.each([
    'https://a.example/',
    'http://localhost:3000/a',
    'http://pod.localhost/',
    'http://127.0.0.1:1/',
    'http://[::1]/',
  ])('%s is safe', (text) => {
    expect(safeAddress(text).href).toBe(text)
  })
  it.each([
    'http://a.example/',
    'http://localhost.example/',
    'ftp://a/',
    'https://u:p@a.example/',
    'no address',
  ])('%s is not', (text) => {
    expect(() => safeAddress(text)).toThrow('insecure-address')
  })
})
