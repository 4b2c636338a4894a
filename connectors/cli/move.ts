import { ConnectorError } from '../errors.ts'
import { move } from '../move/move.ts'
import { type OwnCredentials, readOwnFile } from '../move/own-file.ts'
import { isWhole, reportText } from '../move/report.ts'
import { openSession, type PartnerSession } from '../solid/session.ts'
import { type Io, UsageError } from './io.ts'
import { progressBar } from './progress-bar.ts'
import { Misused } from './usage.ts'

export interface MoveFlags {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A citizen’s pod to another Solid server, by their own credentials on both. @returns the exit code. */
export async function moveCommand({ from, to }: MoveFlags, io: Io): Promise<number> {
  if (from === undefined || to === undefined)
    throw new Misused({
      fr: 'Il faut --from <fichier> et --to <fichier>.',
      en: '--from <file> and --to <file> are needed.',
    })
  const [here, there] = [await ownFile(from), await ownFile(to)]
  if (here.pod.startsWith(there.pod) || there.pod.startsWith(here.pod))
    throw new UsageError({
      fr: 'C’est deux fois le même espace : donnez l’ancien et le nouveau.',
      en: 'This is the same pod twice: give the old one and the new one.',
    })
  const interrupt = new AbortController()
  const onSignal = (): void => interrupt.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  const sessions = [await openOwn(here)]
  try {
    const [source] = sessions
    const target = await openOwn(there)
    sessions.push(target)
    const onProgress = progressBar(io, { fr: 'Copie', en: 'Copying' })
    const report = await move(
      { ...here, fetch: source?.fetch ?? target.fetch },
      { ...there, fetch: target.fetch },
      { at: new Date(), signal: interrupt.signal, onProgress },
    )
    io.out(reportText(report, io.lang))
    if (isWhole(report)) {
      io.note(
        {
          fr: 'Tout est là-bas, comme ici. L’ancien espace est encore là : c’est à vous de l’effacer.',
          en: 'All is there, as it is here. The old pod is still there: it is yours to erase.',
        }[io.lang],
      )
      return 0
    }
    io.note(
      {
        fr: 'Tout n’est pas là-bas comme ici : voyez ci-dessus, puis relancez. N’effacez pas encore l’ancien espace.',
        en: 'Not all is there as it is here: see above, then run this again. Do not erase the old pod yet.',
      }[io.lang],
    )
    return 4
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    for (const session of sessions) await session.close()
  }
}

/** @throws ConnectorError as `openSession` does, in the words of the citizen. */
async function openOwn(credentials: OwnCredentials): Promise<PartnerSession> {
  try {
    return await openSession(credentials)
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'login-refused') throw error
    throw new ConnectorError(
      'login-refused',
      {},
      {
        fr: `${credentials.issuer} refuse vos identifiants, ou ne répond pas. Vérifiez le fichier, ou créez une autre clé sur la page de votre compte là-bas.`,
        en: `${credentials.issuer} refuses your credentials, or does not answer. Check the file, or make another key on your account’s page there.`,
      },
    )
  }
}

/** @throws UsageError */
async function ownFile(path: string): Promise<OwnCredentials> {
  const found = await readOwnFile(path)
  if (found) return found
  throw new UsageError({
    fr: `${path} n’est pas là, ou n’est pas entier : il y faut webId, pod, issuer, clientId et clientSecret. Ces deux derniers, créez-les sur la page de votre compte : « Connexions, mot de passe, clés », « Créer une clé ».`,
    en: `${path} is not there, or not whole: it needs webId, pod, issuer, clientId and clientSecret. Make the last two on your account’s page: “Log-ins, password, keys”, “Make a key”.`,
  })
}
