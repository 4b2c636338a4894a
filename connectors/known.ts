/** As `T`, where what is optional may also be said to be `undefined`: so a parser writes one literal. */
export type Loose<T> = {
  readonly [K in keyof T]: Partial<Pick<T, K>> extends Pick<T, K> ? T[K] | undefined : T[K]
}

/** The same record, without the fields of which nothing is known. */
export function known<T extends object>(record: Loose<T>): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}
