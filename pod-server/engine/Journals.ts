import type { Mark, Sealed } from '#vocab/journal/chain'
import type { Entry } from '#vocab/journal/entry'
import type { Bounds } from '#vocab/journal/verify'

/** A line to be written down in the journal of a pod. */
export interface Noted {
  readonly pod: string
  readonly entry: Entry
}

/**
 * The journals of the pods: one chain each. What changes a pod is written down by its own commit (`Commit.by`), what
 * changes nothing by `note`.
 */
export interface Journals {
  /**
   * From now on reads are noted in memory first. Where that ended the last time without `end`, each journal says so in a
   * line of its own.
   */
  begin(): Promise<void>
  /** All that was to be noted is. */
  end(): Promise<void>
  /** In the order given, in one transaction; of pods that are not there nothing. @throws EngineError `failed`, `closed` */
  note(noted: readonly Noted[]): Promise<void>
  /** Forgets the lines of before a moment; the rest stays verifiable. */
  prune(pod: string, before: number): Promise<void>
  /**
   * Erases what the lines say that name a resource (as an entry writes it) or, of a container, anything below it, and their
   * salt; their commitment stays, and with it the chain. A line that names others too is erased as a whole: it was
   * committed to as one. @returns how many
   */
  erase(pod: string, resource: string): Promise<number>

  /** Undefined where nothing was ever written down. */
  bounds(pod: string): Promise<Bounds | undefined>
  /** At most `limit` lines from a number on. */
  lines(pod: string, from: number, limit: number): Promise<readonly Sealed[]>
  /** How many lines were erased, of those from a number to another. */
  erased(pod: string, from: number, to: number): Promise<number>
  /** The number of the first line of a moment or after; one after the last where there is none. */
  placeOf(pod: string, moment: number): Promise<number>
  /** Pods that have a journal, in the order of their names, at most `limit`, after the name `after`. */
  pods(limit: number, after?: string): Promise<readonly string[]>
  /** Where a journal was at a moment; undefined when it had not begun, or that was pruned. */
  markAt(pod: string, moment: number): Promise<Mark | undefined>
}
