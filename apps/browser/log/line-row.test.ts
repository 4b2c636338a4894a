import { beforeAll, describe, expect, it } from 'vitest'
import type { Sealed } from '#vocab/journal/chain'
import { type Entry, operatorExport, operatorReset, writeEntry } from '#vocab/journal/entry'
import { readCategories } from '../../shared/known-categories.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import type { People } from '../people.ts'
import { lineRow } from './line-row.ts'
import { base, citizen, entry, pod } from './testing/served-log.ts'

beforeAll(readCategories)

const partner: Grant = {
  id: 'p',
  kind: 'partner',
  recipient: { webId: 'https://bank.example/#me', name: 'Banque des Pentes' },
  categories: ['bank'],
  containers: [`${pod}data/bank/banque/`],
  partners: {},
  modes: ['append'],
  since: '2026-11-01T00:00:00Z',
}
const people: People = {
  webId: citizen,
  clientId: 'https://home.example/id',
  apps: { budget: 'https://budget.example/', home: 'https://home.example/' },
  grants: [
    partner,
    {
      ...partner,
      id: 'a',
      kind: 'app',
      recipient: { client: 'https://other.example/id', name: { fr: 'Autre', en: 'Other' } },
    },
  ],
}
/** As this server names client credentials that were given no name. */
const credentials = '_6f1f7f0e-5d0a-4c57-9c7a-0d9a6a1f2b3c'
const context = { pod, base, people, day: '2026-11-24' }
const line = (it: Entry): Sealed => ({
  number: 7,
  recorded: it.from,
  said: { salt: new Uint8Array(16), text: writeEntry(it) },
  hash: new Uint8Array(32),
})
const row = (rest: Partial<Entry>) => lineRow(line(entry(rest)), context)

describe('who did it', () => {
  it.each<[string, Partial<Entry>]>([
    ['Mon budget', {}],
    ['Autre', { client: 'https://other.example/id' }],
    ['L’application de gone.example', { client: 'https://gone.example/id' }],
    ['Vous, dans Mon espace', { client: people.clientId }],
    ['Vous, sur votre compte', { client: null }],
    ['Un outil à vous, avec une clé que vous avez créée', { client: `own${credentials}` }],
    ['Un outil à vous, avec une clé que vous avez créée', { client: credentials }],
    ['Une application sans adresse, inconnue ici', { client: 'pVjEnbYHEexFY-wlETMPI' }],
    ['Une application sans adresse, inconnue ici', { client: 'own_1', outcome: 'refused', rules: [] }],
    ['Une application sans adresse, inconnue ici', { client: `${credentials}x` }],
    ['Banque des Pentes', { who: 'https://bank.example/#me', client: 'partner_1' }],
    ['Bob, chez pods.example', { who: `${base}bob/profile/card#me`, client: 'x' }],
    ['Bob, chez pods.example, avec\u00a0: Mon budget', { who: `${base}bob/profile/card#me` }],
    ['no address', { who: 'no address', client: null }],
    ['Quelqu’un qui ne s’est pas nommé', { who: null, client: null }],
    ['Quelqu’un qui ne s’est pas nommé', { who: null, client: null, rules: [], outcome: 'refused' }],
    ['Le serveur de votre espace', { who: null, client: null, rules: [] }],
    [
      'L’opérateur du serveur, qui a exporté votre espace en fichiers',
      { who: null, client: operatorExport, rules: [] },
    ],
    [
      'L’opérateur du serveur, qui a fait un lien pour choisir votre mot de passe',
      { who: null, client: operatorReset, rules: [] },
    ],
    ['Bob, chez pods.example', { who: `${base}bob/profile/card#me`, client: operatorExport }],
  ])('is %s', (title, rest) => expect(row(rest).title).toBe(title))
})

it('knows no credentials of a citizen to whom other servers issue tokens: they name clients as they like', () => {
  const webId = 'https://alice.example/#me'
  const elsewhere = { ...context, people: { ...people, webId } }
  const title = (client: string) => lineRow(line(entry({ who: webId, client })), elsewhere).title
  expect(title(`own${credentials}`)).toBe('Une application ou un outil, sans adresse')
  expect(title('pVjEnbYHEexFY-wlETMPI')).toBe('Une application ou un outil, sans adresse')
  expect(title('https://budget.example/id')).toBe('Mon budget')
})

describe('what was done', () => {
  it.each<[string, Partial<Entry>]>([
    ['Lecture · Comptes et opérations bancaires, Banque des Pentes, janvier 2025', {}],
    [
      'Lecture · Comptes et opérations bancaires, Banque des Pentes\u00a0: 2\u00a0documents · 3\u00a0fois chacun',
      { count: 3, resources: ['alice/data/bank/banque/a/1', 'alice/data/bank/banque/a/2'] },
    ],
    ['Ajout · Votre boîte de réception', { modes: ['append'], resources: ['alice/inbox/'] }],
    [
      'Changement des droits d’accès · Droits d’accès de\u00a0: Votre espace',
      { modes: ['control'], resources: ['alice/.acl'] },
    ],
    [
      'Écriture ou effacement · nôtre/x · 2\u00a0fois',
      { modes: ['write'], resources: ['alice/n%C3%B4tre/x'], count: 2 },
    ],
    ['Lecture · Toutes vos données', { resources: ['alice/data/'] }],
    ['Lecture · autre chose, vélo', { resources: ['alice/data/autre chose/vélo/1'] }],
    [`Lecture · ${base}bob/secret`, { resources: ['bob/secret'] }],
    ['Lecture · %E0%A4%A', { resources: ['alice/%E0%A4%A'] }],
  ])('is: %s', (text, rest) => expect(row(rest).text).toBe(text))

  it('is told with its rule and addresses as they were verified', () => {
    expect(row({}).details).toEqual([
      `WebID\u00a0: ${citizen}`,
      'Application ou identifiants\u00a0: https://budget.example/id',
      'Ressource\u00a0: alice/data/bank/banque/a1/2025-01.ttl',
      `Règle\u00a0: ${pod}data/bank/banque/.acl#grant-1`,
    ])
  })
})

it('marks refusals, gaps and what was erased', () => {
  expect(row({ outcome: 'refused' }).kind).toBe('refused')
  const gap = row({ outcome: 'gap', who: null, client: null, resources: [], modes: [], rules: [] })
  expect(gap).toMatchObject({ kind: 'gap', title: 'Le serveur s’est arrêté sans prévenir' })
  expect(lineRow({ ...line(entry()), said: undefined }, context)).toMatchObject({
    kind: 'erased',
    when: '11\u00a0h\u00a000',
  })
  const garbled = { salt: new Uint8Array(16), text: 'not an entry' }
  expect(lineRow({ ...line(entry()), said: garbled, recorded: Number.NaN }, context)).toMatchObject({
    kind: 'erased',
    when: '?',
  })
})

it('tells the hour in Paris, and the date where it is another day there', () => {
  const at = (from: string, until = from) => row({ from: Date.parse(from), until: Date.parse(until) }).when
  expect(at('2026-11-24T10:00:00Z')).toBe('11\u00a0h\u00a000')
  expect(at('2026-11-24T10:00:00Z', '2026-11-24T10:01:00Z')).toBe('de 11\u00a0h\u00a000 à 11\u00a0h\u00a001')
  expect(at('2026-11-24T23:30:00Z')).toBe('25\u00a0novembre 2026 à 0\u00a0h\u00a030')
})
