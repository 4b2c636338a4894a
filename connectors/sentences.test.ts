import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { help } from './cli/usage.ts'

const folder = new URL('.', import.meta.url).pathname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?<!\.test)\.ts$/.test(name),
)
/** The sentences of a source file: whatever stands as `fr` or `en`. */
const sentences = (source: string): string[] =>
  [...source.matchAll(/\b(?:fr|en)(?::| =)\s+(?:`([^`]*)`|'((?:[^'\\]|\\.)*)'|"([^"]*)")/g)].map(
    ([, template, single, double]) => template ?? single ?? double ?? '',
  )

describe('what is shown', () => {
  it('has typographic apostrophes, in both languages', () => {
    const all = files.flatMap((name) => sentences(readFileSync(`${folder}${name}`, 'utf8')))
    expect(all.length).toBeGreaterThan(60)
    expect(all.filter((sentence) => sentence.includes("'"))).toEqual([])
  })

  it.each(['fr', 'en'] as const)('fits a terminal of 90 columns: the usage, %s', (lang) => {
    expect(
      help([], lang)
        .split('\n')
        .filter((line) => line.length > 90),
    ).toEqual([])
  })
})
