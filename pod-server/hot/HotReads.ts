import type { IncomingMessage, ServerResponse } from 'node:http'
import { isContainerPath } from '@solid/community-server'
import type { Access } from '../access/Access.ts'
import type { Mode, Rule } from '../access/acl.ts'
import { withOrigin } from '../access/RequestOrigin.ts'
import type { DpopCredentials } from '../credentials/DpopCredentials.ts'
import type { PodEngine, Stored } from '../engine/PodEngine.ts'
import { giving } from '../journal/giving.ts'
import type { Journal } from '../journal/Journal.ts'
import type { RequestLimits } from '../limits/RequestLimits.ts'
import { refuseTooMany } from '../limits/too-many.ts'
import { Recent } from '../Recent.ts'
import { noAnswerRoom, takesAnswerRoom } from '../server/answer-room.ts'
import type { BodyBudget } from '../server/BodyBudget.ts'
import { refuseShortOfRoom } from '../server/short-of-room.ts'
import type { Settings } from '../settings.ts'
import { after, type Soon } from '../soon.ts'
import { type Asked, askedOf } from './asked.ts'
import type { Conversion } from './Conversion.ts'
import { type Form, Forms } from './Forms.ts'
import { askerFields, type Fields, resourceFields } from './heads.ts'
import type { KeptForms } from './KeptForms.ts'
import { sendBytes } from './send-bytes.ts'

export interface HotReadsArgs {
  readonly settings: Settings
  readonly engine: PodEngine
  readonly access: Access
  readonly credentials: DpopCredentials
  readonly conversion: Conversion
  readonly journal: Journal
  readonly limits: RequestLimits
  /** What long answers hold until they have gone. */
  readonly answers: BodyBudget
}

/** What may be done by whoever asks, and by everybody. */
interface Decided {
  readonly user: ReadonlySet<Mode>
  readonly everybody: ReadonlySet<Mode>
  /** Writes down that it is read; false when it cannot be. */
  readonly note: () => boolean
}

/** The head of a form of a resource. */
interface Head {
  readonly version: number
  readonly etag: string
  readonly fields: Fields
}

/** Heads kept, of a kilobyte and a half each. */
const maxHeads = 10_000

/**
 * The short way of a read that may be: one look at what is there, one decision, and the bytes as they are stored. What is
 * unusual, and what is refused, is left to CSS. What is in memory is answered at once, without a promise.
 */
export class HotReads {
  private readonly args: HotReadsArgs
  private readonly base: URL
  private readonly baseUrl: string
  private readonly made: Forms
  /** What is said of resources before their bytes. */
  readonly heads = new Recent<Head>(maxHeads)

  constructor(args: HotReadsArgs) {
    this.args = args
    this.base = new URL(args.settings.baseUrl)
    this.baseUrl = this.base.href
    this.made = new Forms(args.engine, args.conversion)
  }

  get forms(): KeptForms {
    return this.made.kept
  }

  /** @returns whether it has answered; what goes wrong before it does is for CSS to tell. */
  handle(request: IncomingMessage, response: ServerResponse): Soon<boolean> {
    const failed = (error: unknown) => {
      if (response.headersSent) throw error
      return false
    }
    try {
      const answered = this.answer(request, response)
      return answered instanceof Promise ? answered.catch(failed) : answered
    } catch (error) {
      return failed(error)
    }
  }

  private answer(request: IncomingMessage, response: ServerResponse): Soon<boolean> {
    const asked = askedOf(request, this.base)
    if (!asked) return false
    const { access, credentials, limits, settings } = this.args
    const { url, headers } = asked
    return after(
      credentials.of(request, () => url),
      (holder) => {
        const wait = holder ? limits.ofWebId(request, holder) : 0
        if (wait > 0) {
          refuseTooMany(request, response, wait, settings)
          return true
        }
        return after(access.of(url), (ruled) => {
          const { stored } = ruled
          if (stored?.isContainer !== isContainerPath(url) || stored.metadata !== '') return false
          const asker = withOrigin(holder ?? {}, headers.origin)
          const counted: Rule[] = []
          return after(access.modes(url, ruled, asker, counted), (user) => {
            if (!user.has('read')) return false
            const note = () => this.args.journal.read(asker, url, giving(counted, 'read'))
            return after(holder ? access.modes(url, ruled, {}) : user, (everybody) =>
              after(this.made.of(asked, stored), (form) =>
                form ? this.send(asked, response, stored, form, { user, everybody, note }) : false,
              ),
            )
          })
        })
      },
    )
  }

  private send(
    asked: Asked,
    response: ServerResponse,
    stored: Stored,
    form: Form,
    { user, everybody, note }: Decided,
  ): Soon<boolean> {
    const { method, headers } = asked
    const head = this.headOf(asked.url, stored, form)
    const fields = () => head.fields.concat(askerFields(headers.origin, user, everybody))
    if (matches(headers['if-none-match'], head.etag)) {
      if (!note()) return false
      response.writeHead(304, fields()).end()
      return true
    }
    if (method === 'HEAD') {
      if (!note()) return false
      response.writeHead(200, fields()).end()
      return true
    }
    if (!takesAnswerRoom(this.args.answers, response, form.size)) {
      refuseShortOfRoom(response, noAnswerRoom)
      return true
    }
    return after(form.bytes(), (bytes) => {
      // Somebody has just written: CSS reads it again.
      if (bytes === undefined || !note()) return false
      sendBytes(response.writeHead(200, fields()), bytes)
      return true
    })
  }

  private headOf(url: string, stored: Stored, form: Form): Head {
    const { version } = stored
    const name = `${form.isPacked ? 'gzip ' : ''}${form.contentType} ${url}`
    const known = this.heads.get(name)
    if (known?.version === version) return known
    const etag = `"${version}.${this.args.engine.epoch}-${form.name}${form.isPacked ? ';gzip' : ''}"`
    const { baseUrl } = this
    const { contentType, size, isPacked, isEmpty } = form
    const fields = resourceFields({ url, baseUrl, stored, isEmpty, contentType, size, isPacked, etag })
    const head = { version, etag, fields }
    this.heads.set(name, head)
    return head
  }
}

/** RFC 9110 §13.1.2: weakly. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
