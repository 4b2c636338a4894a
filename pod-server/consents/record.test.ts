import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { DCT, DPV, TB } from '#vocab/namespaces'
import { validate } from '#vocab/validate'
import { type Consent, recordOf, recordQuads, recordTurtle, withdrawalQuads, withEvent } from './record.ts'
import { citedRecords, isRecordOf, partiesOf, standingOf } from './standing.ts'

const pod = 'https://pod.example/alice/'
const consent: Consent = {
  id: '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
  pod,
  citizen: `${pod}profile/card#me`,
  controller: { iri: 'https://pod.example/', name: 'pod.example', contact: 'https://pod.example/' },
  recipient: {
    iri: 'https://budget.example/id',
    name: 'Mon budget / My budget',
    contact: 'https://budget.example/',
  },
  processes: [
    {
      category: 'bank',
      personalData: `${TB}bankData`,
      purpose: `${DPV}RequestedServiceProvision`,
      processing: [`${DPV}Access`],
      necessity: `${DPV}Required`,
      toldInFrench: 'Voir vos comptes',
      toldInEnglish: 'See your accounts',
      containers: [`${pod}data/bank/banque/`],
    },
  ],
  storage: {
    location: 'https://pod.example/',
    told: { fr: 'Reste ici', en: 'Stays here' },
    until: { fr: 'Fin de ce consentement', en: 'End of this consent' },
  },
  isSensitive: false,
  notice: 'https://pod.example/.agent/grant',
  withdrawnAt: 'https://pod.example/.account/',
  at: '2026-11-25T10:00:00Z',
  until: '2026-12-25T10:00:00Z',
}
const record = recordOf(pod, consent.id)
const withdrawal = {
  by: consent.citizen,
  at: '2026-11-26T10:00:00Z',
  method: 'https://pod.example/.account/',
}
const given = recordTurtle(recordQuads(consent))
const withdrawn = withEvent(given, withdrawalQuads(record, withdrawal))
const parse = (turtle: string) => new Parser({ baseIRI: record }).parse(turtle)

describe('a consent record', () => {
  it.each([
    ['given', given],
    ['withdrawn', withdrawn],
  ])('conforms to its shapes when %s, and stands so', async (standing, turtle) => {
    expect(await validate(parse(turtle))).toEqual({ conforms: true, problems: [] })
    expect(standingOf(record, parse(turtle))).toBe(standing)
  })

  it('stands, though it says less than records do now', () => {
    const lean = given.replace(/\s*dpv:has(?:Identifier|Right|Authority)\b[^;]*;/g, '')
    expect(lean).not.toBe(given)
    expect(standingOf(record, parse(lean))).toBe('given')
    expect(standingOf(record, parse(withEvent(lean, withdrawalQuads(record, withdrawal))))).toBe('withdrawn')
    expect(partiesOf(record, parse(lean))).toEqual({
      citizen: consent.citizen,
      recipient: consent.recipient.iri,
    })
  })

  it('is only ever added to', () => {
    expect(withdrawn.startsWith(given)).toBe(true)
    expect(parse(withdrawn).length).toBe(parse(given).length + withdrawalQuads(record, withdrawal).length)
  })

  /** The fields of the guide's table (https://w3id.org/dpv/guides/consent-27560 §7.2), and what says them. */
  it.each([
    ['schema version', `<${record}> dct:conformsTo`],
    ['record id', `<${record}> dct:identifier`],
    ['record id, again', `<${record}> dpv:hasIdentifier`],
    ['pii principal id', `<${record}> dpv:hasDataSubject`],
    ['privacy notice', `<${record}> dpv:hasNotice`],
    ['language', `<${consent.notice}> dct:language`],
    ['purpose', `<${record}#bank> dpv:hasPurpose`],
    ['lawful basis', `<${record}> dpv:hasLegalBasis`],
    ['pii type', `<${record}#bank> dpv:hasPersonalData`],
    ['pii optional', `<${record}#bank> dpv:hasNecessity`],
    ['processing method', `<${record}#bank> dpv:hasProcessing`],
    ['storage', `<${record}#bank> dpv:hasStorageCondition`],
    ['storage location', `<${record}#storage> dpv:hasLocation`],
    ['retention period', `<${record}#storage> dpv:hasDuration`],
    ['jurisdiction', `<${record}> dpv:hasJurisdiction`],
    ['recipient', `<${record}> dpv:hasRecipient`],
    ['withdrawal method', `<${record}> dpv:hasConsentControl`],
    ['privacy rights', `<${record}> dpv:hasRight`],
    ['authority party', `<${record}> dpv:hasAuthority`],
    ['pii controllers', `<${record}> dpv:hasDataController`],
    ['party id of the controller', `<${consent.controller.iri}> dpv:hasIdentifier`],
    ['party name of the controller', `<${consent.controller.iri}> dpv:hasName`],
    ['party contact of the controller', `<${consent.controller.iri}> dpv:hasContact`],
    ['party name of the recipient', `<${consent.recipient.iri}> dpv:hasName`],
    ['consent state', `<${record}> dpv:hasConsentStatus`],
    ['event time', `<${record}#given> dpv:isIndicatedAtTime`],
    ['event duration', `<${record}#given> dct:valid`],
    ['expression by', `<${record}#given> dpv:isIndicatedBy`],
    ['expression method', `<${record}#given> dpv:hasIndicationMethod`],
  ])('has what ISO/IEC TS 27560 and GDPR want: %s', (_, said) => {
    const [subject, predicate] = said.split(' ')
    const found = parse(given).filter(
      (quad) =>
        `<${quad.subject.value}>` === subject &&
        quad.predicate.value.replace(DPV, 'dpv:').replace(DCT, 'dct:') === predicate,
    )
    expect(found).not.toEqual([])
  })

  it('names the article on special categories for what is sensitive', () => {
    const sensitive = recordTurtle(recordQuads({ ...consent, isSensitive: true }))
    for (const said of ['gdpr#A9-2-a', 'SpecialCategoryPersonalData']) {
      expect(sensitive).toContain(said)
      expect(given).not.toContain(said)
    }
  })

  it('is not written with an end that is no instant', () => {
    expect(() => recordQuads({ ...consent, until: 'tomorrow' })).toThrow(
      expect.objectContaining({ code: 'bad-field' }),
    )
  })

  it.each([
    ['no document', undefined],
    ['an empty one', ''],
    ['one about another record', given.replaceAll(record, `${record}x`)],
    ['one whose given event is of no type', given.replace('dpv:ConsentGiven', 'dpv:ConsentUnknown')],
  ])('is missing: %s', (_, turtle) => {
    expect(standingOf(record, turtle === undefined ? undefined : parse(turtle))).toBe('missing')
  })
})

describe('a record that a rule cites', () => {
  it('is found, however the rule is named', () => {
    const acl = `<#a> <${TB}consentRecord> <${record}>. [] <${TB}consentRecord> "x".`
    expect([...citedRecords(parse(acl))]).toEqual([record, 'x'])
  })

  it.each([
    [record, true],
    [`${record}/x`, false],
    [`${pod}consents/`, false],
    [`${pod}consents/../data/${consent.id}`, false],
    [record.replace('/alice/', '/bob/'), false],
    [record.replace('pod.example', 'evil.example'), false],
    [`${record}#given`, false],
    [`${pod}data/${consent.id}`, false],
  ])('lies where the server writes it: %s %s', (at, isOne) => {
    expect(isRecordOf(pod, at)).toBe(isOne)
  })
})
