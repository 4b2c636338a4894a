import { html, LitElement, nothing, svg } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { Localized } from '../i18n/localized.ts'
import { t } from '../i18n/t.ts'
import { base } from './base.ts'
import { niceScale } from './chart-scale.ts'
import { chartStyle } from './chart-style.ts'
import { messages } from './messages.ts'

export interface ChartSeries {
  readonly name: string
}

export interface ChartPoint {
  /** Names the point to the app. */
  readonly key: string
  /** The point in words, for reading and for the table. */
  readonly label: string
  /** Under the bar; empty where there is no room. */
  readonly tick: string
  /** One a series, from zero up; null is not known: a mark on the axis, which neither zero nor much looks like. */
  readonly values: readonly (number | null)[]
  /** What must be known with the figure, as "estimated". */
  readonly note?: string
  /** Draws the bar hatched: the note says why, and the chart's `hatching` what it means. */
  readonly hatched?: boolean
}

/**
 * Bars with what they say in a sentence and in a table. One tab stop; arrow keys move along the bars.
 *
 * @fires point-open - with the point's key, when the citizen wants more of it (only where `opens` names the button)
 */
@customElement('data-chart')
export class DataChart extends LitElement {
  /** What the chart shows, in one sentence. */
  @property() caption = ''
  /** Heading of the table's first column. */
  @property() across = ''
  /** At most two. */
  @property({ attribute: false }) series: readonly ChartSeries[] = []
  @property({ attribute: false }) points: readonly ChartPoint[] = []
  /** A value with its unit. */
  @property({ attribute: false }) format: (value: number) => string = String
  /** What the axis counts, e.g. `kWh`. */
  @property() unit = ''
  /** A value on the axis. */
  @property({ attribute: false }) axis: (value: number) => string = String
  /** Label of the button that opens the point chosen; none without it. */
  @property() opens = ''

  /** What a hatched bar means, for the legend. */
  @property() hatching = ''

  /** Whether a value that is not known may still come; otherwise nothing was read. */
  @property({ type: Boolean }) loading = false

  @state() private active = -1

  static override styles = [base, chartStyle]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('points') as readonly ChartPoint[] | undefined
    if (before) this.active = this.points.findIndex(({ key }) => key === before[this.active]?.key)
  }

  override render() {
    const scale = niceScale(Math.max(0, ...this.points.flatMap(({ values }) => values.map((it) => it ?? 0))))
    return html`<figure aria-labelledby="caption">
      <figcaption id="caption">${this.caption}</figcaption>
      ${this.legend()}
      <div class="plot">
        <p class="unit" aria-hidden="true">${this.unit}</p>
        <div class="axis" aria-hidden="true">${scale.ticks.map((tick) => html`<span>${this.axis(tick)}</span>`)}</div>
        <svg class="bars" role="group" aria-label=${t(messages.chartHelp)} @keydown=${this.moved}
          @click=${this.touched} @pointerover=${this.touched}>
          <defs>
            <pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 5 5 0" /></pattern>
          </defs>
          ${scale.ticks.map((tick) => this.gridLine(1 - tick / scale.max))}
          ${this.points.map((point, at) => this.bar(point, at, scale.max))}
        </svg>
        <div class=${classMap({ ticks: true, many: this.points.every(({ tick }) => tick !== '') })} aria-hidden="true">
          ${this.points.map(({ tick }) => html`<span>${tick}</span>`)}
        </div>
      </div>
      ${this.readout()}
      <details>
        <summary>${t(messages.asTable)}</summary>
        ${this.table()}
      </details>
    </figure>`
  }

  private gridLine(from: number) {
    const y = `${round(from * 100)}%`
    return svg`<line class=${from === 1 ? 'grid zero' : 'grid'} x1="0" x2="100%" y1=${y} y2=${y} />`
  }

  private bar(point: ChartPoint, at: number, max: number) {
    const slot = 100 / this.points.length
    const room = slot * (this.points.length > 20 ? 0.84 : 0.72)
    const width = room / point.values.length
    const left = at * slot + (slot - room) / 2
    const stop = at === Math.max(0, this.active) ? 0 : -1
    const shape = (value: number | null, series: number) => {
      const x = `${round(left + series * width)}%`
      if (value === null) return unread(left + series * width, width)
      const part = value / max
      const box = {
        y: `${round((1 - part) * 100)}%`,
        height: `${round(part * 100)}%`,
        width: `${round(width)}%`,
      }
      const rect = (name: string) =>
        svg`<rect class=${name} x=${x} y=${box.y} width=${box.width} height=${box.height} rx="2" />`
      return [rect(`series-${series + 1}`), point.hatched ? rect('hatched') : nothing]
    }
    return svg`<g class=${at === this.active ? 'point active' : 'point'} role="img" tabindex=${stop} data-at=${at}
      aria-label=${this.words(point)} @focus=${() => this.show(at)}>
      <rect class="hit" x=${`${round(at * slot)}%`} y="0" width=${`${round(slot)}%`} height="100%" />
      ${point.values.map(shape)}
    </g>`
  }

  /** Names what is drawn, and nothing that is not. */
  private legend() {
    const key = (drawing: unknown, name: string) => html`<li>
      <svg viewBox="0 0 10 10" aria-hidden="true">${drawing}</svg>${name}
    </li>`
    const box = (name: string) => svg`<rect class=${name} width="10" height="10" rx="2" />`
    const items =
      this.series.length > 1 ? this.series.map(({ name }, at) => key(box(`series-${at + 1}`), name)) : []
    if (this.points.some(({ values }) => values.includes(null)))
      items.push(key(svg`<path class="unread" d="M0 8h10" />`, this.unknown()))
    if (this.hatching && this.points.some(({ hatched }) => hatched))
      items.push(
        key([box('series-1'), svg`<path class="hatch" d="M0 5 5 0M0 10 10 0M5 10l5-5" />`], this.hatching),
      )
    return items.length > 0 ? html`<ul class="legend">${items}</ul>` : nothing
  }

  private readout() {
    const point = this.points[this.active]
    const box = classMap({ readout: true, opens: this.opens !== '' })
    if (!point) return html`<div class=${box}><p class="muted small">${t(messages.chartHint)}</p></div>`
    return html`<div class=${box}>
      <p>${this.words(point)}</p>
      ${
        this.opens
          ? html`<button class="plain" type="button" @click=${() => this.open(point.key)}>${this.opens}</button>`
          : nothing
      }
    </div>`
  }

  private table() {
    return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="caption">
      <table>
        <thead><tr><th scope="col">${this.across}</th>${this.series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${this.points.map(
          (point) =>
            html`<tr><th scope="row">${point.label}</th>${point.values.map(
              (value) => html`<td>${this.cell(value, point.note)}</td>`,
            )}</tr>`,
        )}</tbody>
      </table>
    </div>`
  }

  private words(point: ChartPoint): string {
    const said = point.values.map((value, at) => {
      const cell = this.cell(value, point.note)
      return this.series.length > 1 ? `${this.series[at]?.name} ${cell}` : cell
    })
    return t(messages.pointWords, point.label, said.join(', '))
  }

  private cell(value: number | null, note?: string): string {
    if (value === null) return this.unknown()
    return note ? `${this.format(value)} (${note})` : this.format(value)
  }

  private unknown(): string {
    return t(this.loading ? messages.onItsWay : messages.noReading)
  }

  private show(at: number): void {
    this.active = at
  }

  private touched(event: Event): void {
    const at = (event.target as Element).closest<SVGElement>('.point')?.dataset['at']
    if (at !== undefined) this.show(Number(at))
  }

  private moved(event: KeyboardEvent): void {
    const last = this.points.length - 1
    const from = Math.max(0, this.active)
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const at = Math.min(last, Math.max(0, to))
    this.show(at)
    this.renderRoot.querySelector<SVGElement>(`.point[data-at="${at}"]`)?.focus()
  }

  private open(key: string): void {
    this.dispatchEvent(new CustomEvent('point-open', { detail: key, bubbles: true, composed: true }))
  }
}

/** Low on the axis: what was not read is neither much nor zero. */
const unread = (left: number, width: number) =>
  svg`<line class="unread" x1=${`${round(left)}%`} x2=${`${round(left + width)}%`} y1="100%" y2="100%" transform="translate(0 -4)" />`

const round = (value: number): number => Math.round(value * 1000) / 1000

declare global {
  interface HTMLElementTagNameMap {
    'data-chart': DataChart
  }
}
