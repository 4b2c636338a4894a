import { t, type Words } from '../i18n/t.ts'

/** Whom a grant is given to, as it is listed. */
export interface Recipient {
  readonly name: Words | string
  /** The host of an app that the operator does not serve: its name is whatever it says. */
  readonly site?: string
}

/** A name, with the site beside it where the site is what is known. */
export function recipientName({ name, site }: Recipient): string {
  const said = typeof name === 'string' ? name : t(name)
  return site === undefined || site === said ? said : `${said} (${site})`
}
