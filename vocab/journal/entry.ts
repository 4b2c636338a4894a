/** What a line of a pod's journal says: who, with which client, did what to which resources, by which rules, when. No values. */
export interface Entry {
  /**
   * `gap`: the server has ended between `from` and `until` without a word, so that reads of the last moment before may be
   * missing.
   */
  readonly outcome: 'allowed' | 'refused' | 'gap'
  /** UTC milliseconds: of the first, and of the last where it is one of several. */
  readonly from: number
  readonly until: number
  /** How often, to each of the resources. */
  readonly count: number
  /** The WebID, as verified; null: anyone, or the server itself. */
  readonly who: string | null
  /** The client, as verified: the URL of its Client ID document, or the id of client credentials. */
  readonly client: string | null
  /** Below the base URL; a container's ends with a slash. None for a gap. */
  readonly resources: readonly string[]
  readonly modes: readonly LoggedMode[]
  /** The rules that allowed it, by their IRIs. */
  readonly rules: readonly string[]
}

/**
 * The client of a line by nobody who is named: the operator, exporting the pod by the command line. An issuer elsewhere may call
 * a client so too, but only of somebody with a WebID.
 */
export const operatorExport = 'urn:traboule:operator:export'

/** The same, making a link by which a new password is chosen for the pod's account. */
export const operatorReset = 'urn:traboule:operator:reset'

export type LoggedMode = 'read' | 'append' | 'write' | 'control'

const outcomes = ['allowed', 'refused', 'gap'] as const
const modes: readonly string[] = ['read', 'append', 'write', 'control']

/** The one text of an entry, which its commitment is over. Pure. */
export function writeEntry(entry: Entry): string {
  const { outcome, from, until, count, who, client } = entry
  const [resources, modes, rules] = [entry.resources, entry.modes, entry.rules].map(inOrder)
  return JSON.stringify([1, outcome, from, until, count, who, client, resources, modes, rules])
}

/** RDF has none: each set is written in one. */
const inOrder = (texts: readonly string[]): readonly string[] =>
  texts.length > 1 ? [...texts].sort() : texts

/** @returns undefined for what is no entry, or is not written in the one way. */
export function readEntry(text: string): Entry | undefined {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(said) || said.length !== 10 || said[0] !== 1) return undefined
  const [, outcome, from, until, count, who, client, resources, asked, rules] = said as unknown[]
  const isEntry =
    outcomes.some((it) => it === outcome) &&
    [from, until, count].every((it) => Number.isSafeInteger(it)) &&
    [who, client].every((it) => it === null || typeof it === 'string') &&
    isTexts(resources) &&
    isTexts(asked) &&
    asked.every((it) => modes.includes(it)) &&
    isTexts(rules)
  if (!isEntry) return undefined
  const entry = { outcome, from, until, count, who, client, resources, modes: asked, rules } as Entry
  return writeEntry(entry) === text ? entry : undefined
}

const isTexts = (it: unknown): it is string[] =>
  Array.isArray(it) && it.every((text) => typeof text === 'string')
