import { ConnectorError } from '../errors.ts'
import { readJson } from '../formats/json.ts'
import { fieldsOf, type JsonFields } from '../formats/json-fields.ts'
import type { SchoolingRow } from './rows.ts'

/** API Particulier v4 `men/scolarites`: one answer, or a list of them. @throws ConnectorError with the line. */
export function readSchoolings(text: string): SchoolingRow[] {
  const json = readJson(text)
  const answers = Array.isArray(json.value) ? json.value : [json.value]
  return answers.map((value) => {
    const answer = fieldsOf(value, json, 'data')
    if (answer.has('errors')) throw new ConnectorError('partner-error', { line: answer.line })
    const data = answer.object('data')
    if (data === undefined) throw new ConnectorError('unknown-layout', { line: answer.line })
    return readSchooling(data)
  })
}

function readSchooling(data: JsonFields): SchoolingRow {
  const identity = data.object('identite')
  const school = data.object('etablissement')
  const enrolled = data.flag('est_scolarise')
  if (enrolled === undefined) {
    throw new ConnectorError('missing-field', { line: data.line, field: 'est_scolarise' })
  }
  const pupil = identity?.text('prenom', 100)
  const name = school?.text('nom')
  const schoolCode = school?.read('code_uai', readUai)
  const schoolClass = data.object('module_elementaire_formation')?.text('libelle')
  const scholarship = data.flag('est_boursier')
  const scholarshipLevel = data.read('echelon_bourse', readLevel)
  return {
    type: 'schooling',
    person: ['prenom', 'nom', 'date_naissance'].map((field) => identity?.text(field) ?? '').join('|'),
    schoolYear: data.neededAs('annee_scolaire', readSchoolYear),
    enrolled: enrolled ? 'yes' : 'no',
    line: data.line,
    ...(pupil === undefined ? {} : { pupil }),
    ...(name === undefined ? {} : { school: name }),
    ...(schoolCode === undefined ? {} : { schoolCode }),
    ...(schoolClass === undefined ? {} : { schoolClass }),
    ...(scholarship === undefined ? {} : { scholarship: scholarship ? 'yes' : 'no' }),
    ...(scholarshipLevel === undefined ? {} : { scholarshipLevel }),
  }
}

function readSchoolYear(text: string): string | undefined {
  const [, from, to] = /^(20\d\d)-(20\d\d)$/.exec(text) ?? []
  return from !== undefined && Number(to) === Number(from) + 1 ? text : undefined
}

function readUai(text: string): string | undefined {
  return /^\d{7}[A-Z]$/.test(text) ? text : undefined
}

function readLevel(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined
}
