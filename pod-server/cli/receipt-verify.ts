import { readFile } from 'node:fs/promises'
import { type ErasureClaims, requestOf, verifyErasureProof } from '#vocab/erasure-proof'
import { DPV } from '#vocab/namespaces'
import { type ReceiptFault, type ReceiptKey, readReceiptKeys, verifyReceipt } from '#vocab/receipt'
import { receiptFaultWords } from '#vocab/receipt-faults'
import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { keysPath } from '../receipts/keys-path.ts'
import type { Command } from './command.ts'
import { receiptTerms } from './receipt-terms.ts'
import { allWords, fileWord, pathOf } from './words.ts'

/** Verifies a receipt, or the proof of an erasure, by keys in a file without any network; those of this server's address where none are named. */
export async function receiptVerify({ settings, words, flags, print }: Command): Promise<void> {
  const [file] = allWords(words, [fileWord])
  const text = await readFile(pathOf(file), 'utf8').catch((cause: unknown) => {
    throw new PodError(
      'not-found',
      {
        fr: `Illisible : ${file}. Un citoyen garde le sien depuis « Reçus », « Télécharger le reçu ».`,
        en: `Cannot be read: ${file}. A citizen keeps theirs from “Receipts”, “Download the receipt”.`,
      },
      { cause },
    )
  })
  const keys = await readKeys(flags['keys'] || `${settings.baseUrl.replace(/\/$/, '')}${keysPath}`)
  const found = await verifyReceipt(text.trim(), keys)
  if (found === 'other-type') return printProof(await verifyErasureProof(text.trim(), keys), print)
  if (typeof found === 'string') throw new PodError('not-a-receipt', receiptFaultWords[found])
  const { iss, receipt, recorded, statement } = found
  const { subjects, until } = receiptTerms(receipt.record, recorded)
  const isGrant = receipt.status === `${DPV}ConsentGiven`
  for (const [name, value] of [
    [
      { fr: 'reçu valable', en: 'valid receipt' },
      pick(
        isGrant
          ? { fr: 'autorisation donnée', en: 'grant given' }
          : { fr: 'autorisation retirée', en: 'grant withdrawn' },
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
    [
      isGrant ? { fr: 'jusqu’à', en: 'until' } : { fr: 'allait jusqu’à', en: 'ran until' },
      until ?? pick(untilWithdrawn),
    ],
    [{ fr: 'enregistrement', en: 'record' }, receipt.record],
    [{ fr: 'enregistré par', en: 'recorded by' }, iss],
  ] as const)
    print(`${pick(name).padEnd(16)} ${printable(value)}`)
  print(pick(statement))
}

/** Of an erasure, promised or done. @throws PodError `not-a-receipt` */
function printProof(found: ErasureClaims | ReceiptFault, print: Command['print']): void {
  if (typeof found === 'string') throw new PodError('not-a-receipt', receiptFaultWords[found])
  const { iss, jti, erasure, statement } = found
  const { status, askedAt, dueAt, erasedAt, podSha256, resources, journalHead } = erasure
  const isDone = status === 'done'
  const lines: readonly (readonly [Bilingual, string | undefined])[] = [
    [
      isDone ? { fr: 'preuve valable', en: 'valid proof' } : { fr: 'promesse valable', en: 'valid promise' },
      pick(isDone ? { fr: 'effacé', en: 'erased' } : { fr: 'sera effacé', en: 'to be erased' }),
    ],
    [{ fr: 'demandé à', en: 'asked at' }, askedAt],
    [{ fr: 'prévu à', en: 'due at' }, dueAt],
    [{ fr: 'effacé à', en: 'erased at' }, erasedAt],
    [{ fr: 'demande', en: 'request' }, requestOf({ jti })],
    // Over the request, a line feed and the address: whoever knows that compares.
    [{ fr: 'espace (SHA-256)', en: 'space (SHA-256)' }, podSha256],
    [{ fr: 'ressources', en: 'resources' }, resources === undefined ? undefined : String(resources)],
    [
      { fr: 'fin du journal', en: 'end of the log' },
      journalHead && `${journalHead.number} ${journalHead.hash}`,
    ],
    [{ fr: 'signé par', en: 'signed by' }, iss],
  ]
  for (const [name, value] of lines)
    if (value !== undefined) print(`${pick(name).padEnd(16)} ${printable(value)}`)
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
    throw new PodError(
      'not-found',
      {
        fr: `Les clés ne se lisent pas : ${source}. Elles sont à l’adresse ${keysPath} du serveur (--keys <fichier ou adresse>).`,
        en: `The keys cannot be read: ${source}. They are at ${keysPath} of the server (--keys <file or address>).`,
      },
      { cause },
    )
  }
}
