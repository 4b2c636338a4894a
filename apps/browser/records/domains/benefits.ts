import {
  readBenefitRight,
  readFamilyQuotient,
  readJobSeekerRegistration,
  readUnemploymentPayment,
} from '#vocab/generated/benefits'
import { tb } from '#vocab/generated/terms'
import { dayName, money } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { figure } from '../quantities.ts'
import { type Kind, kind } from '../summary.ts'

const words = {
  quotients: { fr: 'Quotients familiaux', en: 'Family quotients' },
  rights: { fr: 'Droits', en: 'Rights' },
  registrations: { fr: 'Inscriptions au chômage', en: 'Job seeker registrations' },
  payments: { fr: 'Paiements de chômage', en: 'Unemployment payments' },
  quotient: { fr: 'Quotient familial', en: 'Family quotient' },
  'activity-bonus': { fr: 'Prime d’activité', en: 'Activity bonus' },
  'active-solidarity-income': { fr: 'Revenu de solidarité active', en: 'Active solidarity income' },
  'family-support-allowance': { fr: 'Allocation de soutien familial', en: 'Family support allowance' },
  yes: { fr: 'ouvert', en: 'entitled' },
  no: { fr: 'non ouvert', en: 'not entitled' },
  increased: { fr: 'avec majoration', en: 'with an increase' },
  registration: { fr: 'Inscription comme demandeur d’emploi', en: 'Registration as a job seeker' },
  category: { fr: (name: string) => `catégorie ${name}`, en: (name: string) => `category ${name}` },
  until: { fr: (day: string) => `jusqu’au ${day}`, en: (day: string) => `until ${day}` },
  payment: { fr: 'Paiement de chômage', en: 'Unemployment payment' },
} satisfies Messages

export const kinds: readonly Kind[] = [
  kind(tb.FamilyQuotient, words.quotients, readFamilyQuotient, (it) => ({
    day: it.month,
    words: () => ({ title: t(words.quotient), detail: it.fund, value: figure(it.quotient) }),
  })),
  kind(tb.BenefitRight, words.rights, readBenefitRight, (it) => ({
    day: it.startDate ?? '',
    words: () => ({
      title: t(words[it.kind]),
      detail: it.increased === 'yes' ? t(words.increased) : '',
      value: t(words[it.entitled]),
    }),
  })),
  kind(tb.JobSeekerRegistration, words.registrations, readJobSeekerRegistration, (it) => ({
    day: it.startDate,
    words: () => ({
      title: t(words.registration),
      detail: it.category === undefined ? '' : t(words.category, it.category),
      value: it.endDate === undefined ? '' : t(words.until, dayName(it.endDate)),
    }),
  })),
  kind(tb.UnemploymentPayment, words.payments, readUnemploymentPayment, (it) => ({
    day: it.paymentDate,
    words: () => ({ title: t(words.payment), detail: '', value: money(it.amountCents, it.currency) }),
  })),
]
