import { css } from 'lit'
import { pageStyle } from '../page-style.ts'
import { saidStyle } from '../said-style.ts'

/** What the cards of this room have in common. */
export const leaveStyle = css`
  ${pageStyle}
  ${saidStyle}
  section,
  ol,
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  button,
  .button {
    justify-self: start;
  }
  input:focus-visible + .button {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  input:disabled + .button {
    color: var(--muted);
    background: var(--sunken);
    border-color: var(--line);
  }
  h3 {
    overflow-wrap: anywhere;
  }
  details h3 {
    font-family: inherit;
    font-size: inherit;
  }
  pre {
    margin: 0;
    padding: var(--space-3);
    font-size: var(--size-small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--sunken);
    border-radius: var(--radius-small);
    user-select: all;
  }
  ol {
    padding-inline-start: 1.25rem;
    list-style: decimal;
  }
  .paths {
    display: grid;
    gap: var(--space-1);
    font-size: var(--size-small);
  }
`
