import { css } from 'lit'

/** What came of what was asked; `failed`: it did not come about. */
export const saidStyle = css`
  .said {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    background: var(--accent-soft);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius-small);
  }
  .said:empty {
    display: none;
  }
  .said.failed {
    background: var(--danger-soft);
    border-color: var(--danger);
  }
`
