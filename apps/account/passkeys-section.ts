import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import { type ApiProblem, get, post } from './api.ts'
import { canUsePasskeys } from './can-use-passkeys.ts'
import { problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { passkeyMessages as words } from './passkey-messages.ts'
import { proofFields, proofOf } from './prove.ts'
import { dayOf } from './when.ts'

/** As the authorization agent lists it; times are UTC milliseconds. */
interface Passkey {
  readonly id: string
  readonly name: string
  readonly made: number
  readonly used?: number
  readonly backedUp: boolean
}

/** What a browser makes a new one by, and a name for it. */
interface NewPasskey {
  readonly options: PublicKeyCredentialCreationOptionsJSON
  readonly name: string
}

interface State {
  readonly passkeys: readonly Passkey[] | undefined
  readonly isRecovering: boolean
  readonly adds: NewPasskey | undefined
  readonly removes: Passkey | undefined
  readonly failure: Words | undefined
  readonly done: Words | undefined
  readonly busy: boolean
}

/**
 * The citizen's passkeys: which there are, one more, one less.
 *
 * @fires changed - once there are others, and other log-ins may have ended
 */
class PasskeysSection extends LightElement<State> {
  protected override state: State = {
    passkeys: undefined,
    isRecovering: false,
    adds: undefined,
    removes: undefined,
    failure: undefined,
    done: undefined,
    busy: false,
  }
  /** Kept where the device then made no passkey: a browser may want a press of the button for each of both. */
  private proof: object | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.refresh().catch(({ words: failure }: ApiProblem) => this.change({ failure }))
  }

  protected override template() {
    const { passkeys, isRecovering, adds, removes, failure, done, busy } = this.state
    return html`<section class="card">
      <h2>${t(words.heading)}</h2>
      ${isRecovering ? html`<div class="apart"><p class="need">${t(words.recovering)}</p></div>` : nothing}
      <p>${t(words.why)}</p>
      <p class="done" role="status" tabindex="-1">${done ? t(done) : nothing}</p>
      ${passkeys ? this.list(passkeys) : failure ? nothing : waiting(messages.wait)}
      ${adds ? this.addForm(adds) : removes ? this.removeForm(removes) : failure ? problem(failure) : nothing}
      ${canUsePasskeys ? nothing : html`<p class="small">${t(words.unsupported)}</p>`}
      ${
        canUsePasskeys && passkeys && !adds && !removes
          ? html`<p class="actions">
              <button type="button" ?disabled=${busy} @click=${() => this.askToAdd()}>${t(words.add)}</button>
            </p>`
          : nothing
      }
    </section>`
  }

  private list(passkeys: readonly Passkey[]) {
    if (passkeys.length === 0) return html`<p>${t(words.none)}</p>`
    return html`<ul>
      ${passkeys.map(
        (it) =>
          html`<li class="row">
            <span>
              <strong>${nameOf(it)}</strong><br />
              <span class="small">
                ${t(words.made, dayOf(new Date(it.made)))}<br />
                ${it.used ? html`${t(words.used, dayOf(new Date(it.used)))}<br />` : nothing}
                ${t(it.backedUp ? words.backedUp : words.alone)}
              </span>
            </span>
            <button
              type="button"
              class="danger"
              ?disabled=${this.state.busy}
              aria-label=${t(words.removeName, nameOf(it))}
              @click=${() => this.open({ removes: it })}
            >
              ${t(words.remove)}
            </button>
          </li>`,
      )}
    </ul>`
  }

  private addForm(asked: NewPasskey) {
    return html`<form @submit=${(event: SubmitEvent) => this.add(event, asked)}>
      <label for="passkey-name">${t(words.name)}</label>
      <input id="passkey-name" name="name" maxlength="60" autocomplete="off" .value=${asked.name} aria-describedby="passkey-name-hint" />
      <p class="small" id="passkey-name-hint">${t(words.nameHint)}</p>
        ${proofFields(true)} ${this.buttons('primary', words.goOn)}
    </form>`
  }

  private removeForm(passkey: Passkey) {
    return html`<form @submit=${(event: SubmitEvent) => this.removed(event, passkey)}>
      <p tabindex="-1"><strong>${t(words.removeQuestion, nameOf(passkey))}</strong></p>
      <p>${t(words.removeMeans)}</p>
        ${proofFields()} ${this.buttons('danger', words.remove)}
    </form>`
  }

  private buttons(kind: string, named: Words) {
    const { busy, failure } = this.state
    return html`${failure ? problem(failure) : nothing}
      <p class="actions">
        <button class=${kind} type="submit" ?disabled=${busy}>${t(busy ? messages.wait : named)}</button>
        <button type="button" ?disabled=${busy} @click=${() => this.open({})}>${t(messages.cancel)}</button>
      </p>`
  }

  /** What there is now, after something else on the page has changed too. */
  async refresh(): Promise<void> {
    const [{ passkeys }, { isRecovering }] = await Promise.all([
      get<{ passkeys: Passkey[] }>('/.agent/passkeys'),
      get<{ isRecovering: boolean }>('/.agent/proof'),
    ])
    this.change({ passkeys, isRecovering })
  }

  private open({ adds, removes }: Partial<Pick<State, 'adds' | 'removes'>>): void {
    this.proof = undefined
    this.change({ adds, removes, failure: undefined, done: undefined })
    this.querySelector<HTMLElement>('form input, form [tabindex]')?.focus()
  }

  /** What the browser makes it by is at hand before the button is pressed: some let only a press begin that. */
  private async askToAdd(): Promise<void> {
    await this.act(async () => {
      const [adds] = await Promise.all([get<NewPasskey>('/.agent/new-passkey'), import('./passkey.ts')])
      this.open({ adds })
    })
  }

  private add(event: SubmitEvent, { options }: NewPasskey): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const { name } = Object.fromEntries(new FormData(form))
    return this.act(async () => {
      const { made } = await import('./passkey.ts')
      this.proof ??= await proofOf(form)
      const response = await made(options)
      const proof = this.proof
      this.proof = undefined
      await post('/.agent/passkeys', { response, name, ...proof })
    }, words.added)
  }

  private removed(event: SubmitEvent, { id }: Passkey): Promise<void> {
    event.preventDefault()
    const form = event.target
    return this.act(
      async () => post('/.agent/ended-passkeys', { id, ...(await proofOf(form)) }),
      words.removed,
    )
  }

  /** `said`: once it is done and there are others. */
  private async act(run: () => Promise<unknown>, said?: Words): Promise<void> {
    this.change({ busy: true, failure: undefined, done: undefined })
    try {
      await run()
      if (said) {
        await this.refresh()
        this.open({})
        this.change({ done: said })
        this.dispatchEvent(new CustomEvent('changed'))
      }
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words })
    }
    this.change({ busy: false })
    this.leadTo('.problem, .done')
  }
}

const nameOf = ({ name }: Passkey): string => name || t(words.unnamed)

customElements.define('passkeys-section', PasskeysSection)
