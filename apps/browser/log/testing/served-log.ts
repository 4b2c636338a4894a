import type { Statement } from '#vocab/graph'
import { beginningOf, type Mark, type Sealed, seal, toHex } from '#vocab/journal/chain'
import { type Entry, readEntry, writeEntry } from '#vocab/journal/entry'
import { logPrefixes } from '#vocab/journal/plain-log'
import { PodFailure } from '../../../shared/pod/failure.ts'
import { statementsIn } from '../../../shared/pod/statements-in.ts'

export const base = 'https://pods.example/'
export const pod = `${base}alice/`
export const citizen = `${pod}profile/card#me`

export const entry = (rest: Partial<Entry> = {}): Entry => ({
  outcome: 'allowed',
  from: Date.parse('2026-11-24T10:00:00Z'),
  until: Date.parse('2026-11-24T10:00:00Z'),
  count: 1,
  who: citizen,
  client: 'https://budget.example/id',
  resources: ['alice/data/bank/banque/a1/2025-01.ttl'],
  modes: ['read'],
  rules: [`${pod}data/bank/banque/.acl#grant-1`],
  ...rest,
})

/** A journal with one line at each of these moments. */
export function journalAt(moments: readonly string[]): Sealed[] {
  const lines: (Sealed & Mark)[] = []
  for (const [at, moment] of moments.entries()) {
    const salt = new Uint8Array(16).fill(at + 1)
    const text = writeEntry(entry({ count: at + 1 }))
    lines.push(seal(lines.at(-1) ?? beginningOf('alice'), Date.parse(moment), salt, text))
  }
  return lines
}

/** What a server serves of these lines, in Turtle as our server writes it. */
export function serve(lines: readonly Sealed[], anchor: Mark = beginningOf('alice')) {
  const asked: string[] = []
  const turtle = async (url: string): Promise<string> => {
    asked.push(url)
    const day = url.slice(`${pod}log/`.length)
    const its = lines.filter(({ recorded }) => day === '' || dayOf(recorded) === day)
    const head: Mark = its.at(-1) ?? anchor
    if (day !== '' && its.length === 0) throw new PodFailure('missing', url, 404)
    const days = [...new Set(lines.map(({ recorded }) => dayOf(recorded)))]
    return (
      logPrefixes +
      (day === ''
        ? bound('Anchor', anchor) +
          bound('Head', head) +
          days.map((it) => `<> ldp:contains <${it}>.\n`).join('')
        : bound('Head', head) + its.map(lineTurtle).join(''))
    )
  }
  const parsed: string[] = []
  const parse = async (url: string, text: string): Promise<Statement[]> => {
    parsed.push(url)
    return statementsIn(text, url)
  }
  return { source: { turtle, parse }, asked, parsed }
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const at = (moment: number): string => `"${new Date(moment).toISOString()}"^^xsd:dateTime`
const bound = (which: string, { number, hash }: Mark): string =>
  `<> tb:journal${which} [ a tb:JournalMark; tb:lineNumber ${number}; tb:chainHash "${toHex(hash)}" ].\n`

function lineTurtle({ number, recorded, said, commitment, hash }: Sealed): string {
  if (commitment)
    return `<#line-${number}> a tb:ErasedLine; tb:lineNumber ${number}; tb:recordedAt ${at(recorded)}; tb:commitment "${toHex(commitment)}"; tb:chainHash "${toHex(hash)}".\n`
  const it = readEntry(said?.text ?? '')
  if (!it || !said) throw new Error('no entry')
  const facts = [
    `<#line-${number}> a tb:JournalLine; tb:lineNumber ${number}; tb:recordedAt ${at(recorded)}; tb:outcome tb:Allowed`,
    `prov:startedAtTime ${at(it.from)}; prov:endedAtTime ${at(it.until)}; tb:times ${it.count}`,
    `prov:wasAssociatedWith <${it.who}>; tb:client <${it.client}>; prov:used <${base}${it.resources[0]}>; acl:mode acl:Read`,
    `tb:byRule <${it.rules[0]}>; tb:salt "${toHex(said.salt)}"; tb:chainHash "${toHex(hash)}".\n`,
  ]
  return facts.join('; ')
}
