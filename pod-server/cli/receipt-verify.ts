import { readFile } from 'node:fs/promises'
import { DPV } from '#vocab/namespaces'
import { type ReceiptKey, readReceiptKeys, verifyReceipt } from '#vocab/receipt'
import { receiptFaultWords } from '#vocab/receipt-faults'
import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { keysPath } from '../receipts/keys-path.ts'
import type { Command } from './command.ts'
import { receiptTerms } from './receipt-terms.ts'
import { allWords, fileWord, pathOf } from './words.ts'

/** Verifies a receipt, by keys in a file without any network; those of this server's address where none are named. */
export async function receiptVerify({ settings, words, flags, print }: Command): Promise<void> {
  const [file] = allWords(words, [fileWord])
  const text = await readFile(pathOf(file), 'utf8').catch((cause: unknown) => {
    throw unread(file ?? '', cause)
  })
  const keys = await readKeys(flags['keys'] || `${settings.baseUrl.replace(/\/$/, '')}${keysPath}`)
  const found = await verifyReceipt(text.trim(), keys)
  if (typeof found === 'string') throw new PodError('not-a-receipt', receiptFaultWords[found])
  const { iss, receipt, recorded, statement } = found
  const { subjects, until } = receiptTerms(receipt.record, recorded)
  const isGrant = receipt.status === `${DPV}ConsentGiven`
  for (const [name, value] of [
    [
      { fr: 'reçu valable', en: 'valid receipt' },
      pick(
        isGrant
          ? { fr: 'consentement donné', en: 'consent given' }
          : { fr: 'consentement retiré', en: 'consent withdrawn' },
      ),
    ],
    [{ fr: 'à', en: 'at' }, receipt.created],
    [{ fr: 'citoyen', en: 'citizen' }, receipt.dataSubject],
    [{ fr: 'destinataire', en: 'recipient' }, receipt.recipient],
    // What the citizen agreed to: it is their own file, on their own screen.
    ...subjects.flatMap(({ category, why, containers }) => [
      [{ fr: 'quoi', en: 'what' }, pick(category)] as const,
      [{ fr: 'pourquoi', en: 'why' }, pick(why)] as const,
      ...containers.map((it) => [{ fr: 'où', en: 'where' }, it] as const),
    ]),
    [{ fr: 'jusqu’à', en: 'until' }, until ?? pick(untilWithdrawn)],
    [{ fr: 'enregistrement', en: 'record' }, receipt.record],
    [{ fr: 'enregistré par', en: 'recorded by' }, iss],
  ] as const)
    print(`${pick(name).padEnd(16)} ${printable(value)}`)
  print(pick(statement))
}

const untilWithdrawn: Bilingual = { fr: 'votre retrait', en: 'you withdraw it' }

/** Nothing that a receipt says moves the cursor of whoever reads it. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, '?')

async function readKeys(source: string): Promise<readonly ReceiptKey[]> {
  try {
    const text = /^https?:\/\//.test(source)
      ? await (await fetch(source, { signal: AbortSignal.timeout(10_000) })).text()
      : await readFile(pathOf(source), 'utf8')
    return readReceiptKeys(text)
  } catch (cause) {
    throw unread(source, cause)
  }
}

const unread = (source: string, cause: unknown): PodError =>
  new PodError(
    'not-found',
    {
      fr: `Illisible : ${source}. Les clés sont à l’adresse ${keysPath} du serveur (--keys <fichier ou adresse>).`,
      en: `Cannot be read: ${source}. The keys are at ${keysPath} of the server (--keys <file or address>).`,
    },
    { cause },
  )
