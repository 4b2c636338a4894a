import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { copyAddress } from './copy-address.ts'
import { minuteOf } from './when.ts'

const words = {
  askedHeading: { fr: 'Effacement demandé', en: 'Erasure asked for' },
  day: {
    fr: (day: string) => `Votre compte et votre espace seront effacés le ${day}.`,
    en: (day: string) => `Your account and your space will be erased on ${day}.`,
  },
  since: {
    fr: (day: string) => `Demandé le ${day}. Vos autorisations ont pris fin ce jour-là.`,
    en: (day: string) => `Asked for on ${day}. Your permissions ended then.`,
  },
  cancel: { fr: 'Annuler l’effacement', en: 'Cancel the erasure' },
  proofHeading: { fr: 'Votre preuve', en: 'Your proof' },
  proofWhy: {
    fr: 'Gardez le reçu de votre demande. Une fois l’effacement fait, sa preuve signée sera à l’adresse ci-dessous, que personne d’autre ne connaît.',
    en: 'Keep the receipt of your request. Once the erasure is done, its signed proof will be at the address below, which nobody else knows.',
  },
  receipt: { fr: 'Télécharger le reçu', en: 'Download the receipt' },
  address: { fr: 'Adresse de la preuve', en: 'Address of the proof' },
} satisfies Messages

/** What was asked for: instants, where the proof will be, and what the server has signed. */
export interface Asked {
  readonly asked: string
  readonly due: string
  readonly proof: string
  readonly promise: string
}

/** When everything goes, how to keep it, and what to keep of it. `copy`: where a copy is made. */
export const askedFor = (
  { asked, due, proof, promise }: Asked,
  copy: unknown,
  busy: boolean,
  cancel: () => void,
) => html`<section class="card">
    <h2>${t(words.askedHeading)}</h2>
    <p><strong>${t(words.day, minuteOf(new Date(due)))}</strong></p>
    <p>${t(words.since, minuteOf(new Date(asked)))}</p>
    <p class="actions">
      <button type="button" class="primary" ?disabled=${busy} @click=${cancel}>${t(words.cancel)}</button>
    </p>
    ${copy}
  </section>
  <section class="card">
    <h2>${t(words.proofHeading)}</h2>
    <p>${t(words.proofWhy)}</p>
    <p class="actions">
      <a class="button" download="traboule-erasure.jwt" href="data:application/jwt,${promise}">${t(words.receipt)}</a>
    </p>
    <p><strong>${t(words.address)}</strong><br /><span class="small">${proof}</span></p>
    <p class="actions">${copyAddress(proof)}</p>
  </section>`
