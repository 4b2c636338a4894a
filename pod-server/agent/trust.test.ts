import { expect, it, vi } from 'vitest'
import { readSettings } from '../settings.ts'
import { WrongPasswords } from './again.ts'
import type { Call } from './routes.ts'
import { askedToTrust, trust } from './trust.ts'

const pod = 'http://localhost:3000/alice/'
const id = 'https://app.example/id'

/** The citizen's own, as far as it is looked at. `says`: the app, of itself. */
const called = (says: object, body: object = {}) => {
  const letIn = vi.fn(async () => 'a grant')
  const call = {
    settings: readSettings({ flags: {}, env: {} }),
    grants: { letIn, list: async () => [] },
    apps: { all: async () => [] },
    caller: { kind: 'page', citizen: { accountId: 'alice', pods: [pod], webIds: [`${pod}profile/card#me`] } },
    query: new URLSearchParams({ client_id: id }),
    body: { client_id: id, email: 'alice@x.example', password: 'hers', ...body },
    logIn: async () => 'alice',
    wrongPasswords: new WrongPasswords(),
    clientDocument: async () => ({ client_id: id, client_name: 'Notes', ...says }),
  }
  return { call: call as unknown as Call, letIn }
}
const own = { redirect_uris: ['https://app.example/'] }
const more = { redirect_uris: ['https://app.example/', 'https://evil.example/'] }
/** What the page was given, as it comes back. */
const shown = async (says: object) =>
  JSON.parse(JSON.stringify((await askedToTrust(called(says).call)).client))

it.each([
  ['alone', own],
  ['with others that it hands its access to', more],
  ['without a name', { ...own, client_name: undefined }],
])('an app is let in as it was shown: %s', async (_, says) => {
  const { call, letIn } = called(says, { shown: await shown(says) })
  expect(await trust(call)).toEqual({ pod, id: 'a grant' })
  expect(letIn).toHaveBeenCalledOnce()
})

it.each([
  ['hands its access to another since it was shown', more, own],
  ['has another name since it was shown', { ...own, client_name: 'Yours' }, own],
  ['was shown with more than it is', own, more],
])('an app is not let in that %s', async (_, says, before) => {
  const { call, letIn } = called(says, { shown: await shown(before) })
  await expect(trust(call)).rejects.toMatchObject({ code: 'client-changed', status: 409 })
  expect(letIn).not.toHaveBeenCalled()
})

it.each([undefined, null, id, {}])('an app is not let in by who was shown nothing of it: %o', async (it) => {
  const { call, letIn } = called(own, { shown: it })
  await expect(trust(call)).rejects.toMatchObject({ code: 'client-changed' })
  expect(letIn).not.toHaveBeenCalled()
})
