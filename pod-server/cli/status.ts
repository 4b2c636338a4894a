import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PartnerRegistry } from '../agent/registry.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { inventory, podsAmong } from '../engine/sqlite/inventory.ts'
import { podsIn, recordedAddress } from '../server/data-folder.ts'
import { readOperatorToken } from '../server/operator-token.ts'
import type { ServerNumbers } from '../server/ServerStatus.ts'
import type { Settings } from '../settings.ts'
import { appFolder, builtApps } from '../sites/built-apps.ts'
import { appVersion, differences, readPins } from '../sites/pins.ts'
import { readFolder } from '../sites/static-files.ts'
import type { Command } from './command.ts'
import { explained } from './explained.ts'
import { type Line, running } from './running.ts'

/** What there is, in numbers; no name of anybody. */
export async function status({ settings: { dataFolder, apps }, print }: Command): Promise<void> {
  const file = await podsIn(dataFolder)
  const ids = (await new PartnerRegistry(dataFolder).all()).map(({ id }) => id)
  const { pods, resources, bytes, values, writes, version, sqlite } = await explained(file, () =>
    inventory(file),
  )
  // A partner has a pod of its own name, for its WebID.
  const partners = await explained(file, () => podsAmong(file, ids))
  const sizes = await Promise.all(
    [file, `${file}-wal`].map((it) =>
      stat(it).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const disk = sizes.reduce((sum, size) => sum + size, 0)
  const numbers = await serverNumbers(dataFolder)
  const lines: readonly Line[] = [
    [{ fr: 'espaces de citoyens', en: 'pods of citizens' }, pods - partners],
    [{ fr: 'espaces de partenaires', en: 'pods of partners' }, partners],
    [{ fr: 'ressources', en: 'resources' }, resources],
    [{ fr: 'octets écrits', en: 'bytes written' }, bytes],
    [{ fr: 'octets sur le disque', en: 'bytes on disk' }, disk],
    [{ fr: 'valeurs (comptes, sessions…)', en: 'values (accounts, sessions…)' }, values],
    [{ fr: 'dernières écritures connues', en: 'last writes known' }, writes],
    [{ fr: 'dernière version', en: 'last version' }, version],
    [{ fr: 'SQLite', en: 'SQLite' }, sqlite],
    [{ fr: 'Node.js', en: 'Node.js' }, process.versions.node],
    ...(await appVersions(apps)),
    [
      { fr: 'serveur', en: 'server' },
      pick(numbers ? { fr: 'en marche', en: 'running' } : { fr: 'arrêté', en: 'stopped' }),
    ],
    ...(numbers ? running(numbers) : []),
  ]
  for (const [name, value] of lines) print(`${pick(name).padEnd(30)} ${value}`)
}

/** What each app is: one name for all its files as they were built, where they still are. */
async function appVersions(apps: Settings['apps']): Promise<Line[]> {
  const built = await readPins(builtApps)
  return Promise.all(
    apps.map(async ({ id }): Promise<Line> => {
      const app = appFolder(id)
      const pins = built.get(app)
      const isAsBuilt = pins && differences(pins, await readFolder(join(builtApps, app))).length === 0
      return [{ fr: `application ${id}`, en: `app ${id}` }, isAsBuilt ? appVersion(app, pins) : pick(altered)]
    }),
  )
}

const altered: Bilingual = {
  fr: 'ses fichiers ne sont pas ceux de la construction : elle ne peut être servie ; lancez npm run build',
  en: 'its files are not those of the build: it cannot be served; run npm run build',
}

/** Asked of the server that runs on the folder; undefined where none does. */
async function serverNumbers(dataFolder: string): Promise<ServerNumbers | undefined> {
  const token = await readOperatorToken(dataFolder)
  const address = await recordedAddress(dataFolder)
  if (!token || !address) return undefined
  try {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${address}.status`, { headers, signal: AbortSignal.timeout(5000) })
    return answer.ok ? ((await answer.json()) as ServerNumbers) : undefined
  } catch {
    return undefined
  }
}
