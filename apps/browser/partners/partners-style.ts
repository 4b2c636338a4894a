import { css } from 'lit'
import { dialogStyle } from '../dialog-style.ts'

export const partnersStyle = css`
  :host,
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .partner {
    display: grid;
    gap: var(--space-2);
    padding-block: var(--space-3);
    border-block-start: 1px solid var(--line);
  }
  .status {
    padding-inline-start: var(--space-3);
    border-inline-start: 4px solid var(--good);
  }
  .status.late {
    border-color: var(--ochre);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
  }
  .said {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    background: var(--accent-soft);
    border-radius: var(--radius-small);
  }
  .said.failed {
    background: var(--danger-soft);
  }
  .said.failed > p {
    color: var(--danger);
  }
  ${dialogStyle}
`
