import { pick } from '../bilingual.ts'
import { startCustomerSpace } from '../demo/customer-space.ts'
import { seed } from '../demo/seed.ts'
import { table } from '../demo/table.ts'
import { folderLost } from '../server/folder-errors.ts'
import { startServer } from '../server/start.ts'
import type { Command } from './command.ts'
import { aborted, interruption } from './interruption.ts'
import { Progress } from './progress.ts'

/** The whole demonstration: the server, two citizens, two partners, their files imported by the partners' own processes. */
export async function demo({ settings, print }: Command): Promise<void> {
  const signal = interruption()
  const progress = new Progress(print)
  progress.step({ fr: 'Démarrage du serveur', en: 'Starting the server' })
  const server = await startServer(settings)
  let endSpace = async (): Promise<void> => {}
  try {
    await seed(settings, progress, signal)
    progress.done()
    endSpace = await startCustomerSpace(settings)
    print(table(settings))
    await aborted(AbortSignal.any([signal, server.lost]))
    if (server.lost.aborted) throw folderLost(settings.dataFolder)
  } catch (error) {
    if (!signal.aborted) throw error
    print(
      pick({
        fr: 'Interrompu. Relancez la même commande : elle reprendra où elle en était.',
        en: 'Interrupted. Run the same command again: it will go on from here.',
      }),
    )
  } finally {
    await endSpace()
    await server.stop()
  }
}
