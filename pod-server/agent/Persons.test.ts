import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { readSettings } from '../settings.ts'
import { Persons } from './Persons.ts'

const settings = readSettings({ flags: { port: '3000' }, env: {} })
const { baseUrl } = settings
const bob = `${baseUrl}bob/profile/card#me`
const persons = new Persons(new OutgoingReader(settings), baseUrl, async (webId) => webId === bob)
const of = (address: string) => persons.of(address, 'alice')

describe('an address on this server', () => {
  it('is a person’s where it is a WebID here, letter by letter', async () => {
    expect(await of(bob)).toEqual({ webId: bob, isHere: true })
    await expect(persons.assert(bob, 'alice')).resolves.toBeUndefined()
  })

  it.each(['bob', 'bob/', 'bob/profile/card', 'bob/profile/card#I'])(
    'that is short of one proposes it, and is none: %s',
    async (path) => {
      expect(await of(baseUrl + path)).toEqual({ webId: bob, isHere: true })
      await expect(persons.assert(baseUrl + path, 'alice')).rejects.toMatchObject({
        code: 'unknown-person',
        sentence: { fr: expect.stringContaining(`Vouliez-vous dire ${bob} ?`) },
      })
    },
  )

  it.each(['bob/inbox/', 'eve/', 'eve/profile/card#me', ''])('is nobody’s: %s', async (path) => {
    await expect(of(baseUrl + path)).rejects.toMatchObject({ code: 'unknown-person' })
  })
})

describe('an address elsewhere', () => {
  let there: Receiver
  beforeAll(async () => {
    const turtle = { 'content-type': 'text/turtle' }
    const issuer = '<http://www.w3.org/ns/solid/terms#oidcIssuer> <https://issuer.example/>'
    there = await Receiver.start((response, { path }) => {
      if (path === '/card')
        response
          .writeHead(200, turtle)
          .end(`<#me> ${issuer}; <http://xmlns.com/foaf/0.1/name> "Eve". <#nameless> ${issuer}.`)
      else if (path === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Me</h1>')
      else if (path === '/large') response.writeHead(200, turtle).end('#'.repeat(200_000))
      else response.writeHead(404).end()
    })
  })
  afterAll(async () => there?.[Symbol.asyncDispose]())

  it('is a person’s where its document names an issuer for it, and says the name that it gives', async () => {
    const webId = `${there.url}/card#me`
    expect(await of(webId)).toEqual({ webId, isHere: false, name: 'Eve' })
    expect(await of(`${there.url}/card#nameless`)).toEqual({
      webId: `${there.url}/card#nameless`,
      isHere: false,
    })
  })

  it('is nobody’s where its document is about somebody else', async () => {
    for (const address of ['/card', '/card#you'])
      await expect(of(there.url + address)).rejects.toMatchObject({ code: 'not-a-person' })
  })

  it.each([
    ['/page#me', 'Turtle'],
    ['/large#me', 'trop grand'],
    ['/missing#me', 'Il n’y a pas de document'],
  ])('that cannot be read is refused, and why: %s', async (path, why) => {
    await expect(of(there.url + path)).rejects.toMatchObject({
      code: 'unread-person',
      sentence: { fr: expect.stringContaining(why) },
    })
  })

  it('of somebody who was let read before is not asked again', async () => {
    const asked = there.received.length
    await persons.assertStays(`${there.url}/card#me`)
    expect(there.received.length).toBe(asked)
    await expect(persons.assertStays(`${baseUrl}eve/profile/card#me`)).rejects.toMatchObject({
      code: 'unknown-person',
    })
  })
})
