import { describe, expect, it } from 'vitest'
import { chosenApp, clientIdOf } from './chosen-app.ts'

const here = { baseUrl: 'https://pods.example/' }
const developing = { baseUrl: 'http://localhost:3000/' }
const id = 'https://app.example/id.jsonld'
const said = (rest: object = {}) => ({ client_id: id, redirect_uris: ['https://app.example/'], ...rest })

describe('the address of an app', () => {
  it.each([
    [id, here],
    ['https://app.example/', here],
    ['https://xn--pple-43d.com/id', here],
    ['http://localhost:4123/id', developing],
  ])('is taken: %s', (address, settings) => {
    expect(clientIdOf(address, settings)).toBe(address)
  })

  it.each([
    ['of who registered itself', 'V1StGXR8_Z5jdHi6B-myT'],
    ['by http', 'http://app.example/id'],
    ['of this machine, where nobody develops', 'http://localhost:4123/id'],
    ['in other letters than it is asked for', 'https://аpple.com/id'],
    ['that ends a term', 'https://app.example/id>'],
    ['with what no IRI holds', 'https://app.example/a|b'],
    ['with a name', 'https://a@app.example/id'],
    ['with a fragment', `${id}#this`],
    ['of another kind', 'javascript:alert(1)'],
    ['of own credentials', 'urn:traboule:client:own'],
    ['that is none', ''],
    ['that is no text', [id]],
    ['that is missing', undefined],
    ['that is very long', `https://app.example/${'x'.repeat(500)}`],
  ])('is refused: one %s', (_, address) => {
    expect(() => clientIdOf(address, here)).toThrow(expect.objectContaining({ code: 'bad-client' }))
  })
})

describe('an app that nobody has reviewed', () => {
  it('is its site first, and the name that it says', () => {
    expect(chosenApp(id, said({ client_name: ' Mes notes ' }))).toEqual({
      id,
      origin: 'https://app.example',
      host: 'app.example',
      name: 'Mes notes',
      elsewhere: [],
    })
  })

  it('is shown by letters that pass for no others', () => {
    expect(chosenApp('https://xn--pple-43d.com/id', said()).host).toBe('xn--pple-43d.com')
  })

  it.each([
    ['that reads backwards', '‮moc.knab'],
    ['of two lines', 'Mes notes\nvérifiée par l’opérateur'],
    ['that is very long', 'x'.repeat(61)],
    ['that is no text', 12],
    ['that is a list', ['a', 'b']],
    ['of nothing', ' '],
    ['that nobody sees', '\u3164'],
    ['that ends the quotation which it stands in', 'Notes » vérifiée par l’opérateur « x'],
    ['that ends it in English', 'Notes” reviewed by the operator “x'],
  ])('has no name rather than one %s', (_, name) => {
    expect(chosenApp(id, said({ client_name: name }))).not.toHaveProperty('name')
  })

  it('is said to hand over elsewhere, where its document says so', () => {
    const installed = ['com.example.notes:/back', 'com.example.other://app.example/back']
    const uris = ['https://other.example/a', 'https://other.example/b', ...installed]
    expect(chosenApp(id, said({ redirect_uris: uris })).elsewhere).toEqual([
      'other.example',
      'com.example.notes:',
      'com.example.other:',
    ])
  })

  it('is refused with more sites than anybody reads', () => {
    const uris = Array.from({ length: 6 }, (_, at) => `https://${at}.example/`)
    expect(() => chosenApp(id, said({ redirect_uris: uris }))).toThrow(
      expect.objectContaining({ code: 'unread-client' }),
    )
  })
})
