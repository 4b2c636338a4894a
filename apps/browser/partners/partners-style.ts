import { css } from 'lit'
import { dialogStyle } from '../dialog-style.ts'
import { pageStyle } from '../page-style.ts'
import { saidStyle } from '../said-style.ts'

export const partnersStyle = css`
  ${pageStyle}
  ${saidStyle}
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
  .partner:last-child {
    padding-block-end: 0;
  }
  .notice {
    margin-block-end: 0;
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
  ${dialogStyle}
`
