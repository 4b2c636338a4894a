import { getLoggerFor, Initializer, type ResourceStore } from '@solid/community-server'
import { AgentError } from '../agent/errors.ts'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'
import { SigningKeys } from '../keys/SigningKeys.ts'
import { erasureEveLetter, erasureLetter, keptLetter, type Text } from '../mail/letters.ts'
import type { Mail } from '../mail/Mail.ts'
import type { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import type { Settings } from '../settings.ts'
import { OneByOne } from '../storage/OneByOne.ts'
import {
  type AskedErasure,
  askedSpace,
  graceMs,
  keptAsked,
  newErasure,
  nextStep,
  readAsked,
} from './asked-erasure.ts'
import { erase } from './erase.ts'
import { PodClosing } from './PodClosing.ts'
import { promiseOf } from './proof.ts'
import { proofPath } from './proof-path.ts'

export interface ErasuresArgs {
  readonly engine: PodEngine
  readonly settings: Settings
  readonly store: ResourceStore
  readonly passwords: ScryptPasswords
  readonly mail: Mail
}

const everyHour = 3_600_000

/**
 * Accounts whose citizens have asked that they and their pods be erased. It takes place after some days, in which nobody else
 * is let in and it can be cancelled; what is due is done at the start of a server and every hour, beside what it serves.
 */
export class Erasures extends Initializer {
  private readonly logger = getLoggerFor('Erasures')
  private readonly args: ErasuresArgs
  private readonly closing: PodClosing
  private readonly keys: SigningKeys
  /** Of one account one thing at a time: what is being cancelled does not begin. */
  private readonly turns = new OneByOne()

  constructor(args: ErasuresArgs) {
    super()
    this.args = args
    this.closing = new PodClosing(args.store, args.engine, args.settings.baseUrl)
    this.keys = new SigningKeys(args.engine, 'receipts')
  }

  override async handle(): Promise<void> {
    const run = () => void this.run(Date.now()).catch((error: unknown) => this.waits(error))
    run()
    setInterval(run, everyHour).unref()
  }

  /** The erasure that was asked of an account. */
  async of(accountId: string): Promise<AskedErasure | undefined> {
    const found = await this.args.engine.value(askedSpace, accountId)
    return found && readAsked(found.value)
  }

  /** Whether letters tell of it. */
  async byLetter(accountId: string): Promise<boolean> {
    return (await this.letters(accountId, { subject: '', text: '' })).length > 0
  }

  /** Asks for it, and lets nobody else in from then on. Asked twice it is the first. */
  ask(who: Pick<AskedErasure, 'accountId' | 'webIds' | 'pod' | 'owner'>): Promise<AskedErasure> {
    return this.turns.run(who.accountId, async () => {
      const standing = await this.of(who.accountId)
      if (standing) return standing
      const { baseUrl } = this.args.settings
      const fresh = newErasure(who, Date.now())
      const asked = { ...fresh, promise: await promiseOf(baseUrl, fresh, await this.keys.signing()) }
      const proof = `${baseUrl}${proofPath.slice(1)}${asked.id}`
      const letters = await this.letters(who.accountId, erasureLetter({ ...asked, page: this.page, proof }))
      // First: cut off after it, the pod is closed when the server starts again.
      await this.args.engine.commit({ changes: [keptAsked(asked), ...letters] })
      await this.close(asked)
      return asked
    })
  }

  /** @throws AgentError `unknown-erasure`, `erasing` */
  cancel(accountId: string): Promise<void> {
    return this.turns.run(accountId, async () => {
      const asked = await this.of(accountId)
      if (!asked) throw new AgentError('unknown-erasure')
      if (asked.begun) throw new AgentError('erasing')
      const letters = await this.letters(
        accountId,
        keptLetter(`${this.args.settings.baseUrl}.account/security/`),
      )
      await this.args.engine.commit({
        changes: [{ kind: 'delete-value', space: askedSpace, key: accountId }, ...letters],
      })
    })
  }

  /** Of an account that leaves, lets nobody in who came since. @returns whether it leaves */
  closeAgain(accountId: string): Promise<boolean> {
    return this.turns.run(accountId, async () => {
      const asked = await this.of(accountId)
      if (asked) await this.close(asked)
      return asked !== undefined
    })
  }

  /** Does for each what there is to do. `now`: UTC milliseconds. */
  async run(now: number): Promise<void> {
    // One that fails holds up no other.
    for await (const { key } of this.args.engine.values(askedSpace))
      await this.turns.run(key, () => this.step(key, now)).catch((error: unknown) => this.waits(error))
  }

  private async step(accountId: string, now: number): Promise<void> {
    const asked = await this.of(accountId)
    if (!asked) return
    const step = nextStep(asked, now)
    if (step === 'erase') {
      const { engine, settings } = this.args
      return erase(engine, settings.baseUrl, asked, await this.keys.signing())
    }
    await this.close(asked)
    if (step !== 'tell') return
    const letters = await this.letters(accountId, erasureEveLetter({ ...asked, page: this.page }))
    await this.args.engine.commit({ changes: [keptAsked({ ...asked, isEveTold: true }), ...letters] })
  }

  private async close({ pod, owner }: AskedErasure): Promise<void> {
    if (pod !== undefined && owner !== undefined) await this.closing.close(pod, owner, this.page)
  }

  /** One for each address that logs in to the account. */
  private async letters(accountId: string, text: Text): Promise<SetValue[]> {
    const { mail, passwords } = this.args
    if (!mail.isOn) return []
    const logIns = await passwords.findByAccount(accountId)
    return logIns.map(({ email }) => mail.letter(email, text, graceMs))
  }

  private get page(): string {
    return `${this.args.settings.baseUrl}.account/erase/`
  }

  private waits(error: unknown): void {
    // A server that ends has closed its storage: the next one goes on.
    const name = error instanceof Error ? error.name : 'unknown'
    this.logger.warn(`an erasure waits: ${isConflict(error) ? 'conflict' : name}`)
  }
}
