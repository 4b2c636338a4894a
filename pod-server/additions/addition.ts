import type { Quad } from '@rdfjs/types'
import type { Bilingual } from '../bilingual.ts'

/**
 * What a partner may do in its container (DESIGN §4): add, in documents of RDF or PDF, about fragments of the document
 * itself that nobody has spoken about yet. Pure judgements; the handlers beside this file ask them.
 */
export type RefusalCode =
  | 'auxiliary-resource'
  | 'type-not-accepted'
  | 'not-only-insertions'
  | 'foreign-subject'
  | 'blank-node'
  | 'subject-exists'
  | 'method-not-accepted'
  | 'not-turtle'
  | 'too-large'
  | 'not-a-message'
  | 'inbox-full'
  | 'share-full'

export interface Refusal {
  readonly status: 400 | 403 | 405 | 409 | 413 | 415 | 422 | 429 | 507
  readonly code: RefusalCode
  readonly message: Bilingual
}

const refusals: Record<RefusalCode, Refusal> = {
  'auxiliary-resource': refusal(
    403,
    'auxiliary-resource',
    'Qui peut seulement ajouter n’annote pas : ni .meta ni .acl.',
    'Who may only add does not annotate: neither .meta nor .acl.',
  ),
  'type-not-accepted': refusal(
    415,
    'type-not-accepted',
    'Un partenaire dépose du Turtle ou du PDF, rien d’autre.',
    'A partner adds Turtle or PDF, nothing else.',
  ),
  'not-only-insertions': refusal(
    403,
    'not-only-insertions',
    'Un partenaire ajoute seulement : un N3 Patch sans condition ni suppression.',
    'A partner only adds: an N3 Patch with no condition and no deletion.',
  ),
  'foreign-subject': refusal(
    422,
    'foreign-subject',
    'Un document ne parle que de ses propres fragments (#…).',
    'A document speaks only about its own fragments (#…).',
  ),
  'blank-node': refusal(
    422,
    'blank-node',
    'Pas de nœud anonyme : chaque nœud porte un fragment.',
    'No blank nodes: each node has a fragment.',
  ),
  'subject-exists': refusal(
    409,
    'subject-exists',
    'Ce nœud existe déjà : on n’y ajoute rien, une correction est un nœud à côté.',
    'This node exists already: nothing is added to it, a correction is a node beside it.',
  ),
  'method-not-accepted': refusal(
    405,
    'method-not-accepted',
    'Un partenaire nomme ses documents : PATCH ou PUT, pas POST.',
    'A partner names its documents: PATCH or PUT, not POST.',
  ),
  'not-turtle': refusal(
    400,
    'not-turtle',
    'Ce document n’est pas du Turtle valable.',
    'This document is not valid Turtle.',
  ),
  'not-a-message': refusal(
    403,
    'not-a-message',
    'Une boîte de réception prend un message : un POST de JSON-LD ou de Turtle, 64 Ko au plus.',
    'An inbox takes a message: a POST of JSON-LD or Turtle, 64 KB at most.',
  ),
  'inbox-full': refusal(
    507,
    'inbox-full',
    'Cette boîte de réception est pleine : elle prendra de nouveaux messages quand la personne en aura effacé.',
    'This inbox is full: it takes messages again once the person has deleted some.',
  ),
  // Linked Data Notifications §3.3: a 4xx for what the receiver's constraints do not allow.
  'share-full': refusal(
    429,
    'share-full',
    'Cette boîte de réception a déjà tout ce qu’elle prend d’un même expéditeur : elle prendra d’autres messages de vous quand la personne en aura effacé. Rien n’a été écrit.',
    'This inbox has all that it takes from one sender: it takes more messages of yours once the person has deleted some. Nothing was written.',
  ),
  'too-large': refusal(413, 'too-large', 'Ce document est trop gros.', 'This document is too large.'),
}

export const refuse = (code: RefusalCode): Refusal => refusals[code]

/** Every subject must be a fragment of the document itself. */
export function judgeSubjects(document: string, quads: Iterable<Quad>): Refusal | undefined {
  for (const { subject, object, graph } of quads) {
    if (subject.termType === 'BlankNode' || object.termType === 'BlankNode') return refuse('blank-node')
    if (subject.termType !== 'NamedNode' || !isFragmentOf(document, subject.value))
      return refuse('foreign-subject')
    if (graph.termType !== 'DefaultGraph') return refuse('not-turtle')
  }
  return undefined
}

/** What the judgement needs to know of the document as it stands. */
export interface Existing {
  has(quad: Quad): boolean
  /** Whether anything at all is said about this subject. */
  speaksOf(subject: Quad['subject']): boolean
}

/** What an addition would do: refused, or the triples that are not there yet. */
export type Judgement =
  | { readonly refusal: Refusal }
  | { readonly refusal?: never; readonly added: Quad[]; readonly subjects: number }

/** New triples may only speak about subjects that nobody has spoken about; triples already there are no addition. */
export function judgeAddition(existing: Existing, inserts: readonly Quad[]): Judgement {
  const added = inserts.filter((quad) => !existing.has(quad))
  if (added.some(({ subject }) => existing.speaksOf(subject))) return { refusal: refuse('subject-exists') }
  return { added, subjects: new Set(added.map(({ subject }) => subject.value)).size }
}

function isFragmentOf(document: string, iri: string): boolean {
  return iri.length > document.length + 1 && iri.startsWith(`${document}#`)
}

function refusal(status: Refusal['status'], code: RefusalCode, fr: string, en: string): Refusal {
  return { status, code, message: { fr, en } }
}
