import { type Mark, type Sealed, toHex } from '#vocab/journal/chain'
import { type Entry, readEntry } from '#vocab/journal/entry'

const outcomes = { allowed: 'tb:Allowed', refused: 'tb:Refused', gap: 'tb:Gap' } as const
const modes = { read: 'acl:Read', append: 'acl:Append', write: 'acl:Write', control: 'acl:Control' } as const

/** A line of a journal, in Turtle. Pure. `baseUrl`: what its resources are below. */
export function lineTurtle({ number, recorded, said, commitment, hash }: Sealed, baseUrl: string): string {
  const entry = said && readEntry(said.text)
  const facts = [
    commitment && !said ? 'a tb:ErasedLine' : 'a tb:JournalLine',
    `tb:lineNumber ${number}`,
    `tb:recordedAt ${moment(recorded)}`,
    ...(entry ? entryFacts(entry, baseUrl) : []),
    ...(said ? [`tb:salt "${toHex(said.salt)}"`] : []),
    ...(commitment && !said ? [`tb:commitment "${toHex(commitment)}"`] : []),
    `tb:chainHash "${toHex(hash)}"`,
  ]
  return `<#line-${number}> ${facts.join('; ')}.\n`
}

function entryFacts(entry: Entry, baseUrl: string): string[] {
  const { outcome, from, until, count, who, client, resources, rules } = entry
  const several = (property: string, all: readonly string[]) =>
    all.length > 0 ? [`${property} ${all.join(', ')}`] : []
  return [
    `tb:outcome ${outcomes[outcome]}`,
    `prov:startedAtTime ${moment(from)}`,
    `prov:endedAtTime ${moment(until)}`,
    `tb:times ${count}`,
    ...(who === null ? [] : [`prov:wasAssociatedWith ${named(who)}`]),
    ...(client === null ? [] : [`tb:client ${named(client)}`]),
    ...several(
      'prov:used',
      resources.map((resource) => named(`${baseUrl}${resource}`)),
    ),
    ...several(
      'acl:mode',
      entry.modes.map((mode) => modes[mode]),
    ),
    ...several('tb:byRule', rules.map(named)),
  ]
}

/** Where a journal begins and ends, said of the document. */
export const boundsTurtle = (
  property: 'tb:journalAnchor' | 'tb:journalHead',
  { number, hash }: Mark,
): string => `<> ${property} [ a tb:JournalMark; tb:lineNumber ${number}; tb:chainHash "${toHex(hash)}" ].\n`

const moment = (time: number): string => `"${new Date(time).toISOString()}"^^xsd:dateTime`

/** An IRI where it is one, whoever has chosen it; else its text. */
const named = (name: string): string =>
  /^[a-z][a-z0-9+.-]*:[^\p{Cc}\s<>"{}|^`\\]*$/iu.test(name) ? `<${name}>` : literal(name)

const literal = (text: string): string => `"${text.replace(/[\p{Cc}"\\]/gu, escaped)}"`

const escaped = (it: string): string => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`
