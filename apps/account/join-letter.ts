import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { post } from './api.ts'
import { messages } from './messages.ts'

const words = {
  heading: { fr: 'Confirmez votre adresse', en: 'Confirm your address' },
  sent: {
    fr: (email: string) =>
      `Un e-mail part à ${email}. Ouvrez le lien qu’il contient : ce lien crée votre espace, et vaut un jour. Regardez aussi parmi les indésirables.`,
    en: (email: string) =>
      `An e-mail is on its way to ${email}. Open the link in it: it makes your space, and is good for a day. Look among the junk too.`,
  },
  wrongAddress: {
    fr: 'L’adresse est fausse ? Revenez en arrière : rien n’est encore créé.',
    en: 'Is the address wrong? Go back: nothing is made yet.',
  },
  back: { fr: 'Revenir', en: 'Go back' },
  why: {
    fr: 'Votre adresse e-mail sera confirmée, et votre espace créé avec ce que vous avez choisi.',
    en: 'Your e-mail address will be confirmed, and your space made with what you have chosen.',
  },
  confirm: { fr: 'Créer mon espace', en: 'Make my space' },
  name: { fr: 'Un autre nom pour votre espace', en: 'Another name for your space' },
} satisfies Messages

export const { heading: confirmHeading } = words

export const sentView = (email: string, back: () => void) =>
  html`<section class="card">
    <p role="status">${t(words.sent, email)}</p>
    <p class="small">${t(words.wrongAddress)}</p>
    <p class="actions"><button type="button" @click=${back}>${t(words.back)}</button></p>
  </section>`

/** `isTaken`: somebody has taken the name of the space meanwhile. */
export const confirmView = (
  busy: boolean,
  isTaken: boolean,
  wrong: unknown,
  send: (said: FormData) => unknown,
) =>
  html`<section class="card">
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        send(new FormData(event.target as HTMLFormElement))
      }}
    >
      <p>${t(words.why)}</p>
      ${
        isTaken
          ? html`<label for="name">${t(words.name)}</label>
            <input id="name" name="name" required maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false" />`
          : ''
      }
      ${wrong}
      <button class="primary" type="submit" ?disabled=${busy}>${t(busy ? messages.wait : words.confirm)}</button>
    </form>
  </section>`

/** @returns the name of the space that was made. */
export const confirm = async (code: string, said: FormData): Promise<string> =>
  (await post<{ name: string }>('/.agent/confirmation', { code, ...Object.fromEntries(said) })).name
