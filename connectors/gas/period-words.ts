import { plainWords } from '../formats/plain-words.ts'
import { daysBetween, frenchDay, isDay, lastOfMonth } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'

const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]

/** `24/11/2020`, `Du 30/11/2020 au 06/12/2020` (seven days at most) or `Novembre 2020`. `undefined` for anything else. */
export function readPeriodWords(text: string): Pick<Period, 'series' | 'firstDay' | 'lastDay'> | undefined {
  const plain = plainWords(text)
  const day = frenchDay(plain)
  if (day !== undefined) return { series: 'daily', firstDay: day, lastDay: day }
  const [, from = '', to = ''] = /^du (\d\d\/\d\d\/\d{4}) au (\d\d\/\d\d\/\d{4})$/.exec(plain) ?? []
  const [firstDay, lastDay] = [frenchDay(from), frenchDay(to)]
  if (firstDay !== undefined && lastDay !== undefined) {
    const length = daysBetween(firstDay, lastDay) + 1
    return length >= 1 && length <= 7 ? { series: 'weekly', firstDay, lastDay } : undefined
  }
  const [, name = '', year] = /^([a-z]+) (20\d\d)$/.exec(plain) ?? []
  const month = `${year}-${String(months.indexOf(name) + 1).padStart(2, '0')}`
  if (!isDay(`${month}-01`)) return undefined
  return { series: 'monthly', firstDay: `${month}-01`, lastDay: lastOfMonth(month) }
}
