/** The rules of DESIGN §7 in a few lines, for the tests that hold the server to them. It shares no code with it. */

export const choices = {
  subject: ['alice', 'bob', 'everybody', 'somebody', 'friends', 'no-one'],
  mode: ['Read', 'Append', 'Write', 'Control'],
  client: ['any', 'any', 'budget', 'group', 'home', 'own', 'public', 'malformed'],
  issuer: ['any', 'any', 'ours', 'other', 'group', 'public', 'malformed'],
  validity: ['any', 'any', 'over', 'now', 'to-come', 'malformed'],
  origin: ['any', 'any', 'good'],
  extra: ['none', 'none', 'unsupported'],
  reach: ['both', 'both', 'accessTo', 'default'],
} as const

export type Grant = { readonly [K in keyof typeof choices]: (typeof choices)[K][number] } & {
  /** UTC milliseconds of `now`: its last second. */
  readonly until?: number
  /** UTC milliseconds at which what is `to-come` begins. */
  readonly from?: number
}

export interface Who {
  readonly agent: 'alice' | 'bob' | 'carol' | 'nobody'
  /** `registered`: one that registered itself, which is none to any rule. */
  readonly client: 'budget' | 'home' | 'own' | 'other' | 'registered' | 'none'
  readonly issuer: 'ours' | 'other' | 'none'
  readonly origin: 'good' | 'evil' | 'none'
}

/** Where the words of a grant stand for what. */
export interface World {
  readonly alice: string
  readonly bob: string
  readonly budget: string
  readonly ours: string
  readonly other: string
  /** A document of groups: `#friends` has Bob, `#apps` has the budget app, `#issuers` has ours. */
  readonly groups: string
}

export const over = Date.UTC(2020, 0, 1)
export const toCome = Date.UTC(2099, 0, 1)

/** Whether a grant opens something to somebody at a time; `inherited`: by the rules of a container above it. */
export function opens(grant: Grant, who: Who, now: number, inherited: boolean): boolean {
  const { subject, client, issuer, validity, origin, reach } = grant
  const agent = {
    alice: ['alice'],
    bob: ['bob'],
    friends: ['bob'],
    somebody: ['alice', 'bob', 'carol'],
    'no-one': [],
  }
  const isAgent = subject === 'everybody' || (agent[subject] as string[]).includes(who.agent)
  const isClient =
    client === 'any' ||
    (client === 'public'
      ? !['registered', 'none'].includes(who.client)
      : who.client === (client === 'group' ? 'budget' : client))
  const isIssuer =
    issuer === 'any' ||
    (who.issuer !== 'none' && (issuer === 'public' || who.issuer === (issuer === 'group' ? 'ours' : issuer)))
  const [from, until] = {
    any: [-Infinity, Infinity],
    over: [-Infinity, over],
    now: [over, grant.until ?? toCome],
    'to-come': [grant.from ?? toCome, Infinity],
    malformed: [Infinity, -Infinity],
  }[validity] as [number, number]
  const isTime = from <= now && now <= until
  const isOrigin = origin === 'any' || who.origin === origin
  const isReached = reach === 'both' || reach === (inherited ? 'default' : 'accessTo')
  return isAgent && isClient && isIssuer && isTime && isOrigin && isReached
}

/** What all grants together give, in order. */
export function modesOf(grants: readonly Grant[], who: Who, now: number, inherited: boolean): string[] {
  const given = grants.filter((it) => opens(it, who, now, inherited)).map(({ mode }) => mode.toLowerCase())
  return [...new Set(given.includes('write') ? [...given, 'append'] : given)].sort()
}

const prefixes = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.
@prefix tb: <https://w3id.org/traboule/ns#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.\n`

/** An ACL document that says the grants about a container. */
export const aclOf = (grants: readonly Grant[], container: string, world: World, more = ''): string =>
  prefixes + grants.map((grant, n) => ruleOf(grant, n, container, world)).join('') + more

function ruleOf(grant: Grant, n: number, container: string, world: World): string {
  const { subject, client, issuer, validity, origin, extra, reach, mode } = grant
  const agent = {
    alice: `acl:agent <${world.alice}>`,
    bob: `acl:agent <${world.bob}>`,
    everybody: 'acl:agentClass foaf:Agent',
    somebody: 'acl:agentClass acl:AuthenticatedAgent',
    friends: `acl:agentGroup <${world.groups}#friends>`,
    'no-one': 'acl:agent "nobody"',
  }[subject]
  const conditions = [
    {
      any: '',
      budget: `a acl:ClientCondition; acl:client <${world.budget}>`,
      group: `a acl:ClientCondition; acl:clientGroup <${world.groups}#apps>`,
      home: 'a acl:ClientCondition; acl:clientClass tb:HomeApp',
      own: 'a acl:ClientCondition; acl:clientClass tb:OwnCredentials',
      public: 'a acl:ClientCondition; acl:clientClass foaf:Agent',
      malformed: `a acl:ClientCondition; acl:client <${world.budget}>, "${world.budget}"`,
    }[client],
    {
      any: '',
      ours: `a acl:IssuerCondition; acl:issuer <${world.ours}>`,
      other: `a acl:IssuerCondition; acl:issuer <${world.other}>`,
      group: `a acl:IssuerCondition; acl:issuerGroup <${world.groups}#issuers>`,
      public: 'a acl:IssuerCondition; acl:issuerClass foaf:Agent',
      malformed: 'a acl:IssuerCondition',
    }[issuer],
    {
      any: '',
      over: `a tb:ValidityCondition; tb:notAfter ${instant(over)}`,
      now: `a tb:ValidityCondition; tb:notBefore ${instant(over)}; tb:notAfter ${instant(grant.until ?? toCome)}`,
      'to-come': `a tb:ValidityCondition; tb:notBefore ${instant(grant.from ?? toCome)}`,
      malformed: `a tb:ValidityCondition; tb:notAfter ${instant(toCome)}, ${instant(toCome + 1000)}`,
    }[validity],
    extra === 'unsupported' ? 'a <https://ex.example/MoonPhaseCondition>' : '',
  ]
  return `<#g${n}> a acl:Authorization; ${agent}; acl:mode acl:${mode}
  ${reach === 'default' ? '' : `; acl:accessTo <${container}>`}${reach === 'accessTo' ? '' : `; acl:default <${container}>`}
  ${origin === 'good' ? '; acl:origin <https://good.example>' : ''}${conditions
    .filter((it) => it !== '')
    .map((it) => `; acl:condition [ ${it} ]`)
    .join('')}.\n`
}

const instant = (time: number): string => `"${new Date(time).toISOString().slice(0, 19)}Z"^^xsd:dateTime`

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const oneOf = <T>(among: readonly T[], random: () => number): T =>
  among[Math.floor(random() * among.length)] as T

export const anyGrant = (random: () => number, fixed: Partial<Grant> = {}): Grant => {
  const chosen = Object.entries(choices).map(([name, among]) => [name, oneOf<string>(among, random)])
  return { ...(Object.fromEntries(chosen) as Grant), ...fixed }
}
