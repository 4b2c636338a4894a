import { writeConsentProcess, writeConsentRecord } from '#vocab/generated/consents'
import type { Statement } from '#vocab/graph'
import { DPV, TB } from '#vocab/namespaces'

interface Parties {
  readonly citizen: string
  /** With its slash; the data controller. */
  readonly server: string
  readonly recipient: string
}

/** What a consent record says of bank data; its event, and how it is withdrawn, are named and not said. */
export function consentRecord(record: string, { citizen, server, recipient }: Parties): Statement[] {
  const [pod = '', identifier = ''] = record.split('consents/')
  return [
    ...writeConsentRecord(
      {
        identifier,
        identifierAgain: identifier,
        conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr',
        created: '2026-11-25T10:00:00Z',
        dataSubject: citizen,
        dataController: server,
        recipient,
        jurisdiction: 'https://w3id.org/dpv/loc#FR',
        applicableLaw: 'http://data.europa.eu/eli/reg/2016/679/oj',
        legalBasis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-a',
        notice: `${server}.agent/grant`,
        rights: ['https://w3id.org/dpv/legal/eu/gdpr#A7-3'],
        authority: 'https://w3id.org/dpv/legal/fr#DPA-FR',
        processes: [`${record}#bank`],
        control: `${record}#withdrawal`,
        statuses: [`${record}#given`],
      },
      record,
    ),
    ...writeConsentProcess(
      {
        category: 'bank',
        personalData: `${TB}bankData`,
        purpose: `${DPV}RequestedServiceProvision`,
        processing: [`${DPV}Access`],
        necessity: `${DPV}Required`,
        storage: `${record}#storage`,
        toldInFrench: 'Voir vos comptes',
        toldInEnglish: 'See your accounts',
        containers: [`${pod}data/bank/banque/`],
      },
      `${record}#bank`,
    ),
  ]
}
