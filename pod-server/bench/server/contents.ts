/** Turtle of so many observations, four triples each: a hundred bytes an observation. */
export function observations(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) =>
      `<#o${n}> a sosa:Observation; sosa:hasSimpleResult ${1000 + (n % 977)}; sosa:resultTime "2026-01-${String(1 + (n % 28)).padStart(2, '0')}T${String(n % 24).padStart(2, '0')}:00:00Z"^^xsd:dateTime; sosa:observedProperty <#p>.`,
  )
  return `@prefix sosa: <http://www.w3.org/ns/sosa/>.\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.\n${lines.join('\n')}\n`
}

export const small = observations(8)
export const middle = observations(130)
export const large = observations(1600)

/** An insert-only N3 Patch of one new triple. */
export const insertion = (n: number): string =>
  `@prefix solid: <http://www.w3.org/ns/solid/terms#>.
<> a solid:InsertDeletePatch; solid:inserts { <#added${n}> <http://x.example/p> "${n}". }.`

/** Rules that let everybody read a container and what is in it, and its owner do all. */
export const publicRules = (webId: string): string =>
  `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
<#owner> a acl:Authorization; acl:agent <${webId}>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write, acl:Control.
<#all> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read.`

/** Rules as a grant writes them: to one person, through clients of one kind and one issuer, until a moment. */
export const grantedRules = (webId: string, issuer: string): string =>
  `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
@prefix tb: <https://w3id.org/traboule/ns#>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
<#owner> a acl:Authorization; acl:agent <${webId}>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Control.
<#granted> a acl:Authorization; acl:agent <${webId}>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read;
  acl:condition [ a acl:ClientCondition; acl:clientClass tb:OwnCredentials ],
    [ a acl:IssuerCondition; acl:issuer <${issuer}> ],
    [ a tb:ValidityCondition; tb:notAfter "2099-01-01T00:00:00Z"^^xsd:dateTime ].`
