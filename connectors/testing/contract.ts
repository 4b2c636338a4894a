import { readFileSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { categoryTerms } from '#vocab/generated/category-terms'
import { RDF } from '#vocab/namespaces'
import type { Connector, Notice } from '../connector.ts'
import { ConnectorError, type ConnectorErrorCode } from '../errors.ts'
import { connectors } from '../registry.ts'
import { draftImport, type ImportPlan } from '../runner/draft.ts'
import { turtle } from '../runner/patch.ts'
import { planImport } from '../runner/plan.ts'
import { alteration } from './alteration.ts'
import { conformingPlan } from './conforming-plan.ts'
import { garbage } from './garbage.ts'
import { leftToWrite } from './left-to-write.ts'
import { recordKeyOf, recordsOf, statements, twinsIn } from './plan-reading.ts'
import { markers, placesOf, plantable } from './planting.ts'
import { claimedTier, noTwins, refusals, tiers } from './quality.ts'

/** What a connector gives to be held to the contract. Files are names in its `fixtures/` folder. */
export interface ContractSubject<Row> {
  readonly connector: Connector<Row>
  /** The connector's folder: `new URL('.', import.meta.url)`. */
  readonly folder: URL
  /** Each maps to exactly `<file>.ttl` beside it. */
  readonly fixtures: readonly string[]
  /** Two files that share records; `added` of the second's are not in the first. */
  readonly overlap: { readonly first: Uint8Array; readonly second: Uint8Array; readonly added: number }
  /** The same file before and after the partner corrected one record. */
  readonly correction: { readonly before: Uint8Array; readonly after: Uint8Array }
  /**
   * A file that holds two records alike which both happened: two nodes say the same, but for their key. Where the partner names
   * each of them, or a node sums them up, the file says something else than `once`, which holds one of them.
   */
  readonly twins?: { readonly file: Uint8Array; readonly records: number; readonly once?: Uint8Array }
  readonly refused: readonly Refused[]
  /** Texts of the first fixture that must never be seen outside the pod. */
  readonly secrets: readonly string[]
}

export interface Refused {
  readonly name: string
  readonly bytes: Uint8Array
  readonly code: ConnectorErrorCode
  readonly line?: number
}

const container = 'https://pod.example/alice/data/x/partner/'
const partner = 'https://partner.example/card#me'

/** The suite that every connector passes. */
export function contract<Row>(subject: ContractSubject<Row>): void {
  const { connector, folder, fixtures } = subject
  const fixture = (name: string): Promise<Uint8Array> => readFile(new URL(`fixtures/${name}`, folder))
  const at = new Date('2026-11-02T08:00:00Z')
  const plan = (bytes: Uint8Array): Promise<ImportPlan> =>
    planImport(connector, bytes, { container, partner, at })
  /** The same, of files that are not asked again whether they conform. */
  const draft = (bytes: Uint8Array, when = at): Promise<ImportPlan> =>
    draftImport(connector, bytes, { container, partner, at: when })

  describe(`the ${connector.id} connector keeps the contract`, () => {
    it('has nothing left to write', () => {
      expect(leftToWrite(folder), `connectors/${connector.id}: connectors/GUIDE.md goes through it`).toEqual(
        [],
      )
    })

    it('has a file that it maps', () => {
      expect(firstOf(subject)).not.toBe('')
    })

    it('says what it is, in French and in English, and is in the registry', async () => {
      expect(connector.id).toMatch(/^[a-z][a-z0-9-]{0,63}$/)
      expect(connector.version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(connectors).toContain(connector)
      for (const text of [
        connector.title,
        connector.purpose,
        connector.file,
        connector.sender,
        ...connector.accepts.map(({ label }) => label),
      ]) {
        expect(text.fr.length).toBeGreaterThan(2)
        expect(text.en.length).toBeGreaterThan(2)
      }
      expect(connector.keepDays).toBeGreaterThan(0)
      expect(connector.expectedDays).toBeGreaterThan(0)
      await access(new URL('README.md', folder))
      await access(new URL('fixtures/ATTRIBUTION.md', folder))
    })

    it.each(fixtures)('%s is recognised, maps exactly and conforms', async (name) => {
      const bytes = await fixture(name)
      expect(connector.accepts.map(({ id }) => id)).toContain(connector.sniff(bytes))
      const { documents } = await conformingPlan(connector, bytes, { container, partner, at })
      const text = documents.map(({ url, quads }) => `# ${url}\n${turtle(quads)}`).join('\n')
      await expect(text).toMatchFileSnapshot(new URL(`fixtures/${name}.ttl`, folder).pathname)
    })

    it.each(fixtures)('%s: the citizen finds each record in the category of the connector', async (name) => {
      const held = categoryTerms[connector.domain]?.classes ?? []
      const apart = recordsOf(await draft(await fixture(name)))
        .map((node) => node.values(`${RDF}type`).map(({ value }) => value))
        .filter((types) => !types.some((type) => held.includes(type)))
      const how = `tb:holdsClass of tb:${connector.domain}Data (vocab/categories.ttl) names none of`
      expect([...new Set(apart.map((types) => types.join(' ')))], how).toEqual([])
    })

    it.each(fixtures)('%s gives each record one key, the same each time', async (name) => {
      const bytes = await fixture(name)
      const keys = (await connector.parse(bytes)).map((row) => connector.key(row))
      expect(new Set(keys).size).toBe(keys.length)
      expect((await connector.parse(bytes)).map((row) => connector.key(row))).toEqual(keys)
    })

    it('a file sent twice says the same triples, but for the time of the run', async () => {
      const bytes = await fixture(firstOf(subject))
      const [first, second] = [await draft(bytes), await draft(bytes, new Date('2026-12-01T00:00:00Z'))]
      const known = new Set(statements(first))
      const differing = statements(second).filter((statement) => !known.has(statement))
      expect(differing).toHaveLength(second.documents.length)
      for (const statement of differing) expect(statement).toContain('endedAtTime')
    })

    it('an overlapping file adds only what is new', async () => {
      const [first, second] = [await draft(subject.overlap.first), await draft(subject.overlap.second)]
      const known = new Set(recordsOf(first).map(({ iri }) => iri))
      const added = recordsOf(second).filter(({ iri }) => !known.has(iri))
      expect(added).toHaveLength(subject.overlap.added)
      expect(known.size + added.length).toBeLessThan(recordsOf(first).length + recordsOf(second).length)
    })

    it('a corrected record is a new node with the same record key', async () => {
      const [before, after] = [await draft(subject.correction.before), await draft(subject.correction.after)]
      const known = new Set(recordsOf(before).map(({ iri }) => iri))
      const changed = recordsOf(after).filter(({ iri }) => !known.has(iri))
      expect(changed).toHaveLength(1)
      const [node] = changed
      expect(recordsOf(before).map(recordKeyOf)).toContain(node && recordKeyOf(node))
    })

    const { twins } = subject
    if (twins !== undefined) {
      it('twins survive', async () => {
        const read = await draft(twins.file)
        expect(recordsOf(read)).toHaveLength(twins.records)
        if (twins.once === undefined)
          expect(twinsIn(read), 'no two records of this file are alike').toBeGreaterThan(0)
        else expect(recordsSaid(read)).not.toEqual(recordsSaid(await draft(twins.once)))
      })
    }

    const readme = readFileSync(new URL('README.md', folder), 'utf8')
    if (tiers.indexOf(claimedTier(readme) ?? 'none') >= tiers.indexOf('silver')) {
      it('tells twins apart, or says in its README why there are none', () => {
        expect(twins !== undefined || noTwins.test(readme)).toBe(true)
      })

      it('refuses as many files, by as many codes, as its tier asks', async () => {
        const reasons = await Promise.all(subject.refused.map(({ bytes }) => refusalOf(connector, bytes)))
        const codes = reasons.map((reason) => reason?.code)
        expect(codes).not.toContain(undefined)
        expect(codes.length).toBeGreaterThanOrEqual(refusals.files)
        expect(new Set(codes).size).toBeGreaterThanOrEqual(refusals.codes)
      })
    }

    it.each([...subject.refused, ...garbage])(
      '$name is refused, and nothing is made of it',
      async (refused) => {
        const error = await plan(refused.bytes).then(
          () => undefined,
          (reason: unknown) => reason,
        )
        expect(error).toBeInstanceOf(ConnectorError)
        const { code, line, text } = error as ConnectorError
        if (refused.code !== undefined) expect(code).toBe(refused.code)
        if (refused.line !== undefined) expect(line).toBe(refused.line)
        expect(text.fr).not.toBe(text.en)
      },
    )

    it('bytes of any kind are read or refused, never crash, and never take long', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), (bytes) => readsOrRefuses(connector, bytes)),
        { numRuns: 200 },
      )
    })

    it.each(fixtures)(
      '%s altered in any way is read or refused, never crashes, and never takes long',
      async (name) => {
        const bytes = await fixture(name)
        await fc.assert(
          fc.asyncProperty(alteration(bytes.length), (alter) => readsOrRefuses(connector, alter(bytes))),
          { numRuns: Math.max(20, Math.ceil(300 / fixtures.length)) },
        )
      },
    )

    it.each(fixtures)('no value in any place of %s reaches a log or a message', async (name) => {
      const bytes = await fixture(name)
      const { places, plant } = plantable(bytes)
      const most = Math.max(20, Math.ceil(240 / fixtures.length))
      const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((way) => vi.spyOn(console, way))
      try {
        for (const place of placesOf(places, most, Math.random))
          for (const marker of markers) {
            const said = await saidOf(connector, plant(place, marker))
            expect(said.includes(marker) ? `place ${place}: ${said}` : '').toBe('')
          }
        for (const log of logs) expect(log).not.toHaveBeenCalled()
      } finally {
        for (const log of logs) log.mockRestore()
      }
    })

    it('none of its secrets is said, however the file is cut', async () => {
      const bytes = await fixture(firstOf(subject))
      const said: string[] = []
      await fc.assert(
        fc.asyncProperty(alteration(bytes.length), async (alter) => {
          said.push(await saidOf(connector, alter(bytes)))
        }),
        { numRuns: 60 },
      )
      const source = Buffer.from(bytes).toString('latin1')
      for (const secret of subject.secrets) {
        expect(source).toContain(secret)
        expect(said.join('\n')).not.toContain(secret)
      }
    })
  })
}

function firstOf<Row>({ connector: { id }, fixtures }: ContractSubject<Row>): string {
  const [first] = fixtures
  if (first !== undefined) return first
  throw new Error(
    `"fixtures" of connectors/${id}/connector.test.ts names no file: put one that the partner makes into connectors/${id}/fixtures/, and its name there`,
  )
}

async function refusalOf<Row>(
  connector: Connector<Row>,
  bytes: Uint8Array,
): Promise<ConnectorError | undefined> {
  const read = await readOrRefuse(connector, bytes)
  return read instanceof ConnectorError ? read : undefined
}

async function readOrRefuse<Row>(
  connector: Connector<Row>,
  bytes: Uint8Array,
): Promise<readonly Notice[] | ConnectorError> {
  try {
    return connector.map(await connector.parse(bytes), { container }).notices
  } catch (error) {
    if (error instanceof ConnectorError) return error
    throw error
  }
}

/** What is said of records, and not of the run. */
const recordsSaid = (plan: ImportPlan): string[] =>
  recordsOf(plan)
    .map(({ iri }) => iri)
    .sort()

/** All that a summary, a log or a screen can get of a file that was read or refused. */
async function saidOf<Row>(connector: Connector<Row>, bytes: Uint8Array): Promise<string> {
  const read = await readOrRefuse(connector, bytes)
  if (!(read instanceof ConnectorError)) return JSON.stringify(read)
  return [JSON.stringify(read), read.message, read.stack, JSON.stringify(read.cause ?? '')].join('\n')
}

async function readsOrRefuses<Row>(connector: Connector<Row>, bytes: Uint8Array): Promise<boolean> {
  const start = performance.now()
  await refusalOf(connector, bytes)
  return performance.now() - start < 1500
}
