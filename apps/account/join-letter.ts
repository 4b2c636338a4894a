import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { post } from './api.ts'
import { joinMessages } from './join-messages.ts'
import { messages } from './messages.ts'

const words = {
  heading: { fr: 'Confirmez votre adresse', en: 'Confirm your address' },
  sent: {
    fr: (email: string) =>
      `Un e-mail part à ${email}. Ouvrez le lien qu’il contient, qui vaut un jour : vous y choisirez votre mot de passe, et votre espace sera créé. Regardez aussi parmi les indésirables.`,
    en: (email: string) =>
      `An e-mail is on its way to ${email}. Open the link in it, which is good for a day: you choose your password there, and your space is made. Look among the junk too.`,
  },
  wrongAddress: {
    fr: 'L’adresse est fausse ? Revenez en arrière : rien n’est encore créé.',
    en: 'Is the address wrong? Go back: nothing is made yet.',
  },
  back: { fr: 'Revenir', en: 'Go back' },
  why: {
    fr: 'Choisissez votre mot de passe : votre espace sera créé avec le nom que voici, que vous pouvez changer.',
    en: 'Choose your password: your space will be made with the name below, which you may change.',
  },
  confirm: { fr: 'Créer mon espace', en: 'Make my space' },
} satisfies Messages

export const { heading: confirmHeading } = words

export const sentView = (email: string, back: () => void) =>
  html`<section class="card">
    <p role="status">${t(words.sent, email)}</p>
    <p class="small">${t(words.wrongAddress)}</p>
    <p class="actions"><button type="button" @click=${back}>${t(words.back)}</button></p>
  </section>`

/** What a letter was asked for with, by its reader or by somebody else. */
export interface Asked {
  readonly email: string
  /** Of the space. */
  readonly name: string
}

export const confirmView = (
  { email, name }: Asked,
  busy: boolean,
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
      <label for="email">${t(joinMessages.email)}</label>
      <input id="email" type="email" autocomplete="username" .value=${email} readonly />
      <label for="password">${t(joinMessages.password)}</label>
      <input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint" required />
      <show-password></show-password>
      <p class="small" id="password-hint">${t(joinMessages.passwordHint)}</p>
      <label for="name">${t(joinMessages.namePart)}</label>
      <input id="name" name="name" .value=${name} required maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="name-hint" />
      <p class="small" id="name-hint">${t(joinMessages.nameHint)}</p>
      ${wrong}
      <button class="primary" type="submit" ?disabled=${busy}>${t(busy ? messages.wait : words.confirm)}</button>
    </form>
  </section>`

/** @returns what was asked for; with a password and a name, what was made. */
export const confirm = (code: string, said: { password?: string; name?: string } = {}): Promise<Asked> =>
  post<Asked>('/.agent/confirmation', { code, ...said })
