import { HttpError, type ResourceStore } from '@solid/community-server'
import { maxBytes, maxTriples } from '../access/CompiledAcls.ts'
import type { Bilingual } from '../bilingual.ts'
import { quadsAt } from '../storage/quads-at.ts'
import { citedRecords, isRecordOf, standingOf } from './standing.ts'

/** Records that one ACL document may cite. */
const maxCited = 256

const tooLarge: Bilingual = {
  fr: `Ces règles sont trop longues : ${maxTriples} triplets et ${maxBytes / 1024} Kio au plus. Rien n’a été écrit.`,
  en: `These rules are too long: ${maxTriples} triples and ${maxBytes / 1024} KiB at most. Nothing was written.`,
}

const refusals = {
  missing: {
    fr: 'Une de ces règles cite un enregistrement de consentement qui n’existe pas dans cet espace.',
    en: 'One of these rules cites a consent record that is not in this pod.',
  },
  withdrawn: {
    fr: 'Une de ces règles cite un consentement qui a été retiré : demandez-en un nouveau au citoyen.',
    en: 'One of these rules cites a consent that was withdrawn: ask the citizen for a new one.',
  },
} satisfies Record<string, Bilingual>

/**
 * Holds ACL documents to the consent records that their rules cite (DESIGN §7): a rule whose record is missing or
 * withdrawn is not committed, and the commit holds only as long as each record is as it was read.
 */
export class CitedRecords {
  private readonly store: ResourceStore

  constructor(store: ResourceStore) {
    this.store = store
  }

  /**
   * Of an ACL document that somebody is about to commit: one that nothing is decided by would lock its writer out, and
   * whoever lists the rules of the pod would read it again and again.
   *
   * @param bytes - Of the document.
   * @throws HttpError 413 `rules-too-large`.
   */
  async assertSize(acl: string, bytes: number): Promise<void> {
    const isSmall = bytes <= maxBytes && ((await quadsAt(this.store, acl))?.length ?? 0) <= maxTriples
    if (!isSmall)
      throw new HttpError(413, 'PayloadHttpError', `${tooLarge.fr} / ${tooLarge.en}`, {
        errorCode: 'rules-too-large',
      })
  }

  /**
   * Judges an ACL document as it is about to be committed.
   *
   * @param holdTo - Told of each record that the judgement went by.
   * @throws HttpError 409 `consent-missing`, `consent-withdrawn`.
   */
  async judge(acl: string, holdTo: (record: string) => Promise<void>): Promise<void> {
    const records = citedRecords((await quadsAt(this.store, acl)) ?? [])
    if (records.size === 0) return
    if (records.size > maxCited) throw refusal('missing')
    const { origin, pathname } = new URL(acl)
    const pod = `${origin}/${pathname.split('/')[1]}/`
    for (const record of records) {
      if (!isRecordOf(pod, record)) throw refusal('missing')
      const standing = standingOf(record, await quadsAt(this.store, record))
      if (standing !== 'given') throw refusal(standing)
      await holdTo(record)
    }
  }
}

function refusal(standing: keyof typeof refusals): HttpError {
  const { fr, en } = refusals[standing]
  return new HttpError(409, 'ConflictHttpError', `${fr} / ${en}`, { errorCode: `consent-${standing}` })
}
