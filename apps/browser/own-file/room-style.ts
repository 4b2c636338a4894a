import { css } from 'lit'
import { dialogStyle } from '../dialog-style.ts'
import { pageStyle } from '../page-style.ts'
import { saidStyle } from '../said-style.ts'

export const roomStyle = css`
  ${pageStyle}
  ${saidStyle}
  section,
  .drop {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .drop {
    justify-items: center;
    gap: var(--space-2);
    padding: var(--space-5) var(--space-4);
    background: var(--sunken);
    border: 2px dashed var(--edge);
    border-radius: var(--radius);
    cursor: pointer;
  }
  /* Nothing is dropped with a finger. */
  @media (hover: none) {
    .by-mouse {
      display: none;
    }
  }
  .drop:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  /* Where the page leads on to, and nothing to be used. */
  [tabindex='-1']:focus-visible {
    outline: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
  }
  dl {
    display: grid;
    gap: var(--space-3);
    margin: 0;
  }
  dl > div {
    display: grid;
    gap: 0 var(--space-4);
    padding-block-end: var(--space-3);
    border-block-end: 1px solid var(--line);
  }
  dt {
    font-size: var(--size-small);
    color: var(--muted);
  }
  dd svg.icon {
    vertical-align: -0.2em;
    color: var(--ochre);
  }
  @media (min-width: 40rem) {
    dl > div {
      grid-template-columns: 10rem minmax(0, 1fr);
      align-items: baseline;
    }
  }
  progress {
    inline-size: 100%;
    accent-color: var(--accent);
  }
  .kinds {
    display: grid;
    gap: var(--space-3);
    padding-block: var(--space-2);
  }
  [role='status']:empty {
    display: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    padding-block: var(--space-3);
    border-block-start: 1px solid var(--line);
  }
  .row:last-child {
    padding-block-end: var(--space-1);
  }
  ${dialogStyle}
`
