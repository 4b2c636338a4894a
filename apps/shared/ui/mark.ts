import { html } from 'lit/html.js'

/** The mark: a vaulted passage and its door ajar. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
  <path d="M4 30V14a12 12 0 0 1 24 0v16" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
  <path d="M10 30V15a6 6 0 0 1 6-6v21z" fill="currentColor" />
  <path d="M16 9a6 6 0 0 1 6 6v15" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
</svg>`
