import { describe, expect, it } from 'vitest'
import { isHosted, podRootOf } from './hosted.ts'

const base = 'https://pods.example/'

describe('the pod of a WebID', () => {
  it.each([
    ['https://pods.example/alice/profile/card#me', `${base}alice/`],
    ['https://pods.example/alice/', `${base}alice/`],
  ])('%s: %s', (webId, pod) => expect([podRootOf(webId, base), isHosted(webId, base)]).toEqual([pod, true]))

  it.each([
    'https://pods.example/mallory/../alice/profile/card#me',
    'HTTPS://PODS.EXAMPLE/alice/profile/card#me',
    'https://pods.example:443/alice/profile/card#me',
    'https://pods.example/',
    'https://pods.example/alice#me',
    'https://pods.example/#me',
  ])('is none for %s, which is hosted here', (webId) =>
    expect([podRootOf(webId, base), isHosted(webId, base)]).toEqual([undefined, true]),
  )

  it.each(['https://pods.example.evil.example/alice/profile/card#me', 'urn:alice', '', 'no url'])(
    'is not here for %j',
    (webId) => expect([podRootOf(webId, base), isHosted(webId, base)]).toEqual([undefined, false]),
  )
})
