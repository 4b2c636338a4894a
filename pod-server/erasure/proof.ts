import { type ErasureClaims, erasureProofType, podHash } from '#vocab/erasure-proof'
import { wholeSeconds } from '../agent/agreement.ts'
import type { Bilingual } from '../bilingual.ts'
import type { SigningKey } from '../keys/SigningKeys.ts'
import { signClaims } from '../receipts/receipt.ts'
import type { AskedErasure, Begun } from './asked-erasure.ts'

const promised: Bilingual = {
  fr: 'Ce reçu prouve que ce serveur s’est engagé, à cet instant, à effacer ce compte et cet espace ce jour-là, si la demande n’est pas annulée avant. Il ne prouve pas que c’est fait : la preuve qui le dit est une autre.',
  en: 'This receipt proves that this server undertook, at this instant, to erase this account and this space on that day, unless the request is cancelled before. It does not prove that it is done: another proof says that.',
}
const done: Bilingual = {
  fr: 'Cette preuve dit que ce serveur a effacé cet espace et son compte, à cet instant. Elle ne prouve rien de plus : ni que ses sauvegardes d’avant sont détruites, ni que les partenaires et les applications ont effacé ce qu’ils détiennent, ni qu’un opérateur qui aurait changé le logiciel n’en a pas gardé de copie.',
  en: 'This proof says that this server erased this space and its account, at this instant. It proves no more: neither that its back-ups of before are destroyed, nor that partners and apps have erased what they hold, nor that an operator who altered the software kept no copy.',
}

type Asked = Pick<AskedErasure, 'id' | 'pod' | 'asked' | 'due'>

/** Signed as it is asked for. */
export async function promiseOf(server: string, asked: Asked, key: SigningKey): Promise<string> {
  const claims: ErasureClaims = {
    iss: server,
    iat: Math.floor(asked.asked / 1000),
    jti: `${asked.id}-1`,
    erasure: { status: 'promised', ...(await termsOf(asked)) },
    statement: promised,
  }
  return signClaims(erasureProofType, claims, key)
}

/** Signed once nothing is left. `now`: UTC milliseconds. */
export async function proofOf(
  server: string,
  asked: Asked,
  begun: Begun,
  now: number,
  key: SigningKey,
): Promise<string> {
  const { resources, journalHead } = begun
  const claims: ErasureClaims = {
    iss: server,
    iat: Math.floor(now / 1000),
    jti: `${asked.id}-2`,
    erasure: {
      status: 'done',
      ...(await termsOf(asked)),
      erasedAt: wholeSeconds(now),
      resources,
      ...(journalHead ? { journalHead } : {}),
    },
    statement: done,
  }
  return signClaims(erasureProofType, claims, key)
}

const termsOf = async ({ id, pod, asked, due }: Asked) => ({
  ...(pod === undefined ? {} : { podSha256: await podHash(id, pod) }),
  askedAt: wholeSeconds(asked),
  dueAt: wholeSeconds(due),
})
