import { tb } from '#vocab/generated/terms'
import { readWellbeingDay, type WellbeingDay } from '#vocab/generated/wellbeing'
import { type Messages, t, type Words } from '../../../shared/i18n/t.ts'
import { known } from '../../../shared/known.ts'
import { figure } from '../quantities.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  days: { fr: 'Mesures d’un jour', en: 'A day’s measures' },
  range: {
    fr: (from: string, to: string) => `de ${from} à ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
} satisfies Messages

/** By the end of the measure's identifier; another measure keeps its own name. */
const measures: Readonly<Record<string, Words>> = {
  StepCount: { fr: 'Pas', en: 'Steps' },
  DistanceWalkingRunning: { fr: 'Marche et course', en: 'Walking and running' },
  DistanceCycling: { fr: 'Vélo', en: 'Cycling' },
  FlightsClimbed: { fr: 'Étages montés', en: 'Floors climbed' },
  ActiveEnergyBurned: { fr: 'Énergie dépensée en activité', en: 'Active energy' },
  BasalEnergyBurned: { fr: 'Énergie dépensée au repos', en: 'Resting energy' },
  HeartRate: { fr: 'Pouls', en: 'Heart rate' },
  RestingHeartRate: { fr: 'Pouls au repos', en: 'Resting heart rate' },
  BodyMass: { fr: 'Poids', en: 'Weight' },
  Height: { fr: 'Taille', en: 'Height' },
  AppleExerciseTime: { fr: 'Temps d’exercice', en: 'Exercise time' },
  'SleepAnalysis.InBed': { fr: 'Au lit', en: 'In bed' },
  'SleepAnalysis.Asleep': { fr: 'Sommeil', en: 'Sleep' },
}

function amountOf({ sum, mean, max, unit }: WellbeingDay): string {
  const value = sum ?? mean ?? max
  if (value === undefined) return ''
  return unit === 'count' ? figure(value, 1) : `${figure(value, 1)}\u00a0${unit}`
}

export const kinds: readonly Kind[] = [
  kind(tb.WellbeingDay, words.days, readWellbeingDay, (it) => {
    const measure = known(measures, it.measure)
    return {
      day: it.day,
      words: () => ({
        title: measure ? t(measure) : it.measure,
        detail: joined(
          it.sum === undefined && it.min !== undefined && it.max !== undefined
            ? t(words.range, figure(it.min, 1), figure(it.max, 1))
            : '',
          it.source,
        ),
        value: amountOf(it),
      }),
    }
  }),
]
