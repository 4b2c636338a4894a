import { css, html } from 'lit'
import type { ImportRun } from '#vocab/generated/imports'
import { t } from '../../shared/i18n/t.ts'
import { documentMessages as messages } from './document-messages.ts'
import { connectorWords } from './run-words.ts'

export const runStyle = css`
  .run {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    margin-block-end: var(--space-3);
  }
  .run dt {
    font-size: var(--size-small);
    color: var(--muted);
  }
  .hash {
    font-family: var(--font-code, monospace);
    font-size: var(--size-small);
  }
`

/** By what an import was made, and from which file: for those who check. */
export const runFacts = (run: ImportRun) => html`<dl class="run">
  <div><dt>${t(messages.with)}</dt><dd>${connectorWords(run)}</dd></div>
  ${run.layout === undefined ? '' : html`<div><dt>${t(messages.layout)}</dt><dd>${run.layout}</dd></div>`}
  <div><dt>${t(messages.hash)}</dt><dd class="hash">${run.sourceSha256}</dd></div>
</dl>`
