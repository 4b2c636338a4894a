import { PodError } from '../errors.ts'
import { isOfThisMachine } from '../outgoing/callable.ts'
import { isEmail } from './is-email.ts'

/** How letters are sent. A secret, which is in no Settings: it has the mail server's password. */
export interface MailSettings {
  /** `smtps://name:password@host` or `smtp://host:port`, with nodemailer's options as its query. */
  readonly url: string
  /** `Name <address>`, or an address. */
  readonly from: string
}

/** Milliseconds that a mail server is waited for: to be reached, to greet, to say more. */
const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Reads TRABOULE_SMTP_URL and TRABOULE_MAIL_FROM. Undefined where this server sends no letters.
 *
 * @throws PodError `bad-settings`, which does not show the address: it may have a password.
 */
export function readMail(env: Readonly<Record<string, string | undefined>>): MailSettings | undefined {
  const { TRABOULE_SMTP_URL: text, TRABOULE_MAIL_FROM: from } = env
  if (!text && !from) return undefined
  const url = text && URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
    throw new PodError('bad-settings', {
      fr: 'TRABOULE_SMTP_URL doit être une adresse smtps:// ou smtp://, avec son nom et son mot de passe s’il en faut',
      en: 'TRABOULE_SMTP_URL must be an smtps:// or smtp:// address, with its name and password where these are needed',
    })
  const [, address = from] = /<([^<>]*)>\s*$/.exec(from ?? '') ?? []
  if (!from || /[\r\n]/.test(from) || !isEmail(address ?? ''))
    throw new PodError('bad-settings', {
      fr: 'TRABOULE_MAIL_FROM doit être l’adresse d’où partent les e-mails, comme « Traboule <ne-pas-repondre@exemple.fr> »',
      en: 'TRABOULE_MAIL_FROM must be the address that e-mails come from, such as "Traboule <no-reply@example.org>"',
    })
  for (const [name, ms] of Object.entries(waits))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms))
  // An attacker between the two would else have letters sent in the clear (RFC 3207 §6).
  const isSafe = url.protocol === 'smtps:' || isOfThisMachine(url.hostname)
  if (!isSafe && !url.searchParams.has('requireTLS')) url.searchParams.set('requireTLS', 'true')
  return { url: url.href, from }
}
