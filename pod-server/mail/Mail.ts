import { randomUUID } from 'node:crypto'
import { BaseEmailSender, type EmailSender } from '@solid/community-server'
import { AgentError } from '../agent/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'
import { keptIn, Outbox, type Waiting } from '../outgoing/Outbox.ts'
import type { Outcome } from '../outgoing/OutgoingCaller.ts'
import { TooManyTries, Tries } from '../tries/Tries.ts'
import { type LetterKind, limitsOfLetters } from './letter-limits.ts'
import type { Text } from './letters.ts'
import type { MailSettings } from './mail-settings.ts'

export const mailSpace = 'mail'

interface Letter extends Waiting, Text {
  /** None: nobody is to know that there was nobody to write to. */
  readonly to?: string
}

type SenderArgs = ConstructorParameters<typeof BaseEmailSender>[0]

/** Connections to the operator's mail server. */
const atOnce = { all: 4, ofShare: 4 }

/** Letters by e-mail, of a server that the operator has given a mail server. */
export class Mail extends Outbox<Letter> {
  private readonly sender: EmailSender | undefined
  private readonly tries: Tries

  constructor(engine: PodEngine, settings: MailSettings | undefined) {
    super(engine, mailSpace, atOnce)
    this.tries = new Tries(engine)
    // nodemailer also takes an address for all of it, which CSS's type does not say.
    const emailConfig = settings?.url as unknown as SenderArgs['emailConfig']
    this.sender = settings && new BaseEmailSender({ emailConfig, senderName: settings.from })
  }

  get isOn(): boolean {
    return this.sender !== undefined
  }

  /** One more letter that whoever comes has asked for (see limitsOfLetters). @throws AgentError `too-many-letters` */
  async count(kind: LetterKind, email: string, from: string | undefined): Promise<void> {
    await this.tries.spend(limitsOfLetters(kind, email, from)).catch((error: unknown) => {
      if (!(error instanceof TooManyTries)) throw error
      throw new AgentError('too-many-letters', error.retryAfterSeconds)
    })
  }

  /**
   * A letter, to be committed with what it tells of.
   *
   * @param to undefined: to nobody, which takes as long.
   * @param lastsMs what nobody has taken by then is given up.
   * @param id another letter of that name takes its place until it is due.
   * @param due the first attempt, UTC milliseconds.
   */
  letter(
    to: string | undefined,
    text: Text,
    lastsMs: number,
    now = Date.now(),
    { id, due }: Pick<Letter, 'id' | 'due'> = { id: randomUUID(), due: now },
  ): SetValue {
    const letter: Letter = { id, ...text, attempts: 0, due, until: now + lastsMs }
    return keptIn(mailSpace, to === undefined ? letter : ({ ...letter, to } as Letter))
  }

  protected shareOf(): string {
    return 'mail'
  }

  protected async deliver({ to, subject, text }: Letter): Promise<Outcome> {
    if (to === undefined || !this.sender) return 'delivered'
    try {
      await this.sender.handle({ recipient: to, subject, text } as Parameters<EmailSender['handle']>[0])
      return 'delivered'
    } catch (error) {
      // Neither whom it was to nor what it said.
      const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
      this.logger.error(`a letter waits: ${[code, responseCode].filter(Boolean).join(' ') || 'unknown'}`)
      return 'failed'
    }
  }
}
