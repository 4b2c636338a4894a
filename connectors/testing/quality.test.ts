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

  it('is told in CONNECTORS.md as it is: npm run connectors:table', () => {
    expect(document('CONNECTORS.md')).toBe(connectorsTable(connectors))
    const readme = document('../README.md')
    expect(readme).toBe(withOverview(readme, connectors))
  })
})
