import { createHash } from 'node:crypto'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import type { Settings } from '../settings.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import type { Mail } from './Mail.ts'
import { moreOfItLetter, type Pages, type WayInChange, wayInLetter } from './way-in-letter.ts'

/** Of an engine's values: how many letters of a change an address has had, within an hour. */
const space = 'way-in-letters'
const hour = 3_600_000
const day = 24 * hour
/** Of one change, to one address, in an hour, at once. */
const most = 3

interface Count {
  readonly count: number
  /** UTC milliseconds. */
  readonly until: number
}

/**
 * Letters to a citizen about the ways into their account and space, in the commit of what they tell of: that waits for no mail server,
 * and fails by none. Nothing goes untold, whoever is in: each change counts by itself, apart from the letters that whoever
 * comes asks for; after three within an hour, what follows is told by one more at its end. An account that has no password
 * has no address to write to.
 */
export class WayInLetters {
  private readonly engine: PodEngine
  private readonly mail: Mail
  private readonly passwords: Pick<ScryptPasswords, 'findByAccount'>
  private readonly pages: Pages

  constructor(
    engine: PodEngine,
    mail: Mail,
    passwords: Pick<ScryptPasswords, 'findByAccount'>,
    settings: Pick<Settings, 'baseUrl'>,
  ) {
    this.engine = engine
    this.mail = mail
    this.passwords = passwords
    const account = `${settings.baseUrl}.account/`
    this.pages = { account, reset: `${account}reset/`, security: `${account}security/` }
  }

  /** What to commit with the change. `now`: UTC milliseconds. */
  async about(change: WayInChange, accountId: string, now = Date.now()): Promise<readonly ValueChange[]> {
    if (!this.mail.isOn) return []
    const logIns = await this.passwords.findByAccount(accountId)
    return (await Promise.all(logIns.map(({ email }) => this.to(email, change, now)))).flat()
  }

  private async to(email: string, change: WayInChange, now: number): Promise<ValueChange[]> {
    const key = createHash('sha256').update(`${change} ${email}`).digest('base64url')
    const found = await this.engine.value(space, key)
    const kept = found && (JSON.parse(found.value) as Count)
    const { count, until } = kept && kept.until > now ? kept : { count: 0, until: now + hour }
    const value = JSON.stringify({ count: count + 1, until } satisfies Count)
    const counted: ValueChange = { kind: 'set-value', space, key, value, expires: until }
    if (count < most)
      return [counted, this.mail.letter(email, wayInLetter(change, now, this.pages), day, now)]
    // A little later than the last that may take its place.
    const waiting = { id: `${key} ${until}`, due: until + 60_000 }
    return [counted, this.mail.letter(email, moreOfItLetter(change, now, this.pages), day, now, waiting)]
  }
}
