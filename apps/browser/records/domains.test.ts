import { afterEach, expect, it } from 'vitest'
import { categoryTerms } from '#vocab/generated/category-terms'
import { setLanguage } from '../../shared/i18n/language.ts'
import { knownTypes } from './kinds.ts'
import { example, itemsIn } from './testing/read.ts'

afterEach(() => setLanguage('fr'))

const told: readonly (readonly [string, string])[] = [
  ['account-balance', '2025-01-31 | Solde au 31 janvier 2025 |  | 1 520,50 €'],
  ['bank-account', ' | Compte courant finissant par 5678 | euro | '],
  [
    'bank-operation',
    '2025-01-03 | PRLV ENERGIE DU RHONE | Facture de décembre · compté au 4 janvier 2025 | −45,90 €',
  ],
  ['benefit-right', '2024-11-01 | Prime d’activité |  | ouvert'],
  ['calendar-event', '2026-03-03 | Conseil de quartier | Mairie du 1er · se répète | 18 h 00'],
  ['canteen-meal', '2026-03-02 | Repas | Léo | 4,20 €'],
  [
    'contact',
    ' | Nour Perrache | Librairie des Pentes · +33 6 39 98 00 01 · nour@exemple.example · naissance le 22 mars 1984 | ',
  ],
  ['day-curve', '2025-01-05 | Dimanche 5 janvier 2025 |  | 4,22 kWh'],
  ['family-quotient', '2026-03 | Quotient familial | CNAF | 900'],
  ['insurance-claim', '2025-07-20 | Sinistre F1 | logement | '],
  ['insurance-policy', '1989-04-29 | RAQVAM Équilibre | logement · contrat 0000001 | 226,74 € par an'],
  ['insured-home', ' | Appartement | 3 Pièces · Locataire · 3 501 à 6 800 | '],
  ['invoice-line', ' | Abonnement | hors TVA | 12,30 €'],
  ['invoice', '2026-03-05 | Lumière du Rhône | n° F-1 · à payer avant le 20 mars 2026 | 120,00 €'],
  [
    'job-seeker-registration',
    '2025-01-06 | Inscription comme demandeur d’emploi | catégorie 1 | jusqu’au 30 septembre 2025',
  ],
  ['library-loan', '2026-03-02 | L’Île au trésor | à rendre le 30 mars 2026 | '],
  ['listening-day', '2026-03-01 | Musique | 2 écoutes · Les Traboules | 3 min'],
  ['meter', ' | Compteur d’électricité | Appartement | …0000'],
  ['period-reading', '2025-01-05 | Dimanche 5 janvier 2025 | Heures creuses · fuite estimée : 0,5 l | 7 m³'],
  ['premium-schedule', ' | Prélèvement (12 fois) |  | 12 paiements par an'],
  ['receipt-item', ' | Pain de seigle | quantité : 0,456 | 12,50 €'],
  ['receipt', '2026-03-05 | Le Panier des Pentes | Croix-Rousse · commande 1207 | 12,50 €'],
  [
    'reimbursement',
    '2026-03-05 | Consultation | CD · versé le 12 mars 2026 · soins payés 30,00 € · reste à charge 2,00 € | 28,00 €',
  ],
  ['schooling', '2025-09 | Emma | Année scolaire 2025-2026 · Collège des Traboules · avec une bourse | 5EME'],
  ['telecom-usage', '2026-03 | Mars 2026 | ligne …0001 · 21 min d’appels · 56 messages | 7 Mo'],
  [
    'trip',
    '2026-03-01 | LYON PART DIEU → GRENOBLE | vélo · 9 h 00 · 40 min · ligne ou train 17611 · 45,90 € | 105,2 km',
  ],
  ['unemployment-payment', '2025-02-03 | Paiement de chômage |  | 1 234,50 €'],
  ['validation', '2026-03-01 | Croix-Rousse | métro · ligne ou train C | 8 h 00'],
  ['wellbeing-day', '2026-03-05 | Pas | iPhone | 8 412'],
]

it.each(told)('tells a %s in words', async (name, expected) => {
  const [item, ...others] = await itemsIn(example(name))
  expect(others).toEqual([])
  const { title, detail, value } = item?.words() ?? {}
  expect([item?.day, title, detail, value].join(' | ').replace(/[\u00a0\u202f]/g, ' ')).toBe(expected)
  expect(item?.label).toBeDefined()
  setLanguage('en')
  const english = item?.words()
  expect(english?.title).not.toBe('')
  expect(JSON.stringify(english)).not.toMatch(/\d,\d\d /)
})

it('has words for every class that a category holds, and only once', () => {
  const held = new Set(Object.values(categoryTerms).flatMap(({ classes }) => classes))
  expect([...held].filter((it) => !knownTypes.has(it))).toEqual([])
  expect(told.length).toBe(held.size)
})
