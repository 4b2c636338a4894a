import { randomBytes } from 'node:crypto'
import { type Bilingual, pick } from '../bilingual.ts'
import type { Command } from './command.ts'

/** The password of a new account, and the line that shows it where it was not given: nobody else knows it. */
export function newPassword({ flags }: Pick<Command, 'flags'>): { password: string; shown: string[] } {
  // Given and empty is given: it is refused, and not replaced.
  const given = flags['password'] ?? (process.env['TRABOULE_PASSWORD'] || undefined)
  if (given !== undefined) return { password: given, shown: [] }
  // One that began with "-" would be read as an option by the next command that it is given to.
  const password = randomBytes(12).toString('base64url').replace(/^-/, '_')
  const line: Bilingual = {
    fr: `Mot de passe, montré une seule fois : ${password}`,
    en: `Password, shown this once: ${password}`,
  }
  return { password, shown: [pick(line)] }
}
