import { expect, it } from 'vitest'
import { writeConsentParty } from '#vocab/generated/consents'
import { PodFailure } from '../../shared/pod/failure.ts'
import { base, citizen, pod } from '../log/testing/served-log.ts'
import { consentRecord } from '../testing/consent-record.ts'
import { pastNames } from './past-names.ts'

const recipient = 'https://banque.example/profile/card#me'
const source = (ids: readonly string[]) => ({
  list: async (container: string) =>
    ids.map((id) => ({ url: container + id, isContainer: false, modified: '2026-01-01T00:00:00Z', size: 1 })),
  turtle: async (url: string) => {
    if (url.endsWith('refused')) throw new PodFailure('refused', url, 403)
    return ''
  },
  parse: async (url: string) => [
    ...consentRecord(url, { citizen, server: base, recipient }),
    ...writeConsentParty({ identifier: recipient, name: 'La Banque', contact: recipient }, recipient),
  ],
})

it('names nobody by what could not be listed or read, nor by what lets somebody read', async () => {
  const refused = { ...source([]), list: () => Promise.reject(new PodFailure('refused', pod, 403)) }
  expect((await pastNames(refused, pod)).size).toBe(0)
  expect((await pastNames(source(['refused']), pod)).size).toBe(0)
  // The record of these tests lets an app read a partner's container: that names the app.
  expect((await pastNames(source(['read']), pod)).size).toBe(0)
})
