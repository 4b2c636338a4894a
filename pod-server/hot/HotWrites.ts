import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Credentials, HttpRequest } from '@solid/community-server'
import type { Access } from '../access/Access.ts'
import { withOrigin } from '../access/RequestOrigin.ts'
import type { DpopCredentials } from '../credentials/DpopCredentials.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { RequestLimits } from '../limits/RequestLimits.ts'
import { refuseTooMany } from '../limits/too-many.ts'
import { readN3 } from '../patches/read-n3.ts'
import { type BodyBudget, noRoom } from '../server/BodyBudget.ts'
import { clientAddress } from '../server/client-address.ts'
import { readBody } from '../server/read-body.ts'
import { refuseShortOfRoom } from '../server/short-of-room.ts'
import type { Settings } from '../settings.ts'
import { Addresses } from '../storage/Addresses.ts'
import { attempts } from '../storage/attempts.ts'
import { packBody } from '../storage/bytes.ts'
import { OneByOne } from '../storage/OneByOne.ts'
import { isRdfHere } from '../storage/rdf/assert-rdf.ts'
import { type AskedWrite, askedWriteOf } from './asked-write.ts'
import { commitDocument, type DocumentChange } from './commit-document.ts'
import { commonHead } from './heads.ts'
import { type Inserted, Inserts } from './Inserts.ts'
import { replayed } from './replayed.ts'
import { type Allowed, WriteAccess } from './WriteAccess.ts'

export interface HotWritesArgs {
  readonly settings: Settings
  readonly engine: PodEngine
  readonly access: Access
  readonly credentials: DpopCredentials
  readonly bodies: BodyBudget
  readonly limits: RequestLimits
}

/** What was done. */
type Done = Pick<Inserted, 'isNew'> & Partial<Inserted>

/**
 * The short way of a write of a document that may be done: one decision, one commit, which holds only as long as what
 * it was decided by. What is unusual, refused or failing is left to CSS, with its body.
 */
export class HotWrites {
  readonly inserts: Inserts
  private readonly args: HotWritesArgs
  private readonly base: URL
  private readonly writeAccess: WriteAccess
  private readonly addresses: Addresses
  private readonly turns = new OneByOne()

  constructor(args: HotWritesArgs) {
    const { settings, engine, access } = args
    this.args = args
    this.base = new URL(settings.baseUrl)
    this.addresses = new Addresses(this.base.href)
    this.writeAccess = new WriteAccess(access, engine, this.base.href)
    this.inserts = new Inserts(engine, this.addresses, this.turns)
  }

  /** @returns the request, for CSS; undefined once it is answered. */
  async handle(request: HttpRequest, response: ServerResponse): Promise<HttpRequest | undefined> {
    const asked = askedWriteOf(request, this.base)
    if (!asked) return request
    const share = this.args.bodies.share(clientAddress(request))
    let body: Buffer | undefined
    try {
      const asker = await this.asker(request, asked)
      const wait = asker ? this.args.limits.ofWebId(request, asker) : 0
      if (wait > 0) {
        refuseTooMany(request, response, wait, this.args.settings)
        return undefined
      }
      const hasCome = request.complete
      const allowed = asker && (await this.writeAccess.of(asked, asker))
      if (!allowed) return request
      const again = async () => {
        const still = await this.asker(request, asked)
        return still && this.writeAccess.of(asked, still)
      }
      const read = await readBody(request, asked.length, asked.length, share)
      if (!Buffer.isBuffer(read)) {
        refuseShortOfRoom(response, noRoom)
        return undefined
      }
      body = read
      // While it came, a rule may have ended, or the token.
      const still = hasCome ? allowed : await again()
      const done = still && (await this.write(asked, body, still, again))
      if (done) answer(request, response, asked, done)
      return done ? undefined : replayed(request, body)
    } catch (error) {
      // Nobody waits for an answer.
      if (request.destroyed && !body) return undefined
      if (response.headersSent) throw error
      return body ? replayed(request, body) : request
    } finally {
      share.giveBack()
    }
  }

  private async asker(request: HttpRequest, { url, headers }: AskedWrite): Promise<Credentials | undefined> {
    const holder = await this.args.credentials.of(request, () => url)
    return holder && withOrigin(holder, headers.origin)
  }

  /** @returns undefined for what is not done here. */
  private write(
    asked: AskedWrite,
    body: Buffer,
    allowed: Allowed,
    again: () => Promise<Allowed | undefined>,
  ): Promise<Done | undefined> {
    switch (asked.method) {
      case 'PUT':
        return this.put(asked, body, allowed, again)
      case 'PATCH':
        return this.insert(asked, body, allowed, again)
      case 'DELETE':
        return this.commit(undefined, allowed, again)
    }
  }

  private async put(
    { url, type }: AskedWrite,
    body: Buffer,
    allowed: Allowed,
    again: () => Promise<Allowed | undefined>,
  ) {
    // What takes a thread to read has its turn at CSS, and is read once.
    if (!(await isRdfHere(body, type, url))) return undefined
    const packed = await packBody(body, type)
    return this.commit({ ...packed, contentType: type }, allowed, again)
  }

  private async insert(
    { url }: AskedWrite,
    body: Buffer,
    allowed: Allowed,
    again: () => Promise<Allowed | undefined>,
  ) {
    const read = readN3(body, url)
    if (!('patch' in read)) return undefined
    const { patch, prefixes } = read
    const quads = patch.inserts
    if (patch.deletes.length + patch.conditions.length > 0) return undefined
    return this.inserts.insert({ quads, prefixes, allowed, again })
  }

  private commit(
    after: DocumentChange['after'],
    first: Allowed,
    again: () => Promise<Allowed | undefined>,
  ): Promise<Done | undefined> {
    const { engine } = this.args
    let allowed: Allowed | undefined = first
    return this.turns.run(first.path, () =>
      attempts(async () => {
        const decided = allowed ?? (await again())
        allowed = undefined
        if (!decided) return undefined
        const { path, stored, decidedBy, by } = decided
        const change = { path, before: stored?.version ?? 0, after, decidedBy, by }
        await commitDocument(engine, this.addresses, change)
        return { isNew: !stored }
      }),
    )
  }
}

/** For want of memory: what has come of the body is let go, and nobody else can answer. */
function answer(request: IncomingMessage, response: ServerResponse, { url }: AskedWrite, done: Done): void {
  const head = {
    ...headOf(request),
    ...(done.isNew ? { Location: url } : {}),
    ...(done.subjects === undefined ? {} : { 'Traboule-Added': String(done.subjects) }),
    'Content-Length': 0,
  }
  response.writeHead(done.isNew ? 201 : 205, head).end()
}

const headOf = ({ headers }: IncomingMessage) => ({
  ...commonHead(headers),
  Vary: 'Accept,Authorization,Origin',
})
