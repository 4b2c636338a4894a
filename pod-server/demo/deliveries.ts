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

/** A sample that the partners' command line makes, until the last day of the month before this one. */
const sample = (name: string, args: readonly string[]) => async (folder: string, signal: AbortSignal) => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  const until = lastDay(new Date())
  await writeFile(path, await runPartner(['sample', ...args, '--until', until], folder, signal))
  return path
}

/** Of the month before, `2026-10-31`: who looks at the demonstration sees data that go on until now. */
export const lastDay = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)).toISOString().slice(0, 10)

/** What the partners send on the first day. */
export const deliveries: readonly Delivery[] = [
  {
    to: 'alice',
    partner: 'banque-des-pentes',
    name: 'alice.ofx',
    title: { fr: 'Relevés OFX de la Banque des Pentes', en: 'OFX statements of Banque des Pentes' },
    file: sample('alice.ofx', ['bank', '--years', '3']),
  },
  {
    to: 'alice',
    partner: 'reseau-lumiere',
    name: 'alice.json',
    title: {
      fr: 'Les demi-heures de Réseau Lumière depuis 2025',
      en: 'Half-hours of Réseau Lumière since 2025',
    },
    file: sample('alice.json', ['electricity', '--year', '2025']),
  },
  {
    to: 'bob',
    partner: 'banque-des-pentes',
    name: 'ofxdata-cmfr.ofx',
    title: { fr: 'Un vrai relevé OFX d’une banque française', en: 'A real OFX statement of a French bank' },
    file: fixture('bank/fixtures/ofxdata-cmfr.ofx'),
  },
]
