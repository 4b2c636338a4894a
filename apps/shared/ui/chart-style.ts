import { css } from 'lit'

export const chartStyle = css`
  :host {
    container-type: inline-size;
  }
  figure {
    display: grid;
    gap: var(--space-3);
  }
  figcaption {
    text-wrap: pretty;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    font-size: var(--size-small);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .legend svg {
    inline-size: 0.9rem;
    block-size: 0.9rem;
  }
  .plot {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-2);
    font-size: 0.75rem;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .unit {
    grid-column: 1 / -1;
  }
  .axis {
    display: flex;
    flex-direction: column-reverse;
    justify-content: space-between;
    text-align: end;
    white-space: nowrap;
    padding-block-start: 0.5rem;
  }
  .axis span {
    line-height: 0;
  }
  .bars {
    display: block;
    inline-size: 100%;
    block-size: clamp(10rem, 28vh, 15rem);
    margin-block-start: 0.5rem;
    overflow: visible;
  }
  .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  .grid.zero {
    stroke: var(--edge);
  }
  .series-1 {
    fill: var(--series-1);
  }
  .series-2 {
    fill: var(--series-2);
  }
  .unread {
    stroke: var(--edge);
    stroke-width: 3;
    stroke-dasharray: 3 2;
  }
  .hatched {
    fill: url(#hatched);
  }
  .hatch,
  #hatched path {
    stroke: var(--surface);
    stroke-width: 2;
  }
  .point {
    cursor: pointer;
    outline: none;
  }
  .hit {
    fill: transparent;
  }
  .point.active .hit {
    fill: var(--ochre);
    fill-opacity: 0.16;
  }
  .point:focus-visible .hit {
    stroke: var(--focus);
    stroke-width: 3;
  }
  .ticks {
    grid-column: 2;
    display: flex;
    padding-block-start: var(--space-1);
  }
  .ticks span {
    flex: 1 1 0;
    min-inline-size: 0;
    display: flex;
    justify-content: center;
    white-space: nowrap;
  }
  .readout {
    display: flex;
    flex-wrap: wrap;
    align-content: center;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--space-3);
    min-block-size: 3.75rem;
    padding: var(--space-2) var(--space-3);
    background: var(--sunken);
    border-radius: var(--radius-small);
  }
  .readout button {
    min-inline-size: 0;
    padding-inline: 0;
    border: 0;
  }
  .readout button:hover {
    background: none;
    text-decoration: underline;
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--space-2);
    text-align: end;
    border-block-end: 1px solid var(--line);
  }
  th:first-child {
    text-align: start;
    font-weight: 500;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--sunken);
    font-weight: 600;
  }
  @container (max-width: 27rem) {
    .ticks.many span:nth-child(even) {
      visibility: hidden;
    }
    /* Room for two lines and the button, so that choosing a bar moves nothing. */
    .readout {
      min-block-size: 4.5rem;
    }
    .readout.opens {
      min-block-size: 6.75rem;
    }
  }
  @media (forced-colors: active) {
    .series-1,
    .series-2 {
      forced-color-adjust: none;
    }
  }
`
