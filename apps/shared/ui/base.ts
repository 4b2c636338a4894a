import { css } from 'lit'

/** What every element's shadow root starts from: box model, focus, buttons, links, headings, hidden text. */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  h1,
  h2,
  h3 {
    font-family: var(--font-title);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  h2 {
    font-size: var(--size-title);
  }
  .card h2 {
    font-size: calc((var(--size-title) + var(--size-large)) / 2);
  }
  /* A second line begins under the first, not under the picture. */
  h2:has(> .icon) {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-2);
  }
  h2 > .icon {
    color: var(--ochre);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  /* Where the page leads on to, and nothing to be used. */
  :is(h1, h2, h3, p, div)[tabindex='-1']:focus-visible {
    outline: none;
  }
  h3 {
    font-size: var(--size-large);
  }
  p,
  dd,
  li {
    overflow-wrap: anywhere;
  }
  a {
    color: var(--link);
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    min-block-size: var(--target);
    padding: 0 var(--space-3);
    max-inline-size: 100%;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: var(--target);
    min-inline-size: var(--target);
    padding: var(--space-2) var(--space-4);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    color: var(--accent-strong);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  @media (hover: hover) {
    button:hover,
    .button:hover {
      background: var(--accent-soft);
    }
  }
  button.primary,
  .button.primary {
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
  }
  @media (hover: hover) {
    button.primary:hover,
    .button.primary:hover {
      background: var(--accent-strong);
    }
    button.danger:hover {
      background: var(--danger-soft);
    }
  }
  button.plain,
  .button.plain {
    background: none;
    border-color: transparent;
    color: var(--link);
  }
  button.danger,
  .button.danger {
    color: var(--danger);
    border-color: var(--danger);
  }
  button:disabled {
    color: var(--muted);
    background: var(--sunken);
    border-color: var(--line);
    cursor: not-allowed;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: var(--space-4);
    box-shadow: var(--shadow);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-2) var(--space-4);
    margin-block-end: var(--space-4);
    color: var(--text);
    background: var(--ochre-soft);
    border-inline-start: 4px solid var(--ochre);
    border-radius: var(--radius-small);
  }
  .muted {
    color: var(--muted);
  }
  .granted {
    margin-block-end: var(--space-4);
  }
  .small {
    font-size: var(--size-small);
  }
  .figures {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  summary {
    display: flex;
    align-items: center;
    inline-size: fit-content;
    gap: var(--space-3);
    min-block-size: var(--target);
    color: var(--link);
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: -45deg;
  }
  [open] > summary::before {
    rotate: 45deg;
  }
  @media (hover: hover) {
    summary:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  }
  svg.icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`
