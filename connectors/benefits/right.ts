import { ConnectorError } from '../errors.ts'
import type { JsonFields } from '../formats/json-fields.ts'
import { readIsoDay } from '../time/written-day.ts'
import type { RightRow } from './rows.ts'

/** What API Particulier calls each benefit in its addresses. */
const kinds = [
  ['prime_activite', 'activity-bonus'],
  ['revenu_solidarite_active', 'active-solidarity-income'],
  ['allocation_soutien_familial', 'family-support-allowance'],
] as const

/**
 * The answers about benefits are alike and do not say which one they are about: the file must, in `ressource`.
 *
 * @throws ConnectorError `missing-field` when it does not, `unsupported` for a benefit that is not read.
 */
export function readRight(answer: JsonFields, data: JsonFields): RightRow {
  const resource = answer.needed('ressource')
  const [, kind] = kinds.find(([name]) => resource.includes(name)) ?? []
  if (kind === undefined) throw new ConnectorError('unsupported', { line: answer.line, field: 'ressource' })
  const entitled = data.flag('est_beneficiaire')
  if (entitled === undefined) {
    throw new ConnectorError('missing-field', { line: data.line, field: 'est_beneficiaire' })
  }
  const increased = data.flag('avec_majoration')
  const startDate = data.read('date_debut_droit', readIsoDay)
  return {
    type: 'right',
    recordKey: `right/${kind}`,
    kind,
    entitled: entitled ? 'yes' : 'no',
    line: answer.line,
    ...(increased === undefined ? {} : { increased: increased ? 'yes' : 'no' }),
    ...(startDate === undefined ? {} : { startDate }),
  }
}
