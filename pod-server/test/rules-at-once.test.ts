import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCitizen, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const put = (body: string): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'text/turtle' },
  body,
})
const patch = (inserts: string): RequestInit => ({
  method: 'PATCH',
  headers: { 'content-type': 'text/n3' },
  body: `@prefix solid: <http://www.w3.org/ns/solid/terms#>. <> a solid:InsertDeletePatch; solid:inserts { ${inserts} }.`,
})
const rules = (n: number) => `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
  <#p${n}> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <w.ttl>;
    acl:mode acl:Read, acl:Write, acl:Control.`
const acl = (box: string) => `${alice.pod}${box}/w.ttl.acl`
const refused = async (work: readonly Promise<Response>[]) =>
  (await Promise.all(work)).filter(({ ok }) => !ok).map(({ status }) => status)
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n)

describe('of those who may', () => {
  it('20 replace the rules of a document at once', async () => {
    expect(await refused(upTo(20).map((n) => alice.fetch(acl('put'), put(rules(n)))))).toEqual([])
  })

  it('20 add to the rules of a document at once, and none is lost', async () => {
    await alice.fetch(acl('patch'), put(rules(0)))
    const adding = upTo(20).map((n) => alice.fetch(acl('patch'), patch(`<#z${n}> <#is> ${n}`)))
    expect(await refused(adding)).toEqual([])
    const text = await (
      await alice.fetch(acl('patch'), { headers: { accept: 'application/n-triples' } })
    ).text()
    expect(text.match(/#is>/g)).toHaveLength(20)
  })

  it('20 replace rules and 20 write what they are about', async () => {
    const writing = upTo(40).map((n) =>
      n % 2
        ? alice.fetch(acl('mix'), put(rules(n)))
        : alice.fetch(`${alice.pod}mix/w.ttl`, put(`<#a> <#b> ${n} .`)),
    )
    expect(await refused(writing)).toEqual([])
  })

  it('20 replace the rules of a container and 20 write documents below it, which share nothing else', async () => {
    const own = await (await alice.fetch(`${alice.pod}.acl`)).text()
    const box = `${alice.pod}inherited/`
    const container = own.replaceAll(`<${alice.pod}>`, `<${box}>`).replaceAll('<./>', `<${box}>`)
    await alice.fetch(`${box}.acl`, put(container))
    const writing = upTo(40).map((n) =>
      n % 2
        ? alice.fetch(`${box}.acl`, put(`${container}\n# ${n}`))
        : alice.fetch(`${box}${n}.ttl`, put(`<#a> <#b> ${n} .`)),
    )
    expect(await refused(writing)).toEqual([])
  })
})

describe('rules that nothing could be decided by', () => {
  it.each([
    [
      'of too many triples',
      (n: number) => `<#z> <#is> ${Array.from({ length: n }, (_, at) => at).join()} .`,
      19_990,
      20_010,
    ],
    ['of too many bytes', (n: number) => `#${'x'.repeat(n)}`, 1_000_000, 1_050_000],
  ])('are not written: %s', async (_, more, few, many) => {
    const write = (n: number) => alice.fetch(acl('large'), put(`${rules(0)}\n${more(n)}`))
    expect((await write(few)).ok).toBe(true)
    const answer = await write(many)
    expect([answer.status, await answer.json()]).toMatchObject([413, { errorCode: 'rules-too-large' }])
    // Whoever has written them may still.
    expect((await alice.fetch(acl('large'), put(rules(0)))).ok).toBe(true)
  })
})
