import type { Quad } from '@rdfjs/types'
import { HttpError } from '@solid/community-server'
import { TB } from '#vocab/namespaces'
import { maxBytes, maxTriples } from '../access/CompiledAcls.ts'
import { conditionsElsewhere } from '../access/conditions.ts'
import { ownGroupsIn } from '../access/own-groups.ts'
import type { Refusal } from '../server/refusal.ts'
import { pathOf, quadsAt, quadsBefore } from '../storage/quads-at.ts'
import { basis } from '../storage/request.ts'
import type { UnitOfWork } from '../storage/UnitOfWork.ts'
import { citingRules } from './citing-rules.ts'
import { citedRecords, isRecordOf, standingOf } from './standing.ts'

/** Records that one ACL document may cite. */
const maxCited = 256

const refusals = {
  tooLarge: {
    status: 413,
    code: 'rules-too-large',
    message: {
      fr: `Ces règles sont trop longues : ${maxTriples} triplets et ${maxBytes / 1024} Kio au plus. Rien n’a été écrit.`,
      en: `These rules are too long: ${maxTriples} triples and ${maxBytes / 1024} KiB at most. Nothing was written.`,
    },
  },
  missing: {
    status: 409,
    code: 'consent-missing',
    message: {
      fr: 'Une de ces règles cite un enregistrement de consentement qui n’existe pas dans cet espace.',
      en: 'One of these rules cites a consent record that is not in this pod.',
    },
  },
  withdrawn: {
    status: 409,
    code: 'consent-withdrawn',
    message: {
      fr: 'Une de ces règles cite un consentement qui a été retiré : demandez-en un nouveau au citoyen.',
      en: 'One of these rules cites a consent that was withdrawn: ask the citizen for a new one.',
    },
  },
  elsewhere: {
    status: 409,
    code: 'condition-elsewhere',
    message: {
      fr: 'Une de ces règles dépend d’une condition que ce document ne dit pas : elle ne donnerait accès à personne, pas même à vous. Rien n’a été écrit. Copiez la condition avec la règle.',
      en: 'One of these rules depends on a condition that this document does not hold: it would give access to nobody, not even to you. Nothing was written. Copy the condition with the rule.',
    },
  },
  ownGroups: {
    status: 409,
    code: 'own-groups',
    message: {
      fr: 'Une application a accès à tout cet espace, et pourrait changer un groupe qui y est écrit : elle déciderait ainsi qui a accès. Rien n’a été écrit. Nommez les personnes, ou retirez d’abord son accès à l’application, depuis votre compte.',
      en: 'An app has access to all of this space, and could change a group that is written in it: so it would decide who has access. Nothing was written. Name the people, or first withdraw the app’s access, from your account.',
    },
  },
  inForce: {
    status: 409,
    code: 'grant-in-force',
    message: {
      fr: 'Une autorisation est en cours ici, et disparaîtrait sans être retirée : rien n’a été effacé. Retirez-la d’abord, ou déconnectez le partenaire, depuis votre compte ou votre espace.',
      en: 'A grant is in force here, and would be gone without being withdrawn: nothing was deleted. First withdraw it, or disconnect the partner, from your account or your space.',
    },
  },
} satisfies Record<string, Refusal>

/**
 * Of an ACL document that somebody is about to commit: one that nothing is decided by would lock its writer out, and
 * whoever lists the rules of the pod would read it again and again.
 *
 * @throws HttpError 413 `rules-too-large`.
 */
export async function assertSize(work: UnitOfWork, acl: string): Promise<void> {
  const { size = 0 } = (await work.get(pathOf(acl))) ?? {}
  const isSmall = size <= maxBytes && ((await quadsAt(work, acl))?.length ?? 0) <= maxTriples
  if (!isSmall) throw refusal('tooLarge')
}

/**
 * Judges the ACL documents that a unit of work has changed, before it is committed. The commit then holds only as long as
 * what was judged by (DESIGN §7):
 *
 * - a rule whose consent record is missing or withdrawn is not committed;
 * - nor, while an app is let into all of the pod, one that counts on another group than before which that app could write;
 * - nor one with a condition that is not in the document, as programs make when they copy rules from another and know of no
 *   conditions: it never matches (WAC §5.3.2), so its writer would lock themselves out;
 * - what a consent record says is open here is ended by those alone who have Control, or by its withdrawal.
 *
 * @throws HttpError 409 `consent-missing`, `consent-withdrawn`, `own-groups`, `condition-elsewhere`,
 * `grant-in-force`.
 */
export async function assertRules(work: UnitOfWork): Promise<void> {
  const judged = new Set<string>()
  for (const acl of work.rules) {
    const quads = await quadsAt(work, acl)
    if (quads) {
      await assertCited(work, acl, quads, judged)
      await assertGroups(work, acl, quads)
      await assertConditions(work, acl, quads)
    } else await assertEnded(work, acl)
  }
}

/** `judged`: the records that are known to stand; there may be hundreds of rules that cite the same. */
async function assertCited(
  work: UnitOfWork,
  acl: string,
  quads: readonly Quad[],
  judged: Set<string>,
): Promise<void> {
  const records = citedRecords(quads)
  if (records.size > maxCited) throw refusal('missing')
  for (const record of records) {
    if (!isRecordOf(podOf(acl), record)) throw refusal('missing')
    if (judged.has(record)) continue
    const standing = standingOf(record, await quadsAt(work, record))
    if (standing !== 'given') throw refusal(standing)
    await work.holdTo(pathOf(record))
    judged.add(record)
  }
}

async function assertGroups(work: UnitOfWork, acl: string, quads: readonly Quad[]): Promise<void> {
  const pod = podOf(acl)
  const groups = ownGroupsIn(pod, quads)
  if (groups.size === 0) return
  // Whoever lets an app in at the same time writes there: one of the two comes second, and sees the other's.
  const root = `${pod}.acl`
  await work.holdTo(pathOf(root))
  const atRoot = citingRules((await quadsAt(work, root)) ?? [], Date.now())
  if (!atRoot.some(({ isOnWholeSpace }) => isOnWholeSpace)) return
  // What takes a rule out leaves those that stood beside it.
  const before = ownGroupsIn(pod, (await quadsBefore(work, acl)) ?? [])
  if ([...groups].some((it) => !before.has(it))) throw refusal('ownGroups')
}

async function assertConditions(work: UnitOfWork, acl: string, quads: readonly Quad[]): Promise<void> {
  const missing = conditionsElsewhere(quads)
  if (missing.size === 0) return
  // What takes a rule out leaves those that stood beside it.
  const before = conditionsElsewhere((await quadsBefore(work, acl)) ?? [])
  if ([...missing].some((it) => !before.has(it))) throw refusal('elsewhere')
}

/** Of an ACL document that is deleted, alone or with what it rules. What the server does by itself needs no leave. */
async function assertEnded(work: UnitOfWork, acl: string): Promise<void> {
  const ruled = acl.slice(0, -'.acl'.length)
  const decided = basis.getStore()
  if (!decided || decided.controlled.has(ruled)) return
  for (const { records } of citingRules((await quadsBefore(work, acl)) ?? [], Date.now()))
    for (const record of records) if (await isOpenBy(work, record, ruled)) throw refusal('inForce')
}

/** Whether a record stands, and says that a place is open. A grant on the whole space says so of the root alone. */
async function isOpenBy(work: UnitOfWork, record: string, ruled: string): Promise<boolean> {
  if (!isRecordOf(podOf(ruled), record)) return false
  const quads = (await quadsAt(work, record)) ?? []
  const names = quads.some((it) => it.predicate.value === `${TB}container` && it.object.value === ruled)
  return names && standingOf(record, quads) === 'given'
}

/** The URL of the pod that something lies in. */
function podOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}/${pathname.split('/')[1]}/`
}

function refusal(name: keyof typeof refusals): HttpError {
  const { status, code, message } = refusals[name]
  const type = status === 413 ? 'PayloadHttpError' : 'ConflictHttpError'
  return new HttpError(status, type, `${message.fr} / ${message.en}`, { errorCode: code })
}
