import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'

const words = {
  connectFirst: { fr: 'Connecter un partenaire', en: 'Connect a partner' },
  backToApp: { fr: 'Revenir à l’application', en: 'Back to the app' },
  withdraw: { fr: 'Retirer cette autorisation', en: 'Withdraw this permission' },
} satisfies Messages

const back = (address: string, isFirst: boolean) =>
  html`<a class=${isFirst ? 'button primary' : 'button'} href=${address}>${t(words.backToApp)}</a>`

/** Where no partner sends anything of what is asked for. */
export const connectFirst = (address: string) =>
  html`<a class="button primary" href="/.account/">${t(words.connectFirst)}</a>${back(address, false)}`

/** Where all of it is allowed already. */
export const takeBack = (address: string, isBusy: boolean, withdraw: () => void) =>
  html`${back(address, true)}
    <button class="danger" type="button" ?disabled=${isBusy} @click=${withdraw}>${t(words.withdraw)}</button>`
