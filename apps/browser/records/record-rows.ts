import { css, html, nothing } from 'lit'
import { dayName, dayShort } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { documentHash, recordHash } from '../route.ts'
import type { RecordItem } from './items.ts'
import { recordMessages as messages } from './messages.ts'
import type { SaidWords } from './record-filter.ts'
import { joined } from './summary.ts'

export const rowsStyle = css`
  .records a {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--space-3);
    padding-block: var(--space-2);
    min-block-size: var(--target);
    align-items: baseline;
    color: inherit;
    text-decoration: none;
    border-block-end: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .records li:last-child a {
    border-block-end: 0;
  }
  .records .title {
    color: var(--link);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .records a:hover .title {
    text-decoration-thickness: 2px;
  }
  .records .value {
    text-align: end;
    max-inline-size: 12rem;
  }
  .records .about {
    grid-column: 1 / -1;
  }
  @media (max-width: 19em) {
    .records a {
      grid-template-columns: minmax(0, 1fr);
    }
    .records .value {
      text-align: start;
      max-inline-size: none;
    }
  }
`

/** Records as a list, each leading to its story. */
export const recordRows = (items: readonly RecordItem[], words: SaidWords) => html`<ul class="records">
  ${items.map((item) => {
    const { title, detail, value } = words.of(item).summary
    const isDated = item.day.length !== 10 || title.toLowerCase().includes(dayName(item.day).toLowerCase())
    const about = joined(isDated ? '' : dayShort(item.day), detail, ...marksOf(item))
    return html`<li><a href=${item.isOwn ? recordHash(item.iri) : documentHash(item.url)}>
      <span class="title">${title}</span>
      ${value === '' ? nothing : html`<span class="value figures">${value}</span>`}
      ${about === '' ? nothing : html`<span class="about small muted">${about}</span>`}
    </a></li>`
  })}
</ul>`

/** What has to be known of a value before it is relied on. */
const marksOf = ({ quality, versions }: RecordItem): string[] => [
  quality === undefined || quality === 'measured' ? '' : t(messages[quality]),
  versions > 1 ? t(messages.versions, versions) : '',
]
