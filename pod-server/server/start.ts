import { createServer } from 'node:net'
import { join } from 'node:path'
import { type App, getLoggerFor } from '@solid/community-server'
import { closeProofs, openProofs } from '../credentials/kept-proofs.ts'
import type { ReplaySet } from '../credentials/ReplaySet.ts'
import { EngineError } from '../engine/errors.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { PodError } from '../errors.ts'
import { cookieNames } from '../identity/cookie-names.ts'
import { Journal } from '../journal/Journal.ts'
import { keepingUp } from '../journal/upkeep.ts'
import { type MailSettings, readMail } from '../mail/mail-settings.ts'
import { packageRoot } from '../package-root.ts'
import { appSite, type Settings } from '../settings.ts'
import { assertCertifies, readCertificate } from '../tls/certificate.ts'
import { assertSameAddress, claimDataFolder, recordAddress } from './data-folder.ts'
import { engineFile } from './engine-file.ts'
import { takesNoWrites } from './folder-errors.ts'
import { assertUnheld, lockFile, watchLock } from './folder-lock.ts'
import { assertNotHalfRestored } from './half-restored.ts'
import { dropOperatorToken, makeOperatorToken } from './operator-token.ts'

const logger = getLoggerFor('Journals')

export interface RunningServer {
  /** Stops listening, ends open connections, closes the storage. */
  readonly stop: () => Promise<void>
  /** Aborted when the folder is no longer this server's: it has to stop. */
  readonly lost: AbortSignal
}

/**
 * Composes and starts the server; it is ready when this returns.
 *
 * @throws PodError `folder-not-writable`, `folder-in-use`, `half-restored`, `other-address`, `port-in-use`, `bad-settings`,
 *   `storage-failed`.
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const mail = readMail(process.env)
  // Composing takes seconds: what can be known to fail is said before, and before anything is made.
  if (settings.tls) assertCertifies(readCertificate(settings.tls), settings)
  await assertNotHalfRestored(settings.dataFolder)
  await assertSameAddress(settings.dataFolder, settings.baseUrl)
  await assertUnheld(settings.dataFolder)
  await assertPortFree(settings)
  const release = await claimDataFolder(settings)
  try {
    const running = await runOn(settings, mail)
    const { lost, end } = watchLock(settings.dataFolder)
    return {
      lost,
      stop: async () => {
        end()
        await running.stop()
        // It may be another server's by then.
        if (!lost.aborted) await dropOperatorToken(settings.dataFolder)
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** On a folder that is ours. */
async function runOn(
  settings: Settings,
  mail: MailSettings | undefined,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { dataFolder, baseUrl, limits } = settings
  const ends: (() => Promise<void>)[] = []
  // The last begun ends first.
  const stop = async () => {
    for (const end of ends.reverse()) await end()
  }
  try {
    const engine = await SqliteEngine.open(engineFile(dataFolder), limits.podBytes, lockFile(dataFolder))
    ends.push(() => engine.close())
    const token = await makeOperatorToken(dataFolder)
    const homeApp = appSite(settings, 'home').clientId
    const journal = await Journal.begin({ engine, baseUrl, homeApp })
    ends.push(() => journal.end())
    const proofs = await openProofs(engine)
    ends.push(() => closeProofs(engine, proofs))
    const app = await run(settings, engine, token, mail, journal, proofs)
    ends.push(keepingUp(engine, (error) => logger.error(`Journals not kept up: ${error.message}`)))
    ends.push(() => app.stop())
    return { stop }
  } catch (error) {
    await stop()
    const reason = reasonOf(error)
    throw reason === undefined ? error : takesNoWrites(dataFolder, reason, error)
  }
}

/** Of the storage, in SQLite's words; undefined for what is no fault of it. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof EngineError) return String(error.cause ?? error.code)
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined
}

async function run(
  settings: Settings,
  engine: PodEngine,
  operatorToken: string,
  mail: MailSettings | undefined,
  journal: Journal,
  proofs: ReplaySet,
): Promise<App> {
  const app = await composeApp({
    'urn:traboule:variable:mail': mail,
    'urn:solid-server:default:variable:baseUrl': settings.baseUrl,
    'urn:solid-server:default:variable:loggingLevel': settings.logLevel,
    'urn:solid-server:default:variable:showStackTrace': false,
    'urn:solid-server:default:variable:workers': 1,
    'urn:traboule:variable:settings': settings,
    'urn:traboule:variable:engine': engine,
    'urn:traboule:variable:journal': journal,
    'urn:traboule:variable:proofs': proofs,
    'urn:traboule:variable:operatorToken': operatorToken,
    'urn:traboule:variable:accountCookie': cookieNames(settings.baseUrl).account,
    'urn:traboule:variable:homeApp': appSite(settings, 'home').clientId,
    'urn:traboule:variable:podTemplates': join(packageRoot, 'pod-server/templates/pod'),
  })
  try {
    await app.start()
    await recordAddress(settings)
  } catch (error) {
    await app.stop().catch(() => undefined)
    throw asPodError(error, settings)
  }
  return app
}

/** The parts of config/, in the order that the build found (scripts/compose.mjs). */
async function composeApp(variables: Readonly<Record<string, unknown>>): Promise<App> {
  const { compose } = await import('#composition')
  return compose(variables)
}

async function assertPortFree(settings: Settings): Promise<void> {
  const probe = createServer()
  await new Promise<void>((done, fail) => {
    probe.once('error', (error) => fail(asPodError(error, settings)))
    probe.listen(settings.port, settings.host, () => probe.close(() => done()))
  })
}

function asPodError(error: unknown, { host, port }: Settings): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new PodError(
        'port-in-use',
        {
          fr: `Le port ${port} est déjà pris sur ${host} : arrêtez l’autre programme, ou choisissez un port et un dossier (npm start -- --port 3100 --data ./my-data).`,
          en: `Port ${port} is in use on ${host}: stop the other program, or choose a port and a folder (npm start -- --port 3100 --data ./my-data).`,
        },
        { cause: error },
      )
    case 'EACCES':
      return new PodError(
        'port-in-use',
        {
          fr: `Le port ${port} n’est pas ouvert à cet utilisateur : choisissez-en un au-dessus de 1023 avec --port.`,
          en: `Port ${port} may not be opened by this user: choose one above 1023 with --port.`,
        },
        { cause: error },
      )
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new PodError(
        'bad-settings',
        {
          fr: `--host doit être une interface de cette machine, comme 127.0.0.1, pas « ${host} ».`,
          en: `--host must be an interface of this machine, such as 127.0.0.1, not "${host}".`,
        },
        { cause: error },
      )
    default:
      return error
  }
}
