import { once } from 'node:events'

/** Aborted by the first Ctrl-C or SIGTERM, or when nobody reads the output; a second signal ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    // Stays on: a library that finds no other listener (signal-exit) would end the process in the middle.
    process.on(name, () => (controller.signal.aborted ? process.exit(code) : controller.abort()))
  }
  process.stdout.once('error', () => controller.abort())
  return controller.signal
}

export async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}
