import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anyGrant,
  choices,
  type Grant,
  modesOf,
  numbersFrom,
  oneOf,
  type Who,
} from '../access/testing/model.ts'
import { type Asker, Askers, type Door, doors, keptBy, turtle } from './askers.ts'
import { type Given, Grants } from './given.ts'
import { insert } from './people.ts'

/** Each grant is asked by everybody, to read and to add, at both doors. */
const grantCount = 16
/** Of the grants, those whose time comes or ends while others are asked: they are asked again, to read. */
const timedEach = 4

let askers: Askers

beforeAll(async () => {
  askers = await Askers.open()
})
afterAll(async () => askers?.[Symbol.asyncDispose]())

const origins = {
  good: { origin: 'https://good.example' },
  evil: { origin: 'https://evil.example' },
  none: {},
}
const nobody = { agent: 'nobody', client: 'none', issuer: 'none' } as const

const modesIn = (header: string | null, whose: 'user' | 'public') =>
  (new RegExp(`${whose}="([^"]*)"`).exec(header ?? '')?.[1] ?? '').split(' ').filter(Boolean).sort()

interface Ruled {
  readonly document: string
  readonly grants: readonly Grant[]
  readonly origin: Who['origin']
  /** When a rule of it begins or ends, in UTC milliseconds, where that is soon. */
  readonly turn: number
}

/** When the last of the rules begins or ends, in UTC milliseconds. */
let latest = 0

/** Rules for a container of their own: of each choice each, in turns; one grant that is narrowed in one way, and one in any. */
async function ruled(n: number, random: () => number, ahead: number): Promise<Ruled> {
  const container = `${askers.alice.pod}table/${n}-${ahead}/`
  const wide = { client: 'any', issuer: 'any', validity: 'any', origin: 'any', reach: 'both' } as const
  const narrow = oneOf(Object.keys(wide) as (keyof typeof wide)[], random)
  const { [narrow]: _, ...fixed } = wide
  const subject = choices.subject[n % choices.subject.length] as Grant['subject']
  const mode = (['Read', 'Append', 'Write'] as const)[n % 3] as Grant['mode']
  const soon = Math.ceil(Date.now() / 1000) * 1000 + ahead
  latest = Math.max(latest, soon)
  const isTimed = n % timedEach === 0
  const timed =
    n % (2 * timedEach) === 0
      ? ({ validity: 'now', until: soon } as const)
      : ({ validity: 'to-come', from: soon } as const)
  const first = isTimed
    ? anyGrant(random, {
        ...wide,
        ...timed,
        subject: oneOf(['bob', 'everybody', 'somebody'], random),
        mode: 'Read',
      })
    : anyGrant(random, { ...fixed, subject, mode })
  const grants = isTimed ? [first] : [first, anyGrant(random)]
  const origin = oneOf(['good', 'evil', 'none'] as const, random)
  const document = `${container}a.ttl`
  await askers.alice.fetch(document, turtle('<#a> <#b> 1 .'))
  expect(await askers.rule(container, grants)).toBe(201)
  return { document, grants, origin, turn: soon }
}

it('who, with which client of which issuer, granted what, when, from where, at which door: as the model says', async () => {
  const random = numbersFrom(7)
  const wrong: unknown[] = []
  const seen = new Map<number, number>()
  let cases = 0
  const see = (what: object, got: unknown, meant: readonly unknown[]) => {
    if (!meant.some((it) => JSON.stringify(got) === JSON.stringify(it))) wrong.push({ ...what, got, meant })
  }
  const modesFor = ({ grants, origin }: Ruled, who: Asker['who']) =>
    [...new Set([...modesOf(grants, { ...who, origin }, Date.now(), true), ...keptBy(who)])].sort()

  /** While it is asked a rule may begin or end: what is meant before is as good as what is meant after. */
  const ask = async (
    it: Ruled,
    name: string,
    { fetch: as, who, refused }: Asker,
    door: Door,
    alsoAdds: boolean,
  ) => {
    const { document, grants, origin } = it
    const headers = { ...doors[door], ...origins[origin] }
    const what = { grants, name, door, origin }
    const before = [modesFor(it, who), modesFor(it, nobody)] as const
    const read = await as(document, { headers })
    const after = [modesFor(it, who), modesFor(it, nobody)] as const
    const mayRead = [before[0], after[0]].map((modes) => (modes.includes('read') ? 200 : refused))
    see({ ...what, to: 'read' }, read.status, mayRead)
    const said = read.headers.get('wac-allow')
    if (read.status === 200) {
      see({ ...what, to: 'be told' }, modesIn(said, 'user'), [before[0], after[0]])
      see({ ...what, to: 'be told of all' }, modesIn(said, 'public'), [before[1], after[1]])
    }
    const answers = [read.status]
    if (alsoAdds) {
      const { method = '', headers: typed, body = '' } = insert('<#a> <#b> 1 .')
      const add = await as(document, { method, body, headers: { ...(typed as object), ...headers } })
      const mayAdd = [after[0], modesFor(it, who)].map((modes) => (modes.includes('append') ? 205 : refused))
      see({ ...what, to: 'add' }, add.status, mayAdd)
      answers.push(add.status)
    }
    cases += answers.length
    for (const status of answers) seen.set(status, (seen.get(status) ?? 0) + 1)
    return read.status
  }
  const askAll = async (it: Ruled, alsoAdds = true) => {
    const read: number[] = []
    for (const [name, asker] of Object.entries(askers.all))
      for (const door of ['hot', 'css'] as const) read.push(await ask(it, name, asker, door, alsoAdds))
    return read
  }

  const timed: { readonly it: Ruled; readonly read: readonly number[] }[] = []
  for (let n = 0; n < grantCount; n += timedEach) {
    const some = Array.from({ length: timedEach }, (_, more) => n + more)
    await Promise.all(
      some.map(async (one) => {
        const isTimed = one % timedEach === 0
        // Whoever is slow asks for more of it, until all have asked before its time comes or ends.
        for (let ahead = 3000; ; ahead *= 2) {
          const it = await ruled(one, random, ahead)
          const read = await askAll(it)
          if (isTimed && Date.now() >= it.turn && ahead < 40_000) continue
          if (isTimed) timed.push({ it, read })
          break
        }
      }),
    )
  }
  const changed: boolean[] = []
  await expect.poll(() => Date.now(), { timeout: 60_000 }).toBeGreaterThan(latest)
  for (const { it, read } of timed) {
    const again = await askAll(it, false)
    changed.push(again.join() !== read.join())
  }
  expect(wrong).toEqual([])
  // Both a time that has come and one that is over.
  expect(changed.filter(Boolean).length).toBeGreaterThan(1)
  expect(cases).toBeGreaterThanOrEqual(400)
  for (const status of [200, 205, 401, 403]) expect(seen.get(status) ?? 0, `${status}`).toBeGreaterThan(10)
})

describe('of no sequence of grants, withdrawals, ends, edits and crashes', () => {
  /** UTC milliseconds of whole seconds. */
  const soon = () => Math.ceil(Date.now() / 1000) * 1000 + 1000
  const later = () => soon() + 600_000
  /** The step that is one: a start takes seconds. */
  const crash = 3
  const always = ['nobody', 'owner', 'home', 'budget', 'bob']

  it('comes a read that the model refuses', async () => {
    const random = numbersFrom(1)
    const grants = new Grants(askers)
    const wrong: unknown[] = []
    const etags = new Map<string, string>()
    /** Rules that cite what was withdrawn since. */
    let outdated: string | undefined

    const look = async (name: string, { fetch: as, who, refused }: Asker, door: Door) => {
      const may = () => modesOf(grants.model, { ...who, origin: 'none' }, Date.now(), true).includes('read')
      const before = may()
      const known = etags.get(name)
      const headers = { ...doors[door], ...(known ? { 'if-none-match': known } : {}) }
      const { status, headers: said } = await as(askers.document, { headers })
      const isRead = status === 200 || status === 304
      const etag = said.get('etag')
      if (isRead && etag) etags.set(name, etag)
      // While it was asked a grant may have ended.
      if (![before, may()].includes(isRead) || !(isRead || status === refused))
        wrong.push({ model: grants.model, name, door, status })
    }

    let grantMs = 0
    const give = async (to: Given['to'], isBrief = false) => {
      const since = performance.now()
      await (isBrief ? grants.giveBriefly(to) : grants.give(to, later()))
      grantMs = performance.now() - since
    }
    const read = { mode: 'Read', origin: 'any', reach: 'both' } as const
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      'to an app': () => give('app', oneOf([true, false], random)),
      'to a person': () => give('person', oneOf([true, false], random)),
      withdraw: async () => {
        const [one] = grants.given
        if (!one) return give('app')
        outdated = await grants.written()
        expect(await grants.withdraw(one)).toBe(204)
        expect(await grants.withdraw(one)).toBe(404)
      },
      edit: async () => expect(await grants.edit([anyGrant(random, read), anyGrant(random, read)])).toBe(205),
      lend: async () => expect(await grants.edit([anyGrant(random, { ...lent, until: soon() })])).toBe(205),
      'write what was': async () => {
        if (!outdated) return
        expect((await askers.alice.fetch(`${askers.container}.acl`, turtle(outdated))).status).toBe(409)
      },
      // At any moment while it is asked for, or right after.
      crash: async () => {
        const to = oneOf(['app', 'person'] as const, random)
        const standing = grants.given.find((it) => it.to === to)
        const asked = standing && random() < 0.5 ? standing : { to, until: later() }
        wrong.push(...(await grants.cut(asked, Math.random() * grantMs * 1.2)))
      },
    }
    const lent = { ...read, subject: 'bob', client: 'any', issuer: 'ours', validity: 'now' } as const
    const names = [
      'to an app',
      'to a person',
      'to a person',
      'withdraw',
      'withdraw',
      'edit',
      'lend',
      'write what was',
    ]
    const others = Object.keys(askers.all).filter((name) => !always.includes(name))
    for (const to of ['app', 'person'] as const) await give(to)
    for (let step = 0; step < 10; step++) {
      await steps[step === crash ? 'crash' : oneOf(names, random)]?.()
      for (const asking of [...always, oneOf(others, random)])
        for (const door of ['hot', 'css'] as const) await look(asking, askers.all[asking] as Asker, door)
    }
    expect(wrong).toEqual([])
    expect(await grants.edit([])).toBe(205)
    for (const one of grants.given) expect(await grants.withdraw(one)).toBe(204)
    for (const name of ['budget', 'bob']) await look(name, askers.all[name] as Asker, 'hot')
    expect(wrong).toEqual([])
  })

  it('does what is granted to a person for two seconds stay open for longer', async () => {
    const grants = new Grants(askers)
    const bob = askers.all['bob'] as Asker
    const until = await grants.giveBriefly('person')
    for (;;) {
      const asked = Date.now()
      const { status } = await bob.fetch(askers.document)
      if (status === 403) break
      expect([status, asked <= until]).toEqual([200, true])
    }
    expect(Date.now()).toBeGreaterThan(until)
  })
})
