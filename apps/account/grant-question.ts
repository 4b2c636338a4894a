import { html, nothing } from 'lit/html.js'
import { leavesFor, staysHere } from '#vocab/told/of-app'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../shared/known-categories.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { durationsFor } from './duration.ts'
import { durationField } from './duration-field.ts'
import { messages } from './messages.ts'
import { refusedAt } from './refused-at.ts'

export interface Need {
  readonly category: string
  readonly why: Words
  readonly required: boolean
  /** Days that it may last at most. */
  readonly days?: number
  readonly containers: readonly {
    readonly url: string
    readonly partner: { readonly name: string }
    readonly alreadyGranted: boolean
  }[]
}

export interface GrantRequest {
  readonly client: {
    readonly id: string
    readonly name: Words
    readonly url: string
    readonly reviewed: boolean
  }
  /** An address of the app itself, checked by the server. */
  readonly return: string
  readonly needs: readonly Need[]
  /** Ids of what the app was granted already. */
  readonly granted: readonly string[]
}

/** What the question is asked with. */
interface Asking {
  readonly webId: string | undefined
  readonly busy: boolean
  readonly days: number
  /** What there is to do where nothing is asked. */
  readonly rest: typeof import('./nothing-to-allow.ts') | undefined
  /** How what is sensitive is asked for. */
  readonly apart: typeof import('./sensitive-need.ts') | undefined
  readonly choose: (days: number) => void
  readonly allow: (event: SubmitEvent) => unknown
  readonly withdraw: () => unknown
  readonly changeAccount: () => unknown
}

const words = {
  asks: {
    fr: (name: string) => `« ${name} » demande à lire :`,
    en: (name: string) => `“${name}” asks to read:`,
  },
  asksFrom: {
    fr: (name: string, site: string) => `« ${name} », de ${site}, demande à lire :`,
    en: (name: string, site: string) => `“${name}”, of ${site}, asks to read:`,
  },
  says: {
    fr: (why: string) => `L’application dit : « ${why} »`,
    en: (why: string) => `The app says: “${why}”`,
  },
  staysHere,
  leaves: leavesFor,
  changeAccount: { fr: 'Changer de compte', en: 'Change account' },
  sentBy: {
    fr: (names: string) => `Données de ${names}`,
    en: (names: string) => `Data of ${names}`,
  },
  noPartner: {
    fr: 'Aucun partenaire connecté n’en envoie encore.',
    en: 'No connected partner sends any yet.',
  },
  already: { fr: 'déjà autorisé', en: 'already allowed' },
  limits: {
    fr: 'Elle pourra lire ces données sans pouvoir les modifier, et ne verra rien d’autre de votre espace. Vous pourrez retirer cette autorisation à tout moment.',
    en: 'It will be able to read this data but not to change it, and will see nothing else of your space. You can take this permission back at any moment.',
  },
  allowThis: { fr: 'Autoriser ces données', en: 'Allow this data' },
  needed: { fr: 'nécessaire à l’application', en: 'needed by the app' },
  allow: { fr: 'Autoriser', en: 'Allow' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
} satisfies Messages

/** Who asks, for what, why; where it goes, before anything is chosen; and the answer. */
export function grantQuestion(request: GrantRequest, asking: Asking) {
  const { client, needs } = request
  const { rest, days, choose, allow, webId, changeAccount } = asking
  const site = client.reviewed ? undefined : new URL(client.url).host
  return html`<p class="lead">${site === undefined ? t(words.asks, t(client.name)) : t(words.asksFrom, t(client.name), site)}</p>
    ${site === undefined ? nothing : html`<p class="leaves">${t(words.leaves, site)}</p>`}
    <form class="card" @submit=${allow}>
      ${needs.map((need) => needField(need, needs.length === 1, site !== undefined, asking))}
      ${rest ? nothing : html`${durationField(durationsFor(needs), days, choose)}<p>${t(words.limits)}</p>`}
      ${site === undefined ? html`<p class="small">${t(words.staysHere)}</p>` : nothing}
      <p class="who">
        <span>${t(messages.you)} <strong>${citizenName(webId)}</strong></span>
        <button class="plain" type="button" @click=${changeAccount}>${t(words.changeAccount)}</button>
      </p>
      <p class="actions">${answers(request, asking)}</p>
    </form>`
}

function answers({ needs, return: back }: GrantRequest, { rest, busy, withdraw }: Asking) {
  if (!rest)
    return html`<button class="primary" type="submit" ?disabled=${busy}>${t(words.allow)}</button>
      <button type="button" @click=${() => location.assign(refusedAt(back))}>${t(words.refuse)}</button>`
  const isAny = needs.some(({ containers }) => containers.length > 0)
  return isAny ? rest.takeBack(back, busy, withdraw) : rest.connectFirst(back)
}

/**
 * The only need is answered by the two buttons; of several each is chosen, and none beforehand. What is sensitive is a
 * question of its own, that has to be answered. `isTheirs`: the reason is the app's own word.
 */
function needField(
  { category, why, required, containers }: Need,
  isOnly: boolean,
  isTheirs: boolean,
  { apart: forSensitive }: Asking,
) {
  const known = categoryOf(category)
  const apart = known?.byNameOnly ? forSensitive : undefined
  const note = required ? ` · ${t(words.needed)}` : nothing
  const names = containers.map(
    ({ partner, alreadyGranted }) => partner.name + (alreadyGranted ? ` (${t(words.already)})` : ''),
  )
  return html`<fieldset class=${apart ? 'apart' : ''}>
    <legend>${iconOf(category)} ${known ? (apart?.headingApart(known.label) ?? t(known.label)) : category}</legend>
    <div class="need">
      <p class=${isTheirs ? '' : 'why'}>${isTheirs ? t(words.says, t(why)) : t(why)}</p>
      ${known ? html`<p>${t(known.description)}</p>` : nothing} ${apart?.whyApart()}
      <p class="small">${names.length === 0 ? t(words.noPartner) : t(words.sentBy, listOf(names))}</p>
      ${
        !containers.some(isOpen)
          ? nothing
          : isOnly
            ? html`<input type="hidden" name="category" value=${category} />`
            : apart
              ? apart.yesOrNo(category, note)
              : html`<label class="choice">
                  <input type="checkbox" name="category" value=${category} /><span>${t(words.allowThis)}${note}</span>
                </label>`
      }
    </div>
  </fieldset>`
}

/** What the app does not read yet. */
export const isOpen = ({ alreadyGranted }: Need['containers'][number]): boolean => !alreadyGranted

const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang).format(names)
