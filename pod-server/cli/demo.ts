import { seed } from '../demo/seed.ts'
import { table } from '../demo/table.ts'
import { startServer } from '../server/start.ts'
import type { Command } from './main.ts'
import { Progress } from './progress.ts'
import { interrupted } from './serve.ts'

/** The whole demonstration: the server, two citizens, two partners, their files imported by the partners' own processes. */
export async function demo({ settings, print }: Command): Promise<void> {
  const progress = new Progress(print)
  progress.step({ fr: 'Démarrage du serveur', en: 'Starting the server' })
  const server = await startServer(settings)
  try {
    await seed(settings, progress)
    progress.done()
    print(table(settings))
    await interrupted()
  } finally {
    await server.stop()
  }
}
