/** What a table has for a key that anybody may have chosen, such as `constructor`, which every object has. Pure. */
export const known = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined
