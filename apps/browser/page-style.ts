import { css } from 'lit'

/** How a page of a room begins, where a link leads back from it; and no line that is too long to be read. */
export const pageStyle = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .back a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--target);
  }
  p:is(:not([class]), .muted) {
    max-inline-size: 70ch;
  }
`
