import { html, nothing, type TemplateResult } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, get, post } from './api.ts'
import { codeOfLink } from './code-of-link.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

const words = {
  heading: { fr: 'Nouveau mot de passe', en: 'A new password' },
  email: { fr: 'Adresse e-mail de votre compte', en: 'E-mail address of your account' },
  ask: { fr: 'Recevoir un lien', en: 'Get a link' },
  askWhy: {
    fr: 'Un lien pour choisir un nouveau mot de passe part à cette adresse. Il vaut une demi-heure.',
    en: 'A link to choose a new password goes to this address. It is good for half an hour.',
  },
  asked: {
    fr: 'Si cette adresse a un compte ici, un e-mail y part maintenant. Regardez aussi parmi les indésirables.',
    en: 'If this address has an account here, an e-mail goes there now. Look among the junk too.',
  },
  operator: {
    fr: 'Ce serveur n’envoie pas d’e-mails. Demandez à l’opérateur de votre espace un lien pour choisir un nouveau mot de passe.',
    en: 'This server sends no e-mails. Ask the operator of your space for a link to choose a new password.',
  },
  password: { fr: 'Nouveau mot de passe', en: 'New password' },
  hint: {
    fr: 'Au moins 12 caractères. Quelques mots qui ne vont pas ensemble font l’affaire.',
    en: 'At least 12 characters. A few words that do not go together will do.',
  },
  setWhy: {
    fr: 'Partout où votre compte est ouvert, il sera fermé, applications comprises.',
    en: 'Wherever your account is open, it will be closed, apps included.',
  },
  set: { fr: 'Choisir ce mot de passe', en: 'Choose this password' },
  done: {
    fr: 'Votre mot de passe est changé, et votre compte fermé partout où il était ouvert. Vos codes de secours ne valent plus ; vos clés d’accès et les clés de vos programmes valent toujours. Connectez-vous, et sous « Sécurité », supprimez celles que vous ne connaissez pas.',
    en: 'Your password is changed, and your account closed wherever it was open. Your recovery codes are worth nothing now; your passkeys and the keys of your programs are still good. Log in, and under “Security”, delete those that you do not know.',
  },
  logIn: { fr: 'Me connecter', en: 'Log in' },
  byCode: { fr: 'Entrer avec un code de secours', en: 'Come in with a recovery code' },
  back: { fr: 'Revenir à la connexion', en: 'Back to the log-in' },
  again: { fr: 'Demander un autre lien', en: 'Ask for another link' },
} satisfies Messages

interface State {
  readonly step: 'start' | 'ask' | 'asked' | 'operator' | 'set' | 'done' | 'over'
  readonly wrong: Words | undefined
  readonly busy: boolean
}

/** `/.account/reset/`: asks for a letter; `#<code>`, from a letter or the operator: sets another password. */
class ResetPage extends LightElement<State> {
  protected override state: State = { step: 'start', wrong: undefined, busy: false }

  private readonly code = codeOfLink()

  override connectedCallback(): void {
    super.connectedCallback()
    void import('./show-password.ts')
    // Another link in the same tab.
    addEventListener('hashchange', () => location.reload())
    this.start().catch(({ words: wrong }: ApiProblem) => this.change({ step: 'over', wrong }))
  }

  protected override template() {
    const { wrong, step } = this.state
    const said = wrong ? problem(wrong) : nothing
    return frame(words.heading, step === 'start' ? waiting(messages.wait) : this.card(said)[step])
  }

  private card(said: unknown): Record<Exclude<State['step'], 'start'>, TemplateResult> {
    const form = (fields: TemplateResult, why: Words, button: Words) =>
      html`<section class="card">
        <form @submit=${this.submit} novalidate>
          ${fields}
          <p class="small" id="why">${t(why)}</p>
          ${said}
          <button class="primary" type="submit" ?disabled=${this.state.busy}>${t(this.state.busy ? messages.wait : button)}</button>
        </form>
      </section>`
    const told = (sentence: Words, link: TemplateResult | typeof nothing = nothing) =>
      html`<section class="card">
        <p role="status">${t(sentence)}</p>
        ${link}
      </section>`
    const otherWays = html`<p><a href="/.account/login/code/">${t(words.byCode)}</a></p>
        <p><a href="/.account/login/">${t(words.back)}</a></p>`
    return {
      ask: form(
        html`<label for="email">${t(words.email)}</label>
          <input id="email" name="value" type="email" autocomplete="username" autocapitalize="none" aria-describedby="why" required />`,
        words.askWhy,
        words.ask,
      ),
      asked: told(words.asked),
      operator: told(words.operator, otherWays),
      set: form(
        html`<label for="password">${t(words.password)}</label>
          <input id="password" name="value" type="password" autocomplete="new-password" aria-describedby="hint why" required />
          <show-password></show-password>
          <p class="small" id="hint">${t(words.hint)}</p>`,
        words.setWhy,
        words.set,
      ),
      done: told(
        words.done,
        html`<p><a class="button primary" href="/.account/login/">${t(words.logIn)}</a></p>`,
      ),
      over: html`${said}
        <p><a class="button" href="/.account/reset/">${t(words.again)}</a></p>
        ${otherWays}`,
    }
  }

  private async start(): Promise<void> {
    const { code } = this
    if (code) {
      await post('/.agent/new-password', { code })
      this.change({ step: 'set' })
    } else {
      const { byLetter } = await get<{ byLetter: boolean }>('/.agent/reset')
      this.change({ step: byLetter ? 'ask' : 'operator' })
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const value = String(new FormData(event.target as HTMLFormElement).get('value'))
    const { code } = this
    this.change({ busy: true, wrong: undefined })
    try {
      if (code) await post('/.agent/new-password', { code, password: value })
      else await post('/.agent/reset', { email: value })
      this.change({ busy: false, step: code ? 'done' : 'asked' })
    } catch (error) {
      this.change({ busy: false, wrong: (error as ApiProblem).words })
    }
  }
}

customElements.define('reset-page', ResetPage)
