import { texts } from '../error-texts.ts'
import type { Bilingual, Lang } from '../errors.ts'
import { type Failure, judge, type Verdict } from './judgement.ts'
import type { OutcomeKind } from './outcome.ts'
import type { Given, RunEnd } from './run.ts'

const names: readonly [OutcomeKind, Bilingual][] = [
  ['added', { fr: 'ajoutés', en: 'added' }],
  ['nothing-new', { fr: 'rien de nouveau', en: 'nothing new' }],
  ['given-before', { fr: 'remis lors d’un passage précédent', en: 'given in an earlier run' }],
  ['not-connected', { fr: 'sans espace connecté', en: 'no pod connected' }],
  [
    'ambiguous',
    { fr: 'nom de fichier qui se lit de deux façons', en: 'a file name that can be read in two ways' },
  ],
  ['withdrawn', { fr: 'autorisation retirée par le citoyen', en: 'withdrawn by the citizen' }],
  ['no-room', { fr: 'espace plein', en: 'pod full' }],
  ['refused', { fr: 'fichier refusé', en: 'file refused' }],
  ['busy', { fr: 'non envoyés, à relancer', en: 'not sent, run it again' }],
  ['failed', { fr: 'échoués', en: 'failed' }],
  ['fault', { fr: 'erreur de notre côté', en: 'a fault of ours' }],
]

/** Counts by outcome and code: no customer, no WebID, no value. */
export function syncSummary({ given, failures }: RunEnd, lang: Lang): string {
  const count = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB')
  const colon = lang === 'fr' ? ' :' : ':'
  const line = (words: string, number: number): string => `${words}${colon} ${count.format(number)}\n`
  const added = given.reduce((sum, one) => sum + (one.added ?? 0), 0)
  const rows = names.flatMap(([kind, name]) => {
    const of = given.filter((one) => one.kind === kind)
    // The citizen's right, whether it was met today or before.
    if (kind === 'withdrawn') return of.length > 0 ? [line(`  ${name[lang]}`, of.length)] : []
    const codes = [...new Set(of.map(({ code }) => code))].sort()
    return codes.map((code) =>
      line(
        `  ${name[lang]}${code === undefined ? '' : ` [${code}]`}`,
        of.filter((one) => one.code === code).length,
      ),
    )
  })
  const files = line({ fr: 'Fichiers', en: 'Files' }[lang], given.length)
  const records = line({ fr: 'Enregistrements nouveaux', en: 'New records' }[lang], added)
  return [files, ...rows, records, ...verdicts(failures, lang)].join('')
}

function verdicts(failures: readonly Failure[], lang: Lang): string[] {
  return judge(failures).map(({ code, who }) => {
    const again = who === 'nobody' && texts[code].who === 'partner' ? ` ${fetchAgain[lang]}` : ''
    return `[${code}] ${actor[who][lang]}${again} ${texts[code][lang]}\n`
  })
}

const fetchAgain: Bilingual = {
  fr: 'Récupérez ce fichier de nouveau ; si plusieurs sont ainsi, c’est l’export qui est en cause.',
  en: 'Fetch that file again; if several are so, the export is at fault.',
}

const actor: Readonly<Record<Verdict['who'], Bilingual>> = {
  nobody: {
    fr: 'Un seul signe : personne n’est encore en cause.',
    en: 'One signal alone: nobody is to blame yet.',
  },
  you: { fr: 'À vous d’agir.', en: 'Yours to act.' },
  partner: { fr: 'À qui produit les fichiers d’agir.', en: 'For whoever makes the files to act.' },
  us: {
    fr: 'À Traboule, ou à l’opérateur du serveur, d’agir.',
    en: 'For Traboule, or the server’s operator, to act.',
  },
  citizen: { fr: 'Au citoyen d’agir.', en: 'For the citizen to act.' },
}

/** A line of the log, of one file: the ledger's line says whose it is. `undefined`: nothing to say. */
export function logLine({ kind, code, line, entry, place }: Given, lang: Lang): string | undefined {
  if (code === undefined && kind !== 'fault' && kind !== 'ambiguous') return undefined
  if (kind === 'withdrawn') return undefined
  const [, name] = names.find(([known]) => known === kind) ?? []
  const words = {
    fr: { line: 'ligne', ledger: 'registre, ligne', place: 'dossier, fichier' },
    en: { line: 'line', ledger: 'ledger, line', place: 'folder, file' },
  }[lang]
  const parts = [
    `${name?.[lang] ?? kind}${code === undefined ? '' : ` [${code}]`}`,
    line === undefined ? '' : `${words.line} ${line}`,
    entry === undefined ? '' : `(${words.ledger} ${entry})`,
    place === undefined ? '' : `(${words.place} ${place})`,
  ]
  return parts.filter(Boolean).join(' ')
}

/**
 * 0: nothing for the partner to do; 2: files were refused, or something failed; 4: some are to be sent again; 5: not let in;
 * 6: a fault of ours. The gravest wins.
 */
export function syncExitCode(given: readonly Given[]): 0 | 2 | 4 | 5 | 6 {
  const has = (test: (one: Given) => boolean): boolean => given.some(test)
  if (has(({ kind }) => kind === 'fault')) return 6
  if (has(({ code }) => code === 'login-refused' || code === 'server-not-trusted')) return 5
  if (has(({ kind, code }) => kind === 'busy' || code === 'server-refused')) return 4
  return has(({ kind }) => kind === 'refused' || kind === 'failed' || kind === 'ambiguous') ? 2 : 0
}
