import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { termsIn, usedTerms } from './used-terms.ts'

const { terms } = JSON.parse(readFileSync(new URL('terms-2.3.json', import.meta.url), 'utf8')) as {
  terms: string[]
}

it('each term of DPV that we name is one of DPV 2.3, and the list has no other', () => {
  expect(usedTerms(fileURLToPath(new URL('../..', import.meta.url)))).toEqual(terms)
})

it('finds terms by their IRI, behind a prefix and in a template', () => {
  expect(
    termsIn(`
      @prefix pd: <https://w3id.org/dpv/pd#> .
      <#a> a pd:Financial, <https://w3id.org/dpv/loc#FR>, other-pd:Nothing .
      const gdpr = 'https://w3id.org/dpv/legal/eu/gdpr#'
      say(\`\${DPV}Access\`, \`\${gdpr}A6-1-a\`, \`\${TB}Access\`)`).sort(),
  ).toEqual([
    'https://w3id.org/dpv#Access',
    'https://w3id.org/dpv/legal/eu/gdpr#A6-1-a',
    'https://w3id.org/dpv/loc#FR',
    'https://w3id.org/dpv/pd#Financial',
  ])
})
