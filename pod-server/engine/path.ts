/** The container that holds a resource; undefined for the root, which nothing holds. */
export function parentOf(path: string): string | undefined {
  if (path === '') return undefined
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The pod that a path lies in: its first name. Pods are the unit of everything: quota, erasure, distribution. */
export function podOf(path: string): string {
  const slash = path.indexOf('/')
  return slash < 0 ? path : path.slice(0, slash)
}
