import type { Quad } from '@rdfjs/types'
import {
  BasicRepresentation,
  NotFoundHttpError,
  type ResourceStore,
  readableToString,
} from '@solid/community-server'
import { writeConsentReceipt } from '#vocab/generated/consents'
import type { PodEngine } from '../engine/PodEngine.ts'
import { SigningKeys } from '../keys/SigningKeys.ts'
import { queued } from '../receipts/outbox.ts'
import { type Recorded, receiptClaims, receiptId, signReceipt } from '../receipts/receipt.ts'
import { documentAt, type RdfDocument } from '../storage/quads-at.ts'
import { reading } from '../storage/reading.ts'
import { unit } from '../storage/request.ts'
import {
  type Consent,
  recordOf,
  recordQuads,
  recordTurtle,
  type Withdrawal,
  withdrawalQuads,
  withEvent,
} from './record.ts'
import { partiesOf, standingOf } from './standing.ts'

/**
 * Writes consent records, with a signed receipt for each side, into the unit of work of its caller: what else the
 * caller changes is in the same commit. Records are only ever added to.
 */
export class ConsentRecords {
  private readonly store: ResourceStore
  private readonly engine: PodEngine
  private readonly keys: SigningKeys
  private readonly baseUrl: string

  constructor(store: ResourceStore, engine: PodEngine, baseUrl: string) {
    this.store = store
    this.engine = engine
    this.keys = new SigningKeys(engine, 'receipts')
    this.baseUrl = baseUrl
  }

  /** @throws Error when what would be recorded does not conform to its shapes: a fault of ours. */
  async give(consent: Consent): Promise<void> {
    const { pod, id, citizen, recipient, at } = consent
    const quads = recordQuads(consent)
    await assertConforms(quads)
    const record = recordOf(pod, id)
    const turtle = recordTurtle(quads)
    await this.put(record, turtle, 'text/turtle')
    await this.receipt(pod, { id, record, turtle, citizen, recipient: recipient.iri, at, event: 'given' })
  }

  /** Appends the withdrawal to a record. False when there is no record that stands. */
  async withdraw(pod: string, id: string, withdrawal: Withdrawal): Promise<boolean> {
    const record = recordOf(pod, id)
    const written = await this.read(record)
    if (!written || standingOf(record, written.quads) !== 'given') return false
    const parties = partiesOf(record, written.quads)
    if (!parties) return false
    const event = withdrawalQuads(record, withdrawal)
    await assertConforms(event)
    const turtle = withEvent(written.bytes.toString('utf8'), event)
    await this.put(record, turtle, 'text/turtle')
    const { at } = withdrawal
    await this.receipt(pod, { id, record, turtle, ...parties, at, event: 'withdrawn' })
    return true
  }

  /** Whether a consent was given and not withdrawn. */
  async stands(record: string): Promise<boolean> {
    return standingOf(record, (await this.read(record))?.quads) === 'given'
  }

  /** A receipt, as it was signed; undefined where there is none. */
  async receiptOf(pod: string, id: string): Promise<string | undefined> {
    return this.text(`${pod}receipts/${id}`).catch((error: unknown) => {
      if (NotFoundHttpError.isInstance(error)) return undefined
      throw error
    })
  }

  private async receipt(pod: string, recorded: Recorded): Promise<void> {
    const claims = receiptClaims(this.baseUrl, recorded)
    const id = receiptId(recorded)
    const at = `${pod}receipts/${id}`
    await assertConforms(writeConsentReceipt(claims.receipt, at))
    const jws = signReceipt(claims, await this.keys.signing())
    await this.put(at, jws, 'application/jwt')
    // The other side's copy is on its way once the commit is.
    unit.getStore()?.setValues([queued({ id, pod, jws, claims })])
  }

  private async put(path: string, body: string, type: string): Promise<void> {
    await this.store.setRepresentation({ path }, new BasicRepresentation(body, type))
  }

  private async text(path: string): Promise<string> {
    return readableToString((await this.store.getRepresentation({ path }, {})).data)
  }

  private read(record: string): Promise<RdfDocument | undefined> {
    return reading(this.engine, (work) => documentAt(work, record))
  }
}

/** Shapes are loaded when the first grant is made: a server starts without them. */
export async function assertConforms(quads: readonly Quad[]): Promise<void> {
  const { validate } = await import('#vocab/validate')
  const { problems } = await validate(quads)
  if (problems.length > 0)
    throw new Error(`not as its shape has it: ${problems.map(({ path }) => path).join(' ')}`)
}
