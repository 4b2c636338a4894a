import type { Quad, Term } from '@rdfjs/types'
import { ConflictHttpError, HttpError } from '@solid/community-server'
import { DataFactory } from 'n3'
import type { N3Patch } from '../additions/n3-patch.ts'
import { isTriple } from './read-n3.ts'
import { unfitPatch } from './unfit-patch.ts'
import { type Mapping, mapped, solve, type Triples } from './where.ts'

export interface Document extends Triples {
  addQuad(quad: never): unknown
  removeQuad(quad: never): unknown
}

const quad = (subject: Term, predicate: Term, object: Term): Quad =>
  DataFactory.quad(subject as never, predicate as never, object as never) as Quad

/**
 * Applies an N3 Patch (Solid Protocol §5.3.1), with the answers of CSS and a bounded search.
 *
 * @throws ConflictHttpError when its condition has no mapping or several, or when it deletes what is not there.
 * @throws HttpError 422 when what it inserts is no triple.
 * @throws HttpError 422 `unfit-patch` when its condition takes too much to look for.
 */
export function applyN3({ deletes, inserts, conditions }: N3Patch, document: Document): void {
  const mapping = conditions.length === 0 ? new Map<string, Term>() : only(solve(conditions, document))
  const resolve = (pattern: Quad) => mapped(pattern, mapping, quad)
  const gone = deletes.map(resolve)
  if (!gone.every((it) => document.has(it)))
    throw new ConflictHttpError(
      'The document does not contain all triples the N3 Patch requests to delete, which is required for patching.',
    )
  const come = inserts.map(resolve)
  // A variable may stand for a text, and a text has nothing said of it.
  if (!come.every(isTriple))
    throw new HttpError(422, 'UnprocessableEntityHttpError', 'What this N3 Patch inserts is no triple.')
  for (const it of gone) document.removeQuad(it as never)
  for (const it of come) document.addQuad(it as never)
}

function only(found: ReturnType<typeof solve>): Mapping {
  switch (found) {
    case 'none':
      throw new ConflictHttpError(
        'The document does not contain any matches for the N3 Patch solid:where condition.',
      )
    case 'several':
      throw new ConflictHttpError(
        'The document contains multiple matches for the N3 Patch solid:where condition, which is not allowed.',
      )
    case 'takes too much':
      throw unfitPatch({
        fr: 'Ce solid:where demande trop de recherche dans ce document : nommez plus de ses termes.',
        en: 'This solid:where takes too much to look for in this document: name more of its terms.',
      })
    default:
      return found
  }
}
