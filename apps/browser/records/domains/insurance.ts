import {
  readInsuranceClaim,
  readInsurancePolicy,
  readInsuredHome,
  readPremiumSchedule,
} from '#vocab/generated/insurance'
import { tb } from '#vocab/generated/terms'
import { money } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  policies: { fr: 'Contrats', en: 'Policies' },
  schedules: { fr: 'Échéanciers', en: 'Payment schedules' },
  claims: { fr: 'Sinistres', en: 'Claims' },
  homes: { fr: 'Logements assurés', en: 'Insured homes' },
  home: { fr: 'logement', en: 'home' },
  vehicle: { fr: 'véhicule', en: 'vehicle' },
  other: { fr: 'autre', en: 'other' },
  claim: {
    fr: (reference: string) => `Sinistre ${reference}`,
    en: (reference: string) => `Claim ${reference}`,
  },
  number: { fr: (number: string) => `contrat ${number}`, en: (number: string) => `policy ${number}` },
  yearly: { fr: (sum: string) => `${sum} par an`, en: (sum: string) => `${sum} a year` },
  instalments: {
    fr: (count: string) => (count === '1' ? '1 paiement par an' : `${count} paiements par an`),
    en: (count: string) => (count === '1' ? '1 payment a year' : `${count} payments a year`),
  },
} satisfies Messages

export const kinds: readonly Kind[] = [
  kind(tb.InsurancePolicy, words.policies, readInsurancePolicy, (it) => ({
    day: it.startDate,
    words: () => ({
      title: it.product,
      detail: joined(t(words[it.insured]), t(words.number, it.policyNumber)),
      value:
        it.yearlyPremiumCents === undefined || it.currency === undefined
          ? ''
          : t(words.yearly, money(it.yearlyPremiumCents, it.currency)),
    }),
  })),
  kind(tb.PremiumSchedule, words.schedules, readPremiumSchedule, (it) => ({
    day: '',
    words: () => ({
      title: it.paymentMode,
      detail: '',
      value: it.instalments === undefined ? '' : t(words.instalments, it.instalments),
    }),
  })),
  kind(tb.InsuranceClaim, words.claims, readInsuranceClaim, (it) => ({
    day: it.day,
    words: () => ({ title: t(words.claim, it.reference), detail: t(words[it.insured]), value: '' }),
  })),
  kind(tb.InsuredHome, words.homes, readInsuredHome, (it) => ({
    day: '',
    words: () => ({
      title: it.homeKind,
      detail: joined(it.rooms, it.occupancy, it.contentsValue),
      value: '',
    }),
  })),
]
