import { html, nothing } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, post } from './api.ts'
import { frame, problem } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

const words = {
  heading: { fr: 'Entrer avec un code de secours', en: 'Come in with a recovery code' },
  lead: {
    fr: 'Chacun de vos dix codes sert une fois. Vos autres connexions seront fermées ; ensuite, vous ajouterez une clé d’accès ou choisirez un nouveau mot de passe.',
    en: 'Each of your ten codes is good once. Your other log-ins will end; then you add a passkey, or choose a new password.',
  },
  who: { fr: 'Adresse e-mail, ou nom de votre espace', en: 'E-mail address, or the name of your space' },
  code: { fr: 'Code de secours', en: 'Recovery code' },
  codeHint: {
    fr: 'Seize lettres et chiffres, avec ou sans tirets.',
    en: 'Sixteen letters and figures, with dashes or without.',
  },
  enter: { fr: 'Entrer', en: 'Come in' },
  missing: { fr: 'Remplissez les deux champs.', en: 'Fill in both fields.' },
  wrong: {
    fr: 'Ce code n’ouvre pas ce compte, ou il a déjà servi. Vérifiez les deux champs.',
    en: 'This code does not open this account, or it was used already. Check both fields.',
  },
  tooManyTries: {
    fr: 'Trop d’essais faux : attendez dix minutes, une heure au plus.',
    en: 'Too many wrong tries: wait ten minutes, an hour at most.',
  },
  none: {
    fr: 'Pas de code ? L’opérateur de votre espace peut vous aider.',
    en: 'No code? The operator of your space can help you.',
  },
  back: { fr: 'Retour à la connexion', en: 'Back to the log-in' },
} satisfies Messages

interface State {
  readonly busy: boolean
  readonly failure: Words | undefined
}

/** `/.account/login/code/`: for whoever has lost their devices and their password. It leads to where they get others. */
class CodePage extends LightElement<State> {
  protected override state: State = { busy: false, failure: undefined }

  protected override template() {
    const { busy, failure } = this.state
    return frame(
      words.heading,
      html`<p class="lead">${t(words.lead)}</p>
        <section class="card">
          <form @submit=${this.submit} novalidate>
            ${failure ? problem(failure) : nothing}
            <label for="who">${t(words.who)}</label>
            <input id="who" name="who" autocomplete="username" autocapitalize="none" spellcheck="false" required />
            <label for="code">${t(words.code)}</label>
            <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required aria-describedby="code-hint" />
            <p class="small" id="code-hint">${t(words.codeHint)}</p>
            <button class="primary" type="submit" ?disabled=${busy}>${t(busy ? messages.wait : words.enter)}</button>
            <p class="small">${t(words.none)}</p>
          </form>
        </section>
        <p><a href="/.account/login/">${t(words.back)}</a></p>`,
    )
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { who, code } = Object.fromEntries(new FormData(event.target as HTMLFormElement))
    if (!who || !code) return this.change({ failure: words.missing })
    this.change({ busy: true, failure: undefined })
    try {
      await post('/.account/login/code/', { who, code, remember: true })
      location.assign('/.account/security/')
    } catch (error) {
      this.change({ busy: false, failure: wordsOf(error as ApiProblem) })
      this.querySelector<HTMLInputElement>('#code')?.focus()
    }
  }
}

function wordsOf({ status, words: said }: ApiProblem): Words {
  if (status === 429) return words.tooManyTries
  return status >= 400 && status < 500 ? words.wrong : said
}

customElements.define('code-page', CodePage)
