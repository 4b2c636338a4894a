import { css, html, nothing } from 'lit'
import type { ImportRun } from '#vocab/generated/imports'
import { capital, dayWithWeekday, instant, monthName } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { pageStyle } from '../page-style.ts'
import { webIdName } from '../people.ts'
import { recordHash } from '../route.ts'
import type { Space } from '../space.ts'
import { recordMessages } from './messages.ts'
import { type Story, untold } from './story.ts'
import { storyMessages as messages } from './story-messages.ts'
import { joined } from './summary.ts'

export const storyStyle = css`
  ${pageStyle}
  li > a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--target);
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-1);
  }
  h2 {
    overflow-wrap: anywhere;
  }
  .value {
    font-size: var(--size-title);
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  dt {
    font-size: var(--size-small);
    color: var(--muted);
    overflow-wrap: anywhere;
  }
  dt::first-letter {
    text-transform: uppercase;
  }
  @media (min-width: 40rem) {
    dl > div {
      display: grid;
      grid-template-columns: 10rem minmax(0, 1fr);
      gap: var(--space-1) var(--space-4);
      align-items: baseline;
    }
    dd {
      grid-column: 2;
    }
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  .notice {
    margin-block-end: 0;
  }
`

/** What it is, of when, and how much. */
export function titleBlock({ said, versions }: Story) {
  const { title, detail, value } = said.words()
  const day = said.day.length === 7 ? monthName(said.day) : dayWithWeekday(said.day)
  const [first] = versions
  const isOld = first?.isCurrent === true && first.said !== said
  return html`<div class="head">
      <h2 tabindex="-1">${title}</h2>
      ${isOld ? html`<p class="notice">${t(messages.notCurrent)} <a href=${recordHash(first.iri)}>${t(messages.seeCurrent)}</a></p>` : nothing}
      ${said.day === '' ? nothing : html`<p>${capital(day)}</p>`}
      ${value === '' ? nothing : html`<p class="value figures ${isOld ? 'muted' : ''}">${value}</p>`}
      ${detail === '' ? nothing : html`<p class="muted">${detail}</p>`}
    </div>`
}

/** What else it says than its title block. */
export function facts(story: Story) {
  const properties = untold(story)
  if (properties.length === 0) return nothing
  return html`<section class="card">
    <h3>${t(messages.says)}</h3>
    <dl>
      ${properties.map(
        ({ name, values, isCut }) => html`<div>
          <dt>${name}</dt>
          ${values.map((value) => html`<dd>${value}</dd>`)}
          ${isCut ? html`<dd class="muted">${t(messages.andMore)}</dd>` : nothing}
        </div>`,
      )}
    </dl>
  </section>`
}

/** What the document claims of where it comes from. */
export function origin({ runs }: Story, space: Space) {
  if (runs.length === 0) return html`<p>${t(messages.noOrigin)}</p>`
  return html`<p class="small muted">${t(messages.originText)}</p>
    ${runs.map((run) => runRow(run, space))}`
}

const runRow = ({ partner, endedAt }: ImportRun, { people }: Space) => html`<dl>
  <div><dt>${t(messages.by)}</dt><dd>${(people && webIdName(partner, people)) ?? partner}</dd></div>
  <div><dt>${t(messages.when)}</dt><dd>${instant(endedAt)}</dd></div>
</dl>`

export function versionList({ versions }: Story, iri: string) {
  return html`<ul>${versions.map((version) => {
    const { title, value } = version.said.words()
    const which = t(version.isCurrent ? messages.counts : messages.old)
    const about = joined(
      version.statedAt === undefined
        ? which
        : t(messages.stated, which, instant(new Date(version.statedAt).toISOString())),
      version.iri === iri ? t(messages.thisOne) : '',
      version.said.quality && t(recordMessages[version.said.quality]),
    )
    const name = joined(title, value)
    return html`<li>
      ${version.iri === iri ? html`<strong>${name}</strong><br />` : html`<a href=${recordHash(version.iri)}>${name}</a><br />`}
      <span class="small muted">${about}</span>
    </li>`
  })}</ul>`
}
