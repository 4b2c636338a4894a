// Looks for each term of DPV that we name in DPV as it was published, and writes down those that are there.
// node --conditions=source --import tsx vocab/dpv/list-terms.ts <a copy of https://github.com/w3c/dpv>
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Parser } from 'n3'
import { usedTerms } from './used-terms.ts'

const files: Readonly<Record<string, string>> = {
  'https://w3id.org/dpv#': '2.3/dpv/dpv.ttl',
  'https://w3id.org/dpv/pd#': '2.3/pd/pd.ttl',
  'https://w3id.org/dpv/loc#': '2.3/loc/loc.ttl',
  'https://w3id.org/dpv/legal/eu/gdpr#': '2.3/legal/eu/gdpr/eu-gdpr.ttl',
  'https://w3id.org/dpv/legal/fr#': '2.3/legal/fr/legal-fr.ttl',
  'https://w3id.org/dpv/schema/dpv-27560#': 'schema/dpv-27560.html',
}

const [copy = '.'] = process.argv.slice(2)
const here = fileURLToPath(new URL('.', import.meta.url))

function termsOf(namespace: string, file: string): string[] {
  const text = readFileSync(join(copy, file), 'utf8')
  if (file.endsWith('.html'))
    return [...text.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => `${namespace}${id}`)
  return new Parser().parse(text).map(({ subject }) => subject.value)
}

const published = new Set(Object.entries(files).flatMap(([namespace, file]) => termsOf(namespace, file)))
const used = usedTerms(join(here, '../..'))
for (const term of used) if (!published.has(term)) console.error(`not in DPV: ${term}`)
const list = {
  source: 'Data Privacy Vocabulary (DPV) 2.3, https://w3id.org/dpv/2.3, and its schema of ISO/IEC TS 27560',
  notice:
    'This document includes material derived from the Data Privacy Vocabulary (DPV). Copyright © World Wide Web Consortium. https://www.w3.org/copyright/software-license-2023/',
  files: Object.values(files),
  terms: used.filter((term) => published.has(term)),
}
writeFileSync(join(here, 'terms-2.3.json'), `${JSON.stringify(list, null, 2)}\n`)
