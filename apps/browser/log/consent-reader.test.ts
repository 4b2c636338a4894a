import { expect, it } from 'vitest'
import { writeConsentParty } from '#vocab/generated/consents'
import type { Statement } from '#vocab/graph'
import { PodFailure } from '../../shared/pod/failure.ts'
import { consentRecord } from '../testing/consent-record.ts'
import { ConsentReader } from './consent-reader.ts'
import { base, citizen, pod } from './testing/served-log.ts'

const id = '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01'
const recipient = 'https://gone.example/id'

function recordOf(iri: string): Statement[] {
  return [
    ...consentRecord(iri, { citizen, server: base, recipient }),
    ...writeConsentParty({ identifier: recipient, name: 'Gone', contact: recipient }, recipient),
  ]
}

it('reads each record once, and says so', async () => {
  const asked: string[] = []
  let told = 0
  const read = async (url: string) => {
    asked.push(url)
    return recordOf(url)
  }
  const reader = new ConsentReader(read, pod, () => {
    told += 1
  })
  await Promise.all([reader.want([id, id]), reader.want([id])])
  await reader.want([id])
  expect(asked).toEqual([`${pod}consents/${id}`])
  expect(told).toBe(1)
  expect(reader.of(id)).toMatchObject({
    recipient,
    name: 'Gone',
    adds: false,
    subjects: [{ category: 'bank' }],
  })
})

it('tells nothing of what is refused, or is no record', async () => {
  const read = async (url: string): Promise<Statement[]> => {
    if (url.endsWith('refused')) throw new PodFailure('refused', url, 403)
    return []
  }
  const reader = new ConsentReader(read, pod, () => {})
  await reader.want(['refused', 'empty'])
  expect(['refused', 'empty', 'unasked'].map((it) => reader.of(it))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(['refused', 'empty', 'unasked'].map((it) => reader.isUnread(it))).toEqual([true, true, false])
})
