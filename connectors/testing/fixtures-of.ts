import { readdirSync } from 'node:fs'

/** A connector's files that it maps: those beside which a snapshot stands. */
export function fixturesOf(connector: string): { name: string; file: URL }[] {
  const folder = new URL(`../${connector}/fixtures/`, import.meta.url)
  const names = new Set(readdirSync(folder))
  return [...names]
    .filter((name) => names.has(`${name}.ttl`))
    .sort()
    .map((name) => ({ name, file: new URL(name, folder) }))
}
