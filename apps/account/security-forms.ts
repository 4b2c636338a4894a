import { html, nothing } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import { post } from './api.ts'
import { messages } from './messages.ts'
import { proofFields, proofOf } from './prove.ts'

const words = {
  next: { fr: 'Nouveau mot de passe', en: 'New password' },
  nextHint: {
    fr: 'Au moins 12 caractères. Quelques mots qui ne vont pas ensemble font l’affaire.',
    en: 'At least 12 characters. A few words that do not go together will do.',
  },
  address: { fr: 'Votre adresse e-mail', en: 'Your e-mail address' },
  choose: { fr: 'Choisir ce mot de passe', en: 'Choose this password' },
  changed: {
    fr: 'C’est fait : votre mot de passe est changé, et vous n’êtes plus connecté qu’ici.',
    en: 'Done: your password is changed, and you are logged in here only.',
  },
  asked: {
    fr: 'Un e-mail part à cette adresse. Ouvrez son lien dans ce navigateur, dans la demi-heure : votre mot de passe vaudra alors.',
    en: 'An e-mail goes to this address. Open its link in this browser, within half an hour: your password is good then.',
  },
  chosen: {
    fr: 'C’est fait : vous entrez aussi avec votre adresse e-mail et ce mot de passe.',
    en: 'Done: you come in with your e-mail address and this password too.',
  },
  change: { fr: 'Changer mon mot de passe', en: 'Change my password' },
  name: { fr: 'Nom de la clé', en: 'Name of the key' },
  nameHint: { fr: 'Pour vous souvenir de ce qu’elle ouvre.', en: 'To remember what it is for.' },
  make: { fr: 'Créer cette clé', en: 'Make this key' },
  once: {
    fr: 'Copiez le secret maintenant : il ne sera plus jamais montré.',
    en: 'Copy the secret now: it is never shown again.',
  },
  client: { fr: 'Identifiant (client_id)', en: 'Identifier (client_id)' },
  secret: { fr: 'Secret (client_secret)', en: 'Secret (client_secret)' },
} satisfies Messages

type Send = (form: HTMLFormElement) => unknown

/** What a form does: sends what it says, or is closed without. */
interface Acts {
  readonly send: Send
  readonly close: () => void
}

/** Another password; `isFirst`: the first, with the e-mail address that goes with it. */
export const passwordForm = (busy: boolean, failed: unknown, isFirst: boolean, acts: Acts) =>
  html`<form @submit=${submitted(acts.send)}>
    ${
      isFirst
        ? html`<label for="address">${t(words.address)}</label>
            <input id="address" name="address" type="email" autocomplete="username" autocapitalize="none" required />`
        : nothing
    }
    <label for="next">${t(words.next)}</label>
    <input id="next" name="next" type="password" autocomplete="new-password" minlength="12" required aria-describedby="next-hint" />
    <show-password></show-password>
    <p class="small" id="next-hint">${t(words.nextHint)}</p>
    ${proofFields(true)} ${failed} ${buttons(busy, t(isFirst ? words.choose : words.change), acts)}
  </form>`

/** @returns what to say when it is done. */
export async function changePassword(form: HTMLFormElement): Promise<Words> {
  const { address: email, ...rest } = await said(form)
  if (email === undefined) {
    await post('/.agent/password', rest)
    return words.changed
  }
  const { byLetter } = await post<{ byLetter: boolean }>('/.agent/password', { ...rest, email })
  return byLetter ? words.asked : words.chosen
}

/** By the code of a letter. @returns what to say when it is done. */
export async function confirmPassword(code: string): Promise<Words> {
  await post('/.agent/first-password', { code })
  return words.chosen
}

export const keyForm = (busy: boolean, failed: unknown, acts: Acts) =>
  html`<form @submit=${submitted(acts.send)}>
    <label for="name">${t(words.name)}</label>
    <input id="name" name="name" maxlength="60" autocomplete="off" required aria-describedby="name-hint" />
    <p class="small" id="name-hint">${t(words.nameHint)}</p>
    ${proofFields()} ${failed} ${buttons(busy, t(words.make), acts)}
  </form>`

export const makeKey = async (form: HTMLFormElement): Promise<{ client: string; secret: string }> =>
  post('/.agent/credentials', await said(form))

export const madeKey = ({ client, secret }: { readonly client: string; readonly secret: string }) =>
  html`<p><strong>${t(words.once)}</strong></p>
    <label for="client">${t(words.client)}</label>
    <input id="client" readonly .value=${client} />
    <label for="secret">${t(words.secret)}</label>
    <input id="secret" readonly .value=${secret} />`

/** What the form says, with the proof alone of what stands in the place of that. */
async function said(form: HTMLFormElement): Promise<Record<string, unknown>> {
  const { email: _, password: __, ...fields } = Object.fromEntries(new FormData(form))
  return { ...fields, ...(await proofOf(form)) }
}

const submitted = (send: Send) => (event: SubmitEvent) => {
  event.preventDefault()
  send(event.target as HTMLFormElement)
}

const buttons = (busy: boolean, named: string, { close }: Acts) =>
  html`<p class="actions">
    <button class="primary" type="submit" ?disabled=${busy}>${busy ? t(messages.wait) : named}</button>
    <button type="button" ?disabled=${busy} @click=${close}>${t(messages.cancel)}</button>
  </p>`
