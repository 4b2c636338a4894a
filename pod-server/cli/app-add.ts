import { Apps } from '../agent/apps.ts'
import { isDevelopment, isPlainAddress } from '../agent/plain-address.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import { type AppDescription, readClientDocument } from '../sites/read-client-document.ts'
import type { Command } from './command.ts'

const maxBytes = 64 * 1024
const maxMs = 10_000

/** Registers an app of somebody else, as its Client ID document describes it now. */
export async function addAppCommand({ settings, words, print }: Command): Promise<void> {
  const [address] = words
  if (!address || !isPlainAddress(address, isDevelopment(settings.baseUrl))) throw noAddress()
  await assertSameAddress(settings.dataFolder, settings.baseUrl)
  const app = readClientDocument(await read(address), address)
  if ('fault' in app) throw refused(address, app.fault)
  await new Apps(settings).register(app)
  for (const line of said(app)) print(line)
}

function said({ name, url, needs }: AppDescription): string[] {
  const lines = needs.map((need) => `  ${need.category.padEnd(12)} ${pick(need.why)}`)
  return [`${pick(name)}  ${url}`, ...lines]
}

async function read(address: string): Promise<string> {
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/ld+json, application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(maxMs),
    })
    if (!answer.ok) throw refused(address, { fr: `HTTP ${answer.status}`, en: `HTTP ${answer.status}` })
    return await textOf(answer, address)
  } catch (cause) {
    if (cause instanceof PodError) throw cause
    throw refused(address, { fr: 'il ne répond pas', en: 'it does not answer' }, cause)
  }
}

async function textOf(answer: Response, address: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += (chunk as Uint8Array).byteLength
    if (size > maxBytes)
      throw refused(address, { fr: `plus de ${maxBytes} octets`, en: `more than ${maxBytes} bytes` })
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const refused = (address: string, { fr, en }: Bilingual, cause?: unknown): PodError =>
  new PodError(
    'bad-client-document',
    {
      fr: `Le document ${address} ne peut être enregistré : ${fr}. C’est à qui fait l’application de le corriger.`,
      en: `The document ${address} cannot be registered: ${en}. The app’s maker must mend it.`,
    },
    { cause },
  )

const noAddress = (): PodError =>
  new PodError('bad-usage', {
    fr: 'Donnez l’adresse du Client ID Document, en https : traboule-pod app add https://app.example/id',
    en: 'Give the address of its Client ID document, by https: traboule-pod app add https://app.example/id',
  })
