import { html } from '../html.ts'
import { PAGE_STYLE } from '../page-style.ts'

/**
 * How the documentation looks; what its pages' policy allows is this text, by its hash. A screen shows the index, or
 * the one section that the address leads into, or all of them at `#all`: without a script, and a browser that cannot
 * do so shows all.
 */
export const STYLE = html`
${PAGE_STYLE}
body { max-width: 64rem; }
h1 { font-size: clamp(1.5rem, 8vw, 2rem); margin: 1rem 0; } h2 { margin: 2.5rem 0 .5rem; } h3 { margin: 0; font-size: 1.125rem; font-family: inherit; } h4 { margin: 0; font-size: 1rem; }
p { margin: .5rem 0; }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace, monospace; }
pre { margin: .5rem 0; padding: .75rem; white-space: pre-wrap; background: var(--page); border: 1px solid var(--line); border-radius: .5rem; }
.intro > pre { background: var(--surface); }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 1rem; }
.top > [hreflang] { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--link); }
.bar { display: flex; align-items: center; gap: .25rem 1rem; flex-wrap: wrap; margin: 0 -1rem; padding: .5rem 1rem; background: var(--page); border-bottom: 1px solid var(--line); }
search { display: flex; flex: 1 1 12rem; min-width: 0; flex-wrap: wrap; align-items: center; }
[role=status]:not(:empty) { margin: .25rem 0 0 1rem; }
::placeholder { color: var(--muted); opacity: 1; }
input { flex: 1 1 12rem; width: 100%; min-width: 0; max-width: 32rem; min-height: 2.75rem; padding: 0 .75rem; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--muted); border-radius: .5rem; }
.bar a { display: inline-flex; align-items: center; min-height: 2.75rem; }
#contents ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
#contents li, article, .others { padding: 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; }
.to { display: inline-block; font-weight: 600; padding: .25rem 0; }
.facts { font-size: .9em; color: var(--muted); }
section { margin-top: 1rem; } section + section { margin-top: 3rem; }
article, .others { margin: 1rem 0; }
.name { font-weight: 400; color: var(--muted); }
dl { margin: .5rem 0; font-size: .9em; } dl div { margin: .125rem 0; } dt, dd { display: inline; margin: 0; } dt { color: var(--muted); }
.other { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
table { width: 100%; margin: .25rem 0 1rem; scroll-margin-top: 2.5rem; border-collapse: collapse; font-size: .95em; }
.shape { margin: 1rem 0 0; color: var(--muted); }
th, td { padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; border-top: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--muted); font-size: .9em; border: 0; }
th:nth-child(1) { width: 26%; } th:nth-child(2) { width: 12%; } th:nth-child(3) { width: 24%; }
td b { font-weight: 600; } td dl { margin: .25rem 0 0; }
.pattern { color: var(--muted); font-size: .8em; }
summary { display: inline-block; padding: .5rem 0; min-height: 2.75rem; color: var(--link); cursor: pointer; }
summary::before { content: '▸ '; } [open] > summary::before { content: '▾ '; }
section h2 { margin-top: .5rem; }
:target { outline: 3px solid var(--focus); outline-offset: .25rem; border-radius: .25rem; }
section:target { outline: 0; }
.found header :is(p, dl), .found details, .found .shape { display: none; }
[hidden] { display: none !important; }
@media (min-width: 20rem) {
  html { scroll-padding-top: 5.5rem; }
  .bar { position: sticky; top: 0; z-index: 1; }
}
@media (max-width: 40rem) {
  table, tbody, td, th[scope=row] { display: block; width: auto; border: 0; padding: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: flex; flex-wrap: wrap; column-gap: .75rem; padding: .75rem 0; border-top: 1px solid var(--line); }
  th[scope=row], td:last-child { flex: 1 0 100%; }
  td:nth-child(2) { color: var(--muted); } td:nth-child(3) { flex: 1; }
  td:nth-child(3), td:nth-child(2) { font-size: .9em; }
}
@media screen {
  @supports selector(:has(a)) {
    section { display: none; }
    section:target, section:has(:target), main:has(> #all:target) > section, .found > section { display: block; }
    main:is(.found, :has(section:target, section :target)) > :is(#contents, .intro) { display: none; }
    main:is(.found, :has(section:target, section :target)) > h1 { font-size: 1.125rem; margin: .75rem 0; }
  }
}
@media print { details::details-content { content-visibility: visible; } }
`
