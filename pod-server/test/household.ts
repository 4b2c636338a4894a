import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { domains } from '../accounts/partner-domains.ts'
import { makePartner, type TestCitizen } from './people.ts'
import type { TestPod } from './test-pod.ts'

/** What an import said of a file: records. */
export interface Imported {
  /** `bank/compte-1.ofx` */
  readonly file: string
  readonly added: number
  readonly there: number
}

/** A family's year in partners' files, a folder each kind of partner. @returns the paths below `folder`. */
export async function writeHousehold(server: TestPod, folder: string, year: number): Promise<string[]> {
  const { code, stderr } = await server.connect('sample', 'household', '--into', folder, '--year', `${year}`)
  if (code !== 0) throw new Error(stderr)
  const kinds = await readdir(folder)
  const files = await Promise.all(
    kinds.map(async (kind) => (await readdir(join(folder, kind))).map((name) => `${kind}/${name}`)),
  )
  return files.flat().sort()
}

/** A partner of each kind that there is, connected by the citizen. */
export async function connectAll(server: TestPod, { account, pod }: TestCitizen): Promise<void> {
  for (const kind of Object.keys(domains)) {
    await makePartner(server, partnerOf(kind), kind)
    await account.agent('partners', { partner: partnerOf(kind), pod })
  }
}

/** Imports each file from the command line, two at a time, as its partner. @throws where one is not taken. */
export async function importAll(
  server: TestPod,
  { webId }: TestCitizen,
  folder: string,
  files: readonly string[],
): Promise<Imported[]> {
  const left = [...files.entries()]
  const done: Imported[] = []
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [at, file] = next
      const [kind = ''] = file.split('/')
      const words = ['import', join(folder, file), '--partner', partnerOf(kind), '--to', webId]
      const { code, stdout, stderr } = await server.connect(...words)
      if (code !== 0) throw new Error(`${file}: ${code} ${stderr}`)
      done[at] = { file, added: counted(stdout, 'new'), there: counted(stdout, 'already there') }
    }
  }
  await Promise.all([work(), work()])
  return done
}

const partnerOf = (kind: string): string => `foyer-${kind}`

const counted = (summary: string, what: string): number =>
  Number(new RegExp(`^ *${what}\\s*: ([\\d,]+)$`, 'm').exec(summary)?.[1]?.replaceAll(',', '') ?? Number.NaN)
