import { expect } from 'vitest'
import { LDP } from '#vocab/namespaces'
import { insert, type TestCitizen } from './people.ts'
import { status } from './scene.ts'

/** An app may read the notes, for a long time. */
const appRule = (pod: string, webId: string, client: string) =>
  `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix tb: <https://w3id.org/traboule/ns#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
<#it> a acl:Authorization; acl:agent <${webId}>; acl:accessTo <${pod}notes/>; acl:default <${pod}notes/>; acl:mode acl:Read;
  acl:condition <#c>, <#v>. <#c> a acl:ClientCondition; acl:client <${client}>.
<#v> a tb:ValidityCondition; tb:notAfter "2099-01-01T00:00:00Z"^^xsd:dateTime.`

/** Something of each kind that a pod may hold, and what an app may read of it. `client`: of the app. */
export async function fillPod({ fetch, pod, webId, account }: TestCitizen, client: string): Promise<void> {
  const put = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(`${pod}${path}`, { method: 'PUT', headers: { 'content-type': type }, body })
    expect([path, answer.status]).toEqual([path, 201])
  }
  await put('notes/a.ttl', 'text/turtle', '<#a> <#b> "à la main", <../data/>, [ <#c> [ <#d> 1 ] ], (1 [] 2).')
  await put('notes/absolute.nt', 'application/n-triples', `<${pod}notes/a.ttl#a> <${pod}p> <${webId}> .`)
  await put(
    'notes/it.jsonld',
    'application/ld+json',
    `{"@id":"#it","https://schema.org/about":{"@id":"${pod}notes/a.ttl"}}`,
  )
  await put(
    'notes/it.rdf',
    'application/rdf+xml',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="https://schema.org/">
<rdf:Description rdf:about="#it"><s:about rdf:resource="${pod}notes/a.ttl"/></rdf:Description></rdf:RDF>`,
  )
  await put('notes/it.nq', 'application/n-quads', `<${pod}notes/a.ttl#a> <${pod}p> <${webId}> .`)
  await put('notes/it.trig', 'application/trig', `<#a> <#of> <${pod}notes/a.ttl> .`)
  await put('notes/bill.pdf', 'application/pdf', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10]))
  await put('notes/%C3%A9t%C3%A9%20%26%20co/d%C3%A9j%C3%A0%20vu.ttl', 'text/turtle', '<> <#p> <#q>.')
  await put('notes/NoName', 'text/plain', 'rien')
  await put(
    'data/energy/mine/2026-01.ttl',
    'text/turtle',
    '<#m> a <https://w3id.org/traboule/ns#DayCurve>; <#of> <#n>.',
  )
  await put('data/health/mine/care.ttl', 'text/turtle', '<#care> <#of> <#me>.')
  await fetch(`${pod}notes/empty/`, {
    method: 'PUT',
    headers: { link: `<${LDP}BasicContainer>; rel="type"` },
  })
  expect(
    await status(
      fetch,
      `${pod}notes/a.ttl.meta`,
      insert(`<${pod}notes/a.ttl> <http://a.example/p> "described"`),
    ),
  ).toBe(205)
  expect(
    await status(fetch, `${pod}profile/card`, insert(`<${webId}> <http://xmlns.com/foaf/0.1/name> "Alice"`)),
  ).toBe(205)
  const own = await (await fetch(`${pod}.acl`)).text()
  const rules = own.replaceAll('<./>', `<${pod}notes/>`)
  await put('notes/.acl', 'text/turtle', `${rules}\n${appRule(pod, webId, client)}`)
  await account.agent('grants', { client_id: client, categories: ['bank'], pod, days: 365 })
}
