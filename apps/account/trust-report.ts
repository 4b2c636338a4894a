import { html, nothing } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'

const words = {
  standing: {
    fr: (end: string) => `Elle a déjà cet accès, jusqu’au ${end}. Confirmer le remplace.`,
    en: (end: string) => `It has this access already, until ${end}. To confirm replaces it.`,
  },
  withdraw: { fr: 'Retirer cet accès', en: 'Withdraw this access' },
  done: {
    fr: (site: string, end: string) =>
      `C’est fait : ${site} peut lire, modifier et effacer tout votre espace jusqu’au ${end}.`,
    en: (site: string, end: string) =>
      `Done: ${site} can read, change and erase all of your space until ${end}.`,
  },
  takeBack: {
    fr: 'Vous pouvez retirer cet accès à tout moment, depuis votre compte ou votre espace.',
    en: 'You can withdraw this access at any moment, from your account or your space.',
  },
  withdrawn: {
    fr: (site: string) => `C’est fait : ${site} n’a plus accès à votre espace entier.`,
    en: (site: string) => `Done: ${site} has no access to your whole space any more.`,
  },
  goTo: { fr: (site: string) => `Aller à ${site}`, en: (site: string) => `Go to ${site}` },
} satisfies Messages

/** That there is such a grant already, until that end. */
export const already = (end: string, busy: boolean, withdraw: () => unknown) =>
  html`<p>${t(words.standing, end)}</p>
    <p class="actions"><button class="danger" type="button" ?disabled=${busy} @click=${withdraw}>${t(words.withdraw)}</button></p>`

/** What was done. `end`: undefined where the access was withdrawn; `app`: where the app itself is. */
export const report = (host: string, end: string | undefined, app: string, back: unknown) =>
  html`<section class="card">
    <p>${end ? t(words.done, host, end) : t(words.withdrawn, host)}</p>
    ${end ? html`<p>${t(words.takeBack)}</p>` : nothing}
    <p class="actions">
      ${end ? html`<a class="button primary" href=${app}>${t(words.goTo, host)}</a>` : nothing} ${back}
    </p>
  </section>`
