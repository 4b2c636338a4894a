import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { html, nothing } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import { ApiProblem, get } from './api.ts'
import { canUsePasskeys } from './can-use-passkeys.ts'
import { problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

const words = {
  heading: { fr: 'Prouvez que c’est vous', en: 'Prove that it is you' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  password: { fr: 'Mot de passe', en: 'Password' },
  missing: { fr: 'Remplissez les deux champs.', en: 'Fill in both fields.' },
  byPasskey: {
    fr: 'Votre clé d’accès vous sera demandée.',
    en: 'You will be asked for your passkey.',
  },
  byCode: {
    fr: 'Vous êtes entré avec un code de secours : rien d’autre ne vous est demandé.',
    en: 'You came in with a recovery code: nothing else is asked of you.',
  },
  usePassword: { fr: 'Plutôt avec mon mot de passe', en: 'With my password instead' },
  usePasskey: { fr: 'Plutôt avec ma clé d’accès', en: 'With my passkey instead' },
} satisfies Messages

/** By what the citizen can prove who they are, as the authorization agent says. */
interface Asked {
  readonly password: boolean
  readonly passkey?: PublicKeyCredentialRequestOptionsJSON
  readonly isRecovering: boolean
}

interface State {
  readonly asked: Asked | undefined
  readonly by: 'passkey' | 'password' | 'code'
  readonly failure: Words | undefined
}

/** Of those on the page at once: no two fields have one id. */
const taken = new Set<number>()

/**
 * Who the citizen is, once more, for an act that a log-in that is open somewhere is not enough for: by a passkey where the
 * account has one, else by e-mail address and password. Part of a form.
 */
class ProofFields extends LightElement<State> {
  protected override state: State = { asked: undefined, by: 'password', failure: undefined }
  /** Whether a recovery code proves enough. */
  byCode = false
  private asking: Promise<void> | undefined
  private place = 0

  override connectedCallback(): void {
    while (taken.has(this.place)) this.place += 1
    taken.add(this.place)
    super.connectedCallback()
    void import('./show-password.ts')
    this.asking = get<Asked>('/.agent/proof').then(
      (asked) => {
        const by = asked.isRecovering && this.byCode ? 'code' : canUse(asked) ? 'passkey' : 'password'
        this.change({ asked, by })
      },
      ({ words: failure }: ApiProblem) => this.change({ failure }),
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    taken.delete(this.place)
    this.place = 0
  }

  protected override template() {
    return html`<fieldset>
      <legend>${t(words.heading)}</legend>
      ${this.content()}
    </fieldset>`
  }

  private content() {
    const { asked, by, failure } = this.state
    if (!asked) return failure ? problem(failure) : waiting(messages.wait)
    if (by === 'code') return html`<p>${t(words.byCode)}</p>`
    const other = by === 'passkey' ? asked.password : canUse(asked)
    const [toOther, named] =
      by === 'passkey' ? (['password', words.usePassword] as const) : (['passkey', words.usePasskey] as const)
    return html`${by === 'passkey' ? html`<p>${t(words.byPasskey)}</p>` : fields(this.place)}
    ${
      other
        ? html`<p class="who">
            <button type="button" class="plain" @click=${() => this.change({ by: toOther })}>${t(named)}</button>
          </p>`
        : nothing
    }`
  }

  /** Once it is known what is asked. */
  async asked(): Promise<void> {
    await this.asking
  }

  /** What the request of the act brings. @throws ApiProblem */
  async proof(): Promise<object> {
    await this.asking
    const { by } = this.state
    if (by === 'code') return {}
    if (by === 'passkey') {
      // Its challenge may have waited too long.
      const { passkey } = await get<Asked>('/.agent/proof')
      if (passkey) return { passkey: await (await import('./passkey.ts')).used(passkey) }
    }
    const [email, password] = ['email', 'password'].map(
      (name) => this.querySelector<HTMLInputElement>(`[name=${name}]`)?.value,
    )
    if (!email?.trim() || !password) throw new ApiProblem(0, words.missing)
    return { email: email.trim(), password }
  }
}

const canUse = ({ passkey }: Asked): boolean => canUsePasskeys && passkey !== undefined

const fields = (place: number) => {
  const [email, password] = ['email', 'password'].map((it) => (place === 0 ? it : `${it}-${place}`))
  return html`<label for=${email}>${t(words.email)}</label>
    <input id=${email} name="email" type="email" autocomplete="username" autocapitalize="none" required />
    <label for=${password}>${t(words.password)}</label>
    <input id=${password} name="password" type="password" autocomplete="current-password" required />
    <show-password></show-password>`
}

customElements.define('proof-fields', ProofFields)

/** Part of a form: what asks who the citizen is. */
export const proofFields = (byCode = false) => html`<proof-fields .byCode=${byCode}></proof-fields>`

/** Once it is known what is asked there, to lead whoever asked to the first of it. */
export const proofAsked = (part: HTMLElement): Promise<void> =>
  part.querySelector<ProofFields>('proof-fields')?.asked() ?? Promise.resolve()

/** What the citizen says there. @throws ApiProblem */
export const proofOf = (form: EventTarget | null): Promise<object> =>
  (form as HTMLElement).querySelector<ProofFields>('proof-fields')?.proof() ?? Promise.resolve({})
