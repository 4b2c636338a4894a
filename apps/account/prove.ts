import { html } from 'lit/html.js'
import { t } from '../shared/i18n/t.ts'

const words = {
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  password: { fr: 'Mot de passe', en: 'Password' },
}

/** Who the citizen is, once more: what a form sends with an act that a log-in that is open somewhere is not enough for. */
export const proofFields = () => html`<label for="email">${t(words.email)}</label>
  <input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" required />
  <label for="password">${t(words.password)}</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required />`
