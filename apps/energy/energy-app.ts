import { html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { kilowattHourFigure, kilowattHours } from '../shared/i18n/format.ts'
import { Localized } from '../shared/i18n/localized.ts'
import { t } from '../shared/i18n/t.ts'
import { GrantedData } from '../shared/pod/granted-data.ts'
import { numberEnd, partnerName } from '../shared/pod/partner-name.ts'
import type { PodDocument } from '../shared/pod/records.ts'
import { base } from '../shared/ui/base.ts'
import '../shared/ui/data-chart.ts'
import { gate } from '../shared/ui/gate.ts'
import { type PeriodUnit, periodUnits } from '../shared/ui/period-nav.ts'
import '../shared/ui/period-nav.ts'
import { type Direction, type EnergyView, type MeterReadings, readMeters, viewPeriod } from './data.ts'
import { messages } from './messages.ts'
import { fromHash, type Period, periodOf, stepped, toHash } from './period.ts'
import { energyStyle } from './style.ts'
import {
  caption,
  chartPoints,
  clockChange,
  comparisonWords,
  gapSentences,
  periodWords,
  totalWords,
} from './words.ts'

/** What the citizen's meters read, by day, week, month and year. */
@customElement('energy-app')
export class EnergyApp extends LitElement {
  @state() private chosen: Period | undefined = fromHash(location.hash)
  @state() private direction: Direction = 'consumption'
  @state() private meterKey = ''

  private readonly data = new GrantedData(this, 'energy')
  private read: { documents: readonly PodDocument[]; meters: MeterReadings[] } = { documents: [], meters: [] }

  static override styles = [base, energyStyle]

  constructor() {
    super()
    new Localized(this)
    addEventListener('hashchange', () => {
      this.chosen = fromHash(location.hash)
    })
  }

  override render() {
    return gate(this.data, messages, () => this.figures())
  }

  private figures() {
    const meters = this.meters()
    const meter = meters.find(({ key }) => key === this.meterKey) ?? meters[0]
    if (!meter) return html`<state-panel state="loading"></state-panel>`
    const direction = meter.directions.includes(this.direction) ? this.direction : meter.directions[0]
    const period = this.chosen ?? periodOf('month', meter.last)
    const view = viewPeriod(meter, direction ?? 'consumption', period)
    return html`
      ${this.choices(meters, meter)}
      <period-nav .units=${periodUnits} .unit=${period.unit} label=${periodWords(period)}
        ?first=${!view.hasEarlier} ?last=${!view.hasLater}
        @unit-change=${({ detail }: CustomEvent<PeriodUnit>) => this.show(this.inside(detail, period, meter))}
        @period-step=${({ detail }: CustomEvent<-1 | 1>) => this.show(stepped(period, detail))}></period-nav>
      ${this.total(view, direction)} ${this.chart(view)} ${this.notes(view)}
      <details class="help"><summary>${t(messages.whatIsKwh)}</summary><p>${t(messages.kwhText)}</p></details>
    `
  }

  private total(view: EnergyView, direction: Direction | undefined) {
    const amount = totalWords(view, this.data.settled)
    const against = view.comparison
      ? comparisonWords(view.comparison, view.period)
      : view.wattHours !== undefined && view.hasEarlier && this.data.settled
        ? t(messages.notComparable)
        : ''
    return html`<section class="total" aria-live="polite">
      <h2>${t(direction === 'production' ? messages.produced : messages.used)}</h2>
      <p class="figure figures">${amount}${view.estimated ? html` <small>(${t(messages.estimated)})</small>` : nothing}</p>
      ${against ? html`<p class="muted">${against}</p>` : nothing}
    </section>`
  }

  private chart(view: EnergyView) {
    const { unit } = view.period
    const column = {
      day: messages.time,
      week: messages.dayColumn,
      month: messages.dayColumn,
      year: messages.monthColumn,
    }
    const opens = {
      day: '',
      week: t(messages.openDay),
      month: t(messages.openDay),
      year: t(messages.openMonth),
    }
    return html`<data-chart class="card" caption=${caption(view, this.data.settled)} ?loading=${!this.data.settled} across=${t(column[unit])} unit="kWh" .series=${[{ name: 'kWh' }]}
      .points=${chartPoints(view)} .format=${kilowattHours} .axis=${kilowattHourFigure} opens=${opens[unit]} hatching=${t(messages.hatching)}
      @point-open=${({ detail }: CustomEvent<string>) => this.show(periodOf(unit === 'year' ? 'month' : 'day', `${detail}-01`.slice(0, 10)))}
    ></data-chart>`
  }

  private notes(view: EnergyView) {
    const gaps = this.data.settled ? gapSentences(view) : []
    const clock = clockChange(view.period)
    if (gaps.length === 0 && !clock) return nothing
    return html`<ul class="notes">
      ${clock ? html`<li>${clock}</li>` : nothing} ${gaps.map((gap) => html`<li>${gap}</li>`)}
    </ul>`
  }

  private choices(meters: readonly MeterReadings[], meter: MeterReadings) {
    const name = ({ key, meter: known, partner }: MeterReadings): string => {
      const from = partner ?? partnerName(key, 'energy')
      if (known?.number === undefined) return known?.name ?? from
      return known.name ?? t(messages.meterNumber, from, numberEnd(known.number))
    }
    const both = meter.directions.length > 1
    return html`<div class="choices">
      ${
        meters.length > 1
          ? html`<label>${t(messages.meter)}
              <select @change=${(event: Event) => this.chooseMeter((event.target as HTMLSelectElement).value)}>
                ${meters.map((it) => html`<option value=${it.key} ?selected=${it === meter}>${name(it)}</option>`)}
              </select></label>`
          : html`<p class="muted small">${name(meter)}</p>`
      }
      ${
        both
          ? html`<label>${t(messages.direction)}
              <select @change=${(event: Event) => this.chooseDirection((event.target as HTMLSelectElement).value)}>
                ${meter.directions.map((it) => html`<option value=${it} ?selected=${it === this.direction}>${t(messages[it])}</option>`)}
              </select></label>`
          : nothing
      }
    </div>`
  }

  private meters(): MeterReadings[] {
    const { documents } = this.data.snapshot
    if (documents !== this.read.documents) this.read = { documents, meters: readMeters(documents) }
    return this.read.meters
  }

  /** The period of another length that holds the latest reading of the one shown. */
  private inside(unit: PeriodUnit, { unit: from, name }: Period, { first, last }: MeterReadings): Period {
    const end = { day: name, week: name, month: `${name}-31`, year: `${name}-12-31` }[from]
    const start = { day: name, week: name, month: `${name}-01`, year: `${name}-01-01` }[from]
    if (end < last) return periodOf(unit, start < first ? first : start)
    return periodOf(unit, last)
  }

  private chooseMeter(key: string): void {
    this.meterKey = key
  }

  private chooseDirection(direction: string): void {
    this.direction = direction === 'production' ? 'production' : 'consumption'
  }

  private show(period: Period): void {
    this.chosen = period
    history.pushState(history.state, '', toHash(period))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'energy-app': EnergyApp
  }
}
