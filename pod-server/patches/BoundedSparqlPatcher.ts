import { SparqlUpdatePatcher } from '@solid/community-server'
import { matchesTooOften, type Update } from './sparql-cost.ts'
import { unfitPatch } from './unfit-patch.ts'

type Input = Parameters<SparqlUpdatePatcher['handle']>[0]

/** CSS's patcher of SPARQL Update, whose engine cannot be stopped: not where it might not end. */
export class BoundedSparqlPatcher extends SparqlUpdatePatcher {
  override async handle(input: Input): ReturnType<SparqlUpdatePatcher['handle']> {
    const { algebra } = input.patch as unknown as { algebra: Update }
    const dataset = input.representation?.dataset
    if (dataset && matchesTooOften(algebra, dataset as never))
      throw unfitPatch({
        fr: 'Ce WHERE peut correspondre trop souvent à ce document : nommez plus de ses termes, ou envoyez un N3 Patch (text/n3).',
        en: 'This WHERE may match this document too often: name more of its terms, or send an N3 Patch (text/n3).',
      })
    return super.handle(input)
  }
}
