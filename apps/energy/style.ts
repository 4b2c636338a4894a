import { css } from 'lit'

export const energyStyle = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    margin-block-end: var(--space-3);
  }
  .choices label {
    display: grid;
    gap: var(--space-1);
    font-weight: 600;
    min-inline-size: 0;
  }
  .total {
    margin-block: var(--space-5) var(--space-4);
  }
  .total h2 {
    font: 500 var(--size) / 1.3 var(--font);
    color: var(--muted);
  }
  .figure {
    font: 600 var(--size-figure) / 1.2 var(--font-title);
  }
  .figure small {
    font: 500 var(--size) / 1 var(--font);
    color: var(--muted);
  }
  .notes {
    display: grid;
    gap: var(--space-1);
    margin-block-start: var(--space-4);
    padding: var(--space-3) var(--space-4);
    background: var(--ochre-soft);
    border-inline-start: 4px solid var(--ochre);
    border-radius: var(--radius-small);
  }
  .help {
    margin-block-start: var(--space-4);
  }
`
