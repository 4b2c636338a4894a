import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { type Duration, endOf } from './duration.ts'
import { minuteOf } from './when.ts'

const words = {
  duration: { fr: 'Pendant', en: 'For' },
  ends: {
    fr: (end: string) => `L’accès s’arrêtera tout seul le ${end}.`,
    en: (end: string) => `The access ends by itself on ${end}.`,
  },
} satisfies Messages

/** For how long, and when that ends. `choose` is told the days. */
export function durationField(durations: readonly Duration[], days: number, choose: (days: number) => void) {
  return html`<label for="days">${t(words.duration)}</label>
    <select id="days" aria-describedby="end" @change=${({ target }: Event) => choose(Number((target as HTMLSelectElement).value))}>
      ${durations.map((it) => html`<option value=${it.days} ?selected=${it.days === days}>${t(it.words)}</option>`)}
    </select>
    <p id="end" aria-live="polite">${t(words.ends, minuteOf(endOf(days, Date.now())))}</p>`
}
