import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'traboule-new-'))
  const parts = [
    'connectors',
    'pod-server',
    'vocab',
    'scripts',
    'package.json',
    'tsconfig.json',
    'biome.json',
    '.gitignore',
    'vitest.config.ts',
  ]
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (...words: string[]) =>
  spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
const make = (...words: string[]) => run('scripts/new-connector.mjs', ...words)
/** Every file of the copy. */
const paths = (): string[] =>
  ['connectors', 'pod-server', 'vocab', 'scripts'].flatMap((folder) =>
    readdirSync(join(copy, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => statSync(join(copy, path)).isFile()),
  )
const text = (path: string): string => readFileSync(join(copy, path), 'utf8')

describe('a new connector', () => {
  it.each([
    [[], 'An id is needed'],
    [['Parking', 'mobility'], 'An id is needed'],
    [['../x', 'mobility'], 'An id is needed'],
    [['a--b', 'mobility'], 'An id is needed'],
    [['parking'], 'A category is needed'],
    [['parking', 'cars'], 'A category is needed'],
    [['bank', 'bank'], 'is there already'],
    [['formats', 'bank'], 'is there already'],
  ])('is not made of %j', (words, why) => {
    const before = text('connectors/registry.ts')
    const { status, stderr } = make(...words)
    expect(status).toBe(1)
    expect(stderr).toContain(why)
    expect(text('connectors/registry.ts')).toBe(before)
  })

  it('is registered, and its suite fails with what is left to write', () => {
    const before = new Set(paths())
    const { status, stdout, stderr } = make('car-park', 'mobility')
    expect([status, stderr]).toEqual([0, ''])
    const told = (what: string) =>
      [...stdout.matchAll(new RegExp(`^${what} +(.+)$`, 'gm'))].map(([, path]) => path).sort()
    expect(told('made')).toEqual(
      paths()
        .filter((path) => !before.has(path))
        .sort(),
    )
    expect(told('changed')).toEqual(['connectors/registry.ts', 'pod-server/accounts/partner-domains.ts'])
    expect(text('connectors/registry.ts')).toMatch(/import \{ carPark \} from '\.\/car-park\/connector\.ts'/)
    expect(text('connectors/registry.ts')).toMatch(/connectors: [^=]*= \[[^\]]*\bcarPark\b/)
    expect(text('pod-server/accounts/partner-domains.ts')).toContain("'car-park': 'mobility',")

    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const suite = run(vitest, 'run', '--project', 'unit', 'connectors/car-park', '-t', 'has ')
    expect(suite.status).toBe(1)
    const said = suite.stdout + suite.stderr
    expect(said).toContain('has nothing left to write')
    expect(said).toContain('connectors/car-park: connectors/GUIDE.md goes through it')
    expect(said).toContain('"fixtures" of connectors/car-park/connector.test.ts names no file')
    expect(said).not.toContain('EISDIR')
    for (const part of [
      'parse.ts:',
      'key.ts:',
      'map.ts:',
      'README.md:',
      'fixtures/ATTRIBUTION.md:',
      'connector.test.ts:',
    ])
      expect(said).toContain(part)
  })
})
