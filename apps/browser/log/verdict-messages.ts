import type { Messages } from '../../shared/i18n/t.ts'

export const verdictMessages = {
  verifying: { fr: 'Vérification du journal…', en: 'Checking the log…' },
  verifyingDays: {
    fr: (done: number, total: number) => `Vérification du journal : ${done} jours sur ${total}`,
    en: (done: number, total: number) => `Checking the log: ${done} of ${total} days`,
  },
  again: { fr: 'Vérifier à nouveau', en: 'Check again' },

  holds: { fr: 'Le journal est intact', en: 'The log is intact' },
  holdsText: {
    fr: (when: string, line: number) =>
      `Rien n’a été réécrit depuis la dernière vérification sur cet appareil, le ${when} : jusqu’à la ligne ${line}, le journal est celui que cet appareil avait vu.`,
    en: (when: string, line: number) =>
      `Nothing was rewritten since this device last checked it, on ${when}: up to line ${line} the log is the one that this device saw.`,
  },
  first: { fr: 'Le journal est cohérent', en: 'The log is consistent' },
  firstText: {
    fr: 'Cet appareil n’avait encore gardé aucun repère : il ne peut pas dire si le journal a été réécrit avant aujourd’hui. Il en garde un maintenant, et la prochaine vérification le dira.',
    en: 'This device had no earlier mark: it cannot tell whether the log was rewritten before today. It keeps one now, and the next check will tell.',
  },
  outgrown: { fr: 'Le journal est cohérent', en: 'The log is consistent' },
  outgrownText: {
    fr: (when: string) =>
      `Le repère que cet appareil avait gardé, le ${when}, porte sur des lignes de plus d’un an, qui ne sont plus gardées. Il en garde un nouveau, et la prochaine vérification s’y tiendra.`,
    en: (when: string) =>
      `The mark that this device had kept, on ${when}, is of lines more than a year old, which are no longer kept. It keeps a new one, which the next check will go by.`,
  },
  lines: {
    fr: (count: number, from: string) =>
      count > 1
        ? `Les ${count} lignes, depuis le ${from}, se suivent sans manque.`
        : `La ligne du ${from} est comme elle a été écrite.`,
    en: (count: number, from: string) =>
      count === 1
        ? `The line of ${from} is as it was written.`
        : `All ${count} lines since ${from} follow one another, and none is missing.`,
  },
  erased: {
    fr: (count: number) =>
      count > 1
        ? `De ${count} d’entre elles, ce qu’elles disaient a été effacé ; leurs empreintes sont restées.`
        : 'De l’une d’elles, ce qu’elle disait a été effacé ; son empreinte est restée.',
    en: (count: number) =>
      count === 1
        ? 'What one of them said was erased; its fingerprint has stayed.'
        : `What ${count} of them said was erased; their fingerprints have stayed.`,
  },
  notKept: {
    fr: 'Ce navigateur ne garde rien : la prochaine vérification n’aura pas de repère.',
    en: 'This browser keeps nothing: the next check will have no mark.',
  },

  broken: { fr: 'Le journal n’est pas intact', en: 'The log is not intact' },
  brokenText: {
    fr: 'Il ne dit plus ce qui a été écrit :',
    en: 'It no longer says what was written:',
  },
  fault: {
    fr: (line: number, what: string) => `ligne ${line} : ${what}`,
    en: (line: number, what: string) => `line ${line}: ${what}`,
  },
  moreFaults: {
    fr: (count: number) => `et ${count} autres`,
    en: (count: number) => `and ${count} more`,
  },
  brokenActor: {
    fr: 'C’est à l’opérateur de votre espace de l’expliquer. Téléchargez le constat et envoyez-le-lui ; cet appareil garde aussi son ancien repère.',
    en: 'The operator of your space must explain this. Download the report and send it to them; this device also keeps its earlier mark.',
  },
  finding: { fr: 'Télécharger le constat', en: 'Download the report' },
  findingName: { fr: 'constat-du-journal.json', en: 'report-on-the-log.json' },

  proves: { fr: 'Ce que cela prouve', en: 'What this proves' },
  provesText: {
    fr: 'Chaque ligne porte l’empreinte de toutes celles d’avant : en changer, en retirer ou en glisser une se voit, à moins de réécrire toute la suite. Réécrire la suite se voit sur un appareil qui avait gardé l’empreinte d’avant : c’est son repère.',
    en: 'Each line carries the fingerprint of all the lines before it: changing, removing or slipping in a line shows, unless everything after it is rewritten too. Even that shows on a device that kept an earlier fingerprint: its mark.',
  },
  provesNot: {
    fr: 'Cela ne prouve pas que le serveur a tout noté, ni ce qui s’est passé avant le premier repère.',
    en: 'It does not prove that the server wrote everything down, nor what happened before the first mark.',
  },
  forgets: {
    fr: 'Vous déconnecter de cette application efface le repère de cet appareil, qui ne prouve alors plus rien du passé. Pour en garder un ailleurs, copiez celui-ci :',
    en: 'Logging out of this app erases this device’s mark; it can then prove nothing about the past. To keep one elsewhere, copy this:',
  },
  mark: {
    fr: (line: number, hash: string) => `ligne ${line}, ${hash}`,
    en: (line: number, hash: string) => `line ${line}, ${hash}`,
  },
} satisfies Messages
