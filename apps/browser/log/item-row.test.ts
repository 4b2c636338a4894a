import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Sealed } from '#vocab/journal/chain'
import { type Entry, writeEntry } from '#vocab/journal/entry'
import { setLanguage } from '../../shared/i18n/language.ts'
import { readCategories } from '../../shared/known-categories.ts'
import type { ConsentTerms } from '../consent-terms.ts'
import { type ItemRow, itemRow } from './item-row.ts'
import { itemsOf } from './log-items.ts'
import { base, citizen, entry, pod } from './testing/served-log.ts'

beforeAll(readCategories)

const [id, older] = ['0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01', '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e02']
const home = 'https://home.example/id'
const people = {
  webId: citizen,
  clientId: home,
  apps: { budget: 'https://budget.example/' },
  grants: [],
}
const context = { pod, base, people, day: '2026-11-24' }
const terms: ConsentTerms = {
  recipient: 'https://budget.example/id',
  name: 'Budget',
  adds: false,
  subjects: [{ category: 'bank', why: { fr: 'Voir', en: 'See' }, containers: [] }],
  until: '2027-11-24T23:30:00Z',
  where: undefined,
  given: '2026-11-24T23:30:00Z',
  withdrawn: undefined,
}
const committed = (path: string): Partial<Entry> => ({
  client: null,
  resources: [`alice/${path}`],
  modes: [path.endsWith('.acl') ? 'control' : 'write'],
  rules: [],
})
const sealed = (entries: readonly Partial<Entry>[]): Sealed[] =>
  entries.map((it, index) => ({
    number: index + 1,
    recorded: 0,
    said: { salt: new Uint8Array(16), text: writeEntry(entry(it)) },
    hash: new Uint8Array(32),
  }))
const row = (entries: readonly Partial<Entry>[], known?: ConsentTerms): ItemRow => {
  const [item, ...others] = itemsOf(sealed(entries), 'alice', new Set())
  expect(others).toEqual([])
  return itemRow(item as NonNullable<typeof item>, context, (it) => (it === id ? known : undefined))
}
const given = [committed(`consents/${id}`), committed(`receipts/${id}-1`), committed('data/bank/banque/.acl')]
const withdrawn = [committed('data/bank/banque/.acl'), committed(`receipts/${id}-2`)]

afterEach(() => setLanguage('fr'))

describe('a grant', () => {
  it('says what was given to whom, until when, by whom, and where its receipt is', () => {
    expect(row(given, terms)).toMatchObject({
      kind: 'allowed',
      title: 'Autorisation de lire donnée à Mon budget',
      text: 'Comptes et opérations bancaires, jusqu’au 25\u00a0novembre 2027',
      when: '11\u00a0h\u00a000',
      grant: { by: 'Vous, sur votre compte', replaces: false, receipt: `#receipts=${id}-1` },
    })
    setLanguage('en')
    expect(row(given, terms)).toMatchObject({
      title: 'Permission to read given to My budget',
      text: 'Bank accounts and transactions, until 25 November 2027',
    })
  })

  it('to a partner has no end', () => {
    const partner = { ...terms, recipient: 'https://b.example/#me', adds: true, until: undefined }
    expect(row(given, partner)).toMatchObject({
      title: 'Autorisation d’ajouter donnée à Budget',
      text: 'Comptes et opérations bancaires, jusqu’à votre retrait',
    })
  })

  it('says what was withdrawn from whom', () => {
    const atHome = withdrawn.map((it) => ({ ...it, client: home }))
    expect(row(atHome, terms)).toMatchObject({
      title: 'Autorisation de lire retirée à Mon budget',
      text: 'Comptes et opérations bancaires',
      grant: { by: 'Vous, dans Mon espace', receipt: `#receipts=${id}-2` },
    })
  })

  it('says that it takes the place of another', () => {
    expect(row([committed(`receipts/${older}-2`), ...given], terms).grant?.replaces).toBe(true)
  })

  it('to a partner, with a reader who reads it too, replaces nothing: theirs is extended', () => {
    const third = '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e03'
    const partner = {
      ...terms,
      recipient: 'https://b.example/#me',
      name: 'Banque',
      adds: true,
      until: undefined,
    }
    const [item] = itemsOf(
      sealed([committed(`receipts/${older}-2`), committed(`receipts/${third}-1`), ...given]),
      'alice',
      new Set(),
    )
    const known: Record<string, ConsentTerms> = { [id]: partner, [older]: terms, [third]: terms }
    expect(itemRow(item as NonNullable<typeof item>, context, (it) => known[it])).toMatchObject({
      title: 'Autorisation d’ajouter donnée à Banque',
      grant: {
        replaces: false,
        receipt: `#receipts=${id}-1`,
        extended: [
          {
            text: 'L’autorisation de Mon budget est étendue à ces données.',
            receipt: `#receipts=${third}-1`,
          },
        ],
      },
    })
  })

  it('says what the log alone does, until its record is read and where it cannot be', () => {
    const text = 'Comptes et opérations bancaires, Banque'
    expect(row(given)).toMatchObject({ title: 'Autorisation donnée', text })
    expect(row(withdrawn)).toMatchObject({ title: 'Autorisation retirée', text })
  })

  it('names whoever is gone as the consent did, else by the address', () => {
    const gone = { ...terms, recipient: 'https://gone.example/id' }
    expect(row(given, { ...gone, name: 'Parti' }).title).toBe('Autorisation de lire donnée à Parti')
    expect(row(given, { ...gone, name: undefined }).title).toBe(
      'Autorisation de lire donnée à l’application de gone.example',
    )
  })
})

describe('several lines of one', () => {
  const month = (name: string, rest: Partial<Entry> = {}): Partial<Entry> => ({
    resources: [`alice/data/bank/banque/a1/${name}`],
    ...rest,
  })
  it('say of how many documents and folders, once each, and how often in all', () => {
    const until = Date.parse('2026-11-24T10:00:40Z')
    const it = row([month('2025-01.ttl'), month('2025-02.ttl', { until: until + 60_000 }), month('')])
    expect(it).toMatchObject({
      kind: 'allowed',
      title: 'Mon budget',
      text: 'Lecture · Comptes et opérations bancaires, Banque\u00a0: 2\u00a0documents, 1\u00a0dossier',
      when: 'de 11\u00a0h\u00a000 à 11\u00a0h\u00a001',
      details: [],
    })
    expect(it.lines).toHaveLength(3)
    const again = row([month('2025-01.ttl'), month('2025-02.ttl', { count: 2 })])
    expect(again.text).toBe(
      'Lecture · Comptes et opérations bancaires, Banque\u00a0: 2\u00a0documents · 3\u00a0fois en tout',
    )
    expect(row([month('2025-01.ttl'), month('2025-01.ttl')]).text).toBe(
      'Lecture · Comptes et opérations bancaires, Banque, janvier 2025 · 2\u00a0fois',
    )
  })

  it('that were refused are refusals', () => {
    const refused = { outcome: 'refused', rules: [] } as const
    expect(row([month('2025-01.ttl', refused), month('2025-02.ttl', refused)]).kind).toBe('refused')
  })
})

it('is a line of the log where it is one', () => {
  expect(row([{}])).toMatchObject({ number: 1, title: 'Mon budget', lines: [] })
  expect(row([{}]).details.length).toBeGreaterThan(0)
})
