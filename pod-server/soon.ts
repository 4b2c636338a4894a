/** What is there at once where it is in memory, and else in a moment: who finds it there waits for no turn of its own. */
export type Soon<T> = T | Promise<T>

export const after = <T, U>(value: Soon<T>, next: (value: T) => Soon<U>): Soon<U> =>
  value instanceof Promise ? value.then(next) : next(value)
