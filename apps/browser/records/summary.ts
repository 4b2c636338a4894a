import type { Graph, Node } from '#vocab/graph'
import type { Words } from '../../shared/i18n/t.ts'

/** A record in the language of the screen: one line of a list. */
export interface Summary {
  readonly title: string
  /** What else tells it from others; may be empty. */
  readonly detail: string
  /** What it amounts to: money, energy, a time; may be empty. */
  readonly value: string
}

/** How sure the source is of a value. */
export type Quality = 'measured' | 'estimated' | 'corrected' | 'mixed'

/** A record as it was read. */
export interface Said {
  /** `2025-03-30`, or `2025-03`; empty for what has no date. */
  readonly day: string
  readonly words: () => Summary
  readonly quality?: Quality
  /** Whether it is kept apart from what happened: what an account stood at is no operation. */
  readonly isAside?: boolean
}

/** One class of records, and how it is told. */
export interface Kind {
  /** Its IRI. */
  readonly type: string
  /** Several of them. */
  readonly label: Words
  /** Undefined for what does not conform: it is then shown as anything unknown is. */
  read(node: Node, graph: Graph): Said | undefined
}

export function kind<T>(
  type: string,
  label: Words,
  read: (node: Node, graph: Graph) => T | undefined,
  say: (value: T) => Said,
): Kind {
  return {
    type,
    label,
    read: (node, graph) => {
      const value = read(node, graph)
      return value === undefined ? undefined : say(value)
    },
  }
}

/** Parts that there are, apart. */
export const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ')
