import { setTimeout as pause } from 'node:timers/promises'
import { aclOf, type Grant } from '../access/testing/model.ts'
import { grantTraces, partsOf } from '../faults/grant-traces.ts'
import { type Askers, turtle } from './askers.ts'

const second = 1000
/** Of what a grant lasts when the server has it (agent/until.ts). */
const leastLeft = second

/** What a grant that stands is known by. */
export interface Given {
  readonly id: string
  readonly to: 'app' | 'person'
  readonly until: number
}

/** The grants of the bank's container and the rules written beside them, through the server's own doors, and as the model has them. */
export class Grants {
  given: readonly Given[] = []
  edits: readonly Grant[] = []
  private readonly askers: Askers
  private readonly grantsUrl: string

  constructor(askers: Askers) {
    this.askers = askers
    this.grantsUrl = `${askers.server.baseUrl}.agent/grants`
  }

  /** All that is in force, as the model has it. */
  get model(): readonly Grant[] {
    const plain = { origin: 'any', extra: 'none', reach: 'both', validity: 'any', issuer: 'ours' } as const
    const owner = { ...plain, subject: 'alice' } as const
    return [
      { ...owner, mode: 'Write', client: 'home' },
      { ...owner, mode: 'Read', client: 'home' },
      { ...owner, mode: 'Read', client: 'own' },
      ...this.given.map(({ to, until }): Grant => {
        const whom =
          to === 'app'
            ? ({ subject: 'alice', client: 'budget' } as const)
            : ({ subject: 'bob', client: 'any' } as const)
        return { ...plain, ...whom, mode: 'Read', validity: 'now', until }
      }),
      ...this.edits,
    ]
  }

  /** `until`: UTC milliseconds, of whole seconds. An older grant to the same gives way. */
  async give(to: Given['to'], until: number): Promise<void> {
    const { alice, world } = this.askers
    const whom = to === 'app' ? { client_id: world.budget } : { agent: world.bob }
    const body = { ...whom, categories: ['bank'], pod: alice.pod, until: new Date(until).toISOString() }
    const { id } = await alice.account.agent<{ id: string }>('grants', body)
    this.given = [...this.given.filter((it) => it.to !== to), { id, to, until }]
  }

  /** One that ends almost at once; asked for again where less was left when it came than the server takes. @returns when it ends. */
  async giveBriefly(to: Given['to']): Promise<number> {
    for (let tries = 1; ; tries++) {
      const until = Math.ceil(Date.now() / second) * second + leastLeft
      try {
        await this.give(to, until)
        return until
      } catch (error) {
        if (tries === 5 || until - Date.now() >= leastLeft) throw error
      }
    }
  }

  /** By the pod browser. */
  async withdraw({ id }: Given): Promise<number> {
    const home = this.askers.all['home']?.fetch as typeof fetch
    const { status } = await home(`${this.grantsUrl}/${id}`, { method: 'DELETE' })
    if (status === 204) this.given = this.given.filter((it) => it.id !== id)
    return status
  }

  /** Writes other rules beside the grants, with another tool. */
  async edit(edits: readonly Grant[]): Promise<number> {
    const { alice, container, world } = this.askers
    const headers = { accept: 'application/n-triples' }
    const lines = (await (await alice.fetch(`${container}.acl`, { headers })).text()).split('\n')
    // All but the rules of an earlier edit, and their conditions, which have no name.
    const others = lines.filter((line) => /^<[^>]*\.acl#(?!g\d+>)/.test(line)).join('\n')
    const text = aclOf(edits, container, world, others)
    const { status } = await alice.fetch(`${container}.acl`, turtle(text))
    if (status === 205) this.edits = edits
    return status
  }

  /**
   * The server ends without a word while one of these is asked, and starts again. What stands then is what stood before,
   * or what was asked for.
   *
   * @param waitMs - Until the end.
   * @returns what is wrong with what it has left.
   */
  async cut(asked: Omit<Given, 'id'> | Given, waitMs: number): Promise<string[]> {
    const { server, partnerGrant } = this.askers
    const before = this.given
    const isWithdrawal = 'id' in asked
    const asking = isWithdrawal ? this.withdraw(asked) : this.give(asked.to, asked.until)
    const acknowledged = asking.then(
      (status) => status === undefined || status === 204,
      () => false,
    )
    await pause(waitMs)
    await server.end('SIGKILL')
    const wasAcknowledged = await acknowledged
    const traces = grantTraces(server.dataFolder, server.baseUrl, 'alice')
    await server.start()

    const faults = partsOf(traces)
    const standing = [...traces.records].flatMap(([id, state]) => (state === 'given' ? id : []))
    const kept = before.filter((it) => (isWithdrawal ? it.id !== asked.id : it.to !== asked.to))
    const old = new Set(before.map(({ id }) => id))
    const made = standing.filter((id) => id !== partnerGrant && !old.has(id))
    const has = (...grants: readonly Given[]) =>
      standing.length - 1 - made.length === grants.length && grants.every(({ id }) => standing.includes(id))
    const isDone = has(...kept) && made.length === (isWithdrawal ? 0 : 1)
    const isAsBefore = has(...before) && made.length === 0
    if (isDone === isAsBefore) faults.push(`neither done nor as before: ${standing}, of ${[...old]}`)
    if (wasAcknowledged && !isDone) faults.push('lost, though acknowledged')
    const fresh = made.map((id): Given => ({ ...asked, id }))
    this.given = isDone ? [...kept, ...fresh] : before
    return faults
  }

  /** The rules as they are written. */
  async written(): Promise<string> {
    const { alice, container } = this.askers
    return (await alice.fetch(`${container}.acl`)).text()
  }
}
