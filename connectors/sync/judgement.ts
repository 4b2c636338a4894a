import { texts } from '../error-texts.ts'
import type { Actor, Bilingual, ConnectorErrorCode } from '../errors.ts'

/** A failure of one citizen's file, and how often it was seen: in how many runs, or of how many different files. */
export interface Failure {
  readonly customer: string
  readonly code: ConnectorErrorCode
  readonly signals: number
}

export interface Verdict {
  readonly code: ConnectorErrorCode
  readonly citizens: number
  /** Nobody while there is one signal alone: a server is busy once, a file is spoilt once. */
  readonly who: Actor | 'nobody'
}

const signalsNeeded = 2

/**
 * Who must act, for each code. Two signals are needed before anybody is blamed: the same failure of two citizens, in two
 * runs, or in two versions of a file. A silent server is its operator's to mend (`us`), once it is more than a moment's
 * silence; a citizen who has closed the door has failed in nothing.
 */
export function judge(failures: readonly Failure[]): Verdict[] {
  const byCode = new Map<ConnectorErrorCode, Map<string, number>>()
  for (const { customer, code, signals } of failures) {
    if (code === 'not-allowed' || code === 'interrupted') continue
    const citizens = byCode.get(code) ?? new Map<string, number>()
    byCode.set(code, citizens.set(customer, Math.max(signals, citizens.get(customer) ?? 0)))
  }
  return [...byCode].map(([code, citizens]) => {
    const signals = [...citizens.values()].reduce((sum, count) => sum + count, 0)
    const who = code === 'server-busy' ? 'us' : texts[code].who
    return { code, citizens: citizens.size, who: signals < signalsNeeded ? 'nobody' : who }
  })
}

/** How often a failure has now been seen, where `before` was seen in the run before. A file's own fault counts once for its bytes. */
export function signalsAfter(
  before: { readonly code?: string; readonly sha256: string; readonly signals?: number } | undefined,
  now: { readonly code: string; readonly sha256: string; readonly isOfFile: boolean },
): number {
  if (before?.code !== now.code) return 1
  const isSame = now.isOfFile && before.sha256 === now.sha256
  return (before.signals ?? 1) + (isSame ? 0 : 1)
}

/** What the citizen is told of a source that has failed: who must act, and that they need not, where they need not. */
export const toldToCitizen: Readonly<Record<Verdict['who'], Bilingual>> = {
  nobody: {
    fr: 'Le dernier dépôt n’a pas pu se faire. Il sera tenté de nouveau ; vous n’avez rien à faire.',
    en: 'The last delivery could not be made. It will be tried again; you have nothing to do.',
  },
  you: {
    fr: 'Votre partenaire doit corriger son envoi. Vous n’avez rien à faire.',
    en: 'Your partner has to mend what it sends. You have nothing to do.',
  },
  partner: {
    fr: 'Votre partenaire a produit un fichier que personne ne peut lire sans deviner : c’est à lui de le corriger. Vous n’avez rien à faire.',
    en: 'Your partner made a file that nobody can read without guessing: it has to mend it. You have nothing to do.',
  },
  us: {
    fr: 'C’est à nous de réparer. Rien de ce que vous avez déjà n’est perdu ; vous n’avez rien à faire.',
    en: 'It is ours to mend. Nothing of what you have is lost; you have nothing to do.',
  },
  citizen: {
    fr: 'Un dépôt attend votre geste : faites de la place dans votre espace, ou demandez-en davantage.',
    en: 'A delivery waits for you: make room in your space, or ask for more.',
  },
}
