import { ConnectorError } from '../errors.ts'
import { deliver } from '../runner/deliver.ts'
import { turtle } from '../runner/patch.ts'
import { planImport } from '../runner/plan.ts'
import { safeAddress } from '../solid/address.ts'
import {
  isPartnerId,
  type PartnerCredentials,
  partnersFolder,
  readPartnerFile,
} from '../solid/partner-file.ts'
import { openSession } from '../solid/session.ts'
import { findStorage } from '../solid/storage.ts'
import { exitCodeOf, type Io, UsageError } from './io.ts'
import { progressBar } from './progress-bar.ts'
import { beginning, storedFile } from './stored-file.ts'
import { failureText, summary } from './summary.ts'
import { Misused, noFile } from './usage.ts'
import { connectorFor, connectorsNamed } from './which-connector.ts'

export interface ImportFlags {
  readonly partner?: string | undefined
  readonly to?: string | undefined
  readonly connector?: string | undefined
  readonly storage?: string | undefined
  readonly 'dry-run'?: boolean | undefined
}

/** Reads, checks and sends one file. @returns the exit code. */
export async function importCommand(file: string | undefined, flags: ImportFlags, io: Io): Promise<number> {
  try {
    return await checkAndSend(file, flags, io)
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    const nothing = { fr: 'Rien n’a été écrit.', en: 'Nothing was written.' }
    io.note(`${failureText(error, io.lang)}\n${nothing[io.lang]}`)
    return exitCodeOf(error)
  }
}

async function checkAndSend(file: string | undefined, flags: ImportFlags, io: Io): Promise<number> {
  const { partner: id, to } = flags
  if (file === undefined || id === undefined || to === undefined) throw missing(file, id, to)
  const partner = await partnerOf(id, io.env)
  const own = connectorsNamed(flags.connector ?? partner.connector)
  const source = await storedFile(file)
  const connector = connectorFor(own, await beginning(source), flags.connector !== undefined)
  const storage = flags.storage === undefined ? await findStorage(to) : folder(flags.storage)
  const container = `${storage}data/${connector.domain}/${partner.partner}/`
  const plan = await planImport(connector, source, {
    container,
    partner: partner.webId,
    at: new Date(),
    onProgress: progressBar(io, { fr: 'Documents vérifiés', en: 'Documents checked' }),
  })
  if (flags['dry-run'] === true) {
    for (const { url, quads } of plan.documents) io.out(`# ${url}\n${turtle(quads)}\n`)
    const nothing = {
      added: 0,
      alreadyThere: 0,
      unknown: 0,
      documents: 0,
      documentsTotal: plan.documents.length,
    }
    io.note(summary(plan, nothing, io.lang).trimEnd())
    io.note({ fr: 'Essai à blanc : rien n’a été écrit.', en: 'Dry run: nothing was written.' }[io.lang])
    return 0
  }
  const session = await openSession(partner)
  const interrupt = new AbortController()
  const onSignal = (): void => interrupt.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    const onProgress = progressBar(io, { fr: 'Documents envoyés', en: 'Documents sent' })
    const delivery = await deliver(plan, { fetch: session.fetch, signal: interrupt.signal, onProgress })
    io.out(summary(plan, delivery, io.lang))
    if (delivery.failure === undefined) return 0
    io.note(failureText(delivery.failure, io.lang))
    return delivery.documents > 0 ? 4 : exitCodeOf(delivery.failure)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    await session.close()
  }
}

function missing(file: string | undefined, id: string | undefined, to: string | undefined): UsageError {
  if (file === undefined) return new Misused(noFile)
  const flags = [id === undefined ? '--partner <id>' : '', to === undefined ? '--to <WebID>' : ''].filter(
    Boolean,
  )
  const list = flags.join(', ')
  return new Misused({ fr: `Il manque ${list}.`, en: `${list} is missing.` })
}

/** @throws UsageError where there are no credentials for it. */
export async function partnerOf(id: string, env: NodeJS.ProcessEnv): Promise<PartnerCredentials> {
  const place = partnersFolder(env)
  const partner = isPartnerId(id) ? await readPartnerFile(place, id) : undefined
  if (partner !== undefined) return partner
  throw new UsageError({
    fr: `Pas d’identifiants pour ce partenaire dans ${place}. L’opérateur les crée (traboule-pod partner add) ou, s’ils sont perdus, les renouvelle (traboule-pod partner renew).`,
    en: `No credentials for this partner in ${place}. The operator makes them (traboule-pod partner add) or, where they are lost, renews them (traboule-pod partner renew).`,
  })
}

function folder(address: string): string {
  const { href } = safeAddress(address)
  return href.endsWith('/') ? href : `${href}/`
}
