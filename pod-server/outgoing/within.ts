/** What a promise brings, or undefined once the signal has come: what it brings later is nobody's. */
export async function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let end = (): void => undefined
  const ended = new Promise<undefined>((done) => {
    end = () => done(undefined)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  try {
    return await Promise.race([promise, ended])
  } finally {
    signal.removeEventListener('abort', end)
  }
}
