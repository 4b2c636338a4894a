import { HttpError } from '@solid/community-server'
import { Asides } from '../Asides.ts'
import type { Bilingual } from '../bilingual.ts'
import type { GuessOrder } from './guessable-thread.ts'

/** Bytes of a password at most. */
export const longest = 1024
/** Characters of a new one at least (NIST SP 800-63B-4 §3.1.1.2 asks for 15 where nothing else is, ANSSI for 12). */
const shortest = 12
const maxMilliseconds = 5_000

const threads = new Asides('./guessable-thread', import.meta.url, 256)

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-common'

export const passwordFaults: Readonly<Record<PasswordFault, Bilingual>> = {
  'password-too-short': {
    fr: `Le mot de passe est trop court : il faut au moins ${shortest} caractères. Quelques mots qui ne vont pas ensemble font l’affaire.`,
    en: `The password is too short: at least ${shortest} characters are needed. A few words that do not go together will do.`,
  },
  'password-too-long': {
    fr: `Le mot de passe est trop long : il peut avoir ${longest} octets au plus.`,
    en: `The password is too long: it may have ${longest} bytes at most.`,
  },
  'password-common': {
    fr: 'Ce mot de passe est trop facile à deviner : un mot connu, un nom ou une suite, même avec des chiffres. Quelques mots qui ne vont pas ensemble font l’affaire.',
    en: 'This password is too easy to guess: a known word, a name or a sequence, even with figures. A few words that do not go together will do.',
  },
}

export const isShort = (password: string): boolean => Buffer.byteLength(password) <= longest

/**
 * Whether a citizen may choose a password. Its dictionaries are in a thread of their own.
 *
 * @param email the account's, which whoever guesses knows.
 * @throws HttpError 400, its `errorCode` a PasswordFault
 */
export async function assertGood(password: string, email: string): Promise<void> {
  if (!isShort(password)) throw refused('password-too-long')
  if ([...password].length < shortest) throw refused('password-too-short')
  const [local = '', ...rest] = email.split('@')
  const words = `${local} ${rest.join(' ')}`.split(/[^\p{L}\p{N}]+/u)
  const order: GuessOrder = { password, known: [email, local, ...words, 'traboule'] }
  if ((await threads.ask(order, maxMilliseconds)) !== false) throw refused('password-common')
}

function refused(code: PasswordFault): HttpError {
  const { fr, en } = passwordFaults[code]
  return new HttpError(400, 'BadPassword', `${fr} / ${en}`, { errorCode: code })
}
