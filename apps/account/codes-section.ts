import { html, nothing } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import { type ApiProblem, get, post } from './api.ts'
import { problem } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { proofAsked, proofFields, proofOf } from './prove.ts'

const words = {
  heading: { fr: 'Codes de secours', en: 'Recovery codes' },
  why: {
    fr: 'Dix codes à garder sur papier, hors de votre appareil. Chacun vous laisse entrer une fois, si vous perdez votre mot de passe et vos clés d’accès.',
    en: 'Ten codes to keep on paper, away from your device. Each lets you in once, if you lose your password and your passkeys.',
  },
  none: { fr: 'Vous n’en avez pas.', en: 'You have none.' },
  left: {
    fr: (count: number) => (count > 1 ? `Il vous en reste ${count}.` : `Il vous en reste un seul.`),
    en: (count: number) => `You have ${count} left.`,
  },
  ask: { fr: 'Créer dix codes', en: 'Make ten codes' },
  again: { fr: 'Créer dix nouveaux codes', en: 'Make ten new codes' },
  ends: { fr: 'Les codes d’avant ne serviront plus.', en: 'The codes of before will be worth nothing.' },
  make: { fr: 'Créer les codes', en: 'Make the codes' },
  once: {
    fr: 'Notez-les ou imprimez-les maintenant : ils ne seront plus jamais montrés.',
    en: 'Write them down or print them now: they are never shown again.',
  },
  copy: { fr: 'Copier', en: 'Copy' },
  copied: { fr: 'Copiés.', en: 'Copied.' },
  uncopied: {
    fr: 'Ce navigateur ne l’a pas permis : notez-les à la main.',
    en: 'This browser did not allow it: write them down by hand.',
  },
  download: { fr: 'Télécharger', en: 'Download' },
  file: { fr: 'codes-de-secours-traboule.txt', en: 'traboule-recovery-codes.txt' },
  fileHead: {
    fr: (site: string) => `Codes de secours Traboule pour ${site}. Chacun sert une fois :`,
    en: (site: string) => `Traboule recovery codes for ${site}. Each is good once:`,
  },
  noted: { fr: 'Je les ai notés', en: 'I have written them down' },
} satisfies Messages

interface State {
  readonly left: number | undefined
  readonly asks: boolean
  /** Those that were just made. */
  readonly codes: readonly string[] | undefined
  readonly failure: Words | undefined
  readonly done: Words | undefined
  readonly busy: boolean
}

/** How many recovery codes the citizen has left, and new ones, which are shown once. */
class CodesSection extends LightElement<State> {
  protected override state: State = {
    left: undefined,
    asks: false,
    codes: undefined,
    failure: undefined,
    done: undefined,
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    get<{ left: number }>('/.agent/recovery-codes').then(
      ({ left }) => this.change({ left }),
      ({ words: failure }: ApiProblem) => this.change({ failure }),
    )
  }

  protected override template() {
    const { left, asks, codes, failure } = this.state
    return html`<section class="card">
      <h2>${t(words.heading)}</h2>
      <p>${t(words.why)}</p>
      ${left === undefined ? nothing : html`<p>${left === 0 ? t(words.none) : t(words.left, left)}</p>`}
      ${codes ? this.made(codes) : nothing} ${asks ? this.form(left) : nothing}
      ${failure && !asks ? problem(failure) : nothing}
      ${
        asks || codes
          ? nothing
          : html`<p class="actions">
              <button type="button" @click=${() => this.ask()}>${t(left ? words.again : words.ask)}</button>
            </p>`
      }
    </section>`
  }

  private form(left: number | undefined) {
    const { busy, failure } = this.state
    return html`<form @submit=${this.make}>
      ${left ? html`<p>${t(words.ends)}</p>` : nothing}
        ${proofFields()} ${failure ? problem(failure) : nothing}
      <p class="actions">
        <button class="primary" type="submit" ?disabled=${busy}>${t(busy ? messages.wait : words.make)}</button>
        <button type="button" ?disabled=${busy} @click=${() => this.close()}>
          ${t(messages.cancel)}
        </button>
      </p>
    </form>`
  }

  private made(codes: readonly string[]) {
    const { done } = this.state
    const text = `${t(words.fileHead, location.host)}\n\n${codes.join('\n')}\n`
    return html`<p class="once" tabindex="-1"><strong>${t(words.once)}</strong></p>
      <ol id="codes">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <p class="actions">
        <button type="button" @click=${() => this.copy(text)}>${t(words.copy)}</button>
        <button type="button" @click=${() => download(t(words.file), text)}>${t(words.download)}</button>
        <button type="button" class="primary" @click=${() => this.change({ codes: undefined, done: undefined })}>
          ${t(words.noted)}
        </button>
      </p>
      <p role="status">${done ? t(done) : nothing}</p>`
  }

  private async ask(): Promise<void> {
    this.change({ asks: true, failure: undefined })
    await proofAsked(this)
    this.querySelector<HTMLElement>('form :is(input, .primary)')?.focus()
  }

  private close(): void {
    this.change({ asks: false, failure: undefined })
    this.querySelector('button')?.focus()
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    this.change({ busy: true, failure: undefined })
    try {
      const proof = await proofOf(event.target)
      const { codes } = await post<{ codes: string[] }>('/.agent/recovery-codes', proof)
      this.change({ codes, left: codes.length, asks: false })
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words })
    }
    this.change({ busy: false })
    this.leadTo('.once, .problem')
    this.querySelector('#codes')?.scrollIntoView({ block: 'nearest' })
  }

  private async copy(text: string): Promise<void> {
    const done = await navigator.clipboard.writeText(text).then(
      () => words.copied,
      () => words.uncopied,
    )
    this.change({ done })
  }
}

function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

customElements.define('codes-section', CodesSection)
