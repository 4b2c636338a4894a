import { access, constants, mkdir, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { AppRunner } from '@solid/community-server'
import { PodError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import { appSite, type Settings } from '../settings.ts'

export interface RunningServer {
  /** Stops listening, ends open connections, closes the storage. */
  readonly stop: () => Promise<void>
}

/**
 * Composes and starts the server; it is ready when this returns.
 *
 * @throws PodError `folder-not-writable`, `port-in-use`.
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
  await assertWritable(settings.dataFolder)
  // Composing takes seconds: what can be known to fail is said before.
  await assertPortFree(settings)
  const app = await new AppRunner().create({
    config: join(packageRoot, 'pod-server/config/pod.json'),
    loaderProperties: { mainModulePath: packageRoot, logLevel: 'error' },
    shorthand: {
      baseUrl: settings.baseUrl,
      port: settings.port,
      rootFilePath: join(settings.dataFolder, 'pods'),
      loggingLevel: settings.logLevel,
    },
    variableBindings: {
      'urn:traboule:variable:settings': settings,
      'urn:traboule:variable:homeApp': appSite(settings, 'home').clientId,
      'urn:traboule:variable:podTemplates': join(packageRoot, 'pod-server/templates/pod'),
    },
  })
  try {
    await app.start()
  } catch (error) {
    await app.stop().catch(() => undefined)
    throw asPodError(error, settings)
  }
  return { stop: () => app.stop() }
}

async function assertWritable(folder: string): Promise<void> {
  try {
    await makeFolder(join(folder, 'pods'))
    await access(join(folder, 'pods'), constants.W_OK)
  } catch (cause) {
    const sentence = {
      fr: `Le dossier de données ${folder} ne peut pas être écrit : choisissez-en un autre avec --data.`,
      en: `The data folder ${folder} cannot be written: choose another with --data.`,
    }
    throw new PodError('folder-not-writable', sentence, { cause })
  }
}

/** As `mkdir -p`. Node's own recursive mkdir never returns where the system answers ENOENT, as it does below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const make = (path: string) =>
    mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error
    })
  try {
    await make(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await make(folder)
  }
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
          fr: `Le port ${port} est déjà pris sur ${host} : arrêtez l’autre programme ou choisissez un port avec --port.`,
          en: `Port ${port} is in use on ${host}: stop the other program or choose another port with --port.`,
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
    default:
      return error
  }
}
