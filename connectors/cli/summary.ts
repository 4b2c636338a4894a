import type { Bilingual, ConnectorError, Lang } from '../errors.ts'
import type { Delivery } from '../runner/deliver.ts'
import type { ImportPlan } from '../runner/plan.ts'

/** Counts only: no value of the file is ever printed. */
export function summary(plan: ImportPlan, delivery: Delivery, lang: Lang): string {
  const count = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB')
  const waiting = plan.records - delivery.added - delivery.alreadyThere - delivery.unknown
  const lines: [Bilingual, number][] = [
    [{ fr: 'Lignes lues', en: 'Rows read' }, plan.rows],
    [{ fr: 'Enregistrements', en: 'Records' }, plan.records],
    [{ fr: '  nouveaux', en: '  new' }, delivery.added],
    [{ fr: '  déjà là', en: '  already there' }, delivery.alreadyThere],
  ]
  if (delivery.unknown > 0) {
    lines.push([
      {
        fr: '  envoyés (ce serveur ne dit pas lesquels sont nouveaux)',
        en: '  sent (this server does not say which are new)',
      },
      delivery.unknown,
    ])
  }
  if (waiting > 0) lines.push([waitingFor(delivery.failure?.code), waiting])
  const bare = (sentence: string): string => sentence.replace(/\.$/, '')
  const notices = plan.notices.map(({ text: { fr, en }, count: number }): [Bilingual, number] => [
    { fr: bare(fr), en: bare(en) },
    number,
  ])
  return [...lines, ...notices]
    .map(([text, number]) =>
      `${text[lang]} : ${count.format(number)}\n`.replace(' :', lang === 'fr' ? ' :' : ':'),
    )
    .join('')
}

/** What became of the records that are not in the pod, and why. */
function waitingFor(code: string | undefined): Bilingual {
  if (code === undefined) return { fr: '  non envoyés', en: '  not sent' }
  if (code === 'server-busy' || code === 'interrupted') {
    return { fr: `  non envoyés [${code}]`, en: `  not sent [${code}]` }
  }
  return { fr: `  refusés [${code}]`, en: `  refused [${code}]` }
}

/** One failure: what happened, who must act, and its stable code. */
export function failureText({ code, text }: ConnectorError, lang: Lang): string {
  return `${text[lang]} [${code}]`
}
