import { html } from 'lit'

/** What was verified and holds. */
export const sealIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 3 5 6v5c0 4.6 2.8 8.2 7 10 4.2-1.8 7-5.4 7-10V6z" /><path d="m8.7 12 2.4 2.4 4.4-4.6" />
</svg>`
