import { capital, monthName } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { fileName, monthOf } from '../data.ts'
import { categoryName } from './back-to.ts'
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

/** What the page of a document is headed: its month alone would be the heading of its records too. */
export function documentHeading(url: string, category: string): string {
  const month = monthOf(url)
  return month && category ? `${categoryName(category)}, ${monthName(month)}` : documentName(url)
}
