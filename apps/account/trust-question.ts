import { html, nothing } from 'lit/html.js'
import { leavesRegistered, leavesUnreviewed, meansOfTrust, notAfterwards } from '#vocab/told/of-trust'
import { type Messages, t } from '../shared/i18n/t.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { durationsFor } from './duration.ts'
import { durationField } from './duration-field.ts'
import { messages } from './messages.ts'
import { proofFields } from './prove.ts'

/** An app, as the server has read who it is. */
export interface Client {
  readonly id: string
  readonly origin: string
  readonly host: string
  /** As it says. */
  readonly name?: string
  /** Other sites that are handed what it gets. */
  readonly elsewhere: readonly string[]
  /** With the operator: it can be granted less than everything. */
  readonly registered?: boolean
}

/** What the question is asked with. */
interface Asking {
  readonly days: number
  readonly webId: string | undefined
  readonly busy: boolean
  /** What went wrong. */
  readonly failed: unknown
  /** That it has such a grant already. */
  readonly already: unknown
  readonly choose: (days: number) => void
  readonly open: (event: SubmitEvent) => unknown
}

const words = {
  lead: {
    fr: 'L’application ci-dessous demande à tout lire et à tout modifier. L’opérateur de votre espace ne l’a pas vérifiée.',
    en: 'The app below asks to read and change everything. The operator of your space has not reviewed it.',
  },
  leadRegistered: {
    fr: 'L’application ci-dessous demande à tout lire et à tout modifier. L’opérateur de votre espace ne l’a enregistrée que pour lire certaines catégories.',
    en: 'The app below asks to read and change everything. The operator of your space has registered it to read some categories only.',
  },
  narrower: {
    fr: 'Vous pouvez ne lui donner que ce qu’elle a déclaré à l’opérateur, catégorie par catégorie, sans rien lui laisser modifier.',
    en: 'You can give it only what it has declared to the operator, category by category, and let it change nothing.',
  },
  narrow: { fr: 'Choisir ce qu’elle lit', en: 'Choose what it reads' },
  says: {
    fr: (name: string) => `Elle dit s’appeler « ${name} ». Personne n’a vérifié ce nom.`,
    en: (name: string) => `It says that it is called “${name}”. Nobody has verified this name.`,
  },
  nameless: { fr: 'Elle ne dit pas son nom.', en: 'It does not say its name.' },
  elsewhere: {
    fr: (sites: string) => `Elle donnera aussi son accès à : ${sites}.`,
    en: (sites: string) => `It will also hand its access to: ${sites}.`,
  },
  meaning: { fr: 'Ce que cela veut dire', en: 'What this means' },
  may: meansOfTrust,
  leaves: leavesUnreviewed,
  leavesRegistered,
  notAfterwards,
  open: { fr: 'Ouvrir tout mon espace', en: 'Open my whole space' },
  refuse: { fr: 'Ne pas ouvrir', en: 'Do not open' },
} satisfies Messages

/** Who asks for everything, what that means, until when; and who the citizen is. */
export function trustQuestion(
  { id, origin, host, name, elsewhere, registered }: Client,
  { days, webId, busy, failed, already, choose, open }: Asking,
) {
  return html`<p class="lead">${t(registered ? words.leadRegistered : words.lead)}</p>
    ${
      registered
        ? html`<section class="card">
            <p>${t(words.narrower)}</p>
            <p class="actions"><a class="button primary" href="/.agent/grant${location.search}">${t(words.narrow)}</a></p>
          </section>`
        : nothing
    }
    <form class="card" @submit=${open}>
      <h2 class="site">${origin}</h2>
      <p>${name ? t(words.says, name) : t(words.nameless)}</p>
      <p class="small">${id}</p>
      <section class="warning">
        <h3>${t(words.meaning)}</h3>
        <p>${t(words.may)}</p>
        <p>${t(registered ? words.leavesRegistered : words.leaves, host)}</p>
        ${elsewhere.length > 0 ? html`<p>${t(words.elsewhere, elsewhere.join(', '))}</p>` : nothing}
        <p>${t(words.notAfterwards)}</p>
      </section>
      ${already} ${durationField(durationsFor([]), days, choose)}
      <p>${t(messages.you)} <strong>${citizenName(webId)}</strong>.</p>
      ${proofFields()}
      ${failed}
      <p class="actions">
        <button class="danger" type="submit" ?disabled=${busy}>${t(busy ? messages.wait : words.open)}</button>
        <a class="button" href="/.account/">${t(words.refuse)}</a>
      </p>
    </form>`
}
