import { capital, monthName } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { fileName, monthOf } from '../data.ts'
import { documentMessages as messages } from './document-messages.ts'

/**
 * What a document is called: by its month; where partners write, what is of no month describes the others; else by its
 * file’s name without what says its form.
 */
export function documentName(url: string): string {
  const month = monthOf(url)
  if (month) return capital(monthName(month))
  return /\/data\/[^/]+\/[^/]+\/.*\.ttl$/.test(url)
    ? t(messages.description)
    : fileName(url).replace(/(?<=.)\.(ttl|nt|n3|nq|trig|rdf|jsonld)$/i, '')
}
