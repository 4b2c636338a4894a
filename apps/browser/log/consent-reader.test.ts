import { expect, it } from 'vitest'
import { writeConsentParty, writeConsentProcess, writeConsentRecord } from '#vocab/generated/consents'
import type { Statement } from '#vocab/graph'
import { DPV, TB } from '#vocab/namespaces'
import { PodFailure } from '../../shared/pod/failure.ts'
import { ConsentReader } from './consent-reader.ts'
import { base, citizen, pod } from './testing/served-log.ts'

const id = '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01'
const recipient = 'https://gone.example/id'

function recordOf(iri: string): Statement[] {
  return [
    ...writeConsentRecord(
      {
        identifier: id,
        identifierAgain: id,
        conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr',
        created: '2026-11-24T10:00:00Z',
        dataSubject: citizen,
        dataController: base,
        recipient,
        jurisdiction: 'https://w3id.org/dpv/loc#FR',
        applicableLaw: 'http://data.europa.eu/eli/reg/2016/679/oj',
        legalBasis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-a',
        notice: `${base}.agent/grant`,
        rights: ['https://w3id.org/dpv/legal/eu/gdpr#A7-3'],
        authority: 'https://w3id.org/dpv/legal/fr#DPA-FR',
        processes: [`${iri}#bank`],
        control: `${iri}#withdrawal`,
        statuses: [`${iri}#given`],
      },
      iri,
    ),
    ...writeConsentParty({ identifier: recipient, name: 'Gone', contact: recipient }, recipient),
    ...writeConsentProcess(
      {
        category: 'bank',
        personalData: `${TB}bankData`,
        purpose: `${DPV}RequestedServiceProvision`,
        processing: `${DPV}Access`,
        necessity: `${DPV}Required`,
        storage: `${iri}#storage`,
        toldInFrench: 'Voir',
        toldInEnglish: 'See',
        containers: [`${pod}data/bank/banque/`],
      },
      `${iri}#bank`,
    ),
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
  const reader = new ConsentReader(read, pod, () => expect.unreachable())
  await reader.want(['refused', 'empty'])
  expect(['refused', 'empty', 'unasked'].map((it) => reader.of(it))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
