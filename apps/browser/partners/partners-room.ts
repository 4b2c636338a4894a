import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../../shared/known-categories.ts'
import { asFailure } from '../../shared/pod/failure.ts'
import { inThisLanguage } from '../../shared/ui/app-names.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/load-progress.ts'
import '../../shared/ui/state-panel.ts'
import { mayBe } from '#vocab/source-health'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
import { withdrawQuestion, withdrawText } from '../../shared/ui/withdraw-question.ts'
import { failureText } from '../access/ending.ts'
import { HomeWatch } from '../home/home-watch.ts'
import { Watching } from '../home/watching.ts'
import { fileHash } from '../route.ts'
import type { Space } from '../space.ts'
import { readUsage, rowsOf, type Usage } from '../usage/usage.ts'
import { type Listed, readCatalogue, type Source, sourcesOf } from './catalogue.ts'
import { eraseContainer } from './erase-container.ts'
import { messages } from './messages.ts'
import { counted, partnerRow } from './partner-row.ts'
import { partnersStyle } from './partners-style.ts'
import { type Facts, statusOf } from './source-status.ts'

/** What is asked before something is done with a partner: whether to disconnect it, what of what it sent, whether to erase. */
type Question = { readonly what: 'disconnect' | 'keep' | 'erase'; readonly source: Source }

/** The partners: who can be connected, who is, how each does; and to end it. */
@customElement('partners-room')
export class PartnersRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @state() private listed: readonly Listed[] | undefined
  @state() private isListFailed = false
  @state() private usage: ReadonlyMap<string, Usage> = new Map()
  @state() private asked: Question | undefined
  @state() private busy = false
  @state() private erasing: { readonly done: number; readonly total: number } | undefined
  @state() private said = ''
  @state() private failed = false
  @state() private left: readonly string[] = []

  static override styles = [base, partnersStyle]

  constructor() {
    super()
    new Localized(this)
    new Watching(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.read()
  }

  override render() {
    const { space, listed } = this
    if (!space?.grants || !space.partners) return nothing
    return html`<section class="card">
        <h2>${t(messages.heading)}</h2>
        <p>${t(messages.intro)}</p>
        <p class="said ${this.failed ? 'failed' : ''}" role="status">${this.said}</p>
        ${this.left.length > 0 ? html`<ul class="small">${this.left.map((url) => html`<li>${url}</li>`)}</ul>` : nothing}
        ${this.isListFailed ? html`<p class="notice">${t(messages.notListed)}</p>` : nothing}
      </section>
      ${listed ? this.byCategory(space, listed) : html`<state-panel state="loading"></state-panel>`}
      <section class="card">
        <h2>${t(messages.own)}</h2>
        <p>${t(messages.ownText)}</p>
        <p class="actions"><a class="button" href=${fileHash}>${t(messages.bring)}</a></p>
      </section>
      <dialog aria-labelledby="ask" @close=${() => {
        if (!this.busy) this.asked = undefined
      }}>${this.question()}</dialog>`
  }

  override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (this.asked && dialog && !dialog.open) dialog.showModal()
    if (!this.asked && dialog?.open) dialog.close()
  }

  private byCategory(space: Space, listed: readonly Listed[]) {
    const sources = sourcesOf(listed, space.grants?.grants ?? [], space.partners ?? [])
    if (sources.length === 0)
      return html`<state-panel state="empty" heading=${t(messages.none)}><p>${t(messages.noneText)}</p></state-panel>`
    const facts = new Map(sources.flatMap((it) => (it.grant ? [[it, this.facts(space, it)] as const] : [])))
    const status = (source: Source) => {
      const own = facts.get(source)
      const others = [...facts].flatMap(([other, its]) => (other === source ? [] : [its]))
      return own && statusOf(own, others, Date.now())
    }
    const account = space.config?.account
    const acts = {
      connectAt: account && `${inThisLanguage(account)}#partners`,
      disconnect: (source: Source) => this.ask({ what: 'disconnect', source }),
      erase: (source: Source) => this.ask({ what: 'erase', source }),
    }
    const categories = [...new Set(sources.map(({ category }) => category))]
    return categories.map((id) => {
      const known = categoryOf(id)
      return html`<section class="card">
        <h2>${iconOf(id)} ${known ? t(known.label) : id}</h2>
        <ul>
          ${sources
            .filter(({ category }) => category === id)
            .map((source) => partnerRow(source, this.nameOf(source), status(source), acts))}
        </ul>
      </section>`
    })
  }

  private facts(space: Space, { grant, data }: Source): Facts {
    const told = data ? HomeWatch.of(space).reading(data).documents : []
    const [last] = told
      .flatMap(({ url, runs }) => runs.map((run) => ({ document: url, run })))
      .filter(({ run }) => mayBe(run, data?.latest?.modified))
      .sort((one, other) => other.run.endedAt.localeCompare(one.run.endedAt))
    const [container = ''] = grant?.containers ?? []
    const usage = [...this.usage].find(([pod]) => container.startsWith(pod))?.[1]
    const name = grant?.recipient.name
    const isFull =
      usage !== undefined &&
      (usage.bytes >= usage.quota * 0.99 ||
        rowsOf(usage).some((row) => row.kind === 'partner' && row.name === name && row.isFull))
    return {
      since: grant?.since ?? '',
      run: last,
      changed: data?.latest?.modified,
      isFull,
    }
  }

  private nameOf({ name, data, category, id }: Source): string {
    return name ?? (data && this.space?.partnerName(data.container, category)) ?? id
  }

  private question() {
    const { asked } = this
    if (!asked) return nothing
    const { what, source } = asked
    const name = this.nameOf(source)
    const count = counted(source.data?.sheets ?? 0)
    const quiet = (label: string) =>
      html`<button type="button" ?disabled=${this.busy} @click=${this.close}>${label}</button>`
    if (this.erasing) {
      const { done, total } = this.erasing
      return html`<div>
        <h2 id="ask">${t(messages.eraseNamed, name)}</h2>
        <load-progress .done=${done} .total=${total} .label=${t(messages.erasing, done, total)}></load-progress>
      </div>`
    }
    if (what === 'disconnect' && source.grant)
      return html`<div>
        <h2 id="ask">${t(withdrawQuestion.question, t(withdrawMessages.partnerNamed, name))}</h2>
        <p>${withdrawText(source.grant)}</p>
        <p class="actions">
          <button class="danger" type="button" ?disabled=${this.busy} @click=${() => this.disconnect(source)}>
            ${t(withdrawMessages.partner)}
          </button>
          ${quiet(t(withdrawQuestion.keep))}
        </p>
      </div>`
    if (what === 'keep')
      return html`<div>
        <h2 id="ask">${t(messages.disconnectedHeading, name)}</h2>
        <p>${t(messages.keepOrErase, ...count)}</p>
        <p class="actions">
          <button type="button" @click=${() => this.tell(t(messages.kept, name))}>${t(messages.keepIt)}</button>
          <button class="danger" type="button" @click=${() => this.ask({ what: 'erase', source })}>${t(messages.eraseIt)}</button>
        </p>
      </div>`
    return html`<div>
      <h2 id="ask">${t(messages.eraseQuestion, name)}</h2>
      <p>${t(messages.eraseWarning, ...count)}</p>
      <p class="actions">
        <button class="danger" type="button" @click=${() => this.erase(source)}>${t(messages.erase)}</button>
        ${quiet(t(messages.keep))}
      </p>
    </div>`
  }

  private ask(asked: Question): void {
    this.said = ''
    this.left = []
    this.asked = asked
  }

  private readonly close = (): void => {
    this.asked = undefined
  }

  private tell(said: string, failed = false): void {
    this.said = said
    this.failed = failed
    this.asked = undefined
    this.renderRoot.querySelector('.said')?.scrollIntoView({ block: 'nearest' })
  }

  private async read(): Promise<void> {
    const { space } = this
    const { config, grants } = space ?? {}
    if (!space || !config || !grants) return
    try {
      this.listed = await readCatalogue(space.readFile, config.agent)
      this.isListFailed = false
    } catch {
      // Those that are connected are known without it.
      this.listed = []
      this.isListFailed = true
    }
    for (const pod of grants.pods) {
      // Without it nobody is told that their space is full.
      const usage = await readUsage(space.readFile, config.agent, pod).catch(() => undefined)
      if (usage) this.usage = new Map([...this.usage, [pod, usage]])
    }
  }

  private async disconnect(source: Source): Promise<void> {
    this.busy = true
    try {
      await this.space?.withdraw(source.grant?.id ?? '')
    } catch (error) {
      return this.tell(failureText(asFailure(error, '')), true)
    } finally {
      this.busy = false
    }
    if (source.data) this.asked = { what: 'keep', source: { ...source, grant: undefined } }
    else this.tell(t(withdrawMessages.partnerDone, this.nameOf(source)))
  }

  private async erase({ data }: Source): Promise<void> {
    const { space } = this
    if (!space?.session || !data) return
    const total = data.sheets
    this.busy = true
    this.erasing = { done: 0, total }
    const manner = { fetch: space.session.fetch, signal: new AbortController().signal }
    const { documents, left } = await eraseContainer(
      data.container,
      (container) => space.reader.list(container),
      manner,
      (done) => {
        this.erasing = { done, total: Math.max(total, done) }
      },
    )
    this.busy = false
    this.erasing = undefined
    this.left = left
    this.tell(
      t(left.length > 0 ? messages.partlyErased : messages.erased, ...counted(documents)),
      left.length > 0,
    )
    await space.refresh()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'partners-room': PartnersRoom
  }
}
