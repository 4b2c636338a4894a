import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { receiptFaultWords } from '#vocab/receipt-faults'
import { dayOfInstant, instant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import { endsSoon } from '../../shared/ui/ends-soon.ts'
import { brokenIcon } from '../../shared/ui/icons.ts'
import { consentTitle, partnersWords, subjectWords } from '../consent-words.ts'
import { fileName } from '../data.ts'
import { download } from '../download.ts'
import { hostOf, type People } from '../people.ts'
import { sealIcon } from '../seal-icon.ts'
import { receiptMessages as messages } from './messages.ts'
import type { FoundReceipt } from './read-receipts.ts'
import { receiptFile } from './receipt-file.ts'
import type { ReceiptRow } from './receipt-row.ts'

/** One receipt in plain words, whether it is sound, and the signed text to keep. */
@customElement('receipt-card')
export class ReceiptCard extends LitElement {
  @property({ attribute: false }) receipt: FoundReceipt | undefined
  /** When it was last written, as the server says: a UTC instant. */
  @property({ attribute: false }) written: string | undefined
  @property({ attribute: false }) people: People | undefined

  static override styles = [
    base,
    css`
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      article.card.unsound {
        border-inline-start: 4px solid var(--danger);
      }
      .sign {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-weight: 600;
        color: var(--good);
      }
      .unsound .sign {
        color: var(--danger);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(5.5rem, auto) minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
        margin: 0;
      }
      dt {
        max-inline-size: 9rem;
        color: var(--muted);
      }
      @media (max-width: 30rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dt {
          max-inline-size: none;
          font-size: var(--size-small);
        }
        dd {
          margin-block-end: var(--space-2);
        }
      }
      .download {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
      }
      .actor {
        font-weight: 600;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { receipt, people, written } = this
    if (!receipt || !people) return nothing
    const { url, jws, found } = receipt
    const isSound = typeof found === 'object' && !(found instanceof PodFailure)
    const title = isSound ? consentTitle(found.event, found, people) : unsoundTitle(found, written)
    return html`<article class="card ${isSound ? '' : 'unsound'}" aria-labelledby="title">
      <h3 id="title">${title}</h3>
      ${isSound ? terms(found, people) : unsound(found)}
      <details class="small">
        <summary>${t(messages.details)}<span class="unseen">${t(messages.downloadOf, title)}</span></summary>
        <p>${t(messages.name, fileName(url))}</p>
        ${isSound ? html`<p>${t(messages.issuer, found.issuer)}</p>` : nothing}
      </details>
      ${jws === undefined ? nothing : downloadLink(url, jws, title, isSound ? receiptFile(found, people) : fileName(url))}
    </article>`
  }
}

function unsoundTitle(
  found: Exclude<FoundReceipt['found'], ReceiptRow>,
  written: string | undefined,
): string {
  const title =
    found instanceof PodFailure
      ? messages.unreadTitle
      : found === 'changed'
        ? messages.changedTitle
        : messages.worthlessTitle
  return written === undefined ? t(title) : t(messages.titleOf, t(title), dayOfInstant(written))
}

function unsound(found: Exclude<FoundReceipt['found'], ReceiptRow>) {
  if (found instanceof PodFailure) return html`<p>${t(messages.unread)}</p>`
  const text = found === 'another' ? messages.another : receiptFaultWords[found]
  return html`<p class="sign">${brokenIcon}${t(messages.unsound)}</p>
    <p>${t(text)}</p>
    <p class="actor">${t(messages.unsoundActor)}</p>`
}

function terms(row: ReceiptRow, people: People) {
  const { event, at, subjects, until, issuer } = row
  const isGiven = event === 'given'
  // A partner adds to what is its own.
  const partners = row.adds ? '' : partnersWords(row, people)
  const why = [...new Set(subjects.map((it) => t(it.why)))]
  return html`<p class="sign">${sealIcon}${t(messages.sound)}</p>
    <dl>
      ${subjects.length > 0 ? term(t(messages.what), subjectWords(row)) : nothing}
      ${partners ? term(t(messages.partners), partners) : nothing}
      ${why.length > 0 ? term(t(messages.why), why.join(' · ')) : nothing}
      ${until ? term(t(isGiven ? messages.until : messages.wasUntil), endsSoon(until, Date.parse(at)) ? instant(until) : dayOfInstant(until)) : nothing}
      ${isGiven && !until ? term(t(messages.lasts), t(messages.untilWithdrawn)) : nothing}
      ${term(t(messages.recorded), instant(at))} ${term(t(messages.recordedBy), hostOf(issuer) ?? issuer)}
    </dl>`
}

const term = (name: string, value: string) => html`<dt>${name}</dt><dd>${value}</dd>`

function downloadLink(url: string, jws: string, title: string, called: string) {
  const name = `${called}.jwt`
  return html`<p>
    <a class="download" href=${url} download=${name} @click=${(event: Event) => {
      // The link alone would ask the pod without saying who asks; and this text is the one that was verified.
      event.preventDefault()
      download(jws, name)
    }}>${t(messages.download)}<span class="unseen">${t(messages.downloadOf, title)}</span></a>
  </p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'receipt-card': ReceiptCard
  }
}
