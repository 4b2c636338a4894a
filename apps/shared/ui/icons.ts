import { html, type TemplateResult } from 'lit/html.js'

const icon = (drawing: TemplateResult): TemplateResult => drawing

export const personIcon = icon(html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="8" r="4" /><path d="M4 21c1-4.5 4-6.5 8-6.5s7 2 8 6.5" />
</svg>`)
export const previousIcon = icon(
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m15 5-7 7 7 7" /></svg>`,
)
export const nextIcon = icon(
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m9 5 7 7-7 7" /></svg>`,
)
export const searchIcon = icon(html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="11" cy="11" r="6.5" /><path d="m16 16 5 5" />
</svg>`)
export const doorIcon = icon(html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 21V11a7 7 0 0 1 14 0v10M3 21h18" /><path d="M15 14v2" />
</svg>`)
export const emptyIcon = icon(html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 13v6h16v-6l-3-8H7z" /><path d="M4 13h5l1 2h4l1-2h5" />
</svg>`)
export const brokenIcon = icon(html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 4 2.5 20h19z" /><path d="M12 10v4.5M12 17.2v.1" />
</svg>`)
export const waitingIcon = icon(html`<svg class="icon waiting" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 3a9 9 0 1 1-9 9" />
</svg>`)
