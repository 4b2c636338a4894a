import type { Bilingual, ConnectorErrorCode, Lang } from '../errors.ts'

/**
 * What became of a document, as both sides were read after it. `points-back`: there as it was, with addresses of the old
 * pod in it, as it is no RDF, or in a form that its server reads for nobody. `archived`: our servers alone write there: it
 * is in the archive, as it was said.
 */
export type Outcome = 'same' | 'copied' | 'points-back' | 'joined' | 'differs' | 'archived' | 'refused'

/** What became of a rule. `restored`: it stayed in the archive of an earlier move until now. */
export type RuleOutcome =
  | 'made'
  | 'restored'
  | 'already-there'
  | 'of-owner'
  | 'of-server'
  | 'not-advertised'
  | 'ended'
  | 'withdrawn'
  | 'no-place'
  | 'refused'

export interface MovedDocument {
  readonly path: string
  readonly outcome: Outcome
  readonly code?: ConnectorErrorCode
}

export interface MovedRule {
  /** Of what it rules. */
  readonly path: string
  readonly outcome: RuleOutcome
  readonly agents: readonly string[]
  readonly modes: readonly string[]
  readonly conditions: readonly string[]
  readonly notAfter?: string
}

/** Both sides, compared. */
export interface Report {
  readonly documents: readonly MovedDocument[]
  readonly containers: number
  readonly triples: number
  readonly rules: readonly MovedRule[]
  /** Paths that the new pod holds and the old one does not. */
  readonly onlyThere: readonly string[]
  /** Where the new pod keeps what could not be there as it was. */
  readonly archive: string
}

const outcomes: Readonly<Record<Outcome, Bilingual>> = {
  copied: { fr: 'Copiés, puis relus : les mêmes', en: 'Copied, then read again: the same' },
  same: { fr: 'Déjà là, les mêmes', en: 'There already, the same' },
  'points-back': {
    fr: 'Copiés, les mêmes, avec des adresses de l’ancien espace dedans',
    en: 'Copied, the same, with addresses of the old pod in them',
  },
  joined: { fr: 'Complétés, sans rien y effacer', en: 'Added to, with nothing erased' },
  differs: { fr: 'Différents : laissés tels quels là-bas', en: 'Different: left there as they are' },
  archived: {
    fr: 'Gardés dans l’archive, puis relus : les mêmes',
    en: 'Kept in the archive, then read again: the same',
  },
  refused: { fr: 'Refusés par un serveur', en: 'Refused by a server' },
}

const ruleOutcomes: Readonly<Record<RuleOutcome, Bilingual>> = {
  made: { fr: 'Écrites', en: 'Made' },
  restored: { fr: 'Rétablies de l’archive', en: 'Restored from the archive' },
  'already-there': { fr: 'Déjà là', en: 'There already' },
  'of-owner': { fr: 'Les vôtres : chaque serveur a les siennes', en: 'Your own: each server has its own' },
  'of-server': {
    fr: 'Du modèle de l’autre serveur, que vous n’avez pas choisies : pas écrites',
    en: 'Of the other server’s template, which you did not choose: not made',
  },
  'not-advertised': {
    fr: 'Pas écrites : ce serveur n’en connaît pas les conditions ; elles restent dans l’archive',
    en: 'Not made: this server does not know their conditions; they stay in the archive',
  },
  ended: { fr: 'Terminées : pas rétablies', en: 'Ended: not restored' },
  withdrawn: { fr: 'Retirées par vous : pas rétablies', en: 'Withdrawn by you: not restored' },
  'no-place': {
    fr: 'Sur un dossier qui n’est plus là : restent dans l’archive',
    en: 'On a folder that is no longer there: they stay in the archive',
  },
  refused: { fr: 'Refusées par le serveur', en: 'Refused by the server' },
}

/** Whether all is there, and as it was. */
export const isWhole = ({ documents, rules }: Report): boolean =>
  documents.every(({ outcome }) => outcome !== 'differs' && outcome !== 'refused') &&
  rules.every(({ outcome }) => outcome !== 'refused')

/** For who moves: how many of each, and each that is not as it was by its name. */
export function reportText(report: Report, lang: Lang): string {
  const number = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB')
  const colon = lang === 'fr' ? ' : ' : ': '
  const lines: string[] = []
  const say = (text: Bilingual, count: number) => lines.push(`${text[lang]}${colon}${number.format(count)}`)
  say({ fr: 'Dossiers', en: 'Folders' }, report.containers)
  say({ fr: 'Documents', en: 'Documents' }, report.documents.length)
  for (const [outcome, text] of Object.entries(outcomes)) {
    const those = report.documents.filter((it) => it.outcome === outcome)
    if (those.length === 0) continue
    say({ fr: `  ${text.fr}`, en: `  ${text.en}` }, those.length)
    if (outcome === 'same' || outcome === 'copied' || outcome === 'archived') continue
    for (const { path, code } of those) lines.push(`    ${path}${code ? ` [${code}]` : ''}`)
  }
  say({ fr: 'Triplets comparés', en: 'Triples compared' }, report.triples)
  say({ fr: 'Règles d’accès', en: 'Access rules' }, report.rules.length)
  for (const [outcome, text] of Object.entries(ruleOutcomes)) {
    const those = report.rules.filter((it) => it.outcome === outcome)
    if (those.length === 0) continue
    say({ fr: `  ${text.fr}`, en: `  ${text.en}` }, those.length)
    if (outcome !== 'of-owner') for (const rule of those) lines.push(`    ${ruleText(rule)}`)
  }
  if (report.onlyThere.length > 0)
    say({ fr: 'Seulement dans le nouvel espace', en: 'In the new pod only' }, report.onlyThere.length)
  lines.push(`${{ fr: 'Archive', en: 'Archive' }[lang]}${colon}${report.archive}`)
  return `${lines.join('\n')}\n`
}

function ruleText({ path, agents, modes, conditions, notAfter }: MovedRule): string {
  const named = conditions.map((it) => it.replace(/^.*[#/]/, ''))
  return [`/${path}`, agents.join(', '), modes.join(', '), ...named, ...(notAfter ? [notAfter] : [])].join(
    ' · ',
  )
}
