import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteCredentials, insert, logInAs, makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { slowly } from './slowly.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen

const turtle = { 'content-type': 'text/turtle' }
const there = '<#a> <#b> <#c> .\n'
/** The second leaves it to CSS (see parity.test.ts). */
const doors: readonly (readonly [string, Record<string, string>])[] = [
  ['the short way', {}],
  ['CSS', { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }],
]
const writes = doors.flatMap(([door, headers]) => [
  ['PUT', door, { ...headers, ...turtle }, there] as const,
  ['PATCH', door, { ...headers, 'content-type': 'text/n3' }, String(insert('<#late> tb:x 1').body)] as const,
])

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

/** A document that Bob may write, until a moment where it is given. */
async function shared(name: string, until?: number): Promise<string> {
  const container = `${alice.pod}${name}/`
  const put = (url: string, body: string) => alice.fetch(url, { method: 'PUT', headers: turtle, body })
  await put(`${container}d.ttl`, there)
  const end = new Date(until ?? 0).toISOString().replace('.000', '')
  const condition = `acl:condition [ a tb:ValidityCondition; tb:notAfter "${end}"^^xsd:dateTime ];`
  const rules = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix tb: <https://w3id.org/traboule/ns#>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
<#owner> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <./>; acl:default <./>;
  acl:mode acl:Read, acl:Write, acl:Control.
<#bob> a acl:Authorization; ${until === undefined ? '' : condition} acl:agent <${bob.webId}>;
  acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write.`
  expect((await put(`${container}.acl`, rules)).status).toBe(201)
  return `${container}d.ttl`
}

describe.each(writes)('%s by %s, whose body comes late', (method, door, headers, body) => {
  const name = `late-${method}-${door.replaceAll(' ', '-')}`

  it('is done, where nothing has ended', async () => {
    const url = await shared(name)
    const client = await bob.account.createCredentials('slow', bob.webId)
    const write = await slowly(server, client, method, url, headers, body)
    expect(await write.finish()).toBe(205)
  })

  it('is refused, where the rule is over that allowed it', async () => {
    const end = (Math.floor(Date.now() / 1000) + 2) * 1000
    const url = await shared(`${name}-rule`, end)
    const client = await bob.account.createCredentials('slow', bob.webId)
    const write = await slowly(server, client, method, url, headers, body)
    await expect.poll(async () => (await bob.fetch(url)).status, { timeout: 10_000 }).toBe(403)
    expect(await write.finish()).toBe(403)
    expect(await (await alice.fetch(url)).text()).toBe(there)
  })

  it('is refused, where the credentials were deleted that it came by', async () => {
    const url = await shared(`${name}-credentials`)
    const client = await bob.account.createCredentials('slow', bob.webId)
    const as = await logInAs(server, client.id, client.secret)
    const write = await slowly(server, client, method, url, headers, body)
    expect(await deleteCredentials(server, bob, client.resource)).toBe(200)
    expect((await as(url)).status).toBe(401)
    expect(await write.finish()).toBe(401)
    expect(await (await alice.fetch(url)).text()).toBe(there)
  })
})
