import { pick } from '../bilingual.ts'
import { folderLost } from '../server/folder-errors.ts'
import { startServer } from '../server/start.ts'
import type { Command } from './command.ts'
import { aborted, interruption } from './interruption.ts'

/** Starts an empty server, prints one line when it is ready, and ends with Ctrl-C or SIGTERM. */
export async function serve({ settings, print }: Command): Promise<void> {
  const signal = interruption()
  const server = await startServer(settings)
  if (!signal.aborted) print(pick({ fr: `Prêt : ${settings.baseUrl}`, en: `Ready: ${settings.baseUrl}` }))
  await aborted(AbortSignal.any([signal, server.lost]))
  await server.stop()
  if (server.lost.aborted) throw folderLost(settings.dataFolder)
}
