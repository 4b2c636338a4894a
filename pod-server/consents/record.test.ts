import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { DPV, TB } from '#vocab/namespaces'
import { validate } from '#vocab/validate'
import { type Consent, recordOf, recordQuads, recordTurtle, withdrawalQuads, withEvent } from './record.ts'
import { citedRecords, isRecordOf, standingOf } from './standing.ts'

const pod = 'https://pod.example/alice/'
const consent: Consent = {
  id: '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
  pod,
  citizen: `${pod}profile/card#me`,
  controller: 'https://pod.example/',
  recipient: 'https://budget.example/id',
  processes: [
    {
      category: 'bank',
      personalData: `${TB}bankData`,
      purpose: `${DPV}RequestedServiceProvision`,
      processing: `${DPV}Access`,
      toldInFrench: 'Voir vos comptes',
      toldInEnglish: 'See your accounts',
      containers: [`${pod}data/bank/banque/`],
    },
  ],
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

  it('is only ever added to', () => {
    expect(withdrawn.startsWith(given)).toBe(true)
    expect(parse(withdrawn).length).toBe(parse(given).length + withdrawalQuads(record, withdrawal).length)
  })

  it('names the article on special categories for what is sensitive', () => {
    expect(recordTurtle(recordQuads({ ...consent, isSensitive: true }))).toContain('gdpr#A9-2-a')
    expect(given).not.toContain('A9-2-a')
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
