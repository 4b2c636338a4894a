import { html } from './html.ts'

/** How a page without script or file of its own looks: the colours and measures of the apps' tokens. */
export const PAGE_STYLE = html`
:root {
  color-scheme: light dark;
  --page: #f6f1e8;
  --surface: #fffdf9;
  --line: #dccfba;
  --text: #241f19;
  --muted: #5c5244;
  --link: #17503f;
  --focus: #a3490f;
  --ochre: #a9690c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #171410;
    --surface: #221e18;
    --line: #423a2e;
    --text: #f3ecdf;
    --muted: #bfb3a0;
    --link: #9ad6be;
    --focus: #f0a35e;
    --ochre: #e2b056;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Noto Sans, sans-serif; color: var(--text); background: var(--page); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3, .mark { font-family: Iowan Old Style, Palatino Linotype, Palatino, P052, Book Antiqua, Georgia, DejaVu Serif, serif; line-height: 1.2; text-wrap: balance; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.mark { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; font-size: 1.125rem; font-weight: 600; color: inherit; text-decoration: none; }
.mark svg { color: var(--ochre); }
.card { padding: 1.5rem 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; }
body [lang=en] { color: var(--muted); }
a [lang=en] { color: inherit; }
`

/** The mark, which leads to the server's first page. */
export const PAGE_MARK = html`<a class="mark" href="/"><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M4 30V14a12 12 0 0 1 24 0v16" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/><path d="M10 30V15a6 6 0 0 1 6-6v21z" fill="currentColor"/><path d="M16 9a6 6 0 0 1 6 6v15" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>Traboule</a>`
