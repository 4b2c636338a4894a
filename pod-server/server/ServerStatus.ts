import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import type { CompiledAcls } from '../access/CompiledAcls.ts'
import type { ForeignGroups } from '../access/ForeignGroups.ts'
import type { AccountFacts } from '../credentials/AccountFacts.ts'
import type { EndedTokens } from '../credentials/EndedTokens.ts'
import type { Holders } from '../credentials/Holders.ts'
import type { WebIdIssuers } from '../credentials/WebIdIssuers.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { judged } from '../hot/asked.ts'
import { choices } from '../hot/choice.ts'
import type { HotReads } from '../hot/HotReads.ts'
import type { HotWrites } from '../hot/HotWrites.ts'
import type { ClientDocuments } from '../identity/ClientDocuments.ts'
import type { Journal } from '../journal/Journal.ts'
import type { RequestLimits } from '../limits/RequestLimits.ts'
import type { EngineChannels } from '../storage/EngineChannels.ts'
import type { TokenClients } from '../tokens/TokenClients.ts'
import type { UsedProofs } from '../tokens/UsedProofs.ts'
import { isOperator } from './operator-token.ts'

/** What is kept in memory, of how much at most. */
interface Kept {
  readonly kept: number
  readonly most: number
}

/** What a running server says of itself to the operator: numbers alone. */
export interface ServerNumbers {
  /** Seconds since its start. */
  readonly uptime: number
  /** Bytes of memory. */
  readonly resident: number
  /**
   * Triples of `rules`, members of groups, tokens, issuers and profiles elsewhere, keys, proofs, facts, refused clients, lines,
   * resources, names; bytes of `forms` and `triples`, characters of `groups` and `clients`.
   */
  readonly caches: Readonly<Record<CacheName, Kept>>
}

export type CacheName =
  | 'resources'
  | 'rules'
  | 'members'
  | 'groups'
  | 'tokens'
  | 'issuers'
  | 'profiles'
  | 'keys'
  | 'proofs'
  | 'accounts'
  | 'clients'
  | 'refusedClients'
  | 'ended'
  | 'journal'
  | 'webIds'
  | 'requests'
  | 'heads'
  | 'channels'
  | 'forms'
  | 'triples'
  | 'asking'

export interface ServerStatusArgs {
  readonly operatorToken: string
  readonly engine: PodEngine
  readonly acls: CompiledAcls
  readonly holders: Holders
  readonly accounts: AccountFacts
  readonly endedTokens: EndedTokens
  readonly webIdIssuers: WebIdIssuers
  readonly reads: HotReads
  readonly writes: HotWrites
  readonly clients: TokenClients
  readonly foreignGroups: ForeignGroups
  readonly clientDocuments: ClientDocuments
  readonly usedProofs: UsedProofs
  readonly channels: EngineChannels
  readonly journal: Journal
  readonly limits: RequestLimits
}

/** `/.status`, for whoever can read the token that a start leaves in the data folder; for anybody else there is no such address. */
export class ServerStatus extends HttpHandler {
  private readonly args: ServerStatusArgs

  constructor(args: ServerStatusArgs) {
    super()
    this.args = args
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (request.url !== '/.status' || !isOperator(request.headers.authorization, this.args.operatorToken))
      throw new NotImplementedHttpError('not for the operator')
  }

  override async handle({ response }: HttpHandlerInput): Promise<void> {
    const {
      engine,
      acls,
      holders,
      accounts,
      endedTokens,
      webIdIssuers,
      reads,
      writes,
      clients,
      foreignGroups,
      clientDocuments,
      usedProofs,
      channels,
      journal,
      limits,
    } = this.args
    const numbers: ServerNumbers = {
      uptime: Math.round(process.uptime()),
      resident: process.memoryUsage.rss(),
      caches: {
        resources: engine.kept,
        rules: acls.size,
        members: acls.members,
        groups: foreignGroups.size,
        tokens: holders.size,
        issuers: holders.foreign.issuers.size,
        profiles: holders.foreign.profiles.size,
        keys: holders.keys.size,
        proofs: together(holders.proofs.size, usedProofs.proofs.size),
        accounts: together(accounts.size, clients.size),
        clients: clientDocuments.size,
        refusedClients: clientDocuments.refusals,
        ended: endedTokens.size,
        journal: journal.size,
        webIds: webIdIssuers.size,
        requests: together(judged.size, choices.size),
        heads: reads.heads.size,
        channels: channels.size,
        forms: reads.forms.size,
        triples: writes.inserts.size,
        asking: limits.size,
      },
    }
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(numbers))
  }
}

const together = (one: Kept, other: Kept): Kept => ({
  kept: one.kept + other.kept,
  most: one.most + other.most,
})
