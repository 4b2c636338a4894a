import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Connector } from '../connector.ts'
import { attributed, isFree } from './attribution.ts'
import { fixturesOf } from './fixtures-of.ts'

export const tiers = ['none', 'bronze', 'silver', 'gold', 'platinum'] as const
export type Tier = (typeof tiers)[number]

/** A connector's folder, as the rules look at it. */
export interface Looked {
  readonly connector: Connector<unknown>
  readonly readme: string
  readonly attribution: string
  /** All of its tests. */
  readonly tests: string
  /** What runs in a browser: neither tests nor the sample. */
  readonly code: string
  readonly fixtures: readonly string[]
  readonly mapped: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly hasSample: boolean
  readonly partnerDomains: string
  /** As the bench last found; `undefined`: not measured. */
  readonly recordsPerSecond: number | undefined
  readonly draftMs: number | undefined
}

interface Rule {
  readonly tier: Exclude<Tier, 'none' | 'platinum'>
  readonly keeps: (looked: Looked) => boolean
}

/** Where all files, or all that are not named, come from. */
const ofAll = /^\| all the others\b|^All (were|are) (made|written)\b/m

/** How many files have to be refused, by how many codes: the contract suite holds each connector of silver to it. */
export const refusals = { files: 5, codes: 4 }

/** Words of a README that say a thing; QUALITY.md has them. */
const rawSeen =
  /\b(No\s+raw\s+file\b[^.:;]{0,80}\swas\s+(seen|kept)|Raw files of\s[^.:;]{2,120}\swere\s+seen)\b|\| seen raw +\|/
export const noTwins = /\bThere are no twins: \w/

/** Those of QUALITY.md that a machine can see. */
export const rules: Readonly<Record<string, Rule>> = {
  contract: { tier: 'bronze', keeps: ({ tests }) => /^contract\(/m.test(tests) },
  readme: {
    tier: 'bronze',
    keeps: ({ readme }) =>
      readme.length > 600 && /^## For the citizen/im.test(readme) && /refused/i.test(readme),
  },
  attribution: {
    tier: 'bronze',
    keeps: ({ attribution, fixtures }) =>
      ofAll.test(attribution) || fixtures.every((name) => attribution.includes(name)),
  },
  snapshot: { tier: 'bronze', keeps: ({ mapped }) => mapped.length > 0 },
  registered: {
    tier: 'bronze',
    keeps: ({ connector: { id, domain }, partnerDomains }) =>
      new RegExp(`^ {2}'?${id}'?: '${domain}',$`, 'm').test(partnerDomains),
  },
  raw: { tier: 'silver', keeps: ({ readme }) => rawSeen.test(readme) },
  refusals: {
    tier: 'silver',
    keeps: ({ tests }) => {
      const codes = [...tests.matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => code)
      return codes.length >= refusals.files && new Set(codes).size >= refusals.codes
    },
  },
  twins: {
    tier: 'silver',
    keeps: ({ tests, readme }) => /^ {2}twins[:,]/m.test(tests) || noTwins.test(readme),
  },
  sample: { tier: 'silver', keeps: ({ hasSample }) => hasSample },
  browser: { tier: 'silver', keeps: ({ code }) => !/from 'node:|\bBuffer\.|\bprocess\./.test(code) },
  properties: { tier: 'gold', keeps: ({ tests }) => tests.includes("from 'fast-check'") },
  layouts: {
    tier: 'gold',
    keeps: ({ connector, mapped }) => {
      const seen = new Set(mapped.map(({ bytes }) => connector.sniff(bytes)))
      return connector.accepts.every(({ id }) => seen.has(id))
    },
  },
  licensed: {
    tier: 'gold',
    keeps: ({ attribution, fixtures }) =>
      attributed(attribution).some(
        ({ files, licence }) => isFree(licence) && files.some((name) => fixtures.includes(name)),
      ),
  },
  fast: { tier: 'gold', keeps: ({ draftMs = Number.POSITIVE_INFINITY }) => draftMs < 500 },
}

/** Rules that are not kept, by name. */
export function brokenRules(looked: Looked): string[] {
  return Object.keys(rules).filter((name) => !rules[name]?.keeps(looked))
}

/** The highest tier that a machine can see; platinum is for people to say. */
export function tierOf(looked: Looked): Tier {
  const broken = brokenRules(looked).map((name) => tiers.indexOf(rules[name]?.tier ?? 'bronze'))
  return tiers[Math.min(...broken, tiers.indexOf('platinum')) - 1] ?? 'none'
}

/** The tier that a README says. */
export function claimedTier(readme: string): Tier | undefined {
  const said = /^Quality: \*\*([a-z]+)\*\*/m.exec(readme)?.[1]
  return tiers.find((tier) => tier === said)
}

const root = new URL('../', import.meta.url)
const textOf = (url: URL): string => (existsSync(url) ? readFileSync(url, 'utf8') : '')

export function look(connector: Connector<unknown>): Looked {
  const folder = new URL(`${connector.id}/`, root)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const textsOf = (test: (name: string) => boolean): string =>
    files
      .filter(test)
      .map((name) => textOf(new URL(name, folder)))
      .join('\n')
  return {
    connector,
    readme: textOf(new URL('README.md', folder)),
    attribution: textOf(new URL('fixtures/ATTRIBUTION.md', folder)),
    tests: textsOf((name) => name.endsWith('.test.ts')),
    code: textsOf((name) => !/(\.test\.ts$|^(testing|bench)\/|^sample)/.test(name)),
    fixtures: readdirSync(new URL('fixtures/', folder)).filter(
      (name) => !/\.ttl$|^ATTRIBUTION\.md$/.test(name),
    ),
    mapped: fixturesOf(connector.id).map(({ name, file }) => ({
      name,
      bytes: new Uint8Array(readFileSync(file)),
    })),
    hasSample: existsSync(new URL('sample.ts', folder)),
    partnerDomains: textOf(new URL('../pod-server/accounts/partner-domains.ts', root)),
    ...speedOf(connector.id),
  }
}

/** As `npm run bench:connectors` last found. */
function speedOf(id: string): Pick<Looked, 'recordsPerSecond' | 'draftMs'> {
  const figures = JSON.parse(textOf(new URL('bench/figures.json', root)) || '{}') as Record<
    string,
    { readonly records: number; readonly planMs: number; readonly draftMs: number } | undefined
  >
  const of = figures[id]
  return { recordsPerSecond: of && (of.records / of.planMs) * 1000, draftMs: of?.draftMs }
}
