import { createHash } from 'node:crypto'
import { type AdapterFactory, PassthroughAdapter, PassthroughAdapterFactory } from '@solid/community-server'
import { ReplaySet } from '../credentials/ReplaySet.ts'

type Adapter = ReturnType<AdapterFactory['createStorageAdapter']>

/** Seconds by which oidc-provider lets the moment of a proof be past or ahead. */
const proofAge = 300

/**
 * The proofs that tokens were asked for with. What either door has taken is taken by neither again: to oidc-provider it
 * shows as one of those that it has recorded itself.
 */
export class UsedProofs extends PassthroughAdapterFactory {
  readonly proofs = new ReplaySet(2 * proofAge * 1000)

  override createStorageAdapter(name: string): Adapter {
    const adapter = super.createStorageAdapter(name)
    return name === 'ReplayDetection' ? new UsedProofAdapter(name, adapter, this.proofs) : adapter
  }

  /** @returns whether it is the first use. */
  take(client: string, jti: string): boolean {
    return this.proofs.take(kind, recordOf(client, jti))
  }
}

class UsedProofAdapter extends PassthroughAdapter {
  private readonly proofs: ReplaySet

  constructor(name: string, source: Adapter, proofs: ReplaySet) {
    super(name, source)
    this.proofs = proofs
  }

  /** oidc-provider looks for a proof once, when it is about to take it. */
  override async find(record: string): ReturnType<Adapter['find']> {
    const found = await super.find(record)
    if (found || this.proofs.take(kind, record)) return found
    return { exp: Math.floor(Date.now() / 1000) + proofAge }
  }
}

const kind = 'token'

/** The name of a proof's record, as oidc-provider makes it (models/replay_detection, by object-hash). */
function recordOf(client: string, jti: string): string {
  const written = `object:2:string:3:iss:string:${client.length}:${client},string:3:jti:string:${jti.length}:${jti},`
  return createHash('sha256').update(written).digest('base64url')
}
