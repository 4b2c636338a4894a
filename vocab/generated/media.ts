// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/media.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { choice, number, text, typed } from '../kinds.ts'
import { TB, XSD } from '../namespaces.ts'
import { one, shape } from '../shape.ts'

/** Listening day / Écoutes d’un jour: https://w3id.org/traboule/ns#ListeningDayShape */
export interface ListeningDay {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** local day (Europe/Paris) / jour local (Europe/Paris) (YYYY-MM-DD): https://w3id.org/traboule/ns#day */
  readonly day: string
  /** media kind / sorte d’écoute: https://w3id.org/traboule/ns#mediaKind */
  readonly kind: 'music' | 'podcast' | 'audiobook'
  /** play count / nombre d’écoutes: https://w3id.org/traboule/ns#playCount */
  readonly count: number
  /** seconds played / secondes écoutées: https://w3id.org/traboule/ns#playedSeconds */
  readonly seconds: number
  /** plays: end (UTC), milliseconds, artist, tab, title; one a line / écoutes : fin (UTC), millisecondes, auteur, tabulation, titre ; une par ligne (at most 400000 characters): https://w3id.org/traboule/ns#plays */
  readonly plays: string
}

const listeningDayShape = shape<ListeningDay>([`${TB}ListeningDay`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  day: one(`${TB}day`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  kind: one(`${TB}mediaKind`, choice(['music', 'podcast', 'audiobook'])),
  count: one(`${TB}playCount`, number({ pattern: /^[1-9][0-9]{0,5}$/ })),
  seconds: one(`${TB}playedSeconds`, number({ pattern: /^[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  plays: one(`${TB}plays`, text({ pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z [0-9]{1,9} [^\t\n]+\t[^\t\n]+(\n[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z [0-9]{1,9} [^\t\n]+\t[^\t\n]+)*$/, maxLength: 400000 })),
})

/** Undefined when the node does not conform to the shape. */
export function readListeningDay(node: Node): ListeningDay | undefined {
  return listeningDayShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeListeningDay(value: ListeningDay, subject: string): Quad[] {
  return listeningDayShape.write(value, subject)
}

export function isListeningDay(value: unknown): value is ListeningDay {
  return listeningDayShape.is(value)
}
