import { html, nothing } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { copyAddress } from './copy-address.ts'
import { minuteOf } from './when.ts'

/** Whose an address is, as the server has found it. */
export interface Person {
  readonly webId: string
  readonly isHere: boolean
  /** As a profile elsewhere says. */
  readonly name?: string
}

/** Data that may be read from now on. */
export interface Opened {
  readonly containers: readonly string[]
  /** The names of the partners whose data it is, by container. */
  readonly partners: Readonly<Record<string, string>>
}

const words = {
  ask: { fr: 'Est-ce bien cette personne ?', en: 'Is this the right person?' },
  incomplete: {
    fr: 'L’adresse que vous avez donnée n’était pas complète. Voici celle (WebID) qui lui correspond :',
    en: 'The address that you gave was not complete. This is the one (WebID) that it leads to:',
  },
  here: {
    fr: (name: string) => `Son espace est sur ce serveur, sous le nom « ${name} ».`,
    en: (name: string) => `Their space is on this server, under the name “${name}”.`,
  },
  claims: {
    fr: (name: string) => `Son profil se donne le nom « ${name} ». Personne n’a vérifié ce nom.`,
    en: (name: string) => `Their profile calls itself “${name}”. Nobody has verified this name.`,
  },
  nameless: { fr: 'Son profil ne donne pas de nom.', en: 'Their profile gives no name.' },
  willRead: {
    fr: (what: string, end: string) => `Cette personne lira : ${what}, jusqu’au ${end}.`,
    en: (what: string, end: string) => `This person will read: ${what}, until ${end}.`,
  },
  share: { fr: 'Donner cet accès', en: 'Give this access' },
  correct: { fr: 'Corriger', en: 'Correct' },
  done: {
    fr: (person: string, until: string) => `C’est fait : ${person} peut lire ces données jusqu’au ${until}.`,
    en: (person: string, until: string) => `Done: ${person} can read this data until ${until}.`,
  },
  send: {
    fr: 'Aucun message ne lui est envoyé : transmettez-lui vous-même ce qui suit, à ouvrir avec son application.',
    en: 'No message is sent to them: pass on what follows yourself, to open with their app.',
  },
  back: { fr: 'Revenir à mon compte', en: 'Back to my account' },
} satisfies Messages

/** Who it is, before they are let read. `answer`: yes, or back to the form. */
export function personQuestion(
  { webId, isHere, name }: Person,
  typed: string,
  what: string,
  until: Date,
  busy: boolean,
  answer: (isYes: boolean) => void,
) {
  const said = isHere ? t(words.here, citizenName(webId)) : name ? t(words.claims, name) : t(words.nameless)
  return html`<section class="card">
    <h2 id="who" tabindex="-1">${t(words.ask)}</h2>
    ${webId === typed ? nothing : html`<p>${t(words.incomplete)}</p>`}
    <p><strong>${webId}</strong></p>
    <p>${said}</p>
    <p>${t(words.willRead, what, minuteOf(until))}</p>
    <p class="actions">
      <button class="primary" type="button" ?disabled=${busy} @click=${() => answer(true)}>${t(words.share)}</button>
      <button type="button" ?disabled=${busy} @click=${() => answer(false)}>${t(words.correct)}</button>
    </p>
  </section>`
}

/** What was done, and what to send them: nothing else tells them where it is. */
export const shareReport = (person: string, until: Date, opened: readonly Opened[]) =>
  html`<section class="card">
    <p>${t(words.done, person, minuteOf(until))}</p>
    <p>${t(words.send)}</p>
    ${opened.flatMap(({ containers, partners }) =>
      containers.map(
        (url) => html`<div class="need">
          <p><strong>${partners[url]}</strong><br />${url}</p>
          <p class="actions">
            ${copyAddress(url)}
          </p>
        </div>`,
      ),
    )}
    <p class="actions"><a class="button primary" href="/.account/">${t(words.back)}</a></p>
  </section>`
