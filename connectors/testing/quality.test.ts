import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { connectors } from '../registry.ts'
import { connectorsTable, withOverview } from './connectors-table.ts'
import { brokenRules, claimedTier, type Looked, look, rules, tierOf, tiers } from './quality.ts'

const document = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

describe('the quality of connectors', () => {
  it.each(connectors.map((connector) => ({ id: connector.id, connector })))(
    '$id is as good as its README says, and says it',
    ({ id, connector }) => {
      const looked = look(connector)
      const claimed = claimedTier(looked.readme)
      const how = `connectors/${id}/README.md needs the line "Quality: **${tierOf(looked)}**": npm run connectors:table`
      expect(claimed, how).toBeDefined()
      const seen = tiers.indexOf(tierOf(looked))
      // Platinum is said by people, of what is gold to a machine.
      const most = seen === tiers.indexOf('gold') ? seen + 1 : seen
      const broken = brokenRules(looked).join(', ')
      expect(tiers.indexOf(claimed ?? 'none'), `${id} does not keep: ${broken}`).toBeLessThanOrEqual(most)
    },
  )

  it('is by the rules of QUALITY.md, which a machine checks where it says so', () => {
    const told = [...document('QUALITY.md').matchAll(/^\| (\w+) +\| `([a-z-]+)` .*\| machine +\|$/gm)]
    expect(told.map(([, tier, name]) => [name, tier])).toEqual(
      Object.entries(rules).map(([name, { tier }]) => [name, tier]),
    )
  })

  it('falls with the lowest rule that is not kept', () => {
    const [connector] = connectors
    if (!connector) throw new Error('no connector')
    const good = look(connector)
    const less = (more: Partial<Looked>) => tierOf({ ...good, ...more })
    expect(less({ readme: '' })).toBe('none')
    expect(less({ attribution: 'MIT' })).toBe('none')
    expect(less({ hasSample: false })).toBe('bronze')
    expect(less({ code: "import { createHash } from 'node:crypto'" })).toBe('bronze')
    expect(tiers.indexOf(less({ mapped: good.mapped.slice(0, 1) }))).toBeLessThanOrEqual(
      tiers.indexOf('silver'),
    )
  })

  it.each<[string, Partial<Looked>]>([
    ['raw', { readme: 'No raw `&` may stand in a real file.' }],
    ['refusals', { tests: "code: 'bad-field'\n".repeat(9) }],
    ['refusals', { tests: "code: 'empty' code: 'truncated' code: 'bad-field' code: 'unsupported'" }],
    ['twins', { tests: '', readme: 'Twins are thought of.' }],
    ['licensed', { attribution: 'All were made for these tests (MIT, ours).', fixtures: ['a.csv'] }],
    ['licensed', { attribution: '| `a.csv` | us | MIT (ours) |', fixtures: ['a.csv'] }],
    ['licensed', { attribution: '| `a.csv` | them | MIT |', fixtures: ['b.csv'] }],
    ['licensed', { attribution: '| `a.csv` | them, not MIT | GPL-3.0-only |', fixtures: ['a.csv'] }],
  ])('is not kept by words alone: %s of %j', (rule, less) => {
    const [connector] = connectors
    if (!connector) throw new Error('no connector')
    expect(brokenRules({ ...look(connector), ...less })).toContain(rule)
  })

  it.each<[string, Partial<Looked>]>([
    ['raw', { readme: 'No raw file of a bank was seen.' }],
    ['raw', { readme: 'Raw files of two banks, of 2017, were\nseen.' }],
    ['raw', { readme: '| layout | seen raw |' }],
    ['twins', { tests: '', readme: '- There are no twins: a meter says one value of a day.' }],
    ['twins', { tests: '  twins: { file, records: 2 },', readme: '' }],
    ['licensed', { attribution: '| `b.csv`, `a.csv` | them | CC-BY-4.0 |', fixtures: ['a.csv'] }],
  ])('is kept: %s by %j', (rule, more) => {
    const [connector] = connectors
    if (!connector) throw new Error('no connector')
    expect(brokenRules({ ...look(connector), ...more })).not.toContain(rule)
  })

  it('is told in CONNECTORS.md as it is: npm run connectors:table', () => {
    expect(document('CONNECTORS.md')).toBe(connectorsTable(connectors))
    const readme = document('../README.md')
    expect(readme).toBe(withOverview(readme, connectors))
  })
})
