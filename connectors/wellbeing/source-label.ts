/** A device by its kind, an application by its name: `Camille’s iPhone` and `iPhone de Camille` are `iPhone`. */
export function sourceLabel(name: string): string {
  const [device] = /iPhone|iPad|iPod|Apple\s?Watch|\bMac(Book)?\b/i.exec(name) ?? []
  return (device ?? name).replace(/\s+/g, ' ').trim().slice(0, 100) || '?'
}
