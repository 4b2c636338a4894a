import { AgentError } from '../agent/errors.ts'
import { refusedAsPassword } from '../agent/refused-password.ts'
import { OneTimeCodes } from '../codes/OneTimeCodes.ts'
import { openCode } from '../codes/open-code.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { isEmail } from '../mail/is-email.ts'
import { addressLetter, knownLetter } from '../mail/letters.ts'
import type { Mail } from '../mail/Mail.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { unit } from '../storage/request.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import type { ScryptPasswords } from './ScryptPasswords.ts'

/** What waits for the code of a letter. */
interface Chosen {
  readonly accountId: string
  readonly email: string
  readonly hash: string
}

const halfAnHour = 30 * 60_000

/**
 * The first password of an account that has passkeys alone, with the e-mail address that goes with it. Where there are
 * letters, that is confirmed by somebody who is in the account: whoever has the letter alone, at an address that was written
 * wrong, gets nowhere.
 */
export class FirstPasswords {
  private readonly engine: PodEngine
  private readonly passwords: ScryptPasswords
  private readonly mail: Mail
  private readonly pages: string
  private readonly codes: OneTimeCodes<Chosen>

  constructor(engine: PodEngine, passwords: ScryptPasswords, mail: Mail, baseUrl: string) {
    this.engine = engine
    this.passwords = passwords
    this.mail = mail
    this.pages = `${baseUrl}.account/`
    this.codes = new OneTimeCodes<Chosen>(engine, 'first-passwords', halfAnHour)
  }

  /**
   * @param from where it is asked for.
   * @param proven called when nothing but the commit is left.
   * @returns whether it waits for the code of a letter.
   * @throws AgentError `bad-email`, `bad-password`, `busy`, `email-known`, `too-many-letters`, and what `proven` throws.
   */
  async choose(
    accountId: string,
    { email, password }: { readonly email: string; readonly password: string },
    from: string,
    proven: () => Promise<void>,
  ): Promise<boolean> {
    const login = email.trim().toLowerCase()
    if (!isEmail(login)) throw new AgentError('bad-email')
    const hash = await this.passwords.hashOfNew(password, login).catch(refusedAsPassword)
    const chosen = { accountId, email: login, hash }
    const known = await this.passwords.findByEmail(login)
    if (!this.mail.isOn) {
      if (known) throw new AgentError('email-known')
      await proven()
      await this.add(chosen, [])
      return false
    }
    await this.mail.count('address', login, from)
    await proven()
    const { code, change } = this.codes.make(chosen)
    // Whose it is, if it is somebody's, is told there and nowhere else.
    const text = known
      ? knownLetter(`${this.pages}login/`, `${this.pages}reset/`)
      : addressLetter(`${this.pages}security/#${code}`)
    await this.engine.commit({ changes: [change, this.mail.letter(login, text, halfAnHour)] })
    return true
  }

  /** By the code of a letter, for the account that it was asked for. @throws AgentError `code-…`, `email-known` */
  async confirm(accountId: string, code: unknown): Promise<void> {
    const found = await openCode(this.codes, code)
    if (found.about.accountId !== accountId) throw new AgentError('code-unknown')
    await this.add(found.about, [this.codes.use(found)])
  }

  private add({ accountId, email, hash }: Chosen, also: readonly ValueChange[]): Promise<void> {
    return oneCommit(this.engine, {}, async () => {
      if (await this.passwords.findByEmail(email)) throw new AgentError('email-known')
      await this.passwords.add(email, accountId, hash)
      unit.getStore()?.setValues(also)
    })
  }
}
