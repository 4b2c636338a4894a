import { TB } from '#vocab/namespaces'
import type { Connector, Notice } from '../../../connectors/connector.ts'
import type { ImportPlan } from '../../../connectors/runner/draft.ts'
import type { Words } from '../../shared/i18n/t.ts'
import { type Period, periodOf } from './period.ts'

/** A connector, as the citizen chooses one. */
export interface Kind {
  readonly id: string
  readonly title: Words
  /** Category. */
  readonly domain: string
  readonly layouts: readonly Words[]
}

/** What a file is, before anything is written. */
export interface Preview {
  readonly kind: Kind
  /** « Relevé de compte (OFX) ». */
  readonly layout: Words | undefined
  readonly records: number
  readonly period: Period | undefined
  readonly notices: readonly Notice[]
  /** Values that are estimated. */
  readonly estimated: number
  readonly sourceSha256: string
  /** When it was read, as its runs say it: of no other import. UTC instant. */
  readonly at: string
  readonly documents: readonly { readonly url: string; readonly runIri: string; readonly records: number }[]
}

export const kindOf = ({ id, title, domain, accepts }: Connector<unknown>): Kind => ({
  id,
  title,
  domain,
  layouts: accepts.map(({ label }) => label),
})

/** Pure. */
export function previewOf(connector: Connector<unknown>, plan: ImportPlan, at: Date): Preview {
  const said = plan.documents.flatMap(({ quads, runIri }) =>
    quads.filter(({ subject }) => subject.value !== runIri),
  )
  const isGuess = (value: string) => value === 'estimated' || value === 'mixed'
  return {
    kind: kindOf(connector),
    layout: connector.accepts.find(({ id }) => id === plan.layout)?.label,
    records: plan.records,
    period: periodOf(said),
    notices: plan.notices,
    estimated: said.filter((it) => it.predicate.value === `${TB}quality` && isGuess(it.object.value)).length,
    sourceSha256: plan.sourceSha256,
    at: at.toISOString(),
    documents: plan.documents.map(({ url, runIri, records }) => ({ url, runIri, records })),
  }
}
