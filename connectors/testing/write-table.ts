// `npm run connectors:table`: writes CONNECTORS.md, its first table into the README, and the tier into each README that says none.
import { readFileSync, writeFileSync } from 'node:fs'
import { connectors } from '../registry.ts'
import { connectorsTable, withOverview } from './connectors-table.ts'
import { brokenRules, claimedTier, look, tierOf } from './quality.ts'

for (const connector of connectors) {
  const path = new URL(`../${connector.id}/README.md`, import.meta.url)
  const looked = look(connector)
  const tier = tierOf(looked)
  console.log(`${connector.id}: ${tier}; not kept: ${brokenRules(looked).join(', ') || 'none'}`)
  if (claimedTier(looked.readme) === undefined) {
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(/^(# .*\n)\n?/, `$1\nQuality: **${tier}** (see [QUALITY.md](../QUALITY.md)).\n\n`),
    )
  }
}
writeFileSync(new URL('../CONNECTORS.md', import.meta.url), connectorsTable(connectors))
const readme = new URL('../../README.md', import.meta.url)
writeFileSync(readme, withOverview(readFileSync(readme, 'utf8'), connectors))
