/** Adds a value to those of a key: in place, since a group that is copied for each of its members grows with their square. */
export function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const known = groups.get(key)
  if (known) known.push(value)
  else groups.set(key, [value])
}
