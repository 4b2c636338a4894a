import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'

const words = {
  address: { fr: 'Adresse de l’application (Client ID)', en: 'Address of the app (client ID)' },
  addressHint: {
    fr: 'Celle du document qui dit qui elle est, en https. L’éditeur de l’application vous la donne ; le journal de votre espace la dit aussi, là où elle a été refusée.',
    en: 'That of the document that says who it is, in https. The maker of the app gives it to you; the access log of your space tells it too, where the app was refused.',
  },
  noAddress: {
    fr: 'Ce n’est pas une adresse complète : elle commence par https://.',
    en: 'This is no whole address: it begins with https://.',
  },
  next: { fr: 'Continuer', en: 'Continue' },
} satisfies Messages

/** What was typed is no address. */
export const { noAddress } = words

/** Asks which app it is about. */
export const addressForm = (
  address: string,
  busy: boolean,
  choose: (event: SubmitEvent) => unknown,
  back: unknown,
) =>
  html`<form class="card" @submit=${choose} novalidate>
    <label for="client">${t(words.address)}</label>
    <input id="client" name="client" type="url" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false"
      required aria-describedby="hint" placeholder="https://" .value=${address} />
    <p class="small" id="hint">${t(words.addressHint)}</p>
    <p class="actions">
      <button class="primary" type="submit" ?disabled=${busy}>${t(words.next)}</button>
      ${back}
    </p>
  </form>`

/** As it will be compared; undefined for what is no address. */
export function addressTyped({ target }: SubmitEvent): string | undefined {
  const typed = String(new FormData(target as HTMLFormElement).get('client')).trim()
  const address = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`
  return URL.canParse(address) ? new URL(address).href : undefined
}
