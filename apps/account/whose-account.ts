import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { minuteOf } from './when.ts'

const words = {
  leaving: {
    fr: (day: string) => `Votre compte et votre espace seront effacés le ${day}.`,
    en: (day: string) => `Your account and your space will be erased on ${day}.`,
  },
  at: { fr: (host: string) => `chez ${host}`, en: (host: string) => `at ${host}` },
  details: { fr: 'Détails', en: 'Details' },
  leavingLink: { fr: 'Voir ou annuler l’effacement', en: 'See or cancel the erasure' },
} satisfies Messages

/** A WebID as people know it, its address under details. */
export const identity = (webId: string) => html`<div>
  <strong>${citizenName(webId)}</strong>, ${t(words.at, new URL(webId).host)}
  <details class="small"><summary>${t(words.details)}</summary>${webId}</details>
</div>`

/** When all of it is erased. `due`: an instant. */
export const leaving = (due: string) =>
  html`<p class="card leaving">${t(words.leaving, minuteOf(new Date(due)))} <a href="/.account/erase/">${t(words.leavingLink)}</a></p>`
