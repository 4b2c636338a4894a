import type { Quad } from 'n3'
import { moved } from '#vocab/archive/relocate'
import { ACL, DPV, FOAF, RDF } from '#vocab/namespaces'
import { ConnectorError } from '../errors.ts'
import { turtle } from '../runner/patch.ts'
import { type ArchivedRule, archived } from './archive.ts'
import { type End, type EndOf, isTraboule } from './End.ts'
import type { MovedRule, RuleOutcome } from './report.ts'
import { addedTo, fateOf, ownersRules, type Rule, relocatedRule, rulesIn } from './rules.ts'

/** A rule that an earlier move left in the archive, whose addresses are those of the pod that it was in. */
export interface Waiting {
  readonly rule: Rule
  readonly of: Pick<EndOf, 'pod' | 'webId' | 'issuer'>
  /** Where the consent record that it cites is kept since. */
  readonly record: string | undefined
  /** Whether it was made there once: then it is there, or the citizen has ended it. */
  readonly hasServed: boolean
}

/** Makes the rules of one pod in another: those that can be there without opening more than was agreed. */
export class RuleMover {
  readonly moved: MovedRule[] = []
  /** What could not be there. */
  readonly left: ArchivedRule[] = []
  private readonly from: End
  private readonly to: End
  private readonly conditions: ReadonlySet<string>
  private readonly owners: readonly Rule[]
  private readonly now: number

  private constructor(
    from: End,
    to: End,
    conditions: ReadonlySet<string>,
    owners: readonly Rule[],
    now: number,
  ) {
    this.from = from
    this.to = to
    this.conditions = conditions
    this.owners = owners
    this.now = now
  }

  /** @throws ConnectorError `move-not-allowed` where the other pod’s own rules cannot be read. */
  static async between(from: End, to: End, conditions: ReadonlySet<string>, now: number): Promise<RuleMover> {
    const root = await to.read(to.of.pod)
    const quads = root?.acl === undefined ? undefined : await to.quads(root.acl)
    const owners = rulesIn(quads ?? []).filter((rule) => isOnOwnPod(rule, to.of.pod))
    if (ownersRules(owners, to.of.webId, to.of.pod, to.of.pod).length === 0)
      throw new ConnectorError('move-not-allowed')
    return new RuleMover(from, to, conditions, owners, now)
  }

  /**
   * @param path of what is ruled, below the pod.
   * @param acl where its rules are, on the other side.
   * @param live what the ACL document of the one side says; undefined where there is none.
   * @param waiting what an earlier move left.
   */
  async place(
    path: string,
    target: string,
    acl: string | undefined,
    live: readonly Quad[] | undefined,
    waiting: readonly Waiting[],
  ): Promise<void> {
    const rules = live ? rulesIn(live) : []
    const wanted = await this.wanted(path, rules, waiting)
    if (!live && wanted.length === 0) return
    if (acl === undefined) {
      for (const { rule, source } of wanted) this.say(path, rule, 'refused', source)
      return
    }
    let there = await this.to.quads(acl)
    if (!there) {
      there = ownersRules(this.owners, this.to.of.webId, this.to.of.pod, target)
        .flatMap(({ quads }) => quads)
        .filter((it, at, all) => all.findIndex((other) => other.equals(it)) === at)
      // First of all: what is above reaches in until there is one.
      await this.to.replace(acl, 'text/turtle', turtle(there))
    }
    for (const { rule, made, source, done, hasServed } of wanted) {
      const added = addedTo(acl, there, [made])
      if (added.length === 0) {
        this.say(path, rule, 'already-there', source)
        continue
      }
      if (hasServed) {
        this.say(path, rule, 'withdrawn', source)
        continue
      }
      const all: readonly Quad[] = [...there, ...added]
      try {
        await this.to.replace(acl, 'text/turtle', turtle(all))
        there = all
        this.say(path, rule, done, source)
      } catch (error) {
        if (!(error instanceof ConnectorError) || error.code !== 'server-refused') throw error
        this.say(path, rule, 'refused', source)
      }
    }
  }

  /** What an earlier move left on what is no longer there. */
  noPlace(path: string, rule: Rule): void {
    this.say(path, rule, 'no-place', 'archive')
  }

  private async wanted(path: string, rules: readonly Rule[], waiting: readonly Waiting[]) {
    const wanted: Made[] = []
    const all = [
      ...rules.map((rule) => ({ ...live, rule, of: this.from.of })),
      ...waiting.map((it) => ({ ...it, source: 'archive' as const })),
    ]
    for (const { rule, of, record, source, hasServed } of all) {
      const fate = this.isOfTemplate(path, rule)
        ? 'of-server'
        : fateOf(rule, of.webId, this.conditions, this.now)
      if (fate !== 'create') {
        this.say(path, rule, fate, source)
        continue
      }
      const standing = await this.standing(rule, of, record)
      const made = relocatedRule(rule, of, this.to.of, standing === 'given')
      if (standing === 'withdrawn' || !made)
        this.say(path, rule, standing === 'withdrawn' ? standing : 'refused', source)
      else wanted.push({ rule, made, source, done: source === 'live' ? 'made' : 'restored', hasServed })
    }
    return wanted
  }

  /** Stock servers make a pod whose list anybody reads, ours do not: nobody has agreed to it. */
  private isOfTemplate(path: string, { quads, agents, modes, conditions }: Rule): boolean {
    return (
      path === '' &&
      isTraboule(this.conditions) &&
      agents.join() === `${FOAF}Agent` &&
      modes.join() === 'Read' &&
      conditions.length === 0 &&
      !quads.some(({ predicate }) => predicate.value === `${ACL}default`)
    )
  }

  /** Of the consent that a rule cites: where the other pod has a record of it, and as it was when the one was left. */
  private async standing(
    rule: Rule,
    of: Waiting['of'],
    kept: string | undefined,
  ): Promise<'given' | 'withdrawn' | 'missing'> {
    if (rule.record === undefined) return 'missing'
    const before = kept === undefined ? undefined : await this.from.quads(kept)
    if (before && isWithdrawn(before)) return 'withdrawn'
    if (!isTraboule(this.conditions)) return 'missing'
    const there = await this.to.quads(moved(rule.record, of, this.to.of))
    if (!there) return 'missing'
    return isWithdrawn(there) ? 'withdrawn' : 'given'
  }

  private say(path: string, rule: Rule, outcome: RuleOutcome, source: 'live' | 'archive'): void {
    const { agents, modes, conditions, notAfter } = rule
    this.moved.push({ path, outcome, agents, modes, conditions, ...(notAfter ? { notAfter } : {}) })
    const stays = outcome === 'not-advertised' || outcome === 'refused' || outcome === 'ended'
    // What comes from an archive stays in that one.
    if (source === 'live' && stays) this.left.push(archived(path, rule))
  }
}

/** A rule, as it is on the one side and would be on the other. */
interface Made {
  readonly rule: Rule
  readonly made: Rule
  readonly source: 'live' | 'archive'
  readonly done: 'made' | 'restored'
  readonly hasServed: boolean
}

const live = { record: undefined, source: 'live', hasServed: false } as const

const isOnOwnPod = ({ quads }: Rule, pod: string): boolean =>
  quads.some(({ predicate, object }) => predicate.value === `${ACL}accessTo` && object.value === pod)

const isWithdrawn = (quads: readonly Quad[]): boolean =>
  quads.some(
    ({ predicate, object }) => predicate.value === `${RDF}type` && object.value === `${DPV}ConsentWithdrawn`,
  )
