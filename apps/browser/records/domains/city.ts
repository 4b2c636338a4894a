import { readCanteenMeal, readLibraryLoan, readSchooling } from '#vocab/generated/city'
import { tb } from '#vocab/generated/terms'
import { dayName, money } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  schoolings: { fr: 'Scolarité', en: 'Schooling' },
  loans: { fr: 'Prêts de bibliothèque', en: 'Library loans' },
  meals: { fr: 'Repas de cantine', en: 'School meals' },
  year: { fr: (year: string) => `Année scolaire ${year}`, en: (year: string) => `School year ${year}` },
  notEnrolled: { fr: 'non inscrit', en: 'not enrolled' },
  scholarship: { fr: 'avec une bourse', en: 'with a scholarship' },
  due: { fr: (day: string) => `à rendre le ${day}`, en: (day: string) => `due back on ${day}` },
  meal: { fr: 'Repas', en: 'Meal' },
} satisfies Messages

export const kinds: readonly Kind[] = [
  kind(tb.Schooling, words.schoolings, readSchooling, (it) => ({
    day: `${it.schoolYear.slice(0, 4)}-09`,
    words: () => ({
      title: it.pupil ?? t(words.year, it.schoolYear),
      detail: joined(
        it.pupil && t(words.year, it.schoolYear),
        it.school,
        it.enrolled === 'no' ? t(words.notEnrolled) : '',
        it.scholarship === 'yes' ? t(words.scholarship) : '',
      ),
      value: it.schoolClass ?? '',
    }),
  })),
  kind(tb.LibraryLoan, words.loans, readLibraryLoan, (it) => ({
    day: it.loanDate ?? it.dueDate,
    words: () => ({ title: it.title, detail: t(words.due, dayName(it.dueDate)), value: '' }),
  })),
  kind(tb.CanteenMeal, words.meals, readCanteenMeal, (it) => ({
    day: it.date,
    words: () => ({
      title: it.label ?? t(words.meal),
      detail: it.child ?? '',
      value: money(it.amountCents, it.currency),
    }),
  })),
]
