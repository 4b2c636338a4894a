import { html } from 'lit/html.js'
import { language } from '../shared/i18n/language.ts'
import { type Messages, t } from '../shared/i18n/t.ts'
import { get, post } from './api.ts'
import { type Controls, readControls } from './controls.ts'

const words = {
  heading: { fr: 'Votre espace est prêt', en: 'Your space is ready' },
  address: { fr: 'Son adresse :', en: 'Its address:' },
  later: {
    fr: 'Pour y revenir, connectez-vous avec votre adresse e-mail et votre mot de passe.',
    en: 'To come back to it, log in with your e-mail address and your password.',
  },
  open: { fr: 'Ouvrir mon espace', en: 'Open my space' },
  account: { fr: 'Connecter mes partenaires', en: 'Connect my partners' },
  logIn: { fr: 'Me connecter', en: 'Log in' },
} satisfies Messages

export interface Done {
  readonly pod: string
  /** Of the pod browser; none where the log-in did not go through. */
  readonly home: string | undefined
}

export const { heading: doneHeading } = words

/**
 * Logs in to the account that was just made, as any other.
 *
 * @returns where an app that waits goes on, or what there is to open now.
 */
export async function enter(name: string, said: { email: string; password: string }): Promise<Done | string> {
  const made = { pod: new URL(`/${name}/`, location.href).href, home: undefined }
  try {
    const { password }: Controls = await readControls()
    const { location: next } = await post<{ location?: string }>(password.login, { ...said, remember: true })
    if (next) return next
    const { apps } = await get<{ apps: { id: string; url: string }[] }>('/.agent/apps')
    return { ...made, home: apps.find(({ id }) => id === 'home')?.url }
  } catch {
    // The space is there: whoever has it logs in by the page for that.
    return made
  }
}

export const doneView = ({ pod, home }: Done) =>
  html`<section class="card">
    <p>${t(words.address)}<br /><strong>${pod}</strong></p>
    <p>${t(words.later)}</p>
    <p class="actions">
      ${
        home
          ? html`<a class="button primary" href="${home}?lang=${language()}">${t(words.open)}</a>
            <a class="button" href="/.account/">${t(words.account)}</a>`
          : html`<a class="button primary" href="/.account/login/">${t(words.logIn)}</a>`
      }
    </p>
  </section>`
