import { describe, expect, it } from 'vitest'
import { ACL, DPV, TB } from '#vocab/namespaces'
import { move } from './move.ts'
import { isWhole, reportText } from './report.ts'
import { PodEdge } from './testing/PodEdge.ts'

const ours = [`${ACL}ClientCondition`, `${ACL}IssuerCondition`, `${TB}ValidityCondition`]
const at = new Date('2026-11-26T00:00:00Z')
const signal = new AbortController().signal
const run = (from: PodEdge, to: PodEdge, more: object = {}) => move(from.of, to.of, { at, signal, ...more })
const outcomes = (report: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(report.documents.map(({ path, outcome }) => [path, outcome]))

/** A rule for an app, on a folder, that cites a consent record. */
const appRule = ({ of }: PodEdge, path: string, id: string) => `@prefix acl: <${ACL}>. @prefix tb: <${TB}>.
<#grant-${id}> a acl:Authorization, tb:GrantRule; acl:agent <${of.webId}>; acl:accessTo <${of.pod}${path}>; acl:mode acl:Read;
  tb:consentRecord <${of.pod}consents/${id}>; acl:condition <#c>. <#c> a acl:ClientCondition; acl:client <https://app.example/id>.`

describe('a move', () => {
  it('takes along what has rules of its own, whatever it is made of: they are there first', async () => {
    const [from, to] = [new PodEdge('a.example'), new PodEdge('b.example')]
    from.say('it.jsonld', '{"@id":"#it"}', 'application/ld+json')
    from.say('it.jsonld.acl', '')
    from.say('bill.pdf', '%PDF', 'application/pdf')
    from.say('bill.pdf.acl', '')
    const report = await run(from, to)
    expect(outcomes(report)).toEqual({ 'bill.pdf': 'copied', 'it.jsonld': 'copied' })
    expect(to.documents.get(`${to.of.pod}it.jsonld`)).toEqual({
      type: 'application/ld+json',
      body: '{"@id":"#it"}',
    })
    expect(to.written.indexOf('bill.pdf.acl')).toBeLessThan(to.written.lastIndexOf('bill.pdf'))
    expect(to.body('bill.pdf.acl')).toContain(to.of.webId)
    expect(isWhole(report)).toBe(true)
  })

  it('goes on where it was interrupted, and tells what a server refuses', async () => {
    const [from, to] = [new PodEdge('a.example'), new PodEdge('b.example')]
    for (const name of ['a', 'b', 'c']) from.say(`${name}.ttl`, `<> <#name> "${name}".`)
    to.faults.set(`${to.of.pod}b.ttl`, 403)
    await expect(run(from, to)).rejects.toMatchObject({ code: 'move-not-allowed' })
    to.faults.set(`${to.of.pod}b.ttl`, 422)
    const report = await run(from, to)
    expect(report.documents.find(({ path }) => path === 'b.ttl')).toMatchObject({
      outcome: 'refused',
      code: 'server-refused',
    })
    expect(isWhole(report)).toBe(false)
    expect(reportText(report, 'en')).toMatch(/Refused by a server: 1\n {4}b.ttl \[server-refused\]/)
    expect(Object.values(outcomes(await run(from, to)))).not.toContain('refused')
    expect(to.body('b.ttl')).toBe('<> <#name> "b".')
  })

  it('is stopped by whoever began it', async () => {
    const stopped = AbortSignal.abort()
    await expect(
      run(new PodEdge('a.example'), new PodEdge('b.example'), { signal: stopped }),
    ).rejects.toMatchObject({
      code: 'interrupted',
    })
  })
})

it('keeps what stands beside a media type, which a server says in the description too', async () => {
  const [from, to] = [new PodEdge('a.example'), new PodEdge('b.example')]
  from.say('old.txt', 'bonjour', 'text/plain; charset=iso-8859-1')
  from.say(
    'old.txt.meta',
    `<old.txt> <urn:npm:solid:community-server:http:contentTypeParameter> [ <http://www.w3.org/2000/01/rdf-schema#label> "charset"; <https://schema.org/value> "iso-8859-1" ].`,
  )
  const report = await run(from, to)
  expect(outcomes(report)).toEqual({ 'old.txt': 'copied' })
  expect(isWhole(report)).toBe(true)
  expect(to.documents.get(`${to.of.pod}old.txt`)?.type).toBe('text/plain; charset=iso-8859-1')
})

describe('addresses of the old pod', () => {
  const moved = async (body: string, type: string, inTurtle?: (of: PodEdge) => string) => {
    const [from, to] = [new PodEdge('a.example'), new PodEdge('b.example')]
    const here = (text: string) => text.replaceAll('POD/', from.of.pod)
    from.say('it', here(body), type)
    if (inTurtle) from.inTurtle.set(`${from.of.pod}it`, inTurtle(from))
    const report = await run(from, to)
    return { report, outcome: outcomes(report)['it'], there: to.documents.get(`${to.of.pod}it`) }
  }
  const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://e.example/">
<rdf:Description rdf:about="#it"><ex:of rdf:resource="POD/bank/a"/></rdf:Description></rdf:RDF>`

  it('are those of the new one in RDF/XML too, which is then Turtle', async () => {
    const turtle = ({ of }: PodEdge) => `<${of.pod}it#it> <http://e.example/of> <${of.pod}bank/a>.`
    const { outcome, there } = await moved(xml, 'application/rdf+xml', turtle)
    expect([outcome, there?.type]).toEqual(['copied', 'text/turtle'])
    expect(there?.body).toContain('https://b.example/alice/bank/a')
    expect(there?.body).not.toContain('a.example')
  })

  it.each(['application/n-quads', 'application/trig'])(
    'are those of the new one in %s too, in the names of graphs as well',
    async (type) => {
      const quads = (dot: string) =>
        type === 'application/trig'
          ? `<POD/g> { <POD/it#a> <http://e.example/of> <POD/bank/a> }`
          : `<POD/it#a> <http://e.example/of> <POD/bank/a> <POD/g> ${dot}\n`
      const { outcome, there } = await moved(quads('.'), type)
      expect([outcome, there?.type]).toEqual(['copied', type])
      const names = there?.body.match(/https:\/\/[^>\s]+/g) ?? []
      expect(names.filter((it) => it.includes('b.example')).map((it) => it.replace(/^.*alice/, ''))).toEqual(
        type === 'application/trig' ? ['/g', '/it#a', '/bank/a'] : ['/it#a', '/bank/a', '/g'],
      )
      expect(there?.body).not.toContain('a.example')
    },
  )

  it('stay in what the old server does not read for us, and in what is no RDF: each is named', async () => {
    for (const [body, type] of [
      [xml, 'application/rdf+xml'],
      ['<a href="POD/bank/a">', 'text/html'],
    ] as const) {
      const { report, outcome, there } = await moved(body, type)
      expect([outcome, there?.type]).toEqual(['points-back', type])
      expect(there?.body).toContain('https://a.example/alice/bank/a')
      expect(reportText(report, 'en')).toMatch(/with addresses of the old pod in them: 1\n {4}it\n/)
      expect(isWhole(report)).toBe(true)
    }
  })

  it('are in nothing that says none', async () => {
    expect((await moved('<a href="https://c.example/">', 'text/html')).outcome).toBe('copied')
    expect((await moved('<http://e.example/a> <http://e.example/of> 1 .', 'application/trig')).outcome).toBe(
      'copied',
    )
  })
})

it('of folders that our servers keep for themselves loses nothing: it is in the archive', async () => {
  const [from, to] = [new PodEdge('a.example'), new PodEdge('b.example', ours)]
  from.say('receipts/2024.pdf', '%PDF', 'application/pdf')
  from.say('log/diary.ttl', '<#day> <#was> "fine".')
  const report = await run(from, to)
  expect(outcomes(report)).toEqual({ 'receipts/2024.pdf': 'archived', 'log/diary.ttl': 'archived' })
  expect(to.body('archive/a.example-alice/receipts/2024.pdf')).toBe('%PDF')
  expect(to.body('archive/a.example-alice/log/diary.ttl.nt')).toContain('"fine"')
  expect(to.body('receipts/2024.pdf')).toBeUndefined()
  expect(isWhole(report)).toBe(true)
})

it('to a server of ours leaves behind that anybody lists the pod, which its old server had chosen', async () => {
  const [from, to] = [new PodEdge('a.example'), new PodEdge('b.example', ours)]
  const everybody = (path: string) =>
    `<#public> a <${ACL}Authorization>; <${ACL}agentClass> <http://xmlns.com/foaf/0.1/Agent>; <${ACL}accessTo> <${from.of.pod}${path}>; <${ACL}mode> <${ACL}Read>.`
  from.say('.acl', `${from.body('.acl')} ${everybody('')}`)
  from.say('open/doc.ttl', '<> <#p> 1.')
  from.say('open/.acl', everybody('open/'))
  const { rules } = await run(from, to)
  expect(rules.map(({ path, outcome }) => [path, outcome])).toEqual([
    ['', 'of-owner'],
    ['', 'of-server'],
    ['open/', 'made'],
  ])
  expect(to.body('.acl')).not.toContain('foaf/0.1/Agent')
})

describe('rules that waited', () => {
  /** A pod of ours that went to a server that knows no conditions. */
  async function away(): Promise<PodEdge> {
    const [from, to] = [new PodEdge('a.example', ours), new PodEdge('b.example')]
    for (const [path, id] of [
      ['x/', '1'],
      ['y/', '2'],
      ['z/', '3'],
    ] as const) {
      from.say(`${path}doc.ttl`, '<> <#p> 1.')
      from.say(`${path}.acl`, appRule(from, path, id))
      const withdrawn = id === '2' ? `<#w> a <${DPV}ConsentWithdrawn>.` : ''
      from.say(`consents/${id}`, `<> a <${DPV}ConsentRecord>. ${withdrawn}`)
    }
    const report = await run(from, to)
    expect(report.rules.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['', 'of-owner'],
      ['x/', 'not-advertised'],
      ['y/', 'not-advertised'],
      ['z/', 'not-advertised'],
    ])
    for (const path of ['x/', 'y/', 'z/']) expect(to.body(`${path}.acl`)).not.toContain('app.example')
    return to
  }

  it('come back on return, but for those withdrawn, and those on what is gone; none cites a record that is not there', async () => {
    const there = await away()
    for (const path of ['z/doc.ttl', 'z/.acl', 'z/']) there.documents.delete(there.of.pod + path)
    const again = new PodEdge('c.example', ours)
    const report = await run(there, again)
    const of = (path: string) => report.rules.filter((it) => it.path === path && it.outcome !== 'of-owner')
    expect(of('x/')).toMatchObject([{ outcome: 'restored' }])
    expect(of('y/')).toMatchObject([{ outcome: 'withdrawn' }])
    expect(of('z/')).toMatchObject([{ outcome: 'no-place' }])
    expect(again.body('x/.acl')).toMatch(/app\.example/)
    expect(again.body('x/.acl')).not.toContain('consentRecord')
    expect(again.body('y/.acl')).not.toContain('app.example')
    // And once more: nothing is written twice.
    const before = again.written.length
    expect(
      (await run(there, again)).rules.find(
        ({ path, outcome }) => path === 'x/' && outcome === 'already-there',
      ),
    ).toBeDefined()
    expect(again.written.slice(before)).toEqual([])
  })

  it('do not come back a second time: what is gone since, the citizen has ended', async () => {
    const there = await away()
    const again = new PodEdge('c.example', ours)
    await run(there, again)
    const end = () => again.say('x/.acl', `${there.body('x/.acl')}`.replaceAll('b.example', 'c.example'))
    end()
    const of = (report: Awaited<ReturnType<typeof run>>) =>
      report.rules.filter(({ path, outcome }) => path === 'x/' && outcome !== 'of-owner')
    expect(of(await run(there, again))).toMatchObject([{ outcome: 'withdrawn' }])
    expect(again.body('x/.acl')).not.toContain('app.example')
    // Nor on a third server, whatever lies between.
    for (const onward of [
      [new PodEdge('d.example', ours)],
      [new PodEdge('s.example'), new PodEdge('e.example', ours)],
    ]) {
      let from = again
      for (const to of onward) {
        expect(of(await run(from, to))).toEqual([])
        from = to
      }
      expect(from.body('x/.acl') ?? '').not.toContain('app.example')
      expect(
        [...from.documents.keys()].filter((url) => /\/archive\/.*\/rules-[0-9a-f]{16}\.json$/.test(url)),
      ).not.toEqual([])
    }
  })

  it('and that were all ended before the second departure are none any more', async () => {
    const [from, to] = [new PodEdge('a.example', ours), new PodEdge('b.example')]
    from.say('x/doc.ttl', '<> <#p> 1.')
    from.say('x/.acl', appRule(from, 'x/', '1').replace(/tb:consentRecord <[^>]*>; /, ''))
    await run(from, to)
    from.say('x/.acl', '')
    await run(from, to)
    const again = new PodEdge('c.example', ours)
    expect((await run(to, again)).rules.every(({ outcome }) => outcome === 'of-owner')).toBe(true)
    expect(again.body('x/.acl') ?? '').not.toContain('app.example')
  })

  it('are none of a server of ours, whoever has written there that they waited', async () => {
    const from = new PodEdge('a.example', ours)
    from.say('notes/doc.ttl', '<> <#p> 1.')
    const rule = ['a', 'agentClass', 'accessTo', 'mode'].map(
      (it, at) =>
        `<${from.of.pod}notes/.acl#x> <${it === 'a' ? 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' : ACL + it}> <${[`${ACL}Authorization`, 'http://xmlns.com/foaf/0.1/Agent', `${from.of.pod}notes/`, `${ACL}Control`][at]}> .`,
    )
    const { pod, webId, issuer } = from.of
    const list = {
      format: 1,
      pod,
      webId,
      issuer,
      left: '',
      rules: [{ path: 'notes/', rule: rule.join('\n') }],
    }
    from.say('archive/evil/rules.json', JSON.stringify(list), 'application/json')
    const [stock, again] = [new PodEdge('s.example'), new PodEdge('c.example', ours)]
    for (const [one, other] of [
      [from, stock],
      [stock, again],
    ] as const) {
      expect((await run(one, other)).rules.every(({ outcome }) => outcome === 'of-owner')).toBe(true)
      expect(other.body('notes/.acl') ?? '').not.toContain('foaf/0.1/Agent')
    }
  })

  it('that somebody has written into the archive are none, where they are no rules', async () => {
    const there = await away()
    const [path = ''] = [...there.documents.keys()].filter((url) => url.endsWith('rules.json'))
    for (const text of ['{', '{"format":1}', '{"format":1,"pod":"x","webId":"x","issuer":"x","rules":[]}']) {
      there.documents.set(path, { type: 'application/json', body: text })
      const again = new PodEdge('c.example', ours)
      const report = await run(there, again)
      expect(report.rules.every(({ outcome }) => outcome === 'of-owner')).toBe(true)
    }
  })
})
