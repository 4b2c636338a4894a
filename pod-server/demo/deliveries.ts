import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bilingual } from '../bilingual.ts'
import { packageRoot } from '../package-root.ts'
import { runPartner } from './partner-process.ts'
import type { citizens, partners } from './people.ts'

interface Delivery {
  readonly to: (typeof citizens)[number]['name']
  readonly partner: (typeof partners)[number]['id']
  readonly name: string
  readonly title: Bilingual
  /** The file to import, made in the given folder when it is not a fixture. */
  readonly file: (folder: string, signal: AbortSignal) => Promise<string>
}

const fixture = (path: string) => () => Promise.resolve(join(packageRoot, 'connectors', path))

/** A sample that the partners' command line makes, with the same content each time. */
const sample = (name: string, args: readonly string[]) => async (folder: string, signal: AbortSignal) => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(path, await runPartner(['sample', ...args], folder, signal))
  return path
}

/** What the partners send on the first day. */
export const deliveries: readonly Delivery[] = [
  {
    to: 'alice',
    partner: 'banque-des-pentes',
    name: 'alice.ofx',
    title: { fr: 'Relevés OFX de la Banque des Pentes', en: 'OFX statements of Banque des Pentes' },
    file: sample('alice.ofx', ['bank', '--years', '3', '--until', '2026-10-31']),
  },
  {
    to: 'alice',
    partner: 'reseau-lumiere',
    name: 'alice.json',
    title: { fr: 'Une année de demi-heures de Réseau Lumière', en: 'A year of half-hours of Réseau Lumière' },
    file: sample('alice.json', ['electricity']),
  },
  {
    to: 'bob',
    partner: 'banque-des-pentes',
    name: 'ofxdata-cmfr.ofx',
    title: { fr: 'Un vrai relevé OFX d’une banque française', en: 'A real OFX statement of a French bank' },
    file: fixture('bank/fixtures/ofxdata-cmfr.ofx'),
  },
]
