import { Apps } from '../agent/apps.ts'
import { isDevelopment, isPlainAddress } from '../agent/plain-address.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import type { Found } from '../outgoing/get.ts'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import type { Unread } from '../outgoing/unread.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Settings } from '../settings.ts'
import { clientDocumentTypes, isFault, maxClientDocument } from '../sites/client-metadata.ts'
import { type AppDescription, readClientDocument } from '../sites/read-client-document.ts'
import type { Command } from './command.ts'

/** Registers an app of somebody else, as its Client ID document describes it now. */
export async function addAppCommand({ settings, words, print }: Command): Promise<void> {
  const [address] = words
  if (!address || !isPlainAddress(address, isDevelopment(settings.baseUrl))) throw noAddress()
  await assertSameAddress(settings.dataFolder, settings.baseUrl)
  const app = readClientDocument(await read(address, settings), address)
  if (isFault(app)) throw refused(address, app.fault)
  // It could ask for nothing: a term that is misspelt says nothing.
  if (app.needs.length === 0) throw refused(address, noNeed)
  await new Apps(settings).register(app)
  for (const line of said(app)) print(line)
}

function said({ name, url, needs }: AppDescription): string[] {
  const lines = needs.map((need) => `  ${need.category.padEnd(12)} ${pick(need.why)}`)
  return [`${pick(name)}  ${url}`, ...lines]
}

/** As the server itself reads it, when somebody logs in to the app. */
async function read(address: string, settings: Settings): Promise<Found | Unread> {
  // The call of a server keeps no process from ending, and this one is here for nothing else.
  const awake = setInterval(() => undefined, 1000)
  try {
    return await new OutgoingReader(settings).call(address, clientDocumentTypes, maxClientDocument)
  } finally {
    clearInterval(awake)
  }
}

const noNeed: Bilingual = {
  fr: 'interop:hasAccessNeedGroup n’y dit aucun besoin (interop:hasAccessNeed).',
  en: 'Its interop:hasAccessNeedGroup says no need (interop:hasAccessNeed).',
}

const refused = (address: string, { fr, en }: Bilingual): PodError =>
  new PodError('bad-client-document', {
    fr: `Le document ${address} ne peut être enregistré. ${fr} C’est à l’éditeur de l’application de le corriger.`,
    en: `The document ${address} cannot be registered. ${en} The app’s maker must mend it.`,
  })

const noAddress = (): PodError =>
  new PodError('bad-usage', {
    fr: 'Donnez l’adresse du Client ID Document, en https : traboule-pod app add https://app.example/id',
    en: 'Give the address of its Client ID document, by https: traboule-pod app add https://app.example/id',
  })
