import { pick } from '../bilingual.ts'
import { startServer } from '../server/start.ts'
import type { Command } from './main.ts'

/** Starts an empty server, prints one line when it is ready, and ends with Ctrl-C or SIGTERM. */
export async function serve({ settings, print }: Command): Promise<void> {
  const server = await startServer(settings)
  print(pick({ fr: `Prêt : ${settings.baseUrl}`, en: `Ready: ${settings.baseUrl}` }))
  await interrupted()
  await server.stop()
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
}
