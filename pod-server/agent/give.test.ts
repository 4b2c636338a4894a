import { describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { Apps } from './apps.ts'
import { AgentError } from './errors.ts'
import { agreementAsked } from './give.ts'
import { PartnerRegistry } from './registry.ts'

const settings = readSettings({ flags: { 'base-url': 'https://pods.example/' }, env: {} })
const pod = 'https://pods.example/alice/'
const webId = `${pod}profile/card#me`
const citizen = { accountId: 'a', pods: [pod], webIds: [webId, 'https://alice.example/#me'] }
const budget = settings.apps.find(({ id }) => id === 'budget')?.clientId
const home = settings.apps.find(({ id }) => id === 'home')?.clientId
const asking = {
  settings,
  apps: new Apps(settings),
  citizen,
  webId,
  partners: new PartnerRegistry(settings.dataFolder),
  assertPerson: async (asked: string) => {
    if (asked.startsWith('https://pods.example/') && asked !== 'https://pods.example/bob/profile/card#me')
      throw new AgentError('unknown-person')
  },
}
const asked = (body: object) => agreementAsked(asking, body as Record<string, unknown>)

describe('what is granted', () => {
  it('to an app is bound to it, to the citizen and to our issuer', async () => {
    expect(await asked({ client_id: budget, categories: ['bank', 'bank'] })).toMatchObject({
      kind: 'app',
      agent: webId,
      client: budget,
      issuer: settings.baseUrl,
      purposes: [{ category: 'bank', purpose: 'https://w3id.org/dpv#RequestedServiceProvision' }],
    })
  })

  it('to a person is bound to them, and to the issuer where it is ours', async () => {
    const other = await asked({ agent: 'https://bob.example/#me', categories: ['health'] })
    expect(other).toMatchObject({ kind: 'person', agent: 'https://bob.example/#me' })
    expect(other).not.toHaveProperty('client')
    expect(other).not.toHaveProperty('issuer')
    const ours = await asked({ agent: 'https://pods.example/bob/profile/card#me', categories: ['bank'] })
    expect(ours.issuer).toBe(settings.baseUrl)
  })

  it.each([
    ['what the app does not need', { client_id: budget, categories: ['energy'] }, 'bad-request'],
    ['nothing', { client_id: budget, categories: [] }, 'bad-request'],
    ['what is no list', { client_id: budget, categories: 'bank' }, 'bad-request'],
    ['what is no name', { client_id: budget, categories: [{}] }, 'bad-request'],
    [
      'to an app that is not registered',
      { client_id: 'https://x.example/', categories: ['bank'] },
      'unknown-client',
    ],
    ['to the pod browser', { client_id: home, categories: ['bank'] }, 'unknown-client'],
    [
      'to an app and a person',
      { client_id: budget, agent: 'https://b.example/', categories: ['bank'] },
      'bad-request',
    ],
    [
      'what there is no category of',
      { agent: 'https://bob.example/#me', categories: ['all'] },
      'bad-request',
    ],
    ['the whole space to an app', { client_id: budget, categories: ['whole-space'] }, 'bad-request'],
    [
      'the whole space to a person',
      { agent: 'https://bob.example/#me', categories: ['whole-space'] },
      'bad-request',
    ],
    [
      'health among others',
      { agent: 'https://bob.example/#me', categories: ['bank', 'health'] },
      'by-name-only',
    ],
    ['to the citizen, and so to any app of theirs', { agent: webId, categories: ['bank'] }, 'bad-person'],
    [
      'to another WebID of the citizen',
      { agent: 'https://alice.example/#me', categories: ['bank'] },
      'bad-person',
    ],
    ['to something in the own pod', { agent: `${pod}x#me`, categories: ['bank'] }, 'bad-person'],
    [
      'to who is not reached by https',
      { agent: 'http://bob.example/#me', categories: ['bank'] },
      'bad-person',
    ],
    [
      'to somebody who is not here',
      { agent: 'https://pods.example/eve/profile/card#me', categories: ['bank'] },
      'unknown-person',
    ],
    ['to no address', { agent: 'bob', categories: ['bank'] }, 'bad-person'],
    [
      'to an address with a password',
      { agent: 'https://a:b@bob.example/', categories: ['bank'] },
      'bad-person',
    ],
    [
      'to an address spelt otherwise',
      { agent: 'https://BOB.example/#me', categories: ['bank'] },
      'bad-person',
    ],
    [
      'to an address without an end',
      { agent: `https://b.example/${'x'.repeat(2000)}`, categories: ['bank'] },
      'bad-person',
    ],
  ])('is refused: %s', async (_, body, code) => {
    await expect(asked(body)).rejects.toThrow(expect.objectContaining({ code }))
  })
})
