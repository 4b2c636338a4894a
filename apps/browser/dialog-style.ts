import { css } from 'lit'

/** A question that is asked over a room. */
export const dialogStyle = css`
  dialog {
    max-inline-size: min(30rem, calc(100vw - 2 * var(--space-4)));
    padding: var(--space-5) var(--space-4);
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  dialog > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
`
