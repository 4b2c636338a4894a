import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { purposeNames } from '../dpv-purposes.ts'
import { DPV } from '../namespaces.ts'

const folders = ['vocab', 'connectors', 'apps', 'pod-server']

/** The terms of DPV and its extensions that our sources name, but for tests, which name some that are none. `root`: of the repository. */
export function usedTerms(root: string): string[] {
  const found = new Set([...purposeNames].map((name) => `${DPV}${name}`))
  for (const folder of folders)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (isSource(file))
        for (const term of termsIn(readFileSync(join(root, folder, file), 'utf8'))) found.add(term)
  return [...found].sort()
}

const isSource = (file: string): boolean =>
  /\.(?:ts|ttl)$/.test(file) && !/\.test\.ts$|(?:^|[\\/])(?:testing|test|dpv|node_modules)[\\/]/.test(file)

/** Whole IRIs, names behind a Turtle prefix, and those that a template puts behind a constant. Pure. */
export function termsIn(text: string): string[] {
  const whole = [...text.matchAll(/https:\/\/w3id\.org\/dpv[\w/.-]*#[\w-]+/g)].map(([iri]) => iri)
  const named = [['DPV', DPV], ['dpv', DPV], ...declared(text)].flatMap(([name = '', namespace = '']) => {
    const behind = new RegExp(`(?:\\$\\{${name}\\}|(?<![\\w-])${name}:)([A-Za-z][\\w-]*)`, 'g')
    return [...text.matchAll(behind)].map(([, term]) => `${namespace}${term}`)
  })
  return [...whole, ...named]
}

/** `@prefix pd: <…> .` and `const gdpr = '…'`. */
const declared = (text: string): string[][] =>
  [...text.matchAll(/(?:@prefix|const) ([\w-]+)(?::| =) ['<](https:\/\/w3id\.org\/dpv[\w/.-]*#)['>]/g)].map(
    ([, name = '', namespace = '']) => [name, namespace],
  )
