import { html, nothing } from 'lit/html.js'
import { wholeSpace } from '#vocab/whole-space'
import { language } from '../shared/i18n/language.ts'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import { endsSoon } from '../shared/ui/ends-soon.ts'
import { recipientName } from '../shared/ui/recipient-name.ts'
import { withdrawMessages } from '../shared/ui/withdraw-messages.ts'
import { dayOf, minuteOf } from './when.ts'

/** A grant, as the authorization agent lists it. */
export interface Grant {
  readonly id: string
  readonly kind: 'app' | 'partner' | 'person'
  readonly recipient: { readonly name: Words | string; readonly site?: string }
  readonly categories: readonly string[]
  /** The names of the partners whose data it is, by container. */
  readonly partners: Readonly<Record<string, string>>
  readonly since: string
  readonly until?: string
}

/** Those who read, by whatever way: whoever may do everything is first; partners are shown by themselves. */
export const readersAmong = (grants: readonly Grant[]): Grant[] => [
  ...grants.filter(isWhole),
  ...grants.filter((it) => it.kind !== 'partner' && !isWhole(it)),
]

const isWhole = ({ categories }: Grant): boolean => categories.includes(wholeSpace.id)

/** A partner, since when it is connected, and the button for it. */
export const partnerRow = (name: string, category: string, since: string | undefined, button: unknown) =>
  html`<li class="row">
    <span>
      <strong>${name}</strong><br />
      <span class="small">${category}${since ? ` · ${t(withdrawMessages.since, dayOf(since))}` : nothing}</span>
    </span>
    ${button}
  </li>`

const words = {
  heading: { fr: 'Qui lit mes données', en: 'Who reads my data' },
  share: { fr: 'Partager avec une personne', en: 'Share with a person' },
  trust: { fr: 'Ouvrir tout mon espace à une application', en: 'Open my whole space to an app' },
  none: {
    fr: 'Personne d’autre que vous ne lit vos données.',
    en: 'Nobody but you reads your data.',
  },
} satisfies Messages

/** All who read, a row each, and the ways to let somebody else. */
export const readersCard = (rows: readonly unknown[]) =>
  html`<section class="card">
    <h2>${t(words.heading)}</h2>
    ${rows.length > 0 ? nothing : html`<p>${t(words.none)}</p>`}
    <ul>
      ${rows}
    </ul>
    <p class="actions">
      <a class="button" href="/.agent/share">${t(words.share)}</a>
      <a class="button" href="/.agent/trust">${t(words.trust)}</a>
    </p>
  </section>`

/** `labelOf`: a category as the citizen reads it; `takeBack`: the button for it. */
export function grantRow(grant: Grant, labelOf: (category: string) => string, takeBack: unknown) {
  const { recipient, categories, partners, since, until } = grant
  const whole = isWhole(grant)
  const named = new Intl.ListFormat(language()).format(new Set(Object.values(partners)))
  const facts = [
    ...(whole ? [] : [...categories.map(labelOf), named]),
    t(withdrawMessages.since, dayOf(since)),
    until ? t(withdrawMessages.until, endsSoon(until) ? minuteOf(new Date(until)) : dayOf(until)) : '',
  ]
  return html`<li class="row">
    <span>
      <strong>${recipientName(recipient)}</strong><br />
      ${whole ? html`<span class="whole">${t(wholeSpace.label)}</span><br />` : nothing}
      <span class="small">${facts.filter(Boolean).join(' · ')}</span>
    </span>
    ${takeBack}
  </li>`
}
