import type { Entry } from '#vocab/journal/entry'
import { leftOf } from './clipped.ts'

/**
 * Whether an entry names a resource, or what describes it (`.acl`, `.meta`); of a container, which ends with a slash,
 * anything below it too. One name of several is enough. Of a name that was clipped, that it may be it is enough. Pure.
 */
export function isNamedIn({ resources }: Entry, resource: string): boolean {
  const isContainer = resource.endsWith('/')
  // `x` and `x/` are one name (Solid §3.1), and somebody may have asked for either.
  const own = isContainer ? [resource.slice(0, -1)] : [resource, `${resource}.acl`, `${resource}.meta`]
  return resources.some((name) => {
    const left = leftOf(name)
    if (isContainer && (left ?? name).startsWith(resource)) return true
    return left === undefined ? own.includes(name) : [resource, ...own].some((it) => it.startsWith(left))
  })
}
