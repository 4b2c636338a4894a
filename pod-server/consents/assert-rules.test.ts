import { BasicRepresentation } from '@solid/community-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { TestGrants } from '../agent/testing/TestGrants.ts'
import type { Commit } from '../engine/PodEngine.ts'
import { oneCommit } from '../storage/commit-unit.ts'

let test: TestGrants
let pod: string
let count = 0
const bob = { agent: { webId: 'https://ex.example/bob' } }
const carol = { agent: { webId: 'https://ex.example/carol' } }

beforeAll(async () => {
  test = await TestGrants.open()
})
afterAll(async () => test?.[Symbol.asyncDispose]())
beforeEach(async () => {
  count += 1
  pod = await test.pod(`pod${count}`)
})

/** Something is committed first, of what is decided at the same time. */
const overtaken = (by: () => Promise<unknown>) => {
  const { engine } = test.test
  const commit = engine.commit.bind(engine)
  return vi.spyOn(engine, 'commit').mockImplementationOnce(async (late: Commit) => {
    await by()
    return commit(late)
  })
}
/** Bob may write there, and no more; Carol has Control too. */
const open = (place: string, change = (rules: string) => rules) => {
  const may = (who: string, modes: string) =>
    `[] a acl:Authorization; acl:agent <https://ex.example/${who}>; acl:accessTo <${place}>; acl:mode ${modes}.`
  return test.rewrite(
    place,
    (rules) =>
      `${change(rules)}\n${may('bob', 'acl:Read, acl:Write')} ${may('carol', 'acl:Write, acl:Control')}`,
  )
}

describe('what a grant has opened', () => {
  const remove = (who: typeof bob, url: string) =>
    test.as(who, url, () => test.test.store.deleteResource({ path: url }))
  const inForce = { statusCode: 409, errorCode: 'grant-in-force' }

  it('is deleted by who has Control, and by nobody else until the grant is withdrawn', async () => {
    for (const who of [bob, carol]) {
      const { container, grant } = await test.connect(pod, `bank${who === bob ? 1 : 2}`)
      await open(container)
      const before = await test.rulesOf(container)
      await expect(remove(bob, container)).rejects.toMatchObject(inForce)
      expect(await test.rulesOf(container)).toBe(before)
      if (who === bob) expect(await test.withdraw(pod, grant)).toBe(true)
      await remove(who, container)
      expect(await test.rulesOf(container)).toBeUndefined()
    }
  })

  it('is deleted once the grant is over, by itself, or by the server', async () => {
    const [one, other] = [await test.connect(pod, 'bank1'), await test.connect(pod, 'bank2')]
    const ends = (until: string) => (rules: string) =>
      `${rules} <#grant-${one.grant}> acl:condition [ a tb:ValidityCondition; tb:notAfter "${until}"^^xsd:dateTime ].`
    await open(one.container, ends('2999-01-01T00:00:00Z'))
    await expect(remove(bob, one.container)).rejects.toMatchObject(inForce)
    await open(one.container, ends('2020-01-01T00:00:00Z'))
    await remove(bob, one.container)
    await test.test.store.deleteResource({ path: other.container })
    expect(await test.rulesOf(other.container)).toBeUndefined()
  })

  it('is deleted where rules are left of a grant that was withdrawn', async () => {
    const { container, grant } = await test.connect(pod, 'bank1')
    await open(container)
    const rules = (await test.rulesOf(container)) ?? ''
    await test.withdraw(pod, grant)
    await test.rewrite(container, () => rules)
    await remove(bob, container)
    expect(await test.rulesOf(container)).toBeUndefined()
  })

  it('is that alone which its record names: not a copy of its rules, nor where an app is in as everywhere', async () => {
    const { container } = await test.connect(pod, 'bank1')
    const [copy, note] = [`${pod}notes/copy/`, `${pod}notes/note.ttl`]
    await test.test.make(test.test.addresses.path(copy))
    await test.test.put(test.test.addresses.path(note), '<#a> <#b> 1 .')
    for (const place of [copy, note]) await test.rule(place)
    const rules = (await test.rulesOf(container))?.replaceAll(container, copy) ?? ''
    await test.letIn(pod)
    await open(copy, () => rules)
    await open(note)
    expect(rules).toContain(`${pod}consents/`)
    expect(await test.rulesOf(note)).toContain(`${pod}consents/`)
    for (const place of [copy, note]) await remove(bob, place)
    await open(container)
    await expect(remove(bob, container)).rejects.toMatchObject(inForce)
  })

  it('is not deleted by what was decided before it was opened', async () => {
    const place = `${pod}data/bank/bank1/`
    await test.test.make(test.test.addresses.path(place))
    await open(pod, (rules) => rules)
    overtaken(() => test.connect(pod, 'bank1'))
    await expect(remove(bob, place)).rejects.toMatchObject({ name: 'AccessChanged' })
    await expect(remove(bob, place)).rejects.toMatchObject(inForce)
  })
})

describe('rules that count on a group', () => {
  const place = () => `${pod}notes/`
  const write = (rule: string) => {
    const acl = { path: `${place()}.acl` }
    const text = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
      <#some> a acl:Authorization; acl:accessTo <./>; acl:mode acl:Read; ${rule}.`
    return test.test.store.setRepresentation(acl, new BasicRepresentation(text, 'text/turtle'))
  }
  const condition = (kind: string) =>
    `acl:agent <https://ex.example/bob>; acl:condition [ a acl:${kind}Condition; acl:${kind.toLowerCase()}Group <groups.ttl#some> ]`
  const ofAgents = 'acl:agentGroup <groups.ttl#some>'
  const refused = { statusCode: 409, errorCode: 'own-groups' }

  it.each([
    ['agents', ofAgents],
    ['apps', condition('Client')],
    ['issuers', condition('Issuer')],
  ])('of %s in the pod itself are not made while an app is let in, and are afterwards', async (_, rule) => {
    const id = await test.letIn(pod)
    await expect(write(rule)).rejects.toMatchObject(refused)
    const byTheServer = oneCommit(test.test.engine, {}, () => write(rule))
    await expect(byTheServer).rejects.toMatchObject(refused)
    expect(await test.rulesOf(place())).toBeUndefined()
    await test.withdraw(pod, id)
    await write(rule)
    await expect(test.letIn(pod)).rejects.toMatchObject({ code: 'own-groups' })
  })

  it.each(['https://groups.example/all#some', 'profile/card#friends', 'consents/x#some'])(
    'that no app writes are made all the same: %s',
    async (group) => {
      await test.letIn(pod)
      await write(`acl:agentGroup <${new URL(group, pod)}>`)
      expect(await test.rulesOf(place())).toContain(new URL(group, pod).href)
    },
  )

  it('are made once the app is in no more by itself', async () => {
    await test.letIn(pod)
    await test.rewrite(pod, (rules) => rules.replace(/(notAfter ")[^"]*/, '$12020-01-01T00:00:00Z'))
    await write(ofAgents)
    expect(await test.rulesOf(place())).toContain('groups.ttl')
  })

  it('stay as they were where a grant beside them is taken out', async () => {
    const { container, grant } = await test.connect(pod, 'bank1')
    await test.letIn(pod)
    // As a pod may come back from an older server.
    await test.rewrite(
      container,
      (rules) => `${rules} <#some> a acl:Authorization; acl:agentGroup <g.ttl#some> .`,
    )
    expect(await test.withdraw(pod, grant)).toBe(true)
    expect(await test.rulesOf(container)).toContain('g.ttl#some')
    expect(await test.rulesOf(container)).not.toContain(grant)
  })

  it('and an app that is let in at the same time: one comes second, and is refused', async () => {
    let first: Promise<unknown> = Promise.resolve()
    overtaken(() => (first = test.letIn(pod)))
    await expect(write(ofAgents)).rejects.toMatchObject(refused)
    await test.withdraw(pod, String(await first))

    overtaken(() => write(ofAgents))
    await expect(test.letIn(pod)).rejects.toMatchObject({ code: 'own-groups' })
    expect(await test.rulesOf(pod)).not.toContain('app.example')

    // Where there were rules already, which are not the app's to write in.
    await test.test.store.deleteResource({ path: `${place()}.acl` })
    const card = `${pod}profile/card`
    await test.test.put(test.test.addresses.path(card), '<#a> <#b> 1 .')
    await test.rule(card)
    overtaken(() => test.rewrite(card, (rules) => `${rules} <#some> a acl:Authorization; ${ofAgents}.`))
    await expect(test.letIn(pod)).rejects.toMatchObject({ code: 'own-groups' })
  })
})

describe('a rule with a condition', () => {
  const place = () => `${pod}notes/`
  const write = (text: string) =>
    test.test.store.setRepresentation(
      { path: `${place()}.acl` },
      new BasicRepresentation(`@prefix acl: <http://www.w3.org/ns/auth/acl#>. ${text}`, 'text/turtle'),
    )
  const rule = (condition: string) => `<#own> a acl:Authorization; acl:agent <https://ex.example/bob>;
    acl:accessTo <./>; acl:mode acl:Read; acl:condition ${condition}.`
  const said = (name: string) => `<${name}> a acl:ClientCondition; acl:client <https://app.example/id>.`
  const refused = { statusCode: 409, errorCode: 'condition-elsewhere' }

  it.each(['<#own-client>', '<../.acl#own-client>', '<#said>, <https://c.example/#c>'])(
    'that is not in its document is not made: %s',
    async (condition) => {
      const text = `${rule(condition)} ${said('#said')}`
      await expect(write(text)).rejects.toMatchObject(refused)
      await expect(oneCommit(test.test.engine, {}, () => write(text))).rejects.toMatchObject(refused)
      expect(await test.rulesOf(place())).toBeUndefined()
    },
  )

  it.each([
    ['<#said>', said('#said')],
    ['<../.acl#said>', said('../.acl#said')],
    ['[ a acl:ClientCondition; acl:client <https://app.example/id> ]', ''],
  ])('that is, is made: %s', async (condition, beside) => {
    await write(`${rule(condition)} ${beside}`)
    expect(await test.rulesOf(place())).toContain('ClientCondition')
  })

  it('stays as it was where a grant beside it is taken out', async () => {
    const { container, grant } = await test.connect(pod, 'bank1')
    await test.rewrite(container, (rules) => `${rules} <#some> a acl:Authorization; acl:condition <#gone> .`)
    expect(await test.withdraw(pod, grant)).toBe(true)
    expect(await test.rulesOf(container)).toContain('#gone')
  })
})
