import { parseContentType } from '@solid/community-server'
import { Recent } from '../Recent.ts'
import { bestOf, isBest, readAccept } from './accept.ts'

/** In which form something is wanted that is stored as some type. */
export interface Choice {
  /** The type as it is stored, without its parameters. */
  readonly type: string
  /** Whether nothing is wanted more than that. */
  readonly asStored: boolean
  /** The one type that is wanted most. */
  readonly best: string | undefined
}

/** Clients send few different headers; an unusually long one is read each time. */
export const choices = new Recent<Choice | 'unusual'>(2000)
const maxLength = 300

/** Pure. @returns undefined for what is wanted in an unusual way. */
export function choiceOf(contentType: string, accept = ''): Choice | undefined {
  const name = `${contentType}\n${accept}`
  let choice = choices.get(name)
  if (choice === undefined) {
    choice = choose(contentType, accept)
    if (name.length <= maxLength) choices.set(name, choice)
  }
  return choice === 'unusual' ? undefined : choice
}

function choose(contentType: string, accept: string): Choice | 'unusual' {
  const wanted = readAccept(accept)
  if (!wanted) return 'unusual'
  const type = parseContentType(contentType).value
  return { type, asStored: isBest(type, wanted), best: bestOf(wanted) }
}
